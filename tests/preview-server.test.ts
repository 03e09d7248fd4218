import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { serveSite } from './support/site.ts';

/** What comes back for bytes sent as they are; '' where the server only ends the connection. */
function send(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => void socket.write(text));
    socket.setTimeout(300, () => void socket.destroy());
    socket.on('data', (data) => void (answer += data.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => void resolve(answer));
  });
}

const get = (path: string, ...headers: string[]) =>
  `GET ${path} HTTP/1.1\r\nHost: a\r\n${headers.map((each) => `${each}\r\n`).join('')}\r\n`;

const strange = [
  ...['5-2', '-5', '-', '5-', '99999999-', '0-99999999999999999999', 'a-b', '0-1,3-4', '-0', '1-0'].map((range) =>
    get('/steps/', `Range: bytes=${range}`),
  ),
  get('/steps/', 'Range: lines=1-2'),
  ...[
    '/%',
    '/%00',
    '/%E4%BD',
    '/%c0%ae%c0%ae/',
    '/../../etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/steps/%00.html',
    '//',
    '///',
    '/?',
    '*',
    '/a'.repeat(4000),
  ].map((path) => get(path)),
  get('http://other.example/steps/'),
  'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n',
  'POST /steps/ HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello',
  'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n',
  'no request at all\r\n\r\n',
  get('/steps/', 'If-None-Match: "', 'If-Modified-Since: never', 'Accept-Encoding: \u0001'),
];

test('the preview server answers on after any request, and lets nobody out of the folder', async () => {
  const site = await serveSite();
  const port = Number(new URL(site.origin).port);
  for (const request of strange) {
    const answer = await send(port, request);
    assert.doesNotMatch(answer, /root:x:0/u, request);
    assert.equal((await fetch(`${site.origin}/steps/`)).status, 200, `after ${JSON.stringify(request.slice(0, 80))}`);
  }
  const part = await fetch(`${site.origin}/steps/`, { headers: { Range: 'bytes=0-9' } });
  assert.equal((await part.text()).length, 10);
  site.close();
});
