import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressTexts } from './compress.ts';
import { baseOf, readHeaders } from '../policy/headers.ts';
import { readRedirects } from '../derived/redirects.ts';
import { caddyRules, nginxRules } from './servers.ts';

/**
 * Adds to a built folder what nginx and Caddy need: compressed texts, and its headers and redirects in their languages.
 * They lie in the folder itself, because the hashes of a policy belong to one build.
 */
export function prepareForServers(folder: string): { base: string; texts: number; bytes: number; brotli: number } {
  const headers = readHeaders(readFileSync(join(folder, '_headers'), 'utf8'));
  const base = baseOf(headers);
  const served = { base, headers, redirects: readRedirects(readFileSync(join(folder, '_redirects'), 'utf8')) };
  writeFileSync(join(folder, '_nginx.conf'), nginxRules(served));
  writeFileSync(join(folder, '_Caddyfile'), caddyRules(served));
  return { base, ...compressTexts(folder) };
}
