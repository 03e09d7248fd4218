import type { Content, RefuseIn } from '../content.ts';

/** Links of chapters that lead nowhere, or to another site. */
export function checkLinks({ chapters, headings }: Content, refuseIn: RefuseIn): void {
  for (const [here, { file, links }] of chapters) {
    const refuse = refuseIn(file);
    for (const { to, line } of links) {
      const [whole, path = `/${here}/`, fragment] = /^(\/[a-z0-9-]+\/|\/)?(?:#([^#]+))?$/u.exec(to) ?? [];
      const known = headings.get(path);
      if (/^[a-z][a-z0-9+.-]*:|^\/\//iu.test(to)) refuse(line, 'otherSite', to);
      else if (!whole || !known) refuse(line, 'noPage', to, [...headings.keys()].join(' '));
      else if (fragment && !known.includes(fragment)) refuse(line, 'noFragment', to, known.map((id) => `#${id}`).join(' '));
    }
  }
}
