import type { Issue } from './issue.ts';

type Words = readonly [message: string, fix: string];
/** A detail that a refusal names: an id, a number, a list of names. */
type Said = string | number;

const keepOne = 'Give one of the two another id; the older one keeps its own.';
const inPlace = 'Write the address in the link itself: [文字](/steps/#sign-in).';
const byRules = 'Correct it here or in src/model/renewal/rules.ts.';

/** What to do about what cannot be parsed, by its line and the reason that the parser gives. */
const fixes: Record<'mdx' | 'yaml', readonly [pattern: RegExp, fix: string][]> = {
  mdx: [
    [/^[#＃]+[^\s#].*\{/u, 'Write ## in ASCII with a space after it: ## 登录账户 {#sign-in}.'],
    [/=\s*[“”‘’]/u, 'Write attributes in ASCII quotes: id="O1".'],
    [/<!--/u, 'Remove the comment: everything here is printed.'],
    [/<https?:/u, 'Cite a source: <Cite id="O1" />.'],
    [/<[a-z]/u, 'Chapters take no HTML: begin another line, use a component, or write \\< for the sign.'],
    [/^/u, 'Close every tag that is opened; write < and { in prose as words, or as \\< and \\{.'],
  ],
  yaml: [
    [/^[\s-]*[\w#/-]+(?:：|:[^\s/])|^\s*[a-z][\w#/-]*\n/u, 'Put an ASCII colon and a space after the key.'],
    [/must be unique$/u, 'Keep one of the two keys, or begin another entry with “- ”.'],
    [/^/u, 'Indent it like its neighbours, with spaces, close every bracket, and quote a text that holds “: ” or begins with a sign.'],
  ],
};

/** Every kind of refusal about files: what is wrong, and what to do. The rules in src/checks use them. */
const kinds = {
  // Files and their characters
  noFile: (what) => [`this is ${what}, not a file`, 'Put the file itself in its place, or remove it.'],
  largeFile: (bytes, max) => [`this file has ${bytes} bytes, more than the ${max} allowed`, 'Split it: phones read it in one go.'],
  unreadableFile: (why) => [`this file cannot be read (${why})`, 'Put it where the project can read it.'],
  unreadableFolder: (why) => [`this folder cannot be read (${why})`, 'Put it back; the README says what belongs in it.'],
  strayBytes: ['this is neither UTF-8 nor a picture, a font or an archive', 'Save it as UTF-8, or remove it: it would be published.'],
  notUtf8: ['this line is not UTF-8, or a character was lost or torn earlier', 'Save the file as UTF-8, and retype that character.'],
  longLine: (length, max) => [`a line of ${length} characters`, `Split it: a paragraph is one line of at most ${max}.`],
  unreadName: (names) => ['nothing reads this file or folder', `Correct its name (${names}), or move it out of content/.`],
  chapterName: ['the name of a chapter is its address', 'Name it in lower-case ASCII with .mdx at the end, or move it elsewhere.'],
  takenName: (name, taken) => [`the site itself uses the name “${name}”`, `Choose another; ${taken} are taken.`],
  overwritten: ['the build writes a file of this name itself', 'Give it another name, or remove it.'],
  loneCr: (char) => [`a line ends in CR alone (${codeOf(char)})`, 'Save the file with LF or CRLF at the end of lines.'],
  lostCharacter: (char) => [`a character was lost earlier (${codeOf(char)})`, 'Retype what was there.'],
  strangeSpace: (char) => [`the character ${codeOf(char)}, which is not a plain space`, 'Write a plain one; copied text has others.'],
  unseenCharacter: (char) => [`the character ${codeOf(char)}, which cannot be seen`, 'Delete it, or its code; copied text brings it.'],
  rareCharacter: (char) => [`the character ${codeOf(char)}, which most fonts lack`, 'Write in words what it should show.'],
  falseLetter: (char) => [`the character ${codeOf(char)}, which is neither Latin nor a hanzi`, `Type the letter itself${hanziOf(char)}.`],
  contact: (kind, found) => [`${kind} “${found}”`, 'Remove it: the site gives no contact details; 611, 911, 6700 may stay.'],
  conflict: (mark) => [`two versions that git could not merge: ${mark}`, 'Keep one; remove the lines <<<<<<<, ======= and >>>>>>>.'],
  // YAML
  unreadableYaml: (why) => [`this YAML cannot be read (${why})`, 'Nest lists and keys no deeper than src/model/schemas.ts asks for.'],
  notYaml: (why, typed) => [`this is not YAML: ${why}`, fixes.yaml.find(([pattern]) => pattern.test(`${typed}\n${why}`))![1]],
  directive: (typed) => [`a directive, ${typed}`, 'Remove it: all of content/ is YAML 1.2.'],
  reference: (what) => [`${what}`, 'Quote a text that begins with this sign; otherwise write the value itself wherever it is needed.'],
  tag: (tag) => [`tag ${tag}`, 'Quote a text that begins with !; otherwise remove the tag.'],
  specialKey: (key) => [`key “${key}”`, 'Write merged keys out; rename any other.'],
  cutComment: (comment) => [`YAML reads “${comment}” as a comment`, 'Quote the value, or move the comment to its own line.'],
  brokenLine: (typed) => [`a line break that would be printed as a space: “${typed}”`, 'Write the value on one line.'],
  openQuote: (typed) => [`a quote that is not closed: ${typed}`, 'Close it on the same line.'],
  unknownKey: (keys) => [`unknown key “${keys}”`, 'Remove it, or correct its spelling; src/model/schemas.ts lists the keys.'],
  wrongValue: (name, why) => [`${name}: ${why}`, 'See what the key is for in src/model/schemas.ts.'],
  notText: (name, why) => [`${name}: ${why}`, "Write a text; quote what YAML takes for something else: '611', 'yes: no', '[注]'."],
  // Days
  futureDay: (latest) => [`a date after ${latest} is in the future`, 'Write the day it was done.'],
  reviewedTooEarly: (reviewed, published) => [`reviewed ${reviewed} is before published ${published}`, 'Correct one of the two.'],
  changeOrder: (day, newer) => [`the change of ${day} is below that of ${newer}`, 'Put the newest first, one entry a day.'],
  oldestChange: (day, published) => [`the oldest change is of ${day}, not of the publication, ${published}`, 'Correct one of the two.'],
  checkedTooEarly: (id, date, checked) => [`source ${id}: its date ${date} is after it was checked, ${checked}`, 'Correct one of the two.'],
  // What MDX allows and a chapter does not, by the types of nodes
  noFrontMatter: ['no front matter', 'Begin the file with --- , the keys of chapterSchema in src/model/schemas.ts, and --- .'],
  notMdx: (why, typed) => [`this is not MDX: ${why}`, fixes.mdx.find(([pattern]) => pattern.test(`${typed}`))![1]],
  tooDeep: (max) => [`this is nested more than ${max} levels deep`, 'Untangle the lists, quotes and components inside each other.'],
  definition: ['a line such as “[名字]: 地址” is not printed', inPlace],
  footnote: ['a footnote', 'Say it in the sentence, or cite a source: <Cite id="O1" />.'],
  linkReference: ['a link whose address is elsewhere', inPlace],
  image: ['chapters cannot contain images', 'Say it in words, or draw a figure component in src/components/prose.'],
  code: ['a block of code, or one that was never closed', 'Write code within a line, between two `.'],
  mdxjsEsm: ['chapters import and export nothing', 'Remove the line; components need no import.'],
  expression: ['chapters cannot contain { expressions }', 'Write the value itself, or \\{ for the sign.'],
  // Marks that nobody meant
  struckOut: (typed) => [`“${typed}” would be struck out`, 'Write \\~ for the sign, 3\\~5 天, or – as in 3–5 天.'],
  italics: (typed) => [`“${typed}” would be set in italics`, 'Write \\* or \\_ for the sign, × in sums, and **…** for what matters.'],
  quotedNumber: (typed) => [`“${typed}” would be a quotation`, 'Write 大于 or 超过 in words, or \\> for the sign.'],
  listNumber: (typed, printed) => [`“${typed}.” would be printed as ${printed}`, `Write ${printed}., or begin another list.`],
  wordless: (what) => [`${what} without words`, 'Write them, or remove it.'],
  linkTitle: (title) => [`a link with a title, “${title}”, which is never shown`, 'Say it in the sentence: [文字](/steps/).'],
  besideList: ['a list right below another one, not in it', 'Indent it by 3 spaces to put it into the item, or leave an empty line.'],
  lazyLine: (typed) => [`“${typed}” would run on in the lines above`, 'Put it on the same line, indent it, or leave an empty line.'],
  cells: (cells, head) => [`this row has ${cells} cells, and the table ${head}`, 'Give it as many; write a | within a cell as \\|.'],
  slip: (typed, what, fix) => [`${what}: “${typed}”`, `${fix}`],
  // Headings
  underlined: (text) => [`“${text}” and the line below it make a heading`, 'Leave an empty line between them, or write ## 标题 {#id}.'],
  noId: (text) => [`heading “${text}” has no id of lower-case ASCII`, 'End it with one, such as {#sign-in}.'],
  headingLevel: (text, level) => [`heading “${text}” has level ${level}`, 'Use ## or ###; the title of the page is its h1.'],
  headingAttribute: (name) => [`a heading does not take “${name}”`, 'It takes {#id} and {#id aliases="old-id /path/"}.'],
  twoIds: (text) => [`heading “${text}” has two ids`, 'Keep one, and write the other as an alias: {#id aliases="old-id"}.'],
  noAlias: (name) => [`“${name}” is not an alias`, 'Write an earlier id, chapter#id, or a path such as /pay/, with spaces between.'],
  repeated: (what, place) => [`${what} is ${place} already`, keepOne],
  // Components
  unknownComponent: (name, words) => [`unknown component <${name}>`, `Use one of ${words}.`],
  attribute: (name, key, takes) => [`<${name}> does not take ${key}`, takes ? `It takes ${takes}, each once.` : 'It takes no attributes.'],
  attributeValue: (name, found, such) => [`<${name}> has ${found}`, `Write ${such}.`],
  strayContent: (name, child) => [`something in <${name}> other than <${child}>`, `Put it into a <${child}>, or outside.`],
  unprintedContent: (name) => [`<${name}> does not print what is in it`, `Close it at once: <${name} … />.`],
  withinLine: (name) => [`<${name}> within a line`, 'Begin a line of its own with it, and leave empty lines around it.'],
  noHeading: (name) => [`a ${name} does not begin with a heading`, 'Begin it with ## 标题 {#id}.'],
  children: (name, child, count, why) => [`a ${name} has ${count || 'no'} <${child}>`, `Write one <${child}>…</${child}>: ${why}.`],
  itemOutside: ['an Item outside a Checklist', 'Put <Checklist id="…"> and </Checklist> around the items.'],
  // Addresses
  notAnAddress: (to) => [`link to ${to}: not an address`, 'Correct it.'],
  otherSite: (to) => [`link to another site, ${to}`, 'Cite a source: <Cite id="O1" />; only those of content/sources.yaml are linked.'],
  outsideBase: (to, base) => [
    `link to ${to}: outside the base path`,
    `Addresses begin with ${base}; use href() of src/components/href.ts.`,
  ],
  noPage: (to, pages) => [`link to ${to}: no such page`, `Pages are ${pages}.`],
  noFragment: (to, known) => [`link to ${to}: no such heading`, `That page has ${known || 'none: link to the page itself'}.`],
  takenId: (id) => [`the site itself uses the id “${id}”`, 'Choose another id.'],
  takenAlias: (address, owner) => [`the alias ${address} belongs to ${owner} already`, 'Keep it at one of the two.'],
  takenOnWhole: (id, owner) => [`the id “${id}” belongs to ${owner} already, and /all/ has both`, keepOne],
  fileAlias: (path) => [`the alias ${path} is a file of the site itself`, 'Choose another path.'],
  longAlias: (length, max) => [`an alias of ${length} characters`, `Shorten it to ${max}: people type these addresses.`],
  strayAlias: (alias, known) => [`the alias ${alias} names a chapter that never existed`, `Use one of ${known}, or a former name.`],
  lostPath: (path, day) => [
    `${path} was published on ${day} and leads nowhere now`,
    `Put it back, or redirect it from its replacement: “aliases: [${path}]” in the front matter of a chapter, or ## 标题 {#id aliases="${path}"} at a heading.`,
  ],
  lostId: (path, id, day, chapter) => [
    `${path}#${id} was published on ${day} and leads nowhere now`,
    `Put the heading back, or add it as an alias of the heading that replaces it: ## 标题 {#new-id aliases="${id}"} in the same chapter, {#new-id aliases="${chapter}#${id}"} in another one.`,
  ],
  // References
  twice: (what) => [`${what} appears twice`, 'Keep one of the two, or give each an id of its own.'],
  noChapter: (id, known) => [`“${id}” is not a chapter`, `Add content/guide/${id}.mdx, or list one of: ${known}.`],
  sameLabel: (file) => [`${file} has the same label`, 'Choose another: readers could not tell them apart.'],
  unlisted: (id) => ['this chapter is missing from the outline', `List “${id}” in content/outline.yaml where readers should meet it.`],
  noPlace: (place, known) => [`${place} is not a heading`, `Use the name of a chapter and the id of a heading in it: ${known} …`],
  unknownSource: (id, known) => [`unknown source “${id}”`, `Add it to content/sources.yaml, or cite one of ${known}.`],
  unusedSource: (id) => [`nothing uses the source ${id}`, `Cite it with <Cite id="${id}" />, list it under a claim, or remove it.`],
  unknownClaim: (id) => [`unknown claim “${id}”`, 'Use the id of an entry in content/claims.yaml.'],
  misplacedClaim: (id, place, known) => [`claim ${id} is placed at ${place}, which does not exist`, `Use ${known || 'another page'}.`],
  uncorrected: (id, file) => [`claim ${id} has to be corrected and no Correction uses it`, `Add <Correction claims="${id}"> to ${file}.`],
  amount: (said) => [`${said} does not follow from the rules of renewal`, `${byRules} src/checks/amounts.ts lists other amounts.`],
  period: (said, days) => [`“${said}” does not agree with the rules of renewal (${days} days)`, byRules],
  reach: (said) => [`“${said}” does not follow from the rules of renewal`, byRules],
  // Finished pages
  noPolicy: ['no content security policy', 'Astro writes it: see security.csp in astro.config.mjs.'],
  printedBold: ['a stray ** is printed', 'Move the punctuation out of the bold in content/.'],
  foreignRequest: (url) => [`request to another host, ${url}`, 'Serve the file from public/ or src/, or do without it.'],
  foreignScript: (url) => [`script names another host, ${url}`, 'Remove it: the site makes no third-party requests.'],
} as const satisfies Record<string, Words | ((...about: Said[]) => Words)>;

type Kind = keyof typeof kinds;
type About<K extends Kind> = (typeof kinds)[K] extends (...about: infer A extends Said[]) => Words ? A : [];

/** Refuses a line of a file; lines count from 1. `about` are the details that the words of the kind name. */
export type Refuse = <K extends Kind>(line: number, kind: K, ...about: About<K>) => void;
/** Starts the refusals of a file. */
export type RefuseIn = (file: string) => Refuse;
/** A list of issues, and what adds to it. */
export type Refusals = { issues: Issue[]; refuseIn: RefuseIn };

/** Starts an empty list of issues, and a function that adds to it. */
export function collectRefusals(): Refusals {
  const issues: Issue[] = [];
  const refuseIn: RefuseIn =
    (file) =>
    (line, kind, ...about) => {
      const words: Words | ((...about: Said[]) => Words) = kinds[kind];
      const [message, fix] = typeof words === 'function' ? words(...about) : words;
      issues.push({ file, line, message, fix });
    };
  return { issues, refuseIn };
}

function codeOf(char: Said): string {
  return `U+${String(char).codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The hanzi for a radical or a compatibility ideograph, if Unicode maps it to one. */
function hanziOf(char: Said): string {
  const hanzi = String(char).normalize('NFKC');
  return hanzi === char ? '' : `, ${hanzi}`;
}
