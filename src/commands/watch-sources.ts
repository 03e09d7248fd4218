import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'yaml';
import { buildDays } from '../model/days.ts';
import type { Claim, Source } from '../model/schemas.ts';
import { visit } from '../watch/visit.ts';
import { judge, needsReading, record, report, type Finding, type Record, type Watched } from '../watch/watch.ts';
import { explainFailures } from './failures.ts';

/**
 * npm run watch:sources: reads every source that is a link, and says which are not as they were recorded, and who cites
 * them. Ends with 3 where somebody has to look. With --record it records what it has read, which somebody should have
 * read before.
 */
explainFailures();
const file = '.github/sources-seen.json';
/** The longest a page may take, and the pause between two pages; in milliseconds, changed by tests. */
const patience = Number(process.env['WATCH_PATIENCE'] ?? 20_000);
const pause = Number(process.env['WATCH_PAUSE'] ?? 1000);
const largest = 5_000_000;

const seen = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record;
const { today } = buildDays(process.env, Date.now());
const pages = watchedPages();
const findings: Finding[] = [];
const next: Record = {};
for (const page of pages) {
  let seenNow = await visit(page.url, { milliseconds: patience, bytes: largest });
  if (seenNow.state === 'slow' || seenNow.state === 'failing') seenNow = await visit(page.url, { milliseconds: patience, bytes: largest });
  const known = seen[page.url] ?? null;
  findings.push(judge(page, seenNow, known));
  next[page.url] = record(page, seenNow, known, today);
  await wait(pause);
}
console.log(report(findings).trimEnd());
if (process.argv.includes('--record')) {
  mkdirSync('.github', { recursive: true });
  writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
} else if (findings.some(needsReading)) process.exitCode = 3;

/** Each address once, with all that cites it. */
function watchedPages(): Watched[] {
  const sources = parse(readFileSync('content/sources.yaml', 'utf8')) as Source[];
  const claims = parse(readFileSync('content/claims.yaml', 'utf8')) as Claim[];
  const chapters = readdirSync('content/guide').map((name) => ({
    id: name.replace('.mdx', ''),
    text: readFileSync(`content/guide/${name}`, 'utf8'),
  }));
  const cites = (chapter: { id: string; text: string }, source: string) =>
    chapter.text.includes(`<Cite id="${source}"`) ||
    claims.some((claim) => claim.place?.startsWith(`${chapter.id}#`) && claim.sources.includes(source));
  const urls = [...new Set(sources.flatMap(({ url }) => url ?? []))];
  return urls.map((url) => {
    const own = sources.filter((source) => source.url === url);
    const ids = own.map(({ id }) => id);
    return {
      url,
      sources: ids,
      relies: [...new Set(own.flatMap(({ relies = [] }) => relies))],
      chapters: chapters.filter((chapter) => ids.some((id) => cites(chapter, id))).map(({ id }) => id),
    };
  });
}
