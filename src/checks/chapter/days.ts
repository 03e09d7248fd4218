import type { ChapterSource } from '../../markdown/read-chapter.ts';
import { isDay } from '../../model/days.ts';
import type { Refuse } from '../../model/refusals.ts';
import type { Source } from '../../model/schemas.ts';
import type { YamlReading } from '../../model/yaml-source.ts';

type Path = readonly PropertyKey[];

/** Days after `latest`, the last that has begun anywhere on Earth, wherever they stand alone as a value. True where there is one. */
export function checkFuture(value: unknown, lineOf: (path: Path) => number, latest: string, refuse: Refuse, path: Path = []): boolean {
  const isFuture = typeof value === 'string' && isDay(value) && value > latest;
  if (isFuture) refuse(lineOf(path), 'futureDay', latest);
  const inner = Object.entries(value instanceof Object ? value : {}).map(([key, each]) =>
    checkFuture(each, lineOf, latest, refuse, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return isFuture || inner.includes(true);
}

/**
 * A chapter that is reviewed before it is published, and a history that feed readers cannot follow: one entry a day, the
 * newest first, and the oldest tells of the publication.
 */
export function checkChapterDays({ front: { data, lineOf } }: ChapterSource, latest: string, refuse: Refuse): void {
  if (!data || checkFuture(data, lineOf, latest, refuse)) return;
  const { published, reviewed, changes } = data;
  if (reviewed < published) return refuse(lineOf(['reviewed']), 'reviewedTooEarly', reviewed, published);
  for (const [at, { day }] of changes.entries()) {
    const line = lineOf(['changes', at, 'day']);
    const newer = changes[at - 1]?.day;
    if (newer !== undefined && day >= newer) refuse(line, 'changeOrder', day, newer);
    else if (at === changes.length - 1 && day !== published) refuse(line, 'oldestChange', day, published);
  }
}

/** Sources that were read before there was anything to read; a month or a year is compared as such. */
export function checkSourceDays({ data, lineOf }: YamlReading<Source[]>, refuse: Refuse): void {
  for (const [at, { id, date, checked }] of data?.entries() ?? [])
    if (date !== 'undated' && date > checked.slice(0, date.length)) refuse(lineOf([at, 'date']), 'checkedTooEarly', id, date, checked);
}
