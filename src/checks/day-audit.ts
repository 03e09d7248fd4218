import type { Permalinks } from '../model/links/permalinks.ts';
import type { Issue } from '../model/issue.ts';
import type { Source } from '../model/schemas.ts';
import type { YamlReading } from '../model/yaml-source.ts';

/** Sources from the future, or read before there was anything to read. `latest` is the last day that may be written. */
export function auditSourceDays({ data, lineOf }: YamlReading<Source[]>, latest: string): Issue[] {
  return (data ?? []).flatMap(({ id, date, checked }, at): Issue[] => {
    const issue = (key: string, message: string, fix: string) => [
      { file: 'content/sources.yaml', line: lineOf([at, key]), message: `source ${id}: ${message}`, fix },
    ];
    if (checked > latest) return issue('checked', `checked on ${checked}, which is after ${latest}`, 'Write the day on which it was read.');
    // A month or a year is compared as such.
    if (date !== 'undated' && date > checked.slice(0, date.length))
      return issue('date', `its date ${date} is after ${checked}, when it was checked`, 'Correct one of the two.');
    return [];
  });
}

/** Addresses that were recorded on a day to come. */
export function auditRecordedDays({ data, lineOf }: YamlReading<Permalinks>, latest: string): Issue[] {
  const file = 'content/permalinks.yaml';
  const fix = 'Let “npm run permalinks” write this file.';
  return Object.entries(data ?? {}).flatMap(([path, { published, ids }]) =>
    [
      { address: path, day: published, at: [path, 'published'] },
      ...Object.entries(ids).map(([id, day]) => ({ address: `${path}#${id}`, day, at: [path, 'ids', id] })),
    ]
      .filter(({ day }) => day > latest)
      .map(({ address, day, at }) => ({
        file,
        line: lineOf(at),
        message: `${address} was recorded on ${day}, which is after ${latest}`,
        fix,
      })),
  );
}
