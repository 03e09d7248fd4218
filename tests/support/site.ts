import { readFileSync, readdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Claim, Part, Source } from '../../src/model/schemas.ts';
import { serveFolder } from '../../src/commands/serve.ts';

export const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** Every HTML file of the build by its address below the base path; 404.html keeps its name. */
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html'))
  .sort()
  .map((file) => ({ file, path: `/${file.replace(/index\.html$/u, '')}`, html: readFileSync(dist + file, 'utf8') }));

/** The pages that are read, and those that only redirect to one of them. */
export const pages = files.filter(({ html }) => !html.includes('http-equiv="refresh"'));
export const redirects = files.filter((file) => !pages.includes(file));

export const chapters = readYaml<Part[]>('outline.yaml').flatMap((part) => part.chapters);
export const claims = readYaml<Claim[]>('claims.yaml');
export const sources = readYaml<Source[]>('sources.yaml');

/** The build on a loopback port of its own, with its headers. */
export async function serveSite(folder = dist, base = '/'): Promise<{ origin: string; close: () => void }> {
  const server = serveFolder(folder, base);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A test that ends before it can close the server must not wait for it.
  server.unref();
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => (server.close(), server.closeAllConnections()) };
}

function readYaml<T>(name: string): T {
  return parse(readFileSync(new URL(`../../content/${name}`, import.meta.url), 'utf8')) as T;
}
