import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAmounts } from '../../src/checks/amounts.ts';
import * as markup from '../../src/checks/chapter/markup.cases.ts';
import * as first from '../../src/model/contact/disguises.cases.ts';
import * as second from '../../src/model/contact/more-disguises.cases.ts';
import { collectRefusals } from '../../src/model/refusals.ts';
import { fileURLToPath } from 'node:url';

/** One way to damage the real content: done to a copy of the project in `root`, it touches `file` and nothing else. */
export interface Damage {
  name: string;
  file: string;
  apply(root: string): void;
}

const content = fileURLToPath(new URL('../../content/', import.meta.url));
export const chapters = readdirSync(join(content, 'guide')).map((name) => `content/guide/${name}`);
export const data = readdirSync(content)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => `content/${name}`);
const files = [...chapters, ...data];

/** A damage that leaves its file as it was. */
export class NoChange extends Error {}

/** Damage to a file's text; a change that changes nothing is a fault of this list and throws. */
function toText(name: string, file: string, change: (text: string) => string | Buffer): Damage {
  return {
    name,
    file,
    apply(root) {
      const path = join(root, file);
      const text = readFileSync(path, 'utf8');
      const changed = change(text);
      if (changed === text) throw new NoChange(`${name} does not change ${file}`);
      writeFileSync(path, changed);
    },
  };
}

function toPath(name: string, file: string, change: (path: string, root: string) => void): Damage {
  return { name, file, apply: (root) => change(join(root, file), root) };
}

const middle = (text: string) => text.indexOf('\n', text.length / 2) + 1;
const inMiddle = (text: string, added: string) => text.slice(0, middle(text)) + added + text.slice(middle(text));
/** In the middle of a line of prose, or of a value. */
const inLine = (text: string, added: string) => text.replace(/(\p{Script=Han}\p{Script=Han})(?=\p{Script=Han})|(# Every)/u, `$&${added}`);

/** Without the second byte of its first hanzi. */
function withoutByte(bytes: Buffer): Buffer {
  const at = bytes.findIndex((byte) => byte > 0xe0) + 1;
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
}

const encodings: [name: string, change: (text: string) => string | Buffer][] = [
  ['UTF-16LE with BOM', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['UTF-16LE without BOM', (text) => Buffer.from(text, 'utf16le')],
  ['UTF-16BE with BOM', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['Latin-1', (text) => Buffer.from(text, 'latin1')],
  ['read as Latin-1 and saved as UTF-8', (text) => Buffer.from(text, 'utf8').toString('latin1')],
  ['a byte lost within a character', (text) => withoutByte(Buffer.from(text))],
  ['cut within a character', (text) => Buffer.from(text).subarray(0, Buffer.from(text).findLastIndex((byte) => byte > 0xe0) + 1)],
  ['a NUL byte', (text) => inLine(text, '\0')],
  ['an escape character', (text) => inLine(text, '\u001b[31m')],
  ['a zero-width space', (text) => inLine(text, '\u200b')],
  ['a BOM in the middle', (text) => inLine(text, '\ufeff')],
  ['a line separator', (text) => inLine(text, '\u2028')],
  ['a no-break space', (text) => inLine(text, '\u00a0')],
  ['a wide space', (text) => inLine(text, '\u3000')],
  ['a soft hyphen', (text) => inLine(text, '\u00ad')],
  ['a joiner', (text) => inLine(text, '\u200d')],
  ['a no-break space as an entity', (text) => inLine(text, '&nbsp;')],
  ['a private-use character', (text) => inLine(text, '\ue000')],
  ['a radical for a hanzi', (text) => inLine(text, '\u2f49')],
  ['a compatibility ideograph', (text) => inLine(text, '\uf90a')],
  ['text turned round', (text) => inLine(text, '\u202e')],
  ['a lost character', (text) => inLine(text, '\ufffd')],
  ['CR alone', (text) => text.replaceAll('\n', '\r')],
  ['one CR alone', (text) => inLine(text, '\r')],
  ['two BOMs', (text) => `\ufeff\ufeff${text}`],
  ['CRLF in half of it', (text) => text.slice(0, middle(text)).replaceAll('\n', '\r\n') + text.slice(middle(text))],
  ['a BOM and CRLF', (text) => `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ['no line end at the end', (text) => text.trimEnd()],
  ['many line ends at the end', (text) => text + '\n'.repeat(50)],
  ['spaces at the end of lines', (text) => text.replaceAll('\n', '   \n')],
  ['accents in two parts, an emoji of several, a character beyond the BMP', (text) => inLine(text, `${'é'.normalize('NFD')}👩‍👩‍👧‍👦𠮷`)],
];

const kinds: [name: string, change: (path: string, root: string) => void][] = [
  ['deleted', (path) => rmSync(path)],
  ['emptied', (path) => writeFileSync(path, '')],
  ['only line ends', (path) => writeFileSync(path, '\n\n\n')],
  ['a folder in its place', (path) => (rmSync(path), mkdirSync(path))],
  ['a link to itself', (path) => (rmSync(path), symlinkSync(path, path))],
  ['a link that leads nowhere', (path) => (rmSync(path), symlinkSync('/nowhere/at/all', path))],
  ['a link out of the project', (path) => (rmSync(path), symlinkSync('/etc/passwd', path))],
  ['a link to its own copy', (path, root) => (cpSync(path, join(root, 'copy')), rmSync(path), symlinkSync(join(root, 'copy'), path))],
  ['a pipe in its place', (path) => (rmSync(path), execFileSync('mkfifo', [path]))],
  ['6 MB', (path) => writeFileSync(path, `${readFileSync(path, 'utf8')}\n${'# 很长的一段话。\n'.repeat(260_000)}`)],
  ['a line of a megabyte', (path) => writeFileSync(path, `${readFileSync(path, 'utf8')}\n# ${'a'.repeat(1_000_000)}\n`)],
  ['twice the same', (path) => writeFileSync(path, readFileSync(path, 'utf8').repeat(2))],
];

const steps = 'content/guide/steps.mdx';

const strangers: Damage[] = [
  ['content/guide/my steps.mdx', 'a chapter with a space in its name'],
  ['content/guide/续费.mdx', 'a chapter with a Chinese name'],
  ['content/guide/Steps.mdx', 'a chapter in upper case'],
  ['content/guide/steps.md', 'a chapter in plain Markdown'],
  ['content/guide/steps.mdx~', 'a copy that an editor left'],
  ['content/guide/-rf.mdx', 'a name like an option'],
  ['content/guide/a.b.mdx', 'a name with two dots'],
  ['content/guide/search.mdx', 'a chapter named as another page'],
  ['content/guide/all.mdx', 'a chapter named as the whole guide'],
  ['content/guide/index.mdx', 'a chapter named as the home page'],
  ['content/guide/about.mdx', 'a chapter named as a page about the site'],
  ['content/guide/main.mdx', 'a chapter named as an id of the page'],
  ['content/guide/404.mdx', 'a chapter named as the page of errors'],
  ['content/guide/extra.mdx', 'a chapter that no outline lists'],
  ['content/guide/.hidden.mdx', 'a hidden chapter'],
  ['content/claim.yaml', 'a file of data with a wrong name'],
  ['content/说明.txt', 'a file that nothing reads'],
  ['content/guide 2/steps.mdx', 'a folder that nothing reads'],
  ['content/guide/sub/steps.mdx', 'a chapter in a folder below'],
  ['content/.DS_Store', 'a hidden file of a system'],
].map(([file = '', name = '']) =>
  toPath(name, file, (path, root) => (mkdirSync(join(path, '..'), { recursive: true }), cpSync(join(root, steps), path))),
);
const folders: Damage[] = [
  toPath('no folder of chapters', 'content/guide', (path) => rmSync(path, { recursive: true })),
  toPath('a file for the folder of chapters', 'content/guide', (path) => (rmSync(path, { recursive: true }), writeFileSync(path, ''))),
  toPath('a link for the folder of chapters', 'content/guide', (path) => (rmSync(path, { recursive: true }), symlinkSync('/etc', path))),
  toPath('no content', 'content', (path) => rmSync(path, { recursive: true })),
];

const line = (pattern: RegExp, put: string) => (text: string) => text.replace(pattern, put);
const addKey = (key: string) => line(/^label:/mu, `${key}\nlabel:`);

const frontMatter: [name: string, change: (text: string) => string][] = [
  ...['title', 'label', 'description', 'summary', 'published', 'reviewed'].flatMap((key): [string, (text: string) => string][] => [
    [`no ${key}`, line(new RegExp(`^${key}:.*\n`, 'mu'), '')],
    [`${key} twice`, line(new RegExp(`^(${key}:.*\n)`, 'mu'), '$1$1')],
    [`${key} in capitals`, line(new RegExp(`^${key}:`, 'mu'), `${key.toUpperCase()}:`)],
    [`${key} empty`, line(new RegExp(`^${key}:.*`, 'mu'), `${key}:`)],
    [`${key} a list`, line(new RegExp(`^${key}:.*`, 'mu'), `${key}: [一, 二]`)],
    [`${key} a number`, line(new RegExp(`^${key}:.*`, 'mu'), `${key}: 42`)],
    [`${key} a date and time`, line(new RegExp(`^${key}:.*`, 'mu'), `${key}: 2026-11-23T10:00:00Z`)],
    [`${key} too long`, line(new RegExp(`^${key}:.*`, 'mu'), `${key}: ${'很长'.repeat(90)}`)],
    [`${key} without a space`, line(new RegExp(`^${key}: `, 'mu'), `${key}:`)],
  ]),
  ['a title that is a day', line(/^title:.*/mu, 'title: 2026-11-23')],
  ['a day that the calendar lacks', line(/^reviewed:.*/mu, 'reviewed: 2026-02-30')],
  ['a month that the calendar lacks', line(/^reviewed:.*/mu, 'reviewed: 2026-13-01')],
  ['a year of nothing', line(/^published:.*/mu, 'published: 0000-01-01')],
  ['a value cut off by #', line(/^label: .*/mu, 'label: 总结 #一页')],
  ['a title with an emoji', line(/^title: .*/mu, 'title: 续费 📱 步骤')],
  ['a summary with a rare hanzi', line(/^summary: .*/mu, 'summary: 𠮷野家')],
  ['an alias of 300 letters', addKey(`aliases: [/${'a'.repeat(300)}/]`)],
  ['an alias that is the page of errors', addKey('aliases: [/404/]')],
  ['an alias that is the home page', addKey('aliases: [/index/]')],
  ['a day in the future', line(/^reviewed:.*/mu, 'reviewed: 2999-01-01')],
  ['a day before the first', line(/^reviewed:.*/mu, 'reviewed: 2001-01-01')],
  ['a day in slashes', line(/^reviewed:.*/mu, 'reviewed: 2026/11/23')],
  ['a day in quotes', line(/^reviewed:.*/mu, "reviewed: '2026-11-23'")],
  ['a title in quotes', line(/^title: (.*)/mu, 'title: "$1"')],
  ['a title folded over two lines', line(/^title: .*/mu, 'title: >-\n  折成\n  两行的标题')],
  ['a title with a colon and a space', line(/^title: .*/mu, 'title: 第一: 第二')],
  ['a title that begins with a sign', line(/^title: /mu, 'title: @')],
  ['a comment', addKey('# 一句说明')],
  ['an anchor', line(/^title: /mu, 'title: &t ')],
  ['an anchor and its alias', (text) => line(/^title: /mu, 'title: &t ')(text).replace(/^summary:.*/mu, 'summary: *t')],
  ['an alias of nothing', line(/^title:.*/mu, 'title: *nothing')],
  ['an alias of itself', line(/^title:.*/mu, 'title: &t [*t]')],
  ['a merged key', addKey('<<: { label: 合并 }')],
  ['a function', line(/^title:.*/mu, 'title: !!js/function "function () {}"')],
  ['a tag', line(/^title: /mu, 'title: !!str ')],
  ['a tag of its own', line(/^title: /mu, 'title: !secret ')],
  ['a directive', line(/^---\n/u, '---\n%YAML 1.1\n')],
  ['a key of JavaScript, __proto__', addKey('__proto__: { a: 1 }')],
  ['a key of JavaScript, constructor', addKey('constructor: 一')],
  ['a key of JavaScript, toString', addKey('toString: 一')],
  ['a tab before a key', line(/^label:/mu, '\tlabel:')],
  ['a space before a key', line(/^label:/mu, ' label:')],
  ['a bracket left open', line(/^title: /mu, 'title: [')],
  ['a quote left open', line(/^title: /mu, 'title: "')],
  ['nothing but a text', line(/^---\n[\s\S]*?\n---/u, '---\n只有一句话\n---')],
  ['nothing in it', line(/^---\n[\s\S]*?\n---/u, '---\n\n---')],
  ['no lines in it', line(/^---\n[\s\S]*?\n---/u, '---\n---')],
  ['none', line(/^---\n[\s\S]*?\n---\n/u, '')],
  ['TOML', line(/^---\n[\s\S]*?\n---/u, '+++\ntitle = "x"\n+++')],
  ['not closed', line(/\n---\n/u, '\n')],
  ['closed with two dashes', line(/\n---\n/u, '\n--\n')],
  ['closed with four dashes', line(/\n---\n/u, '\n----\n')],
  ['closed with a space after it', line(/\n---\n/u, '\n--- \n')],
  ['closed with dots', line(/\n---\n/u, '\n...\n')],
  ['closed twice', line(/\n---\n/u, '\n---\n---\n')],
  ['opened twice', line(/^---\n/u, '---\n---\n')],
  ['a line end before it', (text) => `\n${text}`],
  ['a space before it', (text) => ` ${text}`],
  ['words before it', (text) => `前言\n${text}`],
  ['a second one', line(/\n---\n/u, '\n---\n\n---\ntitle: 又一个\n---\n')],
  ['a line of plus signs in it', addKey('+++: 1')],
  ['a rule within a text', line(/^summary:.*/mu, 'summary: |\n  一\n---x\n  二')],
  ['no changes', line(/^changes:\n(?: .*\n)+/mu, '')],
  ['changes without an entry', line(/^changes:\n(?: .*\n)+/mu, 'changes: []\n')],
  ['changes as a text', line(/^changes:\n(?: .*\n)+/mu, 'changes: 首次发布\n')],
  ['a change without a day', line(/^ {2}- day:.*\n {4}/mu, '  - ')],
  ['a change without words', line(/^ {4}text:.*\n/mu, '')],
  ['a change with an unknown key', line(/^ {4}text:/mu, '    by: 某人\n    text:')],
  ['a change twice on a day', line(/^( {2}- day:.*\n {4}text:.*\n)/mu, '$1$1')],
  ['a change on a day to come', line(/^ {2}- day:.*/mu, '  - day: 2999-01-01')],
  ['a change before the publication', line(/^published:.*/mu, 'published: 2026-11-24')],
  ['an alias that is no path', addKey('aliases: [steps]')],
  ['an alias that is another chapter', addKey('aliases: [/troubleshooting/]')],
  ['an alias that is its own', addKey('aliases: [/steps/]')],
  ['an alias with ..', addKey('aliases: [/../etc/]')],
  ['an alias twice', addKey('aliases: [/zwei/, /zwei/]')],
  ['lists nested 1,500 deep', line(/^title:.*/mu, `title: ${'['.repeat(1500)}`)],
];

/** What is put before the first block of a chapter. */
const blocks: [name: string, block: string][] = [
  ['a comment of HTML', '<!-- 说明 -->'],
  ['a comment of JSX', '{/* 说明 */}'],
  ['an expression', '{1 + 1}'],
  ['an expression in a sentence', '一共 {1 + 1} 步。'],
  ['a brace', '写作 { 或者'],
  ['an import', "import x from 'x'"],
  ['an export', 'export const x = 1'],
  ['a less-than sign', '价格 <5 美元'],
  ['an address in angle brackets', '<https://example.com>'],
  ['a script', '<script>alert(1)</script>'],
  ['a style', '<style>{`p { color: red }`}</style>'],
  ['a frame', '<iframe src="https://example.com"></iframe>'],
  ['bold in HTML', '<b>粗</b>'],
  ['a line break in HTML', '一<br />二'],
  ['a line break left open', '一<br>二'],
  ['nothing around words', '<>没有名字</>'],
  ['a component with a dot', '<Note.Title>一</Note.Title>'],
  ['a component with a colon', '<a:b>一</a:b>'],
  ['a component of JavaScript, constructor', '<constructor>一</constructor>'],
  ['a component of JavaScript, toString', '<toString />'],
  ['a component of JavaScript, __proto__', '<__proto__ />'],
  ['a component in lower case', '<note kind="info">一</note>'],
  ['a component left open', '<Note kind="info">一'],
  ['a component closed only', '</Note>'],
  ['a component closed by another', '<Note kind="info">一</Success>'],
  ['components that overlap', '<Note kind="info"><Success>一</Note></Success>'],
  ['a quote left open', '<Note kind="info>一</Note>'],
  ['an attribute without quotes', '<Note kind=info>一</Note>'],
  ['an attribute twice', '<Note kind="info" kind="warning">一</Note>'],
  ['an attribute without a value', '<Note kind>一</Note>'],
  ['an attribute that is an expression', '<Note kind={"info"}>一</Note>'],
  ['attributes from an object', '<Note {...{ kind: "info" }}>一</Note>'],
  ['an event', '<Note kind="info" onclick="alert(1)">一</Note>'],
  ['an unknown kind', '<Note kind="danger">一</Note>'],
  ['no kind', '<Note>一</Note>'],
  ['words within a Cite', '<Cite id="O1">会丢掉的话</Cite>'],
  ['words within a Figure', '<Figure name="cycle">会丢掉的话</Figure>'],
  ['a figure of JavaScript', '<Figure name="constructor" />'],
  ['an unknown figure', '<Figure name="none" />'],
  ['a Cite without id', '<Cite />'],
  ['a Cite of an unknown source', '一<Cite id="O99" />'],
  ['a Cite in lower case', '一<Cite id="o1" />'],
  ['a Cite with a space', '一<Cite id="O1 " />'],
  ['a Cite of two', '一<Cite id="O1 O2" />'],
  ['a Cite with a zero-width space', '一<Cite id="O1\u200b" />'],
  ['a Correction of nothing', '<Correction claims="">一</Correction>'],
  ['a Correction of a word', '<Correction claims="abc">一</Correction>'],
  ['a Correction of a claim beyond', '<Correction claims="99999">一</Correction>'],
  ['a Step closed at once', '<Step />'],
  ['a Step without a heading', '<Step>\n\n一\n\n</Step>'],
  ['a Problem without Fixes', '<Problem>\n\n## 症状 {#symptom}\n\n一\n\n</Problem>'],
  ['a way out that leads nowhere', '<Otherwise to="/nowhere/">一</Otherwise>'],
  ['a heading without id', '## 没有编号'],
  ['a heading with an empty id', '## 编号是空的 {#}'],
  ['a heading with a Chinese id', '## 中文编号 {#编号}'],
  ['a heading with capitals in its id', '## 大写 {#Big}'],
  ['a heading with a space in its id', '## 空格 {#a b}'],
  ['a heading with a zero-width space in its id', '## 看不见 {#zero\u200bwidth}'],
  ['a heading with a Cyrillic letter in its id', '## 西里尔 {#p\u0430y}'],
  ['a heading with a class', '## 类 {#classy .big}'],
  ['a heading with two ids', '## 两个 {#one #two}'],
  ['a heading with an unknown attribute', '## 属性 {#attribute style="color:red"}'],
  ['a heading with an alias that is taken', '## 别名 {#aliased aliases="/steps/"}'],
  ['a heading with an alias that is none', '## 别名 {#aliased aliases="?x"}'],
  ['a heading whose alias is itself', '## 自己 {#myself aliases="myself"}'],
  ['a heading with an id of the page', '## 正文 {#main}'],
  ['a heading with an alias that stood nowhere', '## 别处 {#elsewhere aliases="nowhere#sign-in"}'],
  ['a Correction of a number with a nought', '<Correction claims="04">一</Correction>'],
  ['an Item outside a Checklist', '<Item id="alone">一</Item>'],
  ['an Item twice', '<Checklist id="twice">\n<Item id="one">一</Item>\n<Item id="one">二</Item>\n</Checklist>'],
  [
    'a Checklist twice',
    '<Checklist id="twice">\n<Item id="one">一</Item>\n</Checklist>\n\n<Checklist id="twice">\n<Item id="two">二</Item>\n</Checklist>',
  ],
  ['a heading of the first level', '# 一级 {#first}'],
  ['a heading of the fourth level', '#### 四级 {#fourth}'],
  ['a heading underlined', '下划线标题\n---'],
  ['a heading of JavaScript, constructor', '## 构造 {#constructor}'],
  ['a heading without words', '## {#empty}'],
  ['a link to a script', '[点](javascript:alert(1))'],
  ['a link to a script in disguise', '[点](java&#115;cript:alert(1))'],
  ['a link to data', '[点](data:text/html,x)'],
  ['a link to another host', '[点](//example.com/)'],
  ['a link without its last slash', '[点](/steps)'],
  ['a link in capitals', '[点](/STEPS/)'],
  ['a link upwards', '[点](../steps/)'],
  ['a link to nothing', '[点]()'],
  ['a link to a file', '[点](/etc/passwd)'],
  ['a link by its address alone', '看 https://example.com/ 吧'],
  ['a link whose address stands elsewhere', '[点][这里]\n\n[这里]: /steps/'],
  ['a definition that is not printed', '[注意]: 这句话会不见'],
  ['a footnote', '一[^1]\n\n[^1]: 这句话会不见'],
  ['an image', '![图](/favicon.svg)'],
  ['an image whose address stands elsewhere', '![图][图]\n\n[图]: /favicon.svg'],
  ['asterisks beside a full stop', '**注意：**这里'],
  ['a row with a cell too many', '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 | 三 |'],
  ['a row with a cell too few', '| 甲 | 乙 |\n| --- | --- |\n| 一 |'],
  ['a fence', '```\n一\n```'],
  ['a fence left open', '```js\n一'],
  ['a fence of tildes left open', '~~~\n一'],
  ['a mail address', '写信到 help@example.com'],
  ['a number of WeChat', '微信：ultra_help'],
  ['quotes nested 500 deep', `${'>'.repeat(500)} 一`],
  ['lists nested 500 deep', `${'- '.repeat(500)}一`],
  ['components nested 500 deep', `${'<Note kind="info">\n\n'.repeat(500)}一\n\n${'</Note>\n\n'.repeat(500)}`],
  ['components in a line nested 100 deep', `${'<Success>'.repeat(100)}一${'</Success>'.repeat(100)}`],
  ['brackets nested 1,000 deep', `${'['.repeat(1000)}一${']'.repeat(1000)}`],
  ['braces nested 1,000 deep', `${'{'.repeat(1000)}一${'}'.repeat(1000)}`],
  ['asterisks, 3,000 of them', '*'.repeat(3000)],
  ['a line of 10,000 characters', '很长的一行'.repeat(2000)],
  // What is no fault at all, and has to be printed.
  ['an indented paragraph', '    缩进四格的一段，照样印出来。'],
  ['a rule', '上面一段\n\n---\n\n下面一段'],
  ['a quotation', '> 引用的一句\n>\n> 引用的又一句'],
  ['entities', '甲&nbsp;乙 &amp; 丙 &lt;丁&gt; &bogus; 戊'],
  ['backslashes', '写作 \\* 与 \\{ 与 \\<'],
  ['a line that ends in two spaces', '上一行  \n下一行'],
  ['a list with boxes', '- [ ] 没做的\n- [x] 做了的'],
  ['words struck out', '~~划掉的字~~'],
  ['words in small capitals', 'ＡＢＣ 全角字母'],
  ['a row with an escaped bar', '| 甲 | 乙 |\n| --- | --- |\n| 一\\|一 | 二 |'],
  ['a Note within a Note', '<Note kind="info">\n\n外面\n\n<Note kind="warning">\n\n里面\n\n</Note>\n\n</Note>'],
  ['a Note in one line', '<Note kind="info" title="题目">一句话的说明。</Note>'],
  ['a list within a list', '- 一层\n  - 二层\n    - 三层'],
  ['a fragment of this page', '[回到这里](#fragment)\n\n## 又一节 {#fragment}\n\n这一节的话。'],
];

const yaml: [name: string, change: (text: string) => string][] = [
  ['a line lost', (text) => text.slice(0, middle(text)) + text.slice(text.indexOf('\n', middle(text)) + 1)],
  ['a line twice', (text) => inMiddle(text, text.slice(middle(text), text.indexOf('\n', middle(text)) + 1))],
  ['cut in the middle', (text) => text.slice(0, middle(text))],
  ['cut in a line', (text) => text.slice(0, middle(text) + 9)],
  ['a tab before a line', (text) => inMiddle(text, '\t')],
  ['a line indented more', (text) => inMiddle(text, '   ')],
  ['a bracket left open', (text) => `${text}\n? [\n`],
  ['a quote left open', (text) => inMiddle(text, '"')],
  ['a second document', (text) => inMiddle(text, '---\n')],
  ['an end of the document', (text) => inMiddle(text, '...\n')],
  ['a directive', (text) => `%YAML 1.1\n---\n${text}`],
  ['a text alone', () => '只有一句话\n'],
  ['a number alone', () => '42\n'],
  ['nothing', () => '~\n'],
  ['an empty list', () => '[]\n'],
  ['an empty object', () => '{}\n'],
  ['JavaScript in place of YAML', () => 'module.exports = [{ id: 1 }];\n'],
  ['HTML in place of YAML', () => '<!doctype html><title>404</title>\n'],
  ['the marks of a merge', (text) => inMiddle(text, '<<<<<<< HEAD\n=======\n>>>>>>> main\n')],
  ['an anchor', (text) => text.replace(/: (?=\S)/u, ': &a ')],
  ['an alias of nothing', (text) => text.replace(/: \S.*/u, ': *nothing')],
  ['an alias of itself', () => '&a [*a]\n'],
  [
    'a billion laughs',
    () =>
      `- &a [x, x]\n${'bcdefghi'.replace(/./gu, (name) => `- &${name} [*${String.fromCharCode(name.charCodeAt(0) - 1)}, *${String.fromCharCode(name.charCodeAt(0) - 1)}]\n`)}`,
  ],
  ['a merged key', (text) => inMiddle(text, '  <<: { a: 1 }\n')],
  ['a function', (text) => text.replace(/: \S.*/u, ': !!js/function "x"')],
  ['a tag', (text) => text.replace(/: (?=\S)/u, ': !!binary ')],
  ['nested 3,000 deep', () => `${'[\n'.repeat(3000)}${']\n'.repeat(3000)}`],
  ['a comment', (text) => inMiddle(text, '# 一句说明\n')],
  ['a comment at the end', (text) => `${text}# 完\n`],
  ['a mail address', (text) => `${text}# help@example.com\n`],
];

const entry: Damage[] = [
  ['content/sources.yaml', 'a source twice', (text: string) => text + text.slice(text.indexOf('- id'), text.indexOf('- id: O2'))],
  ['content/sources.yaml', 'a source without its address', line(/^ {2}url:.*\n/mu, '')],
  ['content/sources.yaml', 'an address without https', line(/https:/u, 'http:')],
  ['content/sources.yaml', 'an address of a script', line(/url: \S+/u, 'url: javascript:alert(1)')],
  ['content/sources.yaml', 'an unknown kind', line(/kind: official/u, 'kind: offical')],
  ['content/sources.yaml', 'a key of JavaScript', line(/^ {2}kind:/mu, '  __proto__: { a: 1 }\n  kind:')],
  ['content/sources.yaml', 'an id with a space', line(/id: O1\n/u, 'id: "O1 "\n')],
  ['content/sources.yaml', 'a source deleted', (text: string) => text.slice(text.indexOf('- id: O2'))],
  ['content/sources.yaml', 'a day as the date', line(/date: undated/u, 'date: 2026-11-23')],
  ['content/sources.yaml', 'a title that is a number', line(/title: .*/u, 'title: 2026')],
  ['content/sources.yaml', 'a title with signs', line(/title: .*/u, 'title: \'<b>&amp; "x"\'')],
  ['content/claims.yaml', 'a claim twice', line(/- id: 2\n/u, '- id: 1\n')],
  ['content/claims.yaml', 'a claim numbered in words', line(/- id: 2\n/u, '- id: 二\n')],
  ['content/claims.yaml', 'a claim of half a number', line(/- id: 2\n/u, '- id: 2.5\n')],
  ['content/claims.yaml', 'a claim numbered in octal', line(/- id: 2\n/u, '- id: 0o2\n')],
  ['content/claims.yaml', 'a claim at no place', line(/place: \S+/u, 'place: steps#none')],
  ['content/claims.yaml', 'a claim left out with a place', line(/outcome: left-out/u, 'outcome: left-out\n  place: steps#sign-in')],
  ['content/claims.yaml', 'a claim of an unknown source', line(/sources: \[X3/u, 'sources: [X99')],
  ['content/claims.yaml', 'an unknown verdict', line(/verdict: confirmed/u, 'verdict: yes')],
  ['content/claims.yaml', 'another order', (text: string) => text.replace(/(- id: 2\n[\s\S]*?)(- id: 3\n[\s\S]*?)(?=- id: 4)/u, '$2$1')],
  ['content/outline.yaml', 'a chapter twice', line(/\[steps/u, '[steps, steps')],
  ['content/outline.yaml', 'a chapter missing', line(/steps, /u, '')],
  ['content/outline.yaml', 'a chapter that is none', line(/\[steps/u, '[steps, none')],
  ['content/outline.yaml', 'a chapter out of the tree', line(/\[steps/u, '[steps, ../../etc/passwd')],
  ['content/outline.yaml', 'a part without chapters', line(/chapters: \[steps.*/u, 'chapters: []')],
  ['content/outline.yaml', 'a part in capitals', line(/id: renew/u, 'id: Renew')],
  ['content/outline.yaml', 'a part twice', line(/id: renew/u, 'id: keep')],
  ['content/outline.yaml', 'chapters in another order', line(/\[steps, troubleshooting\]/u, '[troubleshooting, steps]')],
  ['content/search.yaml', 'an unknown place', line(/overview#what-it-is/u, 'overview#what-it-was')],
  ['content/search.yaml', 'a place twice', line(/^places:\n/mu, 'places:\n  steps#sign-in: [一]\n')],
  ['content/search.yaml', 'a place of JavaScript', line(/^places:\n/mu, 'places:\n  __proto__: [一]\n')],
  ['content/search.yaml', 'a place without words', line(/^places:\n(.*)\n/mu, 'places:\n$1 []\n')],
  ['content/search.yaml', 'words that are numbers', line(/- 哪个运营商/u, '- 42')],
  ['content/search.yaml', 'words with signs', line(/- 哪个运营商/u, "- '<b>紫卡</b>'")],
  ['content/permalinks.yaml', 'a path without a slash', line(/^\/pay\/:/mu, 'pay:')],
  ['content/permalinks.yaml', 'a path that leads nowhere', (text: string) => `${text}/gone/:\n  published: 2026-11-23\n`],
  ['content/permalinks.yaml', 'a heading that leads nowhere', line(/sign-in:/u, 'sign-on:')],
  ['content/permalinks.yaml', 'a day that is none', line(/2026-11-23/u, '2026-13-23')],
  ['content/permalinks.yaml', 'a path twice', (text: string) => `${text}/pay/:\n  published: 2026-11-23\n`],
  ['content/permalinks.yaml', 'a key of JavaScript', (text: string) => `${text}__proto__:\n  published: 2026-11-23\n`],
  ['content/permalinks.yaml', 'an id of JavaScript', line(/sign-in:.*/u, '$&\n    constructor: 2026-11-23')],
].map(([file, name, change]) => toText(name as string, file as string, change as (text: string) => string));

/** What a slip of the hand does: seeded, so that each run makes the same ones. */
function slips(count: number): Damage[] {
  const random = mulberry32(20261124);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const signs = [
    '*',
    '`',
    '<',
    '>',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '#',
    '|',
    '"',
    "'",
    ':',
    '-',
    '&',
    '\\',
    '/',
    '~',
    '\n',
    '\n\n',
    ' ',
    '一',
  ];
  return Array.from({ length: count }, (_, index): Damage => {
    const file = files[index % files.length]!;
    const lengths = readFileSync(join(content, '..', file), 'utf8');
    const lines = lengths.split('\n');
    const at = upTo(lengths.length - 3);
    const row = upTo(lines.length - 2);
    const sign = signs[upTo(signs.length)]!;
    const slip: [string, string] = (
      [
        [`${JSON.stringify(sign)} typed at ${at}`, lengths.slice(0, at) + sign + lengths.slice(at)],
        [`the character at ${at} lost`, lengths.slice(0, at) + lengths.slice(at + 1)],
        [`two characters at ${at} exchanged`, lengths.slice(0, at) + lengths[at + 1] + lengths[at] + lengths.slice(at + 2)],
        [`line ${row + 1} lost`, lines.toSpliced(row, 1).join('\n')],
        [`line ${row + 1} twice`, lines.toSpliced(row, 0, lines[row]!).join('\n')],
        [`line ${row + 1} and the next exchanged`, lines.toSpliced(row, 2, lines[row + 1]!, lines[row]!).join('\n')],
        [`cut after line ${row + 1}`, lines.slice(0, row + 1).join('\n')],
        [`${JSON.stringify(sign)} for the character at ${at}`, lengths.slice(0, at) + sign + lengths.slice(at + 1)],
      ] as [string, string][]
    )[upTo(8)]!;
    return toPath(slip[0], file, (path) => writeFileSync(path, slip[1]));
  });
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The first few of each kind; what MDX cannot hold is another fault. */
const few = (kinds: Record<string, readonly string[]>, count: number) =>
  Object.entries(kinds).flatMap(([kind, texts]) =>
    texts
      .filter((text) => !/[<{]/u.test(text))
      .slice(0, count)
      .map((text): [string, string] => [`${kind}, ${JSON.stringify(text)}`, text]),
  );
const before = (block: string) => (text: string) => text.replace('\n---\n', () => `\n---\n\n${block}\n`);
const inNote = (value: string) => (text: string) =>
  text.replace(/^( +(?:note|why): ).*/mu, (_, key: string) => key + JSON.stringify(value));
const withNotes = ['content/sources.yaml', 'content/claims.yaml'];

const contacts: Damage[] = [...few(first.disguises, 2), ...few(second.disguises, 6)].flatMap(([name, text], index) => [
  toText(name, chapters[index % chapters.length]!, before(text)),
  toText(name, withNotes[index % withNotes.length]!, inNote(text)),
]);

function hasWrongAmount(text: string): boolean {
  const { issues, refuseIn } = collectRefusals();
  checkAmounts(text, refuseIn(''));
  return issues.length > 0;
}

/** All ordinary lines at once, a kind for each file in turn, so that a few builds show that they are printed. */
const ordinary: Damage[] = chapters.map((file, index) => {
  const kinds = [...Object.values(first.ordinary), ...Object.values(second.ordinary)].filter((_, at) => at % chapters.length === index);
  const lines = kinds.flat().filter((text) => !/[<{\\_*~`]|^[-+\d(#@|]|https?:|@\w+\.|%[\dA-F]{2}|&/u.test(text) && !hasWrongAmount(text));
  return toText(`${lines.length} ordinary lines`, file, before(lines.join('\n\n')));
});

/** Every damage, by family. */
export const families: Record<string, Damage[]> = {
  encoding: files.flatMap((file) => encodings.map(([name, change]) => toText(name, file, change))),
  file: [...files.flatMap((file) => kinds.map(([name, change]) => toPath(name, file, change))), ...strangers, ...folders],
  'front matter': frontMatter.map(([name, change], index) => toText(name, chapters[index % chapters.length]!, change)),
  MDX: blocks.map(([name, block], index) =>
    toText(name, chapters[index % chapters.length]!, (text) => text.replace('\n---\n', () => `\n---\n\n${block}\n`)),
  ),
  YAML: [...data.flatMap((file) => yaml.map(([name, change]) => toText(name, file, change))), ...entry],
  'contact details': contacts,
  'no contact details': ordinary,
  'marks that nobody meant': markup.refused.map(([typed], index) =>
    toText(JSON.stringify(typed), chapters[index % chapters.length]!, before(typed)),
  ),
  'slip of the hand': slips(132),
};
