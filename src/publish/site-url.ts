import { Refusal } from '../model/issue.ts';

/** The permanent address of the site: its origin, its base path (with slashes around it), and where that is set. */
interface SiteUrl {
  site: string;
  base: string;
  from: string;
  /** True for a preview deployment: noindex, with the permanent address as canonical. */
  preview: boolean;
}

/**
 * Reads SITE_URL, else what the build host says about the site, else localhost.
 * @throws Refusal if SITE_URL is not an http(s) address, contains a space, a query, a fragment, a user name or a path that is
 * not plain ASCII, or if the build host does not say where the site is
 */
export function resolveSiteUrl(env: NodeJS.ProcessEnv): SiteUrl {
  const [variable, host = localhost] = Object.entries(hostsIn(env)).find(([name]) => env[name]) ?? [];
  const { branch, production } = host;
  const [from, address] = env['SITE_URL'] ? ['SITE_URL', env['SITE_URL']] : [host.name, host.site];
  if (!address)
    throw new Refusal(
      `This is a build for a host (${variable} is set) that does not say what the permanent address of the site is. Set SITE_URL there, such as SITE_URL=https://example.org/`,
    );
  const url = siteAddress.test(address) ? URL.parse(address) : null;
  if (!url)
    throw new Refusal(
      `${from}=${address} is not the address of a site. Write it whole, with nothing but ASCII letters, digits and - _ . ~ in its path, such as SITE_URL=https://name.github.io/repo/`,
    );
  const preview = Boolean(branch) && !(production ? branch === production : /^ma(?:in|ster)$/u.test(branch!));
  return { site: url.origin, base: url.pathname.replace(/\/*$/u, '/'), from, preview };
}

/** An origin and a path, which goes into every page as it is; anything else in an address would be lost. */
const siteAddress = /^https?:\/\/[^\s\\/?#@\p{C}]+(?:\/[\w.~-]+)*\/?$/iu;

interface Host {
  name: string;
  /** The permanent address. */
  site: string | undefined;
  /** The branch or context that is built, and the one that is the site itself (main or master where the host does not say). */
  branch?: string | undefined;
  production?: string | undefined;
}

const localhost: Host = { name: 'localhost, because SITE_URL is not set', site: 'http://localhost:4321' };

/**
 * Build hosts, by the variable that each sets. The address of a single deployment (CF_PAGES_URL, DEPLOY_URL, DEPLOY_PRIME_URL,
 * VERCEL_URL) is never taken for it: that leads to a frozen copy.
 */
function hostsIn(env: NodeJS.ProcessEnv): Record<string, Host> {
  const { URL: netlify, CF_PAGES_URL: deployment, VERCEL_PROJECT_PRODUCTION_URL: vercel, GITHUB_REPOSITORY: repository } = env;
  // https://name.pages.dev/ from https://0a1b2c3d.name.pages.dev/.
  const cloudflare = deployment?.replace(/^(https:\/\/)[^./]+\.([^./]+\.pages\.dev)/u, '$1$2');
  // From OWNER/REPOSITORY; a repository named OWNER.github.io is served at the root.
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
