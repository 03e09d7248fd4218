import type { Page } from '../../checks/read-page.ts';

/** The text of `_redirects`, which Netlify and Cloudflare Pages read: a line for each page that only leads on. */
export function redirectsFile(pages: ReadonlyMap<string, Page>, base: string): string {
  return [...pages]
    .flatMap(([file, { redirect }]) => (redirect ? [`${base}${file.slice(0, -'index.html'.length)} ${redirect} 301\n`] : []))
    .join('');
}

/** What redirectsFile wrote. */
export function readRedirects(text: string): { from: string; to: string; status: string }[] {
  return [...text.matchAll(/^(\S+) (\S+) (\d+)$/gmu)].map(([, from = '', to = '', status = '']) => ({ from, to, status }));
}
