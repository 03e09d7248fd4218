import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { buildDays } from '../model/days.ts';
import { explainFailures } from './failures.ts';

/** npm run reviewed -- steps: sets the day of a chapter's last review to today, and changes nothing else. */
explainFailures();
const chapter = process.argv[2] ?? '';
const file = `content/guide/${chapter}.mdx`;
const chapters = readdirSync('content/guide').map((name) => name.replace('.mdx', ''));
if (!chapters.includes(chapter) || !existsSync(file)) {
  console.error(`“${chapter}” is no chapter. Say npm run reviewed -- NAME, with one of: ${chapters.join(', ')}.`);
  process.exit(1);
}
const { today } = buildDays(process.env, Date.now());
const source = readFileSync(file, 'utf8');
const line = /^reviewed:.*$/mu;
if (!line.test(source)) {
  console.error(`${file} has no line “reviewed:” in its front matter. Add “reviewed: ${today}”.`);
  process.exit(1);
}
writeFileSync(file, source.replace(line, `reviewed: ${today}`));
console.log(`${file}: reviewed ${today}. Say in “changes:” what the review changed.`);
