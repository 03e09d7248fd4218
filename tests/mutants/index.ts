import { globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker, type MutantResult } from '@stryker-mutator/core';
import { parse } from 'yaml';

/**
 * npm run test:mutants: breaks the rules of renewal, links, outline and contact in every way that Stryker knows, one at a time, and
 * asks their unit tests. What no test notices is in survivors.yaml with its reason, or is an error.
 *
 * Of the expressions that contact/ joins from tables of words, Stryker empties whole strings and leaves the words in them:
 * accounts.test.ts and addresses.test.ts go through the words themselves.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The least share of breaks that the tests of each room must notice, in percent. */
const least = 85;

/** What is broken, and who must notice. Patterns, because files move. */
const rooms: Record<string, { files: string[]; tests: string[] }> = {
  renewal: { files: ['src/model/renewal/rules.ts'], tests: ['src/model/renewal/{rules,plan}.test.ts'] },
  plan: { files: ['src/model/renewal/{plan,advice}.ts'], tests: ['src/model/renewal/{plan,advice}.test.ts'] },
  // Without damage.test.ts: what it draws at random would notice a break one time and not the next.
  'what is typed': {
    files: ['src/model/renewal/{plan-form,plan-address}.ts'],
    tests: ['src/model/renewal/{plan-form,plan-address}.test.ts'],
  },
  calendar: { files: ['src/model/renewal/charge-days.ts'], tests: ['src/model/renewal/charge-days.test.ts'] },
  review: { files: ['src/model/days.ts'], tests: ['src/model/days.test.ts'] },
  outline: { files: ['src/model/guide/outline.ts'], tests: ['src/model/guide/outline.test.ts'] },
  aliases: { files: ['src/model/links/aliases.ts'], tests: ['src/model/links/aliases.test.ts'] },
  healing: { files: ['src/model/links/healing.ts'], tests: ['src/model/links/healing.test.ts'] },
  contact: { files: ['src/model/contact/*.ts'], tests: ['src/model/contact/*.test.ts'] },
};

interface Survivor {
  file: string;
  /** The text that was broken, and what replaced it. */
  was: string;
  now: string;
  why: string;
}

const known = parse(readFileSync(new URL('survivors.yaml', import.meta.url), 'utf8')) as Survivor[];
const asked = process.argv.slice(2);
let failed = false;

for (const [room, { files, tests }] of Object.entries(rooms)) {
  if (asked.length > 0 && !asked.includes(room)) continue;
  const find = (patterns: string[]) => patterns.flatMap((pattern) => globSync(pattern, { cwd: root }));
  const mutants = await new Stryker({
    mutate: find(files).filter((file) => !/\.(?:test|cases)\.ts$/u.test(file)),
    testRunner: 'command',
    commandRunner: { command: `node --test --test-isolation=none ${find(tests).join(' ')}` },
    coverageAnalysis: 'off',
    concurrency: 2,
    ignorePatterns: ['*', '!src/**', '!content/**', '!tests/support/**', '!package.json'],
    reporters: [],
    tempDirName: mkdtempSync(join(tmpdir(), 'mutants-')),
    allowEmpty: true,
    logLevel: 'error',
  }).runMutationTest();
  const judged = mutants.filter(({ status }) => ['Killed', 'Timeout', 'Survived', 'NoCoverage'].includes(status));
  const alive = judged.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
  const score = (100 * (judged.length - alive.length)) / judged.length;
  console.log(`${room}: ${judged.length - alive.length} of ${judged.length} breaks are noticed (${score.toFixed(1)} %).`);
  if (score < least) failed = true;
  for (const { fileName, location, replacement = '' } of alive) {
    const file = fileName.replace(root, '').replaceAll('\\', '/');
    const was = cut(readFileSync(root + file, 'utf8'), location);
    const why = known.find((each) => each.file === file && each.was === was && each.now === replacement)?.why;
    if (!why) failed = true;
    console.log(
      `  ${file}:${location.start.line}: ${was} → ${replacement}\n    ${why ?? 'No test notices, and survivors.yaml does not say why.'}`,
    );
  }
}
if (failed) process.exitCode = 1;

/** The text that a break replaced. */
function cut(text: string, { start, end }: MutantResult['location']): string {
  const lines = text.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1)!.slice(0, end.column - 1);
  lines[0] = lines[0]!.slice(start.column - 1);
  return lines.join('\n');
}
