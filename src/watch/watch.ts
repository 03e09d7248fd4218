import { digestOf, plain } from './page-text.ts';
import type { Visit } from './visit.ts';

/** What the watch knows of a page, by the address that the guide cites; null where nobody has tried to read it. */
export type Record = { [url: string]: Seen | null };

export interface Seen {
  /** The day it was recorded. */
  day: string;
  /** The digest of its words then. */
  digest?: string;
  /** Why the watch has never had any words of it: somebody knows, and reads it by hand. */
  unread?: Visit['state'];
  /** Where its address led, where that is another one. */
  address?: string;
}

/** A page that the guide cites: as which sources, for what words, and in which chapters. */
export interface Watched {
  url: string;
  sources: readonly string[];
  relies: readonly string[];
  chapters: readonly string[];
}

export const states = ['vanished', 'changed', 'moved', 'blocked', 'slow', 'failing', 'first', 'same'] as const;
export type State = (typeof states)[number];

export interface Finding {
  page: Watched;
  state: State;
  /** Why, or where to. */
  why: string;
  /** What the guide relies on and the page does not say; undefined where it could not be read. */
  missing: string[] | undefined;
  /** The day on which the watch last read it; undefined where it never did. */
  last: string | undefined;
  /** Whether it could not be read when it was recorded either. */
  known: boolean;
}

/** What a visit of a page says beside what was recorded of it. */
export function judge(page: Watched, visit: Visit, seen: Seen | null): Finding {
  const last = seen?.digest && seen.day;
  const known = visit.state === seen?.unread;
  if (visit.state !== 'read') return { page, state: visit.state, why: visit.why, missing: undefined, last, known };
  const words = plain(visit.text);
  const missing = page.relies.filter((each) => !words.includes(plain(each)));
  if (!seen?.digest) return { page, state: 'first', why: 'nothing to compare it with yet', missing, last, known };
  if (visit.address !== (seen.address ?? page.url))
    return { page, state: 'moved', why: visit.address.replaceAll(/[\s`]/gu, ''), missing, last, known };
  const same = digestOf(visit.text) === seen.digest;
  return { page, state: same ? 'same' : 'changed', why: '', missing, last, known };
}

/** What to record of a page after somebody has read it again: where the watch cannot, it keeps the words it knew, or says so. */
export function record(page: Watched, visit: Visit, seen: Seen | null, day: string): Seen {
  if (visit.state !== 'read') return seen?.digest ? seen : { day, unread: visit.state };
  const { address, text } = visit;
  return { day, digest: digestOf(text), ...(address === page.url ? {} : { address }) };
}

/** True where somebody has to look: a page is not as it was recorded, or lacks what the guide relies on. */
export function needsReading({ state, missing, known }: Finding): boolean {
  return !known && (state !== 'same' || Boolean(missing?.length));
}

/** The report in Markdown, the most urgent first; in one line where there is nothing to do. */
export function report(findings: readonly Finding[]): string {
  const open = findings.filter(needsReading);
  const unread = findings.filter(({ known }) => known);
  const same = findings.length - open.length - unread.length;
  const parts = states.flatMap((state) => {
    const some = open.filter((finding) => finding.state === state);
    return some.length ? [`## ${headings[state]}\n\n${some.map(line).join('\n')}`] : [];
  });
  const hand = unread.length ? `; ${unread.length} are read by hand (${unread.flatMap(({ page }) => page.sources).join(', ')})` : '';
  const sum = `${same} of ${findings.length} pages say what was recorded of them${hand}.`;
  return `${[...parts, parts.length ? `${sum}\n\n${advice}` : sum].join('\n\n')}\n`;
}

const headings: { [state in State]: string } = {
  vanished: 'Vanished',
  changed: 'Changed',
  moved: 'Moved',
  blocked: 'Closed to robots: read them by hand',
  slow: 'Too slow to read',
  failing: 'Could not be read',
  first: 'Read for the first time',
  same: 'Recorded without words that the guide relies on',
};

const advice =
  'Read them, correct the chapters, set `checked` of the source in `content/sources.yaml`, and record what was read: `npm run watch:sources -- --record`.';

function line({ page, why, missing, last }: Finding): string {
  const parts = [
    `- ${page.sources.join(', ')}: \`${page.url}\``,
    why,
    missing?.length
      ? `does not say ${missing.map((each) => `\`${each}\``).join(', ')}`
      : missing && page.relies.length
        ? 'says what the guide relies on'
        : '',
    last ? `last read on ${last}` : 'never read by this watch before',
    page.chapters.length ? `cited in ${page.chapters.join(', ')}` : 'cited in no chapter',
  ];
  return parts.filter(Boolean).join('; ');
}
