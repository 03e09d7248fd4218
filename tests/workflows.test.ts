import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'yaml';

interface Workflow {
  permissions?: object;
  on: object;
  jobs: Record<string, { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] }>;
}
interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

const folder = new URL('../.github/workflows/', import.meta.url);
const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8');
  return { file, text, ...(parse(text) as Workflow) };
});

for (const { file, text, permissions, on, jobs } of workflows) {
  test(`${file}: each action is one commit, with its version beside it`, () => {
    const uses = [...text.matchAll(/uses: (.+)/gu)].map(([, action]) => action!);
    assert.ok(uses.length > 0);
    for (const action of uses) assert.match(action, /^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  });

  test(`${file}: nothing is allowed but what a job asks for, and only the job that publishes may write`, () => {
    assert.deepEqual(permissions, {});
    assert.ok(!('pull_request_target' in on));
    for (const [name, job] of Object.entries(jobs)) {
      assert.ok(job['timeout-minutes'], `${name} ends`);
      const writes = Object.entries(job.permissions ?? {}).filter(([, access]) => access !== 'read');
      const publishes = job.steps.some(({ uses }) => uses?.startsWith('actions/deploy-pages@'));
      assert.deepEqual(
        writes,
        publishes
          ? [
              ['pages', 'write'],
              ['id-token', 'write'],
            ]
          : [],
        name,
      );
      if (publishes) assert.ok(!job.steps.some(({ run }) => run), 'the job that may write runs no code of ours');
    }
  });

  test(`${file}: no checkout leaves its token behind, and no script holds text from outside`, () => {
    for (const step of Object.values(jobs).flatMap((job) => job.steps)) {
      if (step.uses?.startsWith('actions/checkout@')) assert.equal(step.with?.['persist-credentials'], false);
      assert.ok(!step.run?.includes('${{'), step.run);
    }
  });
}
