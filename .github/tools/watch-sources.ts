import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'yaml';
import { explainFailures } from '../../src/commands/failures.ts';
import { buildDays } from '../../src/model/days.ts';
import type { Claim, Source } from '../../src/model/schemas.ts';
import { sha256 } from '../../src/publish/files.ts';
import { visit, type Visit } from './visit.ts';

/**
 * npm run watch:sources: reads every source that has an address, and lists those that changed and the chapters that cite
 * them. Exits with 3 if somebody has to look. With --record it records what it reads now: read the changed pages yourself first.
 */
explainFailures('npm run watch:sources failed.');
const file = '.github/sources-seen.json';
/** How long a page may take, and the pause between two pages. Milliseconds; tests change them. */
const timeout = Number(process.env['WATCH_TIMEOUT'] ?? 20_000);
const pause = Number(process.env['WATCH_PAUSE'] ?? 1000);

/** A page that the guide cites: its source ids, the words relied on, and the chapters. */
interface Watched {
  url: string;
  sources: string[];
  relies: string[];
  chapters: string[];
}

/** What was recorded of a page: the digest of its words, or why it has to be read by hand. */
interface Seen {
  day: string;
  digest?: string;
  unread?: Visit['state'];
  /** Where it redirected to, if anywhere. */
  address?: string;
}

/** Findings, the most urgent first; `same` pages are listed only if they lack words that the guide relies on. */
const headings = {
  vanished: 'Vanished',
  changed: 'Changed',
  moved: 'Moved',
  blocked: 'Closed to robots: read them by hand',
  slow: 'Too slow to read',
  failing: 'Could not be read',
  first: 'Read for the first time',
  same: 'Recorded without words that the guide relies on',
};

interface Finding {
  page: Watched;
  state: keyof typeof headings;
  why: string;
  /** What the guide relies on and the page does not say; undefined where it could not be read. */
  missing?: string[];
  seen: Seen | undefined;
}

const recorded = (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}) as Record<string, Seen | null>;
const { today } = buildDays(process.env, Date.now());
const findings: Finding[] = [];
const next: Record<string, Seen> = {};
for (const page of watchedPages()) {
  let visited = await visit(page.url, timeout);
  if (visited.state === 'slow' || visited.state === 'failing') visited = await visit(page.url, timeout);
  const seen = recorded[page.url] ?? undefined;
  findings.push(judge(page, visited, seen));
  next[page.url] = recordOf(page, visited, seen);
  await wait(pause);
}
console.log(report());
if (process.argv.includes('--record')) writeFileSync(file, `${JSON.stringify(next, null, 2)}\n`);
else if (findings.some(needsReading)) process.exitCode = 3;

/** Each address once, with everything that cites it. */
function watchedPages(): Watched[] {
  const sources = parse(readFileSync('content/sources.yaml', 'utf8')) as Source[];
  const claims = parse(readFileSync('content/claims.yaml', 'utf8')) as Claim[];
  const chapters = globSync('content/guide/*.mdx')
    .sort()
    .map((name) => ({ id: basename(name, '.mdx'), text: readFileSync(name, 'utf8') }));
  const cites = ({ id, text }: { id: string; text: string }, source: string) =>
    text.includes(`<Cite id="${source}"`) || claims.some(({ place, sources: by }) => place?.startsWith(`${id}#`) && by.includes(source));
  return [...new Set(sources.flatMap(({ url }) => url ?? []))].map((url) => {
    const own = sources.filter((source) => source.url === url);
    return {
      url,
      sources: own.map(({ id }) => id),
      relies: [...new Set(own.flatMap(({ relies = [] }) => relies))],
      chapters: chapters.filter((chapter) => own.some(({ id }) => cites(chapter, id))).map(({ id }) => id),
    };
  });
}

/** Compares a visit with what was recorded of the page. */
function judge(page: Watched, visited: Visit, seen: Seen | undefined): Finding {
  if (visited.state !== 'read') return { page, seen, ...visited };
  const words = plain(visited.text);
  const missing = page.relies.filter((each) => !words.includes(plain(each)));
  const found = { page, seen, missing };
  if (!seen?.digest) return { ...found, state: 'first', why: 'nothing to compare it with yet' };
  if (visited.address !== (seen.address ?? page.url)) return { ...found, state: 'moved', why: visited.address.replaceAll(/[\s`]/gu, '') };
  return { ...found, state: digestOf(visited.text) === seen.digest ? 'same' : 'changed', why: '' };
}

/** What to record of a page: if it cannot be read, what was known of it, or that it has to be read by hand. */
function recordOf({ url }: Watched, visited: Visit, seen: Seen | undefined): Seen {
  if (visited.state !== 'read') return seen?.digest ? seen : { day: today, unread: visited.state };
  const { address, text } = visited;
  return { day: today, digest: digestOf(text), ...(address !== url && { address }) };
}

/** True for a page that already could not be read when it was recorded. */
function isReadByHand({ state, seen }: Finding): boolean {
  return state === seen?.unread;
}

/** True if somebody has to look: the page changed, or lacks what the guide relies on. */
function needsReading(finding: Finding): boolean {
  return !isReadByHand(finding) && (finding.state !== 'same' || Boolean(finding.missing?.length));
}

/** The report in Markdown; one line if there is nothing to do. */
function report(): string {
  const open = findings.filter(needsReading);
  const byHand = findings.filter(isReadByHand);
  const parts = Object.entries(headings).flatMap(([state, heading]) => {
    const lines = open.filter((finding) => finding.state === state).map(lineOf);
    return lines.length ? [`## ${heading}\n\n${lines.join('\n')}`] : [];
  });
  const hand = byHand.length ? `; ${byHand.length} are read by hand (${byHand.flatMap(({ page }) => page.sources).join(', ')})` : '';
  parts.push(`${findings.length - open.length - byHand.length} of ${findings.length} pages say what was recorded of them${hand}.`);
  if (open.length)
    parts.push(
      'Read them, correct the chapters, set `checked` of the source in `content/sources.yaml`, and record what was read: `npm run watch:sources -- --record`.',
    );
  return parts.join('\n\n');
}

function lineOf({ page, why, missing, seen }: Finding): string {
  const lacks = missing?.length ? `does not say ${missing.map((each) => `\`${each}\``).join(', ')}` : '';
  const parts = [
    `- ${page.sources.join(', ')}: \`${page.url}\``,
    why,
    lacks || (missing && page.relies.length ? 'says what the guide relies on' : ''),
    seen?.digest ? `last read on ${seen.day}` : 'never read by this watch before',
    page.chapters.length ? `cited in ${page.chapters.join(', ')}` : 'cited in no chapter',
  ];
  return parts.filter(Boolean).join('; ');
}

/** The text that is compared: normalised, in lower case, and without white space, which changes with the markup. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}]/gu, '')
    .toLowerCase();
}

function digestOf(text: string): string {
  return sha256(plain(text)).slice(0, 32);
}
