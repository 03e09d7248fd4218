import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditMarkup } from './markup-audit.ts';

const issuesOf = (body: string) => auditMarkup('a.mdx', `---\ntitle: 一\n---\n\n前言。\n\n${body}\n`);

/** What is typed, and what the refusal speaks of. */
const refused: [typed: string, message: RegExp][] = [
  ['3~5 天，再等 2~3 天', /“~5 天，再等 2~” would be struck out/u],
  ['约 1~2 次；1~2 条', /struck out/u],
  ['3*30 天加 2*30 天', /italics/u],
  ['价格*见表，说明*见下', /italics/u],
  ['这是*重要*的', /italics/u],
  ['_注意_ 这里', /italics/u],
  ['*注意，*这', /a \* that would be printed/u],
  ['＊＊注意＊＊', /a \* that would be printed/u],
  ['这_重要_的', /a _ that would be printed/u],
  ['~~旧。~~新', /~~ that strikes out nothing/u],
  ['发 `BAL 到 6700', /a ` that was never closed/u],
  ['一[^1]', /a footnote/u],
  ['一[^注]。', /a footnote/u],
  ['[步骤]（/steps/）', /a link that is none/u],
  ['【步骤】(/steps/)', /a link that is none/u],
  ['［步骤］（/steps/）', /a link that is none/u],
  ['[步骤] (/steps/)', /a link that is none/u],
  ['(步骤)[/steps/]', /brackets are exchanged/u],
  ['见 [[steps]]', /a link of a wiki/u],
  ['见 [[steps|步骤]]', /a link of a wiki/u],
  [':::warning\n内容\n:::', /a box of another dialect/u],
  ['::: tip 提示', /a box of another dialect/u],
  ['!!! note "提示"', /a box of another dialect/u],
  ['??? note', /a box of another dialect/u],
  ['> [!NOTE]\n> 内容', /a box of another dialect/u],
  ['.. note:: 内容', /a box of another dialect/u],
  ['[toc]', /a table of contents/u],
  ['｜甲｜乙｜\n｜---｜---｜\n｜一｜二｜', /a row of a table/u],
  ['| 甲 | 乙 |\n| 一 | 二 |', /a row of a table/u],
  ['1、登录\n2、付款', /a number of a list/u],
  ['1．登录', /a number of a list/u],
  ['1.登录', /a number of a list/u],
  ['1）登录', /a number of a list/u],
  ['（1）登录', /a number of a list/u],
  ['•登录', /a point of a list/u],
  ['-登录', /a point of a list/u],
  ['·登录', /a point of a list/u],
  ['##登录', /a heading that Markdown does not know/u],
  ['＃＃ 登录', /a heading that Markdown does not know/u],
  ['[ ] 没做', /a box to tick outside a list/u],
  ['[](/steps/)', /a link to \/steps\/ without words/u],
  ['| | 甲 |\n| - | - |\n| 一 | 二 |', /a column without a name/u],
  ['- 一\n-\n- 三', /an item of a list without words/u],
  ['## {#empty}', /a heading without words/u],
  ['==重点==', /a highlight/u],
  ['++重点++', /an underline/u],
  ['10^次^', /a raised text/u],
  ['好 :smile:', /a name of an emoji/u],
  ['$$x = 3$$', /a formula/u],
  ['[b]重点[/b]', /BBCode/u],
  ['[url=/steps/]步骤[/url]', /BBCode/u],
];

for (const [typed, message] of refused)
  test(`refused: ${JSON.stringify(typed)}`, () => {
    const issues = issuesOf(typed);
    assert.match(issues.map((issue) => issue.message).join('\n'), message);
    for (const { line } of issues) assert.ok(line >= 7 && line < 7 + typed.split('\n').length, `line ${line}`);
  });

/** What is printed as it stands, or is the markup that was meant. */
const accepted = [
  '等 3~5 天',
  '等 3\\~5 天，再等 2\\~3 天',
  '等 3–5 天，再等 2–3 天',
  '3*30 = 90',
  '3 * 30 天加 2 * 30 天',
  '拨 *#06#，再拨 *#21#',
  '拨 *686# 或 #686#',
  '#686# 能看自己的号码',
  '##002# 取消转接',
  '**注意**：这里',
  '~~旧~~ 新',
  '文件名 a_b_c 和 snake_case',
  '发 `BAL` 到 6700',
  '`*` 和 `~~` 是代码',
  '[步骤](/steps/)（见上）',
  '[步骤](/steps/)，[付款](/steps/#pay)',
  '（见[步骤](/steps/)）',
  '打 [x] 表示选中',
  '1. 登录\n2. 付款',
  '1) 登录\n2) 付款',
  '- 登录\n- 付款',
  '- [ ] 没做\n- [x] 做了',
  '1、2、3 档都可以',
  '2026 年，1.5 倍',
  '（1/3/6/12 个月）',
  '| 甲 | 乙 |\n| --- | --- |\n| 一\\|一 | 二 |',
  '甲｜乙',
  '> 引用的一句',
  '12:30:45 到 13:00:00',
  '比例 1:2:3',
  'C++ 和 G++',
  'a == b，b == c',
  '2^10 = 1024',
  '$3，$5 和 $10',
  '\\*注意\\* 和 \\`',
  '甲 &amp; 乙 &#42;',
  '「注意」——这里……',
  '上一段\n\n---\n\n下一段',
  '-5 °C',
  '+1 是美国',
];

for (const typed of accepted) test(`accepted: ${JSON.stringify(typed)}`, () => assert.deepEqual(issuesOf(typed), []));
