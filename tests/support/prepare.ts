import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { neutral, root } from './project.ts';

/** Before the tests: builds dist/ for localhost, whatever address the environment names, and unpacks the browser that npm brought, once. */
const { status } = spawnSync(process.execPath, [...process.execArgv, join(root, 'src/commands/build.ts')], {
  cwd: root,
  env: neutral,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
console.log(`The tests use Node ${process.versions.node} and ${await findBrowser()}.`);
