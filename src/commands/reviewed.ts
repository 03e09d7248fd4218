import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { buildDays } from '../model/days.ts';
import { Refusal } from '../model/issue.ts';
import { explainFailures } from './failures.ts';

/** npm run reviewed -- steps: sets the day of a chapter's last review to today, and changes nothing else. */
explainFailures('npm run reviewed failed.');
const [, , chapter = ''] = process.argv;
const chapters = globSync('content/guide/*.mdx')
  .map((file) => basename(file, '.mdx'))
  .sort();
if (!chapters.includes(chapter))
  throw new Refusal(`“${chapter}” is not a chapter. Run npm run reviewed -- NAME, with one of: ${chapters.join(', ')}.`);
const file = `content/guide/${chapter}.mdx`;
const { today } = buildDays(process.env, Date.now());
const source = readFileSync(file, 'utf8');
const line = /^reviewed:.*$/mu;
if (!line.test(source)) throw new Refusal(`${file} has no line “reviewed:” in its front matter. Add “reviewed: ${today}”.`);
writeFileSync(file, source.replace(line, `reviewed: ${today}`));
console.log(`${file}: reviewed ${today}. Say in “changes:” what the review changed.`);
