import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Serves a built folder as a static host does: under its base path, with `_headers`, and 404.html for what is not there. A new build is served at once. */
export function serveFolder(folder: string, base = '/'): Server {
  const files = sirv(folder, { dev: true, etag: true, extensions: ['html'] });
  const rules = readHeaders(join(folder, '_headers'));
  return createServer((request, response) => {
    const url = request.url ?? '/';
    for (const rule of rules) if (matches(rule.path, url)) rule.headers.forEach((value, name) => response.setHeader(name, value));
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8' });
      const page = join(folder, '404.html');
      response.end(existsSync(page) ? readFileSync(page) : undefined);
    };
    if (!url.startsWith(base) || /^[^?]*\/\//u.test(url) || /\/_(?:headers|redirects)(?:$|\?)/u.test(url)) return notFound();
    const [path = '', query] = url.slice(base.length).split('?');
    if (path && !/[./]$|\.\w+$/u.test(path) && existsSync(join(folder, decodeURI(path), 'index.html'))) {
      response.writeHead(301, { Location: `${base}${path}/${query === undefined ? '' : `?${query}`}` });
      return response.end();
    }
    request.url = `/${url.slice(base.length)}`;
    files(request, response, notFound);
  });
}

interface Rule {
  path: string;
  headers: Map<string, string>;
}

function readHeaders(path: string): Rule[] {
  const rules: Rule[] = [];
  for (const line of existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []) {
    const header = /^\s+([\w-]+):\s*(.+)$/u.exec(line);
    if (header) rules.at(-1)?.headers.set(header[1]!, header[2]!);
    else if (/^\//u.test(line)) rules.push({ path: line.trim(), headers: new Map() });
  }
  return rules;
}

function matches(pattern: string, url: string): boolean {
  return pattern.endsWith('*') ? url.startsWith(pattern.slice(0, -1)) : url === pattern;
}
