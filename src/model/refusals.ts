import type { Issue } from './issue.ts';

type Words = readonly [message: string, fix: string];
/** A detail that a refusal names: an id, a number, a list of names. */
type Said = string | number;

const keepOne = 'Give one of the two another id; the older one keeps its own.';
const inPlace = 'Write the address in the link itself: [文字](/steps/#sign-in).';
const inWords = 'Say it in words, or draw a figure component in src/components/prose.';
const byRules = 'Correct it here or in src/model/renewal/rules.ts.';

/** Every kind of refusal about files: what is wrong, and what to do. The rules in src/checks use them. */
const kinds = {
  // Files and their characters
  noFile: (what) => [`this is ${what}, not a file`, 'Put the file itself in its place, or remove it.'],
  largeFile: (bytes, max) => [`this file has ${bytes} bytes, more than the ${max} allowed`, 'Split it: phones read it in one go.'],
  unreadableFile: (why) => [`this file cannot be read (${why})`, 'Put it where the project can read it.'],
  unreadableFolder: (why) => [`this folder cannot be read (${why})`, 'Put it back; the README says what belongs in it.'],
  notUtf8: ['this line is not UTF-8, or a character was lost earlier', 'Save the file as UTF-8, and retype what was lost.'],
  longLine: (length, max) => [`a line of ${length} characters`, `Split it: a paragraph is one line of at most ${max}.`],
  unreadName: (names) => ['nothing reads this file or folder', `Correct its name (${names}), or move it out of content/.`],
  chapterName: ['the name of a chapter is its address', 'Name it in lower-case ASCII with .mdx at the end, or move it elsewhere.'],
  takenName: (name, taken) => [`the site itself uses the name “${name}”`, `Choose another; ${taken} are taken.`],
  overwritten: ['the build writes a file of this name itself', 'Give it another name, or remove it.'],
  loneCr: (char) => [`a line ends in CR alone (${codeOf(char)})`, 'Save the file with LF or CRLF at the end of lines.'],
  lostCharacter: (char) => [`a character was lost earlier (${codeOf(char)})`, 'Retype what was there.'],
  strangeSpace: (char) => [
    `the character ${codeOf(char)}, which is not a plain space`,
    'Write a plain one; it often comes with copied text.',
  ],
  unseenCharacter: (char) => [`the character ${codeOf(char)}, which cannot be seen`, 'Delete it; it often comes with copied text.'],
  rareCharacter: (char) => [`the character ${codeOf(char)}, which most fonts lack`, 'Write in words what it should show.'],
  falseLetter: (char) => [`the character ${codeOf(char)}, which is neither Latin nor a hanzi`, `Type the letter itself${hanziOf(char)}.`],
  contact: (kind, found) => [`${kind} “${found}”`, 'Remove it: the site gives no contact details; 611, 911, 6700 may stay.'],
  // YAML
  unreadableYaml: (why) => [`this YAML cannot be read (${why})`, 'Nest lists and keys no deeper than src/model/schemas.ts asks for.'],
  notYaml: (why) => [`this is not YAML: ${why}`, 'Mend the line; quote a text that holds “: ” or begins with a sign.'],
  directive: (typed) => [`a directive, ${typed}`, 'Remove it: all of content/ is YAML 1.2.'],
  reference: (what) => [`${what}`, 'Write the value itself wherever it is needed.'],
  tag: (tag) => [`tag ${tag}`, 'Remove it, and quote the value where it must be text.'],
  specialKey: (key) => [`key “${key}”`, 'Write merged keys out; rename any other.'],
  cutComment: (comment) => [`YAML reads “${comment}” as a comment`, 'Quote the value, or move the comment to its own line.'],
  unknownKey: (keys) => [`unknown key “${keys}”`, 'Remove it, or correct its spelling; src/model/schemas.ts lists the keys.'],
  wrongValue: (name, why) => [`${name}: ${why}`, 'See what the key is for in src/model/schemas.ts.'],
  // Days
  futureDay: (latest) => [`a date after ${latest} is in the future`, 'Write the day it was done.'],
  reviewedTooEarly: (reviewed, published) => [`reviewed ${reviewed} is before published ${published}`, 'Correct one of the two.'],
  changeOrder: (day, newer) => [`the change of ${day} is below that of ${newer}`, 'Put the newest first, one entry a day.'],
  oldestChange: (day, published) => [`the oldest change is of ${day}, not of the publication, ${published}`, 'Correct one of the two.'],
  checkedTooEarly: (id, date, checked) => [`source ${id}: its date ${date} is after it was checked, ${checked}`, 'Correct one of the two.'],
  // What MDX allows and a chapter does not, by the types of nodes
  noFrontMatter: ['no front matter', 'Begin the file with --- , the keys of chapterSchema in src/model/schemas.ts, and --- .'],
  notMdx: (why) => [`this is not MDX: ${why}`, 'Close every tag that is opened; write < and { in prose as words.'],
  tooDeep: (max) => [`this is nested more than ${max} levels deep`, 'Untangle the lists, quotes and components inside each other.'],
  definition: ['a line such as “[名字]: 地址” is not printed', inPlace],
  footnote: ['a footnote', 'Say it in the sentence, or cite a source: <Cite id="O1" />.'],
  linkReference: ['a link whose address is elsewhere', inPlace],
  image: ['chapters cannot contain images', inWords],
  imageReference: ['chapters cannot contain images', inWords],
  code: ['a block of code, or one that was never closed', 'Write code within a line, between two `.'],
  toml: ['front matter in TOML', 'Begin the file with --- and YAML.'],
  mdxjsEsm: ['chapters import and export nothing', 'Remove the line; components need no import.'],
  mdxFlowExpression: ['chapters cannot contain { expressions }', 'Write the value itself.'],
  mdxTextExpression: ['chapters cannot contain { expressions }', 'Write the value itself.'],
  // Marks that nobody meant
  strayBold: ['a stray ** would be printed as asterisks', 'Move the punctuation out of the bold: **注意**： and not **注意：**.'],
  struckOut: (typed) => [`“${typed}” would be struck out`, 'Write \\~ for the sign, 3\\~5 天, or – as in 3–5 天.'],
  italics: (typed) => [`“${typed}” would be set in italics`, 'Write \\* or \\_ for the sign, × in sums, and **…** for what matters.'],
  boldInNumbers: (typed) => [`the ** of “${typed}” are within numbers, and would vanish`, 'Write × in sums, or \\*\\* for the signs.'],
  quotedNumber: (typed) => [`“${typed}” would be a quotation`, 'Write 大于 or 超过 in words, or \\> for the sign.'],
  listNumber: (typed, printed) => [`“${typed}.” would be printed as ${printed}`, `Write ${printed}., or begin another list.`],
  emptyHeading: ['a heading without words', 'Write what the section answers, or remove it.'],
  emptyLink: (to) => [`a link to ${to} without words`, 'Write what it leads to: [文字](/steps/).'],
  emptyItem: ['an item of a list without words', 'Write it, or remove the line.'],
  emptyColumn: ['a column without a name', 'Write in the head of the table what the column holds.'],
  cells: (cells, head) => [`this row has ${cells} cells, and the table ${head}`, 'Give it as many; write a | within a cell as \\|.'],
  /** See src/checks/chapter/markup-slips.ts. */
  slip: (typed, what, fix) => [`${what}: “${typed}”`, `${fix}`],
  // Headings
  noId: (text) => [`heading “${text}” has no id of lower-case ASCII`, 'End it with one, such as {#sign-in}.'],
  headingLevel: (text, level) => [`heading “${text}” has level ${level}`, 'Use ## or ###; the title of the page is its h1.'],
  headingAttribute: (name) => [`a heading does not take “${name}”`, 'It takes {#id} and {#id aliases="old-id /path/"}.'],
  twoIds: (text) => [`heading “${text}” has two ids`, 'Keep one, and write the other as an alias: {#id aliases="old-id"}.'],
  noAlias: (name) => [`“${name}” is not an alias`, 'Write an earlier id, chapter#id, or a path such as /pay/, with spaces between.'],
  repeated: (what, place) => [`${what} is ${place} already`, keepOne],
  // Components
  unknownComponent: (name, words) => [`unknown component <${name}>`, `Use one of ${words}.`],
  attribute: (name, key, takes) => [`<${name}> does not take ${key}`, `It takes ${takes || 'no attributes'}.`],
  attributeTwice: (name, key) => [`<${name}> has “${key}” twice`, 'Keep one of the two.'],
  attributeMissing: (name, key, such) => [`<${name}> has no ${key}`, `Write ${such}.`],
  attributeValue: (name, key, value, such) => [`<${name}> does not take ${key}="${value}"`, `Write ${such}.`],
  unprintedContent: (name) => [`<${name}> does not print what is in it`, `Close it at once: <${name} … />.`],
  noHeading: (name) => [`a ${name} does not begin with a heading`, 'Begin it with ## 标题 {#id}.'],
  children: (name, child, count, why) => [`a ${name} has ${count || 'no'} <${child}>`, `Write one <${child}>…</${child}>: ${why}.`],
  itemOutside: ['an Item outside a Checklist', 'Put <Checklist id="…"> and </Checklist> around the items.'],
  // Addresses
  notAnAddress: (to) => [`link to ${to}: not an address`, 'Correct it.'],
  otherSite: (to) => [`link to another site, ${to}`, 'Cite a source: <Cite id="O1" />; only those of content/sources.yaml are linked.'],
  outsideBase: (to, base) => [`link to ${to}: outside the base path`, `Addresses begin with ${base}; use withBase().`],
  noPage: (to, pages) => [`link to ${to}: no such page`, `Pages are ${pages}.`],
  noFragment: (to, fragments) => [`link to ${to}: no such heading`, `The fragments of that page are ${fragments}.`],
  takenId: (id) => [`the site itself uses the id “${id}”`, 'Choose another id.'],
  takenAlias: (address, owner) => [`the alias ${address} belongs to ${owner} already`, 'Keep it at one of the two.'],
  takenOnWhole: (id, owner) => [`the id “${id}” belongs to ${owner} already, and /all/ has both`, keepOne],
  fileAlias: (path) => [`the alias ${path} is a file of the site itself`, 'Choose another path.'],
  longAlias: (length, max) => [`an alias of ${length} characters`, `Shorten it to ${max}: people type these addresses.`],
  strayAlias: (alias, known) => [
    `the alias ${alias} names a chapter that never existed`,
    `The chapters are ${known}; an earlier name must be an alias of one.`,
  ],
  lostPath: (path, day) => [
    `${path} was published on ${day} and leads nowhere now`,
    `Put it back, or redirect it from its replacement: “aliases: [${path}]” in the front matter of a chapter, or ## 标题 {#id aliases="${path}"} at a heading.`,
  ],
  lostId: (path, id, day, chapter) => [
    `${path}#${id} was published on ${day} and leads nowhere now`,
    `Put the heading back, or add it as an alias of the heading that replaces it: ## 标题 {#new-id aliases="${id}"} in the same chapter, {#new-id aliases="${chapter}#${id}"} in another one.`,
  ],
  // References
  twice: (what) => [`${what} appears twice`, 'Give each its own id.'],
  noChapter: (id, known) => [`“${id}” is not a chapter`, `Add content/guide/${id}.mdx, or list one of: ${known}.`],
  listedTwice: (id) => [`“${id}” is listed twice`, 'Keep one of the two.'],
  unlisted: (id) => ['this chapter is missing from the outline', `List “${id}” in content/outline.yaml where readers should meet it.`],
  noPlace: (place, known) => [`${place} is not a heading`, `Use the name of a chapter and the id of a heading in it: ${known} …`],
  unknownSource: (id, known) => [`unknown source “${id}”`, `Add it to content/sources.yaml, or cite one of ${known}.`],
  unusedSource: (id) => [`nothing uses the source ${id}`, `Cite it with <Cite id="${id}" />, list it under a claim, or remove it.`],
  unknownClaim: (id) => [`unknown claim “${id}”`, 'Use the id of an entry in content/claims.yaml.'],
  misplacedClaim: (id, place, known) => [`claim ${id} is placed at ${place}, which does not exist`, `Use one of ${known}.`],
  uncorrected: (id, file) => [`claim ${id} has to be corrected and no Correction uses it`, `Add <Correction claims="${id}"> to ${file}.`],
  amount: (said) => [
    `${said} does not follow from the rules of renewal`,
    `${byRules} An amount of another kind is listed in src/checks/amounts.ts.`,
  ],
  period: (said, days) => [`“${said}” does not agree with the rules of renewal (${days} days)`, byRules],
  reach: (said) => [`“${said}” does not follow from the rules of renewal`, byRules],
  // Finished pages
  noPolicy: ['no content security policy', 'Let the page use src/layouts/Base.astro.'],
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

/** Starts an empty list of issues, and a function that adds to it. */
export function collectRefusals(): { issues: Issue[]; refuseIn: RefuseIn } {
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
