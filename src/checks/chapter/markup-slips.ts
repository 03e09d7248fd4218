/** A mark that Markdown here does not know, or that was typed in a way that leaves it a mere sign; and what to write. */
export interface Slip {
  pattern: RegExp;
  message: string;
  fix: string;
}

const box = 'Write <Note kind="info">…</Note> or <Note kind="warning">…</Note>.';
const link = 'Write [文字](/steps/#sign-in), with ASCII brackets and nothing between ] and (.';
const list = 'Write “1. ” with a full stop and a space, one item a line, and an empty line before the first.';
export const rowFix = 'Write | 甲 | 乙 | with ASCII bars, and | --- | --- | on the line below the head.';
const bold = 'Write **…** for what matters; a sign that is meant as such is written \\*, \\_, \\~ or \\`.';

/** What a line of a paragraph cannot begin with. */
export const lineSlips: readonly Slip[] = [
  { pattern: /^:{3,}/u, message: 'a box of another dialect, :::', fix: box },
  { pattern: /^(?:!!!|\?\?\?)\+?\s/u, message: 'a box of another dialect, !!!', fix: box },
  { pattern: /^\[!\s?[a-z]+\]/iu, message: 'a box of another dialect, [!…]', fix: box },
  { pattern: /^\.\.\s\w+::/u, message: 'a box of another dialect, ..', fix: box },
  {
    pattern: /^(?:@?\[toc\]|\[\[_?toc_?\]\])/iu,
    message: 'a table of contents of another dialect',
    fix: 'Remove it: each page has one by itself.',
  },
  {
    pattern: /^(?:\d{1,3}[、．)）](?!\d)|\d{1,3}\.(?=\p{Script=Han})|[(（]\d{1,3}[)）])/u,
    message: 'a number of a list that Markdown does not know',
    fix: list,
  },
  {
    pattern: /^(?:[•●○▪◦‣∙⁃]|[-+·](?=\p{Script=Han})|\*(?=\p{Script=Han})[^*]*$)/u,
    message: 'a point of a list that Markdown does not know',
    fix: 'Write “- ” with a space, one item a line, and an empty line before the first.',
  },
  {
    pattern: /^(?:#{1,6}(?=\p{Script=Han})|＃)/u,
    message: 'a heading that Markdown does not know',
    fix: 'Write ## with a space behind it, and an id at the end: ## 登录账户 {#sign-in}.',
  },
  { pattern: /^(?:\||[｜│┃].*[｜│┃])/u, message: 'a row of a table that Markdown does not know', fix: rowFix },
  { pattern: /^\[[ xX]\]\s/u, message: 'a box to tick outside a list', fix: 'Write <Checklist id="…"> with <Item id="…"> in it.' },
  { pattern: /^===?\s+["“]/u, message: 'a tab of another dialect, ===', fix: 'Write one section a case, each with a heading.' },
  {
    pattern: /^={1,6}\s+\S/u,
    message: 'a heading that Markdown does not know',
    fix: 'Write ## with a space behind it, and an id at the end: ## 登录账户 {#sign-in}.',
  },
  { pattern: /^\d{1,9}[.)]\s/u, message: 'a number of a list that Markdown does not know', fix: list },
  { pattern: /^[:：]\s/u, message: 'a definition of another dialect', fix: 'Write a sentence, or a list.' },
  { pattern: /^＞/u, message: 'a quotation that Markdown does not know', fix: 'Write > with a space behind it.' },
];

/** What no text can hold, wherever it stands. */
export const textSlips: readonly Slip[] = [
  {
    pattern: /[\]】］]\s?（\s*(?:[/#]|https?:)|[】］]\s?\(\s*(?:[/#]|https?:)|\]\s+\((?:[/#]|https?:)/u,
    message: 'a link that is none',
    fix: link,
  },
  { pattern: /[)）]\[(?:[/#]|https?:)[^\]]*\]/u, message: 'a link whose brackets are exchanged', fix: link },
  { pattern: /\[\[[^\]]+\]\]/u, message: 'a link of a wiki, [[…]]', fix: link },
  { pattern: /\[\^[^\]]+\]/u, message: 'a footnote', fix: 'Say it in the sentence, or cite a source: <Cite id="O1" />.' },
  {
    pattern: /\[\/?(?:b|i|u|s|url|img|quote|code|color|size|center)(?:=[^\]]*)?\]/iu,
    message: 'a mark of BBCode',
    fix: 'Write it in Markdown: **…** for bold, [文字](/steps/) for a link.',
  },
  {
    pattern: /~~|～～/u,
    message: '~~ that strikes out nothing',
    fix: 'Move the punctuation out: ~~旧~~。 and not ~~旧。~~; or remove what no longer holds.',
  },
  {
    pattern: /[`｀]/u,
    message: 'a ` that was never closed',
    fix: 'Close it on the same line; a sign that is meant as such is written \\`.',
  },
  { pattern: /(?<!\*)\*(?=[\p{Script=Han}「『“‘《（A-Za-z])[^*]*\S\*(?!\*)|＊＊/u, message: 'a * that would be printed', fix: bold },
  { pattern: /(?<!_)_(?=[\p{Script=Han}「『“‘《（])[^_]*[^\s\w]_(?!_)|＿＿/u, message: 'a _ that would be printed', fix: bold },
  { pattern: /(?<!=)==(?=[^\s=])[^=]*[^\s=]==(?!=)/u, message: 'a highlight of another dialect, ==', fix: bold },
  { pattern: /(?<![\w+])\+\+(?=[^\s+])[^+]*[^\s+]\+\+(?!\+)/u, message: 'an underline of another dialect, ++', fix: bold },
  { pattern: /\^(?=\S*[^\d\s^])[^\s^]+\^/u, message: 'a raised text of another dialect, ^', fix: 'Write it in words.' },
  { pattern: /(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])/u, message: 'a name of an emoji', fix: 'Say it in words.' },
  { pattern: /%%[^%]+%%/u, message: 'a comment of another dialect, %%', fix: 'Remove it: everything here is printed.' },
  { pattern: /\$\$/u, message: 'a formula of another dialect, $$', fix: 'Write it in words and plain signs: 3 × 30 = 90.' },
];
