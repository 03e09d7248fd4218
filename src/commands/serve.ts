import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { Refusal } from '../model/issue.ts';
import { headersFor } from '../publish/host-files.ts';

/** The port to serve at: PORT, else 4321. Throws a Refusal if PORT is not a port. */
export function readPort(): number {
  const text = process.env['PORT'] || '4321';
  if (!/^\d{1,5}$/u.test(text) || Number(text) > 65535)
    throw new Refusal(`PORT=${text} is not a port. Write a number up to 65535, such as PORT=4322.`);
  return Number(text);
}

/** The base path that a folder was built for, which begins its `_headers`. Throws a Refusal if the folder contains no build. */
export function servedBase(folder: string): string {
  const file = join(folder, '_headers');
  if (!existsSync(file)) throw new Refusal(`There is no build in ${folder}/ yet. Run npm run build first, or npm start for both.`);
  return readFileSync(file, 'utf8').replace(/\*[^]*/u, '');
}

/** Serves a built folder like a static host: under its base path, with the headers of `_headers` and 404.html. A new build is served at once. */
export function serveFolder(folder: string, base = '/'): Server {
  const files = sirv(folder, { dev: true, etag: true, extensions: ['html'] });
  return createServer((request, response) => {
    const url = request.url ?? '/';
    if (existsSync(join(folder, '_headers'))) response.setHeaders(headersFor(url.replace(/\?.*/u, ''), base));
    const notFound = () => {
      response.writeHead(404, { 'Content-Type': 'text/html;charset=utf-8', 'Cache-Control': 'no-store' });
      const page = join(folder, '404.html');
      response.end(existsSync(page) ? readFileSync(page) : undefined);
    };
    if (!url.startsWith(base) || /^[^?]*\/\//u.test(url) || /\/_(?:headers|redirects)(?:$|\?)/u.test(url)) return notFound();
    const [, path = '', query = ''] = /^([^?]*)(.*)/su.exec(url.slice(base.length)) ?? [];
    if (/^[\w/-]*[\w-]$/u.test(path) && existsSync(join(folder, path, 'index.html')))
      return response.writeHead(301, { Location: `${base}${path}/${query}` }).end();
    request.url = `/${path}${query}`;
    // An invalid range is ignored (RFC 9110, 14.2); sirv would end the program.
    const [, first, last] = /^bytes=(\d{1,15})-(\d{0,15})$/u.exec(request.headers.range ?? '') ?? [];
    if (!first || (last && Number(last) < Number(first))) delete request.headers.range;
    files(request, response, notFound);
  });
}
