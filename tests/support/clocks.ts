import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './project.ts';

/**
 * npm run test:clocks: the unit tests, the build and its tests on other days and in other places, so that no test is only true
 * today. Debian's faketime moves the clock of every process, Chromium's too. Without arguments everything runs everywhere, which
 * takes an hour and a half; `-- 400 Asia/Shanghai tests/calendar.test.ts` names a clock, a zone and the tests to run.
 */

const day = 86_400_000;
/** Half past nine in UTC: it is the same day in all three zones, two hours after midnight in one and near midnight in another. */
const at = (date: string) => Date.parse(`${date}T09:30:00Z`) - Date.now();
const clocks: Record<string, number> = {
  today: 0,
  'in 400 days': 400 * day,
  'in 5 years': 5 * 365 * day,
  // The 181st day after the guide was published, when a review of that day has grown old.
  '2027-05-23': at('2027-05-23'),
  '2027-12-31': at('2027-12-31'),
  '2028-02-29': at('2028-02-29'),
};
const zones = ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati'];

const asked = process.argv.slice(2);
const files = asked.filter((word) => word.endsWith('.test.ts'));
const chosen = (name: string, all: readonly string[]) => {
  const words = asked.filter((word) => !files.includes(word) && all.some((each) => each.includes(word)));
  return words.length === 0 || words.some((word) => name.includes(word));
};

const failed: string[] = [];
for (const [clock, ahead] of Object.entries(clocks))
  for (const zone of zones)
    if (chosen(clock, Object.keys(clocks)) && chosen(zone, zones)) {
      const name = `${clock}, ${zone}`;
      const run = (...args: string[]) =>
        spawnSync(
          'faketime',
          ['--exclude-monotonic', '-f', `${ahead < 0 ? '-' : '+'}${Math.abs(Math.round(ahead / 1000))}`, process.execPath, ...args],
          {
            cwd: root,
            // Corrected twice, by faketime and by today's glibc, waits end at once, and Chromium is never idle.
            env: { ...process.env, TZ: zone, FAKETIME_FORCE_MONOTONIC_FIX: '0' },
            stdio: 'inherit',
          },
        );
      console.log(`\n# ${name}`);
      const built = run(join(root, 'tests/support/prepare.ts'));
      if (built.error) {
        console.error('There is no faketime here, which moves the clock: apt-get install faketime.');
        process.exit(1);
      }
      const tests = files.length > 0 ? files : ['src/**/*.test.ts', 'tests/*.test.ts'];
      if (built.status !== 0 || run('--test', '--test-concurrency=2', '--test-reporter=dot', ...tests).status !== 0) failed.push(name);
    }
console.log(failed.length === 0 ? 'All tests hold there.' : `Tests fail ${failed.join('; ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
