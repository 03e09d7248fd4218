import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { Project, type Outcome } from './support/project.ts';

/** The pages of a site that is watched, by path; a test changes them. */
const pages = new Map<string, RequestListener>();
const server = createServer((request, response) => {
  const answer = pages.get(request.url ?? '');
  if (answer) answer(request, response);
  else response.writeHead(404).end('not here');
});
let origin = '';
let project: Project;

const html =
  (body: string, title = 'Fees'): RequestListener =>
  (_, response) =>
    void response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!doctype html><title>${title}</title>${body}`);
const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(code, headers).end('<title>no</title>');
const never: RequestListener = () => undefined;

const names = ['changed', 'markup', 'moved', 'vanished', 'soft', 'blocked', 'challenge', 'slow', 'failing', 'text', 'coded', 'closed'];
const words = '<main><h1>Wallet</h1><p>It takes <b>$3</b> each 30 days.</p></main>';

before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  for (const name of names) pages.set(`/${name}`, html(words));
  pages.set('/text', (_, response) => void response.writeHead(200, { 'Content-Type': 'text/plain' }).end('It takes $3 each 30 days.'));
  pages.set(
    '/coded',
    (_, response) =>
      void response.writeHead(200, { 'Content-Type': 'text/html; charset=gb2312' }).end(Buffer.from('3c703ed4c2d7e22024333c2f703e', 'hex')),
  );
  pages.set('/closed', status(403));
  project = new Project();
  const source = (name: string, at: number) =>
    `- { id: W${at + 1}, kind: official, title: ${name}, publisher: a, url: ${origin}/${name}, date: undated, checked: '2026-11-23', note: b, relies: ['$3', 30 days] }\n`;
  project.write(
    'content/sources.yaml',
    names
      .map(source)
      .join('')
      .replace(
        `/coded, date: undated, checked: '2026-11-23', note: b, relies: ['$3', 30 days]`,
        `/coded, date: undated, checked: '2026-11-23', note: b, relies: ['月租 $3']`,
      ),
  );
  project.write(
    'content/claims.yaml',
    '- { id: 1, says: a, verdict: confirmed, outcome: kept, why: b, place: summary#in-short, sources: [W4] }\n',
  );
  project.write('content/guide/steps.mdx', `${project.read('content/guide/steps.mdx')}\n<Cite id="W1" /> <Cite id="W3" />\n`);
});
after(() => {
  server.close();
  server.closeAllConnections();
  project.remove();
});

const watch = (...args: string[]): Promise<Outcome> =>
  project.run('.github/tools/watch-sources.ts', args, { WATCH_PAUSE: '0', WATCH_TIMEOUT: '700' });

test('pages that were never read are reported as such, not as unchanged', async () => {
  const { code, output } = await watch();
  assert.equal(code, 3);
  assert.match(
    output,
    /## Read for the first time[\s\S]*W1: .*says what the guide relies on; never read by this watch before; cited in steps/u,
  );
  assert.match(output, /## Closed to robots[\s\S]*W12: .*answers 403; never read by this watch before/u);
  assert.match(output, /^0 of 12 pages say what was recorded of them\.$/mu);
});

test('once recorded, nothing is reported while nothing changes; what can only be read by hand is listed as such', async () => {
  assert.equal((await watch('--record')).code, 0);
  const { code, output } = await watch();
  assert.equal(output.trim(), '11 of 12 pages say what was recorded of them; 1 are read by hand (W12).');
  assert.equal(code, 0);
});

test('different markup around the same words is not a change', async () => {
  pages.set(
    '/markup',
    html(
      '<nav>News of today</nav><script>let now = 5</script><article class="x"><div>Wallet</div>\n<div><span>It</span> takes $<i>3</i> each 30&nbsp;days.</div></article><footer>2027</footer>',
    ),
  );
  const { code, output } = await watch();
  assert.equal(code, 0, output);
});

test('each page that changed, moved, vanished, is closed, slow or broken is named with its sources and chapters', async () => {
  pages.set('/changed', html(words.replace('$3', '$4')));
  pages.set('/moved', status(301, { Location: '/elsewhere' }));
  pages.set('/elsewhere', html(words));
  pages.set('/vanished', status(404));
  pages.set('/soft', html('<p>Sorry</p>', 'Page not found'));
  pages.set('/blocked', status(403));
  pages.set('/challenge', html('<p>Checking</p>', 'Just a moment...'));
  pages.set('/slow', never);
  pages.set('/failing', status(500));
  const { code, output } = await watch();
  assert.equal(code, 3);
  const section = (heading: string) => new RegExp(`## ${heading}[^#]*`, 'u').exec(output)?.[0] ?? '';
  assert.match(section('Changed'), /W1: .*does not say `\$3`; last read on \d{4}-\d{2}-\d{2}; cited in steps/u);
  assert.match(section('Moved'), /W3: .*elsewhere; says what the guide relies on; .*cited in steps/u);
  assert.match(section('Vanished'), /W4: .*answers 404; .*cited in summary/u);
  assert.match(section('Vanished'), /W5: .*its title is “Page not found”/u);
  assert.match(section('Closed to robots'), /W6: .*answers 403; last read on[\s\S]*W7: .*Just a moment/u);
  assert.match(section('Too slow to read'), /W8: .*nothing within 0\.7 s/u);
  assert.match(section('Could not be read'), /W9: .*answers 500/u);
  for (const same of ['W2', 'W10', 'W11']) assert.ok(!output.includes(`${same}:`), output);
  assert.match(output, /^3 of 12 pages say what was recorded of them; 1 are read by hand \(W12\)\.$/mu);
});

test('recording keeps the words of a page that cannot be read, and takes a new address', async () => {
  await watch('--record');
  const { output } = await watch();
  assert.doesNotMatch(output, /## (?:Moved|Changed\n)/u);
  assert.match(output, /W4: .*last read on \d{4}/u);
  assert.match(output, /## Recorded without words that the guide relies on[^#]*W1: .*does not say `\$3`/u);
  pages.set('/vanished', html(words));
  assert.doesNotMatch((await watch()).output, /W4:/u);
});
