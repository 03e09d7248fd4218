import type { HeaderRule } from '../policy/headers.ts';

/** What a server of one's own must know of a build: its base path, and what `_headers` and `_redirects` say. */
export interface Served {
  base: string;
  headers: readonly HeaderRule[];
  redirects: readonly { from: string; to: string; status: string }[];
}

/** Files of a build that are for servers and not for readers. */
export const serverFiles = ['_headers', '_redirects', '_nginx.conf', '_Caddyfile'];

/** What hosts say by themselves of everything that no rule names; nginx and Caddy say nothing, and browsers then guess. */
const caching = 'public, max-age=0, must-revalidate';

/**
 * Lines for a server block of nginx.
 * @throws Error when `_headers` has a rule that this cannot say
 */
export function nginxRules({ base, headers, redirects }: Served): string {
  const hidden = serverFiles.map((file) => file.replace('.', '\\.')).join('|');
  return lines([
    `error_page 404 ${base}404.html;`,
    // An `add_header` in a location would drop all others, so what differs is a variable.
    `set $guide_caching "${caching}";`,
    'add_header Cache-Control $guide_caching always;',
    ...sort(headers, base).flatMap(({ all, folder, ending, name, value }) => {
      if (all) return [`add_header ${name} "${value}" always;`];
      if (folder && name === 'Cache-Control') return [`location ^~ ${folder} { set $guide_caching "${value}"; }`];
      if (ending && name === 'Content-Type') return [`location ~ \\${ending}$ { types {} default_type "${value}"; }`];
      return undefined;
    }),
    `location ~ ^${base}(?:${hidden})$ { return 404; }`,
    ...redirects.map(({ from, to, status }) => `location = ${from} { return ${status} "${to}"; }`),
  ]);
}

/**
 * Lines for a site block of Caddy.
 * @throws Error when `_headers` has a rule that this cannot say
 */
export function caddyRules({ base, headers, redirects }: Served): string {
  // Set last, or a file sent compressed would say it twice.
  const vary = ['header {', '\tVary Accept-Encoding', '\tdefer', '}'];
  return lines([
    ...vary,
    `header ?Cache-Control \`${caching}\``,
    ...sort(headers, base).flatMap(({ all, folder, ending, name, value }) => {
      if (all) return [`header ${name} \`${value}\``];
      if (folder && name === 'Cache-Control') return [`header ${folder}* ${name} \`${value}\``];
      if (ending && name === 'Content-Type')
        return [`@${ending.slice(1)} path *${ending}`, `header @${ending.slice(1)} ${name} \`${value}\``];
      return undefined;
    }),
    `@hidden path ${serverFiles.map((file) => `${base}${file}`).join(' ')}`,
    'error @hidden 404',
    ...redirects.map(({ from, to, status }) => `redir ${from} ${to} ${status}`),
    'handle_errors {',
    ...vary.map((line) => `\t${line}`),
    `\trewrite * ${base}404.html`,
    `\theader Cache-Control \`${caching}\``,
    '\theader Content-Type `text/html; charset=utf-8`',
    '\tfile_server {',
    '\t\tprecompressed br gzip',
    '\t}',
    '}',
  ]);
}

interface Header {
  all: boolean;
  folder: string | undefined;
  ending: string | undefined;
  name: string;
  value: string;
}

/** Each header by what it is for: everything, a folder, or files with an ending. */
function sort(rules: readonly HeaderRule[], base: string): Header[] {
  return rules.flatMap(({ path, headers }) =>
    headers.map(([name, value]) => ({
      all: path === `${base}*`,
      folder: /^(.+\/)\*$/u.exec(path.slice(base.length))?.[1] && path.slice(0, -1),
      ending: /^\*(\.\w+)$/u.exec(path.slice(base.length))?.[1],
      name,
      value,
    })),
  );
}

function lines(all: readonly (string | undefined)[]): string {
  if (all.includes(undefined)) throw new Error('_headers has a rule that src/publish/hosts/servers.ts cannot say to nginx and Caddy yet');
  return `# Written by npm run self-host from the _headers and _redirects beside it.\n${all.join('\n')}\n`;
}
