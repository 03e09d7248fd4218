import { otherPages } from '../../model/guide/pages.ts';
import type { Content, RefuseIn } from '../content.ts';

/** Links of chapters that lead nowhere, or to another site. */
export function checkLinks({ chapters }: Content, refuseIn: RefuseIn): void {
  const fragments = new Map<string, string[]>([
    ...[...chapters].map(([id, { headings }]) => [`/${id}/`, headings.map((heading) => `#${heading.id}`)] as const),
    ...Object.values(otherPages).map(({ path, headings }) => [path, headings.map(({ id }) => `#${id}`)] as const),
  ]);
  for (const [here, { file, links }] of chapters) {
    const refuse = refuseIn(file);
    for (const { to, line } of links) {
      const [whole, path = `/${here}/`, fragment] = /^(\/[a-z0-9-]+\/|\/)?(#[^#]+)?$/u.exec(to) ?? [];
      const known = fragments.get(path);
      if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(to)) refuse(line, 'otherSite', to);
      else if (!whole || !known) refuse(line, 'noPage', to, [...fragments.keys()].join(' '));
      else if (fragment && !known.includes(fragment)) refuse(line, 'noFragment', to, known.join(' '));
    }
  }
}
