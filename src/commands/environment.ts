import { buildDays } from '../model/days.ts';
import { Refusal } from '../model/issue.ts';
import { resolveSiteUrl } from '../publish/site-url.ts';

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
  const port = Number(text);
  if (!/^\d+$/u.test(text) || port > 65535) throw new Refusal(`PORT=${text} is not a port. Write a number up to 65535, such as PORT=4322.`);
  return port;
}
