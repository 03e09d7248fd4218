import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { auditContent } from '../src/checks/content.ts';
import { auditPublic } from '../src/checks/files.ts';
import { isReserved } from '../src/checks/guide/addresses.ts';
import { auditLinks } from '../src/checks/finished-pages.ts';
import { parsePage } from '../src/checks/read-page.ts';
import { findContacts } from '../src/model/contact/find-contacts.ts';
import { formatIssues } from '../src/model/issue.ts';
import { collectRefusals, type Refusals } from '../src/model/refusals.ts';
import { filesIn, sha256 } from '../src/publish/files.ts';
import { finishPages } from '../src/publish/finish.ts';
import { markdownTwin } from '../src/publish/twin.ts';
import { Project } from './support/project.ts';
import { readPages } from './support/read-pages.ts';
import { dist, sources } from './support/site.ts';

let project: Project;
before(() => void (project = new Project()));
after(() => project.remove());

const steps = 'content/guide/steps.mdx';

/** What some checks refuse, as a build prints it. */
function refusedBy(check: (refusals: Refusals) => void): string {
  const refusals = collectRefusals();
  check(refusals);
  return formatIssues(refusals.issues);
}
const refusedContent = () => refusedBy((refusals) => auditContent(project.folder, refusals));

/** Each refusal: the file damaged, how, and what the message must say. */
const refusals: [name: string, file: string, damage: (text: string) => string, message: RegExp][] = [
  ['a messaging link', steps, (text) => `${text}\n[客服](https://t.me/someone)\n`, /steps\.mdx:\d+: messaging link “t\.me\/someone/u],
  ['a phone link', steps, (text) => `${text}\n[电话](tel:+12025550123)\n`, /steps\.mdx:\d+: contact scheme/u],
  ['a mail link', steps, (text) => `${text}\n[邮件](mailto:a@example.com)\n`, /steps\.mdx:\d+: contact scheme/u],
  ['a mail address', steps, (text) => `${text}\n写信到 help@example.com\n`, /steps\.mdx:\d+: mail address “help@example\.com”/u],
  ['a handle', steps, (text) => `${text}\n找 @ultrahelper 就行\n`, /steps\.mdx:\d+: account or invitation “@ultrahelper”/u],
  ['a phone number', steps, (text) => `${text}\n拨打 202-555-0123。\n`, /steps\.mdx:\d+: phone number “202-555-0123”/u],
  ['a WeChat number', steps, (text) => `${text}\n微信：ultra_help\n`, /steps\.mdx:\d+: account or invitation “微信: ?ultra_help”/u],
  [
    'a referral link in data',
    'content/sources.yaml',
    (text) => text.replace(/url: (https:\S+)/u, 'url: $1?ref=abc'),
    /sources\.yaml:\d+: referral link/u,
  ],
  ['a hot-linked image', steps, (text) => `${text}\n![图](https://example.com/a.png)\n`, /steps\.mdx:\d+: hot-linked image/u],
  ['an unknown front matter key', steps, (text) => text.replace('label:', 'lable:'), /steps\.mdx:\d+: unknown key “lable”/u],
  [
    'a title that is too long',
    steps,
    (text) => text.replace(/title: .*/u, `title: ${'长'.repeat(27)}`),
    /steps\.mdx:2: title: must be at most 26 hanzi/u,
  ],
  [
    'an unknown source',
    steps,
    (text) => text.replace(/<Cite id="[^"]+"/u, '<Cite id="O99"'),
    /steps\.mdx:\d+: unknown source “O99”[\s\S]*O1 O2/u,
  ],
  ['an unknown component', steps, (text) => `${text}\n<Tabs />\n`, /steps\.mdx:\d+: unknown component <Tabs>[\s\S]*Steps, Step/u],
  ['an unknown attribute', steps, (text) => text.replace('<Cite id', '<Cite ref="x" id'), /steps\.mdx:\d+: <Cite> does not take “ref”/u],
  [
    'a chapter listed twice',
    'content/outline.yaml',
    (text) => text.replace('[steps,', '[steps, overview,'),
    /outline\.yaml:\d+: the chapter “overview” appears twice/u,
  ],
  [
    'a chapter missing from the outline',
    'content/outline.yaml',
    (text) => text.replace('[steps, ', '['),
    /steps\.mdx:1: this chapter is missing from the outline/u,
  ],
  [
    'an unknown chapter in the outline',
    'content/outline.yaml',
    (text) => text.replace('[steps,', '[steps, stepz,'),
    /outline\.yaml:\d+: “stepz” is not a chapter/u,
  ],
  ['a heading without an id', steps, (text) => `${text}\n## 没有编号\n`, /steps\.mdx:\d+: heading “没有编号” has no id/u],
  [
    'a heading with a Chinese id',
    steps,
    (text) => `${text}\n## 标题 {#标题}\n`,
    /steps\.mdx:\d+: heading “标题[^”]*” has no id of lower-case ASCII/u,
  ],
  ['a duplicate id', steps, (text) => `${text}\n## 又一次 {#sign-in}\n`, /steps\.mdx:\d+: the id “sign-in” is on line \d+ already/u],
  ['a broken link', steps, (text) => `${text}\n[去](/nowhere/)\n`, /steps\.mdx:\d+: link to \/nowhere\/: no such page/u],
  [
    'a broken fragment',
    steps,
    (text) => `${text}\n[去](/troubleshooting/#nope)\n`,
    /no such heading[\s\S]*#payment-failed #not-active-yet/u,
  ],
  ['a link to another site', steps, (text) => `${text}\n[去](https://example.com/)\n`, /steps\.mdx:\d+: link to another site/u],
  ['a box without words', steps, (text) => `${text}\n<Note kind="info">\n\n</Note>\n`, /steps\.mdx:\d+: a <Note> without words/u],
  ['a correction without words', steps, (text) => `${text}\n<Correction claims="30" />\n`, /steps\.mdx:\d+: a <Correction> without/u],
  [
    'a title without words',
    steps,
    (text) => `${text}\n<Note kind="info" title=" ">\n\n小心\n\n</Note>\n`,
    /steps\.mdx:\d+: <Note> has title=" "/u,
  ],
  [
    'Markdown in a title',
    steps,
    (text) => `${text}\n<Note kind="info" title="拨 \`611\`">\n\n小心\n\n</Note>\n`,
    /steps\.mdx:\d+: <Note> has title=[\s\S]*plain words/u,
  ],
  [
    'a list in place of items',
    steps,
    (text) => `${text}\n<Checklist id="other">\n\n<Item id="a">看余额</Item>\n\n- 看日期\n\n</Checklist>\n`,
    /steps\.mdx:\d+: something in <Checklist> other than <Item>/u,
  ],
  ['a box within a line', steps, (text) => `${text}\n先看<Note kind="info">余额</Note>\n`, /steps\.mdx:\d+: <Note> within a line/u],
  [
    'a line that --- makes a heading',
    steps,
    (text) => `${text}\n先看余额。\n---\n`,
    /steps\.mdx:\d+: “先看余额。” and the line below it make a heading/u,
  ],
  [
    'a heading without a space',
    steps,
    (text) => `${text}\n###看余额 {#look}\n`,
    /steps\.mdx:\d+: this is not MDX: \{ begins[\s\S]*with a space/u,
  ],
  [
    'a heading with full-width signs',
    steps,
    (text) => `${text}\n＃＃ 看余额 {#look}\n`,
    /steps\.mdx:\d+: this is not MDX: \{ begins[\s\S]*## in ASCII/u,
  ],
  ['HTML', steps, (text) => `${text}\n看余额。<br>看日期。\n`, /steps\.mdx:\d+: this is not MDX[\s\S]*take no HTML/u],
  [
    'two versions that git left',
    'content/outline.yaml',
    (text) => text.replace(/^ {2}label: .*$/mu, '<<<<<<< HEAD\n$&\n=======\n$&\n>>>>>>> words'),
    /^content\/outline\.yaml:\d+: two versions that git could not merge[^>]*Keep one; remove the lines/u,
  ],
  [
    'what is wrong by itself, and nothing that follows from it',
    steps,
    (text) => text.replace('{#auto-renew}', '(#auto-renew)'),
    /^(?:content\/guide\/steps\.mdx:\d+: .*\n {4}.*\n?)+$/u,
  ],
  [
    'a source that another one has the id of, before the sources that are missing then',
    'content/sources.yaml',
    (text) => text.replace('- id: O3\n', '- id: O2\n'),
    /^content\/sources\.yaml:\d+: source “O2” appears twice\n {4}.*$/u,
  ],
  [
    'a place that is none, by the line of its key',
    'content/search.yaml',
    (text) => text.replace(/^ {2}overview#\S+:$/mu, '  overview#none:'),
    /search\.yaml:4: overview#none is not/u,
  ],
  ['curly quotes', steps, (text) => `${text}\n见<Cite id=”O1” />\n`, /steps\.mdx:\d+: this is not MDX[\s\S]*ASCII quotes/u],
  ['an HTML comment', steps, (text) => `${text}\n<!-- 待查 -->\n`, /steps\.mdx:\d+: this is not MDX[^{]*Remove the comment/u],
  [
    'the label of another chapter',
    steps,
    (text) => text.replace(/label: .*/u, 'label: 一页总结'),
    /summary\.mdx:\d+: .*steps\.mdx has the same/u,
  ],
  ['a letter torn into two', steps, (text) => `${text}\nCafe\u0301\n`, /steps\.mdx:\d+: .*torn/u],
  ['what stands for a picture', steps, (text) => `${text}\n见\ufffc\n`, /steps\.mdx:\d+: .*lost/u],
  [
    'a source twice under a claim',
    'content/claims.yaml',
    (text) => text.replace(/sources: \[(\w+)/u, 'sources: [$1, $1'),
    /claims\.yaml:\d+: sources: has “[A-Z]\d+” twice/u,
  ],
  [
    'a full-width comma between sources',
    'content/claims.yaml',
    (text) => text.replace(/sources: \[(\w+), /u, 'sources: [$1，'),
    /claims\.yaml:\d+: sources: must be a capital and a number[\s\S]*“, ”/u,
  ],
  ['an entity in data', 'content/claims.yaml', (text) => text.replace('says: ', 'says: &lt;'), /claims\.yaml:\d+: /u],
  ...['https://www.fcc.gov/a。', 'https://www.fcc.gov/a b', 'https://www,fcc.gov/', 'https://localhost/', 'https://10.0.0.1/'].map(
    (url): [string, string, (text: string) => string, RegExp] => [
      `the address ${url}`,
      'content/sources.yaml',
      (text) => text.replace(/url: .*/u, `url: ${url}`),
      /sources\.yaml:\d+: url: must be an address/u,
    ],
  ),
  ['a stray **', steps, (text) => `${text}\n**注意：**这里\n`, /steps\.mdx:\d+: a stray \*\*/u],
  [
    'a step without a success sign',
    steps,
    (text) => text.replace(/<Success>.*<\/Success>\n/u, ''),
    /steps\.mdx:\d+: a Step has no <Success>/u,
  ],
  [
    'a step without a way out',
    steps,
    (text) => text.replace(/<Step>([\s\S]*?)<\/Step>/u, (step) => step.replace(/<Otherwise.*<\/Otherwise>\n/gu, '')),
    /a Step has no <Otherwise>/u,
  ],
  [
    'a claim whose place does not exist',
    'content/claims.yaml',
    (text) => text.replace('place: steps#sign-in', 'place: steps#sign-on'),
    /claims\.yaml:\d+: claim \d+ is placed at steps#sign-on[\s\S]*#sign-in/u,
  ],
  [
    'a contradicted claim that no Correction uses',
    'content/guide/overview.mdx',
    (text) => text.replace(/<Correction claims="[^"]*\b4\b[^"]*"/u, '<Correction claims="1"'),
    /claims\.yaml:\d+: claim 4 has to be corrected and no Correction uses it/u,
  ],
  [
    'an unknown claim',
    'content/guide/overview.mdx',
    (text) => text.replace(/<Correction claims="/u, '<Correction claims="99 '),
    /overview\.mdx:\d+: unknown claim “99”/u,
  ],
  [
    'a source that nothing uses',
    'content/sources.yaml',
    (text) => `${text}\n- { id: Z1, kind: third-party, title: 无, publisher: 无, date: undated, checked: "2026-11-23", note: 无 }\n`,
    /sources\.yaml:\d+: nothing uses the source Z1/u,
  ],
  [
    'an unknown key in data',
    'content/sources.yaml',
    (text) => text.replace('publisher:', 'published_by:'),
    /sources\.yaml:\d+: (?:unknown key|publisher)/u,
  ],
  [
    'a place that search does not know',
    'content/search.yaml',
    (text) => text.replace('steps#sign-in:', 'steps#sign-on:'),
    /search\.yaml:\d+: steps#sign-on is not a heading/u,
  ],
  ['text that is not YAML', 'content/claims.yaml', (text) => `${text}\n- id: [\n`, /claims\.yaml:\d+: this is not YAML/u],
  ['text that is not MDX', steps, (text) => `${text}\n<Note kind="info">\n`, /steps\.mdx:\d+: this is not MDX/u],
  [
    'a line that Markdown would not print',
    steps,
    (text) => `${text}\n[注意]: 这句话会不见\n`,
    /steps\.mdx:\d+: a line such as “\[名字\]: 地址” is not printed/u,
  ],
  [
    'words within a Cite',
    steps,
    (text) => text.replace('<Cite id="O1" />', '<Cite id="O1">会丢掉的话</Cite>'),
    /steps\.mdx:\d+: <Cite> does not print what is in it/u,
  ],
  ['a cell too many', steps, (text) => `${text}\n| 甲 | 乙 |\n| - | - |\n| 一 | 二 | 三 |\n`, /steps\.mdx:\d+: this row has 3 cells/u],
  ['a character that cannot be seen', steps, (text) => `${text}\n看\u200b不见\n`, /steps\.mdx:\d+: the character U\+200B/u],
  [
    'an id in two chapters',
    steps,
    (text) => `${text}\n## 又一处 {#payment-failed}\n`,
    /the id “payment-failed” belongs to the heading “[^”]+” of steps already, and \/all\/ has both/u,
  ],
  [
    'a recorded address that is gone',
    steps,
    (text) => text.replace('{#sign-in}', '{#sign-on}'),
    /permalinks\.yaml:\d+: \/steps\/#sign-in was published on/u,
  ],
  [
    'an import',
    steps,
    (text) => text.replace('\n<Steps>', "\nimport x from 'x'\n\n<Steps>"),
    /steps\.mdx:\d+: chapters import and export nothing/u,
  ],
  ['a heading with two ids', steps, (text) => `${text}\n## 两个 {#one #two}\n`, /steps\.mdx:\d+: heading “两个” has two ids/u],
  [
    'numbers that would be struck out',
    steps,
    (text) => `${text}\n等 3~5 天，再等 2~3 天\n`,
    /steps\.mdx:\d+: “~5 天，再等 2~” would be struck out/u,
  ],
  [
    'a list that Markdown does not know',
    steps,
    (text) => `${text}\n1、登录\n2、付款\n`,
    /steps\.mdx:\d+: a list that Markdown does not know/u,
  ],
  ['a footnote', steps, (text) => `${text}\n一[^1]\n\n[^1]: 二\n`, /steps\.mdx:\d+: a footnote/u],
  [
    'a contact detail across the end of a line',
    steps,
    (text) => `${text}\n有问题加微信\nultra_help 就行\n`,
    /steps\.mdx:\d+: account or invitation/u,
  ],
  [
    'a telephone number in bold and spaces',
    steps,
    (text) => `${text}\n打 **138** 1234 5678\n`,
    /steps\.mdx:\d+: phone number “138 1234 5678”|phone number/u,
  ],
  [
    'Markdown in data',
    'content/claims.yaml',
    (text) => text.replace(/says: (.*)/u, 'says: "**重要**"'),
    /claims\.yaml:\d+: says: is printed literally, and \*\* is Markdown/u,
  ],
  [
    'a # that cuts a value off',
    steps,
    (text) => text.replace(/^label: .*/mu, 'label: 续费 #一页'),
    /steps\.mdx:3: YAML reads “#一页” as a comment/u,
  ],
  [
    'a day that the calendar lacks',
    steps,
    (text) => text.replace(/^reviewed: .*/mu, 'reviewed: 2026-02-30'),
    /steps\.mdx:\d+: reviewed: must be a day of the calendar/u,
  ],
  [
    'a month that the calendar lacks',
    'content/sources.yaml',
    (text) => text.replace(/date: '2024-04'/u, "date: '2024-13'"),
    /sources\.yaml:\d+: date: must be a day, month or year/u,
  ],
  [
    'a source from the future',
    'content/sources.yaml',
    (text) => text.replace(/date: '2024-04'/u, "date: '2999-04'"),
    /sources\.yaml:\d+: source X2: its date 2999-04 is after/u,
  ],
  [
    'a source read in the future',
    'content/sources.yaml',
    (text) => text.replace(/checked: '\d{4}/u, "checked: '2999"),
    /sources\.yaml:\d+: a date after \d{4}-\d\d-\d\d is in the future/u,
  ],
  [
    'an address recorded in the future',
    'content/permalinks.yaml',
    (text) => text.replace(/published: \d{4}/u, 'published: 2999'),
    /permalinks\.yaml:\d+: a date after \d{4}-\d\d-\d\d is in the future/u,
  ],
  [
    'a claim of a number out of bounds',
    'content/claims.yaml',
    (text) => text.replace(/id: 30\n/u, 'id: 1000000000000000\n'),
    /claims\.yaml:\d+: id: /u,
  ],
  [
    'a claim with a leading zero',
    steps,
    (text) => text.replace(/<Correction claims="30/u, '<Correction claims="030'),
    /steps\.mdx:\d+: <Correction> has claims="030/u,
  ],
  [
    'a claim with a space before it',
    steps,
    (text) => text.replace(/<Correction claims="30/u, '<Correction claims=" 30'),
    /steps\.mdx:\d+: <Correction> has claims=" 30/u,
  ],
  [
    'a claim with a space after it',
    steps,
    (text) => text.replace(/<Correction claims="([^"]+)"/u, '<Correction claims="$1 "'),
    /steps\.mdx:\d+: <Correction> has claims="[^"]+ "/u,
  ],
  [
    'a space that is not plain',
    steps,
    (text) => `${text}\n充\u00a0值\n`,
    /steps\.mdx:\d+: the character U\+00A0, which is not a plain space/u,
  ],
  ['a radical for a hanzi', steps, (text) => `${text}\n⽉份\n`, /steps\.mdx:\d+: the character U\+2F49[\s\S]*月/u],
  [
    'a zero-width space in data, written as an escape',
    'content/claims.yaml',
    (text) => text.replace(/why: (.*)/u, 'why: "一\\u200b二"'),
    /claims\.yaml:\d+: the character U\+200B/u,
  ],
  [
    'an item that appears twice',
    steps,
    (text) => text.replace(/(<Item id="[^"]+">.*<\/Item>\n)/u, '$1$1'),
    /steps\.mdx:\d+: the item “[^”]+” of “[^”]+” is in \S+:\d+ already/u,
  ],
  ['an item outside a checklist', steps, (text) => `${text}\n<Item id="alone">一</Item>\n`, /steps\.mdx:\d+: an Item outside a Checklist/u],
  [
    'a checklist that appears twice',
    'content/guide/summary.mdx',
    (text) => `${text}\n<Checklist id="renewed">\n<Item id="one">一</Item>\n</Checklist>\n`,
    /:\d+: the checklist “renewed” is in content\/guide\/\w+\.mdx:\d+ already/u,
  ],
  [
    'an alias of a chapter that never existed',
    steps,
    (text) => text.replace('{#sign-in}', '{#sign-in aliases="nowhere#sign-in"}'),
    /steps\.mdx:\d+: the alias nowhere#sign-in names a chapter/u,
  ],
  [
    'an alias that is a file of the site',
    steps,
    (text) => text.replace('{#sign-in}', '{#sign-in aliases="/404/"}'),
    /steps\.mdx:\d+: the alias \/404\/ is a file of the site itself/u,
  ],
  [
    'an alias that nobody can type',
    steps,
    (text) => text.replace('{#sign-in}', `{#sign-in aliases="/${'a'.repeat(300)}/"}`),
    /steps\.mdx:\d+: an alias of 302 characters/u,
  ],
  ['an id that the page uses', steps, (text) => `${text}\n## 正文 {#main}\n`, /steps\.mdx:\d+: the site itself uses the id “main”/u],
];

for (const [name, file, damage, message] of refusals)
  test(`refused, with file and line: ${name}`, () => {
    const whole = project.read(file);
    const damaged = damage(whole);
    assert.notEqual(damaged, whole, 'the text was damaged');
    project.write(file, damaged);
    const issues = refusedContent();
    project.write(file, whole);
    assert.match(issues, message);
  });

/** Files beside the content: what is put where, and what the message must say. */
const strangers: [name: string, file: string, text: string | Uint8Array, message: RegExp][] = [
  [
    'a chapter in the place of the home page',
    'content/guide/index.mdx',
    '---\ntitle: 一\n---\n',
    /index\.mdx:1: the site itself uses the name “index”/u,
  ],
  [
    'a chapter in the place of another page',
    'content/guide/about.mdx',
    '---\ntitle: 一\n---\n',
    /about\.mdx:1: the site itself uses the name “about”/u,
  ],
  [
    'a chapter named as an id of the page',
    'content/guide/main.mdx',
    '---\ntitle: 一\n---\n',
    /main\.mdx:1: the site itself uses the name “main”/u,
  ],
  ['a contact detail in a text of public/', 'public/说明.txt', '第一行\n微信：ultra_help\n', /public\/说明\.txt:2: account or invitation/u],
  [
    'a contact detail that elements take apart in public/',
    'public/b.svg',
    '<svg>\n<text>微<tspan>信</tspan>：ultra<tspan>_help</tspan></text></svg>',
    /public\/b\.svg:2: account or invitation/u,
  ],
  ['a text of public/ in another encoding', 'public/说明.txt', Buffer.from('微信号', 'utf16le'), /public\/说明\.txt:1: .*neither UTF-8/u],
  ['what a system leaves in public/', 'public/.DS_Store', '\0\0\0\u0001Bud1', /public\/\.DS_Store:1: .*neither UTF-8 nor[\s\S]*remove it/u],
  [
    'a contact detail in a drawing of public/',
    'public/a.svg',
    '<svg>\n<text>138 1234 5678</text></svg>',
    /public\/a\.svg:2: phone number/u,
  ],
];

for (const [name, file, text, message] of strangers)
  test(`refused, with file and line: ${name}`, () => {
    project.write(file, text);
    const issues = refusedContent() + refusedBy(({ refuseIn }) => auditPublic(project.folder, refuseIn));
    rmSync(join(project.folder, file));
    assert.match(issues, message);
  });

test('every id that the page around a chapter uses is reserved', () => {
  const html = readFileSync(join(dist, 'steps/index.html'), 'utf8');
  const headings = new Set(
    [...project.read(steps).matchAll(/\{#([a-z0-9-]+)(?: aliases="([^"]*)")?/gu)].flatMap(([, id, aliases = '']) => [
      id!,
      ...aliases.split(' '),
    ]),
  );
  const ids = [...html.matchAll(/ id="?([^"\s>]+)/gu)].map(([, id]) => id!);
  assert.deepEqual(
    ids.filter((id) => !headings.has(id) && !isReserved(id)),
    [],
  );
});

test('nothing in the present content is refused', () => {
  assert.equal(refusedContent(), '');
});

/** The same at the other end: a page that the templates made wrong. */
const faults: [name: string, html: string, message: RegExp][] = [
  ['a script of another host', '<script src="https://cdn.example.com/a.js"></script>', /404\.html:\d+: request to another host/u],
  ['an image of another host', '<img alt="" src="//example.com/a.png">', /404\.html:\d+: request to another host/u],
  ['a font of another host', '<style>@import "https://example.com/a.css";</style>', /404\.html:\d+: request to another host/u],
  [
    'a larger image of another host',
    '<img alt="" src="/favicon.svg" srcset="/favicon.svg 1x, https://example.com/b.png 2x">',
    /404\.html:\d+: request to another host, https:\/\/example\.com\/b\.png/u,
  ],
  ['a style sheet of another host', '<link rel="stylesheet" href="https://example.com/a.css">', /404\.html:\d+: request to another host/u],
  ['a form that is sent to another host', '<form action="https://example.com/"></form>', /404\.html:\d+: request to another host/u],
  [
    'a background of another host',
    '<p style="background: url(https://example.com/a.png)">一</p>',
    /404\.html:\d+: request to another host/u,
  ],
  [
    'an image at an address that may be linked',
    '<a href="https://example.com/cited">看</a><img alt="" src="https://example.com/cited">',
    /404\.html:\d+: request to another host, https:\/\/example\.com\/cited/u,
  ],
  ['a stray mark of Markdown', '<p>**注意：**这里</p>', /404\.html:\d+: a stray \*\* is printed/u],
  ['a phone link', '<a href="tel:+12025550123">打</a>', /404\.html:\d+: contact scheme/u],
  ['a link that leads nowhere', '<a href="/nowhere/">去</a>', /404\.html:\d+: link to \/nowhere\/: no such page/u],
  ['a fragment that leads nowhere', '<a href="/steps/#nope">去</a>', /no such heading[\s\S]*#sign-in/u],
  ['a link to a site that is no source', '<a href="https://example.com/">去</a>', /link to another site, https:\/\/example\.com\//u],
  ['a duplicate id', '<p id="main">又</p>', /404\.html:\d+: the id “main” appears twice/u],
];

for (const [name, html, message] of faults)
  test(`refused in the finished pages: ${name}`, async () => {
    const folder = mkdtempSync(join(project.folder, 'dist-'));
    cpSync(dist, folder, { recursive: true });
    const file = join(folder, '404.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace('</body>', `${html}</body>`));
    const expected = { site: 'http://localhost:4321', base: '/', cited: new Set(['https://example.com/cited']) };
    const { issues, refuseIn } = collectRefusals();
    auditLinks(readPages(folder, refuseIn), filesIn(folder), expected, refuseIn);
    rmSync(folder, { recursive: true });
    assert.match(formatIssues(issues.filter((issue) => issue.file === 'dist/404.html')), message);
  });

test('no digest that the build writes is taken for an account', () => {
  const folder = mkdtempSync(join(project.folder, 'dist-'));
  // As Astro leaves it: without what is written after the audit.
  cpSync(dist, folder, { recursive: true, filter: (path) => !/content-hashes|offline\.\w+\.json$/u.test(path) });
  const file = join(folder, 'about/index.html');
  const html = readFileSync(file, 'utf8').replace('</main>', '<p>第 0 次</p></main>');
  const twin = markdownTwin(parsePage(html), 'http://localhost:4321/about/');
  const isTaken = (text: string) => findContacts(` "http://localhost:4321/about/": "${sha256(text)}"`).length > 0;
  let count = 0;
  while (!isTaken(twin.replace('第 0 次', `第 ${count} 次`))) count++;
  const script = '<script type="module" src="/_astro/search.q-OTJ5DS.js"></script>';
  assert.equal(findContacts(script).length, 1);
  writeFileSync(file, html.replace('第 0 次', `第 ${count} 次`).replace('</body>', `${script}</body>`));
  writeFileSync(join(folder, '_astro/search.q-OTJ5DS.js'), '');
  const cited = new Set(sources.map(({ url = '' }) => url));
  const refused = refusedBy(({ refuseIn }) => finishPages(folder, { site: 'http://localhost:4321', base: '/', cited }, refuseIn));
  assert.ok(isTaken(readFileSync(join(folder, 'about.md'), 'utf8')));
  rmSync(folder, { recursive: true });
  assert.equal(refused, '');
});

test('a refused build says so, fails, and leaves the earlier dist/ whole; the mended one replaces it', async () => {
  const first = await project.build();
  assert.equal(first.code, 0, first.output);
  const before = project.read('dist/steps/index.html');
  const whole = project.read(steps);

  project.write(steps, `${whole}\n[去](/nowhere/)\n`);
  const refused = await project.build();
  assert.notEqual(refused.code, 0);
  assert.match(refused.output, /content\/guide\/steps\.mdx:\d+: link to \/nowhere\/: no such page/u);
  assert.equal(project.read('dist/steps/index.html'), before);
  assert.ok(existsSync(join(project.folder, 'dist/404.html')));

  project.write(steps, whole.replace('\n<Steps>', '\n新加的一句。\n\n<Steps>'));
  const mended = await project.build();
  assert.equal(mended.code, 0, mended.output);
  assert.match(project.read('dist/steps/index.html'), /新加的一句/u);
  project.write(steps, whole);
});

test('a missing icon fails the build, which names it and the file that uses it', async () => {
  const file = 'src/components/chrome/TopBar.astro';
  const whole = project.read(file);
  project.write(file, whole.replace('/menu.svg', '/menü.svg'));
  const { code, output } = await project.build();
  project.write(file, whole);
  assert.notEqual(code, 0);
  assert.match(output, /dist\/ is left as it was\.\n.*icons\/menü\.svg.*src\/components\/chrome\/TopBar\.astro/su);
});

test('under a base path every link, icon and canonical keeps to it', async () => {
  const { code, output } = await project.build({ SITE_URL: 'https://example.org/guide/' });
  assert.equal(code, 0, output);
  const html = project.read('dist/steps/index.html');
  assert.match(html, /<link rel="canonical" href="https:\/\/example\.org\/guide\/steps\/">/u);
  assert.match(html, /href="\/guide\/favicon\.svg"/u);
  assert.doesNotMatch(html, /(?:href|src)="\/(?!guide\/)/u);
  assert.match(project.read('dist/sitemap-0.xml'), /https:\/\/example\.org\/guide\/steps\//u);
  assert.match(output, /for https:\/\/example\.org\/guide\/ \(SITE_URL\)/u);
});

test('a SITE_URL that is not an address is refused in one sentence', async () => {
  const { code, output } = await project.build({ SITE_URL: 'example' });
  assert.notEqual(code, 0);
  assert.match(output, /SITE_URL=example is not the address of a site/u);
});

/** Chinese typed badly, in a chapter, in data, in a component and in a script. */
const badlyTyped: [file: string, from: string, to: string, message: RegExp][] = [
  [steps, '自己的号码。', '自己的Ultra号码,对。', /steps\.mdx:\d+:\d+\n {2}write {2}自己的 Ultra 号码，对。/u],
  ['content/claims.yaml', '需求真实存在', '需求true存在', /claims\.yaml:\d+:\d+\n {2}write {2}需求 true 存在/u],
  ['src/pages/index.astro', '扣一次，不按', '扣USD钱,不按', /index\.astro:\d+:\d+\n {2}write {2}每 30 天扣 USD 钱，不按/u],
  ['src/scripts/search/search.ts', '没有完全对得上', '没有ABC对得上', /search\.ts:\d+:\d+\n {2}write {2}.*没有 ABC 对得上/u],
];

test('npm run check refuses Chinese that is typed badly, with file, line and what to write', async () => {
  const sound = badlyTyped.map(([file]) => project.read(file));
  for (const [at, [file, from, to]] of badlyTyped.entries())
    project.write(
      file,
      sound[at]!.replace(from, () => to),
    );
  const { code, output } = await project.run('src/commands/autocorrect.ts', []);
  for (const [at, [file]] of badlyTyped.entries()) project.write(file, sound[at]!);
  assert.equal(code, 1);
  for (const [, , , message] of badlyTyped) assert.match(output, message);
});
