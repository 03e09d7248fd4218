import { Refusal } from '../model/issue.ts';

/** Where the site is served and stays: its origin, its base path (beginning and ending with a slash), and who said so. */
interface SiteUrl {
  site: string;
  base: string;
  from: string;
  /** A trial deployment beside the site, which search engines are to leave alone; its pages name the site as their own place. */
  preview: boolean;
}

/**
 * Reads SITE_URL, else what the host that builds says of the site, else localhost.
 * @throws Refusal when SITE_URL is not an http(s) address, has a space, a query, a fragment or a user name in it, or a path that
 * is not plain ASCII; and when a host builds that does not say where the site is
 */
export function resolveSiteUrl(env: NodeJS.ProcessEnv): SiteUrl {
  const [variable, host = nowhere] = Object.entries(hostsIn(env)).find(([name]) => env[name]) ?? [];
  const { branch, production } = host;
  const [from, address] = env['SITE_URL'] ? ['SITE_URL', env['SITE_URL']] : [host.name, host.site];
  if (!address)
    throw new Refusal(
      `This is a build for a host (${variable} is set) that does not say at which address the site stays. Set SITE_URL there, such as SITE_URL=https://example.org/`,
    );
  const url = siteAddress.test(address) ? URL.parse(address) : null;
  if (!url)
    throw new Refusal(
      `${from}=${address} is not the address of a site. Write it whole, with nothing but ASCII letters, digits and - _ . ~ in its path, such as SITE_URL=https://name.github.io/repo/`,
    );
  const preview = Boolean(branch) && !(production ? branch === production : /^ma(?:in|ster)$/u.test(branch!));
  return { site: url.origin, base: url.pathname.replace(/\/*$/u, '/'), from, preview };
}

/** The path is written into every page as it stands; what else an address can have would be lost. */
const siteAddress = /^https?:\/\/[^\s\\/?#@\p{C}]+(?:\/[\w.~-]+)*\/?$/iu;

interface Host {
  name: string;
  /** Where the site stays. */
  site: string | undefined;
  /** The branch or context that is built, and the one that is the site itself (main or master where the host does not say). */
  branch?: string | undefined;
  production?: string | undefined;
}

const nowhere: Host = { name: 'localhost, because SITE_URL is not set', site: 'http://localhost:4321' };

/**
 * Hosts by the variable that each sets. They also name the address of each single deployment (CF_PAGES_URL, DEPLOY_URL,
 * DEPLOY_PRIME_URL, VERCEL_URL): a link to one leads to a frozen copy, so these are never taken.
 */
function hostsIn(env: NodeJS.ProcessEnv): Record<string, Host> {
  const { URL: netlify, CF_PAGES_URL: deployment, VERCEL_PROJECT_PRODUCTION_URL: vercel, GITHUB_REPOSITORY: repository } = env;
  // https://name.pages.dev/ of https://0a1b2c3d.name.pages.dev/.
  const cloudflare = deployment?.replace(/^(https:\/\/)[^./]+\.([^./]+\.pages\.dev)/u, '$1$2');
  // Of OWNER/REPOSITORY, which stands at the root where it is named as the host is.
  const github = repository?.replace(/^([^/]+)\/(?:\1\.github\.io$)?/iu, (_, owner: string) => `https://${owner.toLowerCase()}.github.io/`);
  return {
    NETLIFY: { name: 'Netlify', site: netlify, branch: env['CONTEXT'], production: 'production' },
    CF_PAGES: {
      name: 'Cloudflare Pages; with a domain of your own, set SITE_URL',
      site: cloudflare,
      branch: env['CF_PAGES_BRANCH'],
      production: env['PRODUCTION_BRANCH'],
    },
    WORKERS_CI: { name: 'Cloudflare Workers', site: undefined, branch: env['WORKERS_CI_BRANCH'], production: env['PRODUCTION_BRANCH'] },
    VERCEL: { name: 'Vercel', site: vercel && `https://${vercel}`, branch: env['VERCEL_ENV'], production: 'production' },
    GITHUB_ACTIONS: { name: 'GitHub Pages', site: github },
  };
}
