import { readFileSync } from 'node:fs';
import { changedAddresses, submission } from '../model/links/index-now.ts';

/**
 * Tells search engines which pages have other words than at the last deploy.
 *
 *   node src/commands/index-now.ts compare HOME          before a deploy: prints the changed addresses as JSON
 *   node src/commands/index-now.ts submit HOME ADDRESSES after it: submits them (ADDRESSES is that JSON)
 */
const [, , action, home = '', addresses = '[]'] = process.argv;
const endpoint = process.env['INDEXNOW_ENDPOINT'] ?? 'https://api.indexnow.org/indexnow';

if (action === 'compare') {
  const answer = await fetch(new URL('content-hashes.json', home)).catch((error: unknown) =>
    fail(`${home} cannot be read (${String(error)})`),
  );
  if (!answer.ok && answer.status !== 404) fail(`${home} answers ${answer.status}`);
  const before = answer.ok ? ((await answer.json()) as Record<string, string>) : {};
  console.log(
    JSON.stringify(changedAddresses(before, JSON.parse(readFileSync('dist/content-hashes.json', 'utf8')) as Record<string, string>)),
  );
} else if (action === 'submit') {
  const changed = JSON.parse(addresses) as string[];
  if (changed.length === 0) console.log('No words have changed; nothing to submit.');
  else {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify(submission(home, changed)),
    });
    if (!answer.ok) fail(`the submission was answered with ${answer.status}`);
    console.log(`Submitted ${changed.length} addresses.`);
  }
} else fail('say “compare HOME” or “submit HOME ADDRESSES”');

function fail(reason: string): never {
  console.error(`IndexNow: ${reason}.`);
  process.exit(1);
}
