import { Refusal } from '../model/issue.ts';

/** Where the site is served and stays: its origin, its base path (beginning and ending with a slash), and who said so. */
export interface SiteUrl {
  site: string;
  base: string;
  from: string;
  /** A trial deployment beside the site, which search engines are to leave alone; its pages name the site as their own place. */
  preview: boolean;
}

/**
 * Reads SITE_URL, else what the host that builds says of the site, else localhost. Hosts also name the address of each
 * single deployment (CF_PAGES_URL, DEPLOY_URL, DEPLOY_PRIME_URL, VERCEL_URL): a link to one leads to a frozen copy, so
 * these are never taken.
 * @throws Refusal when SITE_URL is not an http(s) address, or holds a space, a query, a fragment, a name or a path that is not plain ASCII; and when a host builds that does not say where the site is
 */
export function resolveSiteUrl(env: Record<string, string | undefined>): SiteUrl {
  const [owner, repository] = env['GITHUB_REPOSITORY']?.split('/') ?? [];
  const candidates: [string, string | undefined][] = [
    ['SITE_URL', env['SITE_URL']],
    ['Netlify', env['NETLIFY'] && env['URL']],
    ['Cloudflare Pages; with a domain of your own, set SITE_URL', env['CF_PAGES_URL'] && projectAddress(env['CF_PAGES_URL'])],
    ['Vercel', env['VERCEL_PROJECT_PRODUCTION_URL'] && `https://${env['VERCEL_PROJECT_PRODUCTION_URL']}`],
    ['GitHub Pages', env['GITHUB_ACTIONS'] && owner && repository && pagesAddress(owner, repository)],
  ];
  const host = ['NETLIFY', 'CF_PAGES', 'WORKERS_CI', 'VERCEL'].find((name) => env[name]);
  const found = candidates.find(([, value]) => value);
  if (!found && host)
    throw new Refusal(
      `This is a build for a host (${host} is set) that does not say at which address the site stays. Set SITE_URL there, such as SITE_URL=https://example.org/`,
    );
  const [from, address] = found ?? ['localhost, because SITE_URL is not set', 'http://localhost:4321'];
  if (!URL.canParse(address!) || !/^https?:$/u.test(new URL(address!).protocol)) {
    throw new Refusal(`${from}=${address} is not an address of a site. Write it whole, such as SITE_URL=https://name.github.io/repo/`);
  }
  const url = new URL(address!);
  // The path is written into every page as it stands; what else an address can hold would be lost.
  if (/[\s\\\p{C}]/u.test(address!.trim()) || !/^\/(?:[\w.~-]+\/?)*$/u.test(url.pathname) || url.search || url.hash || url.username)
    throw new Refusal(
      `${from}=${address} has a sign that the address of a site cannot have. Its path may hold ASCII letters, digits and - _ . ~ only, such as SITE_URL=https://name.github.io/repo/`,
    );
  return { site: url.origin, base: url.pathname.replace(/\/*$/u, '/'), from, preview: isPreview(env) };
}

/**
 * Whether a host builds something else than the site itself. Cloudflare names only the branch: PRODUCTION_BRANCH says which
 * one is the site's, where that is neither main nor master.
 */
function isPreview(env: Record<string, string | undefined>): boolean {
  const branch = env['CF_PAGES_BRANCH'] ?? env['WORKERS_CI_BRANCH'];
  const main = env['PRODUCTION_BRANCH'];
  return (
    (env['NETLIFY'] !== undefined && env['CONTEXT'] !== undefined && env['CONTEXT'] !== 'production') ||
    (env['VERCEL_ENV'] !== undefined && env['VERCEL_ENV'] !== 'production') ||
    (branch !== undefined && !(main ? branch === main : /^ma(?:in|ster)$/u.test(branch)))
  );
}

/** https://name.pages.dev/ of https://0a1b2c3d.name.pages.dev/, the address of a single deployment. */
function projectAddress(deployment: string): string {
  return deployment.replace(/^(https:\/\/)[^./]+\.([^./]+\.pages\.dev)/u, '$1$2');
}

function pagesAddress(owner: string, repository: string): string {
  const host = `${owner.toLowerCase()}.github.io`;
  return `https://${host}/${repository.toLowerCase() === host ? '' : `${repository}/`}`;
}
