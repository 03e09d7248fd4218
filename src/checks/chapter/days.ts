import type { ChapterSource } from '../../markdown/read-chapter.ts';
import { isDay } from '../../model/days.ts';
import type { Source } from '../../model/schemas.ts';
import type { YamlReading } from '../../model/yaml-source.ts';

/** Refuses each value that is a day after `latest`, the last day that has begun anywhere on Earth. Returns true if there is one. */
export function checkFuture({ data, lineOf, refuse }: YamlReading<unknown>, latest: string): boolean {
  const future = pathsIn(data, (value) => isDay(value) && value > latest);
  for (const path of future) refuse(lineOf(path), 'futureDay', latest);
  return future.length > 0;
}

function pathsIn(data: unknown, isFound: (value: string) => boolean): string[][] {
  if (typeof data === 'string') return isFound(data) ? [[]] : [];
  return Object.entries(data ?? {}).flatMap(([key, value]) => pathsIn(value, isFound).map((path) => [key, ...path]));
}

/**
 * Refuses a chapter that was reviewed before it was published, and a history that feed readers cannot follow: it has one entry
 * a day, the newest first, and the oldest is the publication.
 */
export function checkChapterDays({ front, refuse }: ChapterSource, latest: string): void {
  if (!front.data || checkFuture(front, latest)) return;
  const { published, reviewed, changes } = front.data;
  if (reviewed < published) return refuse(front.lineOf(['reviewed']), 'reviewedTooEarly', reviewed, published);
  for (const [at, { day }] of changes.entries()) {
    const line = front.lineOf(['changes', at, 'day']);
    const newer = changes[at - 1]?.day;
    if (newer !== undefined && day >= newer) refuse(line, 'changeOrder', day, newer);
    else if (at === changes.length - 1 && day !== published) refuse(line, 'oldestChange', day, published);
  }
}

/** Refuses sources that were read before they were published, comparing months with months and years with years. */
export function checkSourceDays({ data, lineOf, refuse }: YamlReading<Source[]>): void {
  for (const [at, { id, date, checked }] of data?.entries() ?? [])
    if (date !== 'undated' && date > checked.slice(0, date.length)) refuse(lineOf([at, 'date']), 'checkedTooEarly', id, date, checked);
}
