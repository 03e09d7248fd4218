import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import type { Issue } from '../model/issue.ts';
import { collectRefusals } from '../model/refusals.ts';
import { rules } from '../model/renewal/rules.ts';
import { auditAmounts, checkAmounts } from './amounts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
function refusedIn(text: string, changed: Partial<Parameters<typeof checkAmounts>[2]> = {}): Issue[] {
  const { issues, refuseIn } = collectRefusals();
  checkAmounts(text, refuseIn('a.mdx'), { ...rules, ...changed });
  return issues;
}
const linesOf = (file: string, changed: Parameters<typeof refusedIn>[1]) =>
  refusedIn(readFileSync(root + file, 'utf8'), changed).map(({ line }) => line);

test('every amount and period in the words follows from the rules', () => {
  const { issues, refuseIn } = collectRefusals();
  auditAmounts(root, refuseIn);
  assert.deepEqual(issues, []);
});

test('another price, cycle or limit is refused wherever words still say the old one', () => {
  for (const id of ['overview', 'steps', 'troubleshooting', 'after-renewal', 'summary']) {
    const file = `content/guide/${id}.mdx`;
    const said = readFileSync(root + file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (/\$3(?![\d.])/u.test(line) ? [index + 1] : []));
    const refused = linesOf(file, { charge: { cents: 400 } });
    assert.ok(said.length > 0);
    for (const line of said) assert.ok(refused.includes(line), `${file}:${line}`);
  }
  assert.ok(linesOf('src/site.ts', { charge: { cents: 400 } }).length > 0);
  assert.ok(linesOf('content/claims.yaml', { charge: { cents: 400 } }).length > 3);
  for (const id of ['overview', 'summary', 'steps']) assert.ok(linesOf(`content/guide/${id}.mdx`, { cycle: { days: 31 } }).length > 0, id);
  for (const id of ['summary', 'troubleshooting'])
    assert.ok(linesOf(`content/guide/${id}.mdx`, { suspension: { days: 60 } }).length > 0, id);
});

test('a mistyped amount is refused with its line', () => {
  const [issue] = refusedIn('一行\n钱包里至少有 $30。');
  assert.deepEqual([issue?.line, issue?.message], [2, '$30 does not follow from the rules of renewal']);
});

test('full-width signs are read as the plain ones', () => {
  assert.equal(refusedIn('钱包里至少有 ＄３０。').length, 1);
  assert.equal(refusedIn('每 ３１ 天扣一次，一期，31 天').length, 2);
  assert.deepEqual(refusedIn('每 ３０ 天扣 ＄3'), []);
});

test('an amount is refused if it is said to last for more or fewer charges than it does', () => {
  assert.deepEqual(refusedIn('充 $5 够扣 1 次，$10 够 3 次，$20 够 6 期'), []);
  assert.equal(refusedIn('充 $5 够扣 1 次，$10 够 4 次').length, 1);
});
