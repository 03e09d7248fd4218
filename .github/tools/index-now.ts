import { readFileSync } from 'node:fs';
import { explainFailures } from '../../src/commands/failures.ts';
import { Refusal } from '../../src/model/issue.ts';
import { site } from '../../src/site.ts';

/**
 * Tells search engines which pages have changed since the last deploy (indexnow.org/documentation).
 *
 *   node .github/tools/index-now.ts compare HOME          before a deploy: prints the changed addresses as JSON
 *   node .github/tools/index-now.ts submit HOME ADDRESSES after it: submits them (ADDRESSES is that JSON)
 */
explainFailures('IndexNow was not told.');
const [, , action, home = '', addresses = '[]'] = process.argv;
const endpoint = process.env['INDEXNOW_ENDPOINT'] ?? 'https://api.indexnow.org/indexnow';

if (action === 'compare') {
  const answer = await fetch(new URL('content-hashes.json', home)).catch((error: unknown) =>
    fail(`${home} cannot be read (${String(error)})`),
  );
  if (!answer.ok && answer.status !== 404) fail(`${home} answers ${answer.status}`);
  const before = answer.ok ? ((await answer.json()) as Record<string, string>) : {};
  const after = JSON.parse(readFileSync('dist/content-hashes.json', 'utf8')) as Record<string, string>;
  console.log(JSON.stringify(Object.keys(after).filter((address) => before[address] !== after[address])));
} else if (action === 'submit') {
  const urlList = JSON.parse(addresses) as string[];
  const { indexNowKey: key } = site;
  const body = { host: new URL(home).host, key, keyLocation: new URL(`${key}.txt`, home).href, urlList };
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  const answer = urlList.length ? await fetch(endpoint, { method: 'POST', headers, body: JSON.stringify(body) }) : undefined;
  if (answer && !answer.ok) fail(`the submission was answered with ${answer.status}`);
  console.log(answer ? `Submitted ${urlList.length} addresses.` : 'No words have changed; nothing to submit.');
} else fail('say “compare HOME” or “submit HOME ADDRESSES”');

function fail(reason: string): never {
  throw new Refusal(`IndexNow: ${reason}.`);
}
