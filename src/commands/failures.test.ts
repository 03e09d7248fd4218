import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '../model/issue.ts';
import { explain } from './failures.ts';

const outcome = 'The build failed; dist/ is left as it was.';
const coded = (code: string, path?: string) => Object.assign(new Error(`${code}: something, write`), { code, path });

test('a full disk is explained in one sentence, with the file and without a stack trace, however deep the error is', () => {
  const wrapped = new Error('UnknownFilesystemError', {
    cause: new Error('hook failed', { cause: coded('ENOSPC', '/p/.build/site/a.html') }),
  });
  assert.equal(
    explain(wrapped, '/p', outcome),
    `The disk is full (.build/site/a.html). ${outcome}\n    Free some space (a build needs about 20 MB), and run the command again.`,
  );
  assert.match(explain(new Error('failed to write: No space left on device (os error 28)'), '/p', outcome), /^The disk is full\. The/u);
});

test('a quota that is used up is not called a full disk: there may be room on it', () => {
  assert.match(explain(coded('EDQUOT'), '/p', outcome), /^The disk quota is used up\. The/u);
});

test('a refusal is printed as it is', () => {
  assert.equal(
    explain(new Error('in a hook', { cause: new Refusal('content/a.mdx:3: wrong\n    Mend it.') }), '/p', outcome),
    'content/a.mdx:3: wrong\n    Mend it.',
  );
});

test('an unexpected error says first what it is and where, then its stack trace', () => {
  const error = Object.assign(new TypeError('x is not a function'), { loc: { file: '/p/src/a.astro', line: 4 }, hint: 'Look there.' });
  const lines = explain(error, '/p', outcome).split('\n');
  assert.deepEqual(lines.slice(0, 3), [outcome, 'src/a.astro:4: x is not a function', '    Look there.']);
  assert.match(lines[3]!, /^\s+at /u);
});
