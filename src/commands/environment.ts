import { fileURLToPath } from 'node:url';
import { buildDays } from '../model/days.ts';
import { Refusal } from '../model/issue.ts';
import { resolveSiteUrl } from '../publish/site-url.ts';

/** The project's folder, by the path that node.mjs reaches it by. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Reads what the environment says of a build, as the configuration will: refused before Astro starts, it is refused in our
 * words alone.
 * @throws Refusal
 */
export function checkEnvironment(): void {
  resolveSiteUrl(process.env);
  buildDays(process.env, Date.now());
}

/**
 * The port to serve at: PORT, else 4321.
 * @throws Refusal
 */
export function readPort(): number {
  const text = process.env['PORT'] || '4321';
  if (!/^\d{1,5}$/u.test(text) || Number(text) > 65535)
    throw new Refusal(`PORT=${text} is not a port. Write a number up to 65535, such as PORT=4322.`);
  return Number(text);
}
