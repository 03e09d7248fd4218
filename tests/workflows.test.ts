import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
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

/** The jobs that may write, and what. */
const writers = [
  {
    file: 'deploy.yml',
    name: 'deploy',
    may: [
      ['pages', 'write'],
      ['id-token', 'write'],
    ],
  },
  { file: 'watch.yml', name: 'tell', may: [['issues', 'write']] },
];

for (const { file, text, permissions, on, jobs } of workflows) {
  test(`${file}: each action is pinned to a commit, with its version beside it`, () => {
    const uses = [...text.matchAll(/uses: (.+)/gu)].map(([, action]) => action!);
    assert.ok(uses.length > 0);
    for (const action of uses) assert.match(action, /^actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
  });

  test(`${file}: a job has only the permissions it asks for, and only a job that runs none of our code may write`, () => {
    assert.deepEqual(permissions, {});
    assert.ok(!('pull_request_target' in on));
    for (const [name, job] of Object.entries(jobs)) {
      assert.ok(job['timeout-minutes'], `${name} ends`);
      const writes = Object.entries(job.permissions ?? {}).filter(([, access]) => access !== 'read');
      const [writer] = writers.filter(({ file: own, name: job }) => own === file && job === name);
      assert.deepEqual(writes, writer?.may ?? [], name);
      if (!writer) continue;
      assert.ok(!job.steps.some(({ uses }) => uses?.startsWith('actions/checkout@')), 'a job that may write fetches no code of ours');
      for (const { run = '' } of job.steps) assert.doesNotMatch(run, /\b(?:node|npm|npx)\b/u);
    }
  });

  test(`${file}: no checkout leaves its token behind, and no script contains text from outside`, () => {
    for (const step of Object.values(jobs).flatMap((job) => job.steps)) {
      if (step.uses?.startsWith('actions/checkout@')) assert.equal(step.with?.['persist-credentials'], false);
      assert.ok(!step.run?.includes('${{'), step.run ?? '');
    }
  });
}

/** Runs the script that keeps the issue, with a `gh` that only writes down how it was called; `open` is the issue there is. */
function tell(state: { open: string; found: string; report: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'gh-'));
  const calls = join(folder, 'calls');
  const gh = `#!/bin/sh\n[ "$2" = list ] && { printf '%s' "${state.open}"; exit; }\necho "$@" >> "${calls}"\ncase "$*" in *body-file*) cat >> "${calls}";; esac\n`;
  writeFileSync(join(folder, 'gh'), gh);
  chmodSync(join(folder, 'gh'), 0o755);
  const { run } = workflows.find(({ file }) => file === 'watch.yml')!.jobs['tell']!.steps[0]!;
  const env = { PATH: [folder, process.env['PATH']].join(delimiter), TITLE: 'Sources', OPEN: state.found, REPORT: state.report };
  execFileSync('bash', ['-e', '-o', 'pipefail', '-c', run!], { env });
  const said = existsSync(calls) ? readFileSync(calls, 'utf8') : '';
  rmSync(folder, { recursive: true });
  return said;
}

test('the watch opens one issue, updates it, and closes it when everything has been read', () => {
  const report = 'O1 changed: $(false) `x` "quoted"';
  assert.equal(tell({ open: '', found: '3', report }), `issue create --title Sources --body-file -\n${report}`);
  assert.equal(tell({ open: '7', found: '3', report }), `issue edit 7 --body-file -\n${report}`);
  assert.equal(tell({ open: '7', found: '0', report: 'all read' }), 'issue close 7 --comment all read\n');
  assert.equal(tell({ open: '', found: '0', report: 'all read' }), '');
});

test('each week the sources are read, the site is built, and the tests run on other days and in other places', () => {
  for (const name of ['watch.yml', 'deploy.yml', 'clocks.yml']) {
    const { on } = workflows.find(({ file }) => file === name)!;
    const [{ cron } = { cron: '' }] = (on as { schedule?: { cron: string }[] }).schedule ?? [];
    assert.match(cron, /^\d{1,2} \d{1,2} \* \* [0-6]$/u, name);
  }
});
