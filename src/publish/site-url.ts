import { Refusal } from '../model/issue.ts';

/** Where the site is served and stays: its origin, its base path (beginning and ending with a slash), and who said so. */
export interface SiteUrl {
  site: string;
  base: string;
  from: string;
  /** A trial deployment beside the site, which search engines are to leave alone; its pages name the site as their own place. */
  preview: boolean;
}

type Environment = Record<string, string | undefined>;

/**
 * Reads SITE_URL, else what the host that builds says of the site, else localhost. Hosts also name the address of each
 * single deployment (CF_PAGES_URL, DEPLOY_URL, DEPLOY_PRIME_URL, VERCEL_URL): a link to one leads to a frozen copy, so
 * these are never taken.
 * @throws Refusal when SITE_URL is not an http(s) address, or holds a space, a query, a fragment, a name or a path that is not plain ASCII; and when a host builds that does not say where the site is
 */
export function resolveSiteUrl(env: Environment): SiteUrl {
  const candidates = {
    SITE_URL: env['SITE_URL'],
    Netlify: env['NETLIFY'] && env['URL'],
    // https://name.pages.dev/ of https://0a1b2c3d.name.pages.dev/, the address of a single deployment.
    'Cloudflare Pages; with a domain of your own, set SITE_URL': env['CF_PAGES_URL']?.replace(
      /^(https:\/\/)[^./]+\.([^./]+\.pages\.dev)/u,
      '$1$2',
    ),
    Vercel: env['VERCEL_PROJECT_PRODUCTION_URL'] && `https://${env['VERCEL_PROJECT_PRODUCTION_URL']}`,
    'GitHub Pages': env['GITHUB_ACTIONS'] && pagesAddress(env['GITHUB_REPOSITORY']),
  };
  const host = ['NETLIFY', 'CF_PAGES', 'WORKERS_CI', 'VERCEL'].find((name) => env[name]);
  const found = Object.entries(candidates).find(([, value]) => value);
  if (!found && host)
    throw new Refusal(
      `This is a build for a host (${host} is set) that does not say at which address the site stays. Set SITE_URL there, such as SITE_URL=https://example.org/`,
    );
  const [from, address = ''] = found ?? ['localhost, because SITE_URL is not set', 'http://localhost:4321'];
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !/^https?:$/u.test(url.protocol))
    throw new Refusal(`${from}=${address} is not an address of a site. Write it whole, such as SITE_URL=https://name.github.io/repo/`);
  // The path is written into every page as it stands; what else an address can hold would be lost.
  if (/[\s\\\p{C}]/u.test(address.trim()) || !/^\/(?:[\w.~-]+\/?)*$/u.test(url.pathname) || url.search || url.hash || url.username)
    throw new Refusal(
      `${from}=${address} has a sign that the address of a site cannot have. Its path may hold ASCII letters, digits and - _ . ~ only, such as SITE_URL=https://name.github.io/repo/`,
    );
  return { site: url.origin, base: url.pathname.replace(/\/*$/u, '/'), from, preview: isPreview(env) };
}

/**
 * Whether a host builds something else than the site itself. Cloudflare names only the branch: PRODUCTION_BRANCH says which
 * one is the site's, where that is neither main nor master.
 */
function isPreview(env: Environment): boolean {
  const context = env['NETLIFY'] ? env['CONTEXT'] : env['VERCEL_ENV'];
  if (context) return context !== 'production';
  const branch = env['CF_PAGES_BRANCH'] ?? env['WORKERS_CI_BRANCH'];
  const main = env['PRODUCTION_BRANCH'];
  return branch !== undefined && !(main ? branch === main : /^ma(?:in|ster)$/u.test(branch));
}

function pagesAddress(slug = ''): string | undefined {
  const [owner = '', repository = ''] = slug.split('/');
  const host = `${owner.toLowerCase()}.github.io`;
  if (repository) return `https://${host}/${repository.toLowerCase() === host ? '' : `${repository}/`}`;
  return undefined;
}
