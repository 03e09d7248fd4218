import { Refusal } from '../model/issue.ts';

/** Where the site will be served: its origin, its base path (beginning and ending with a slash), and who said so. */
export interface SiteUrl {
  site: string;
  base: string;
  from: string;
}

/**
 * Reads SITE_URL, else the variable of the host that builds, else localhost.
 * @throws Refusal when SITE_URL is not an http(s) address, or holds a space, a query, a fragment, a name or a path that is not plain ASCII
 */
export function resolveSiteUrl(env: Record<string, string | undefined>): SiteUrl {
  const [owner, repository] = env['GITHUB_REPOSITORY']?.split('/') ?? [];
  const candidates: [string, string | undefined][] = [
    ['SITE_URL', env['SITE_URL']],
    ['Netlify', env['NETLIFY'] && env['URL']],
    ['Cloudflare Pages', env['CF_PAGES_URL']],
    ['Vercel', env['VERCEL_PROJECT_PRODUCTION_URL'] && `https://${env['VERCEL_PROJECT_PRODUCTION_URL']}`],
    ['GitHub Pages', env['GITHUB_ACTIONS'] && owner && repository && pagesAddress(owner, repository)],
  ];
  const [from, address] = candidates.find(([, value]) => value) ?? ['localhost, because SITE_URL is not set', 'http://localhost:4321'];
  if (!URL.canParse(address!) || !/^https?:$/u.test(new URL(address!).protocol)) {
    throw new Refusal(`${from}=${address} is not an address of a site. Write it whole, such as SITE_URL=https://name.github.io/repo/`);
  }
  const url = new URL(address!);
  // The path is written into every page as it stands; what else an address can hold would be lost.
  if (/[\s\\\p{C}]/u.test(address!.trim()) || !/^\/(?:[\w.~-]+\/?)*$/u.test(url.pathname) || url.search || url.hash || url.username)
    throw new Refusal(
      `${from}=${address} has a sign that the address of a site cannot have. Its path may hold ASCII letters, digits and - _ . ~ only, such as SITE_URL=https://name.github.io/repo/`,
    );
  return { site: url.origin, base: url.pathname.replace(/\/*$/u, '/'), from };
}

function pagesAddress(owner: string, repository: string): string {
  const host = `${owner.toLowerCase()}.github.io`;
  return `https://${host}/${repository.toLowerCase() === host ? '' : `${repository}/`}`;
}
