/** A mark that this Markdown does not know, or that was typed so that it would be printed; and what to write instead. */
type Slip = readonly [pattern: RegExp, what: string, fix: string];

const bold = 'Write **…** for what matters; a sign that is meant as such is written \\*, \\_, \\~ or \\`.';
const box = 'Write <Note kind="info">…</Note> or <Note kind="warning">…</Note>.';
const heading = 'Write ## with a space behind it, and an id at the end: ## 登录账户 {#sign-in}.';
const link = 'Write [文字](/steps/#sign-in), with ASCII brackets and nothing between ] and (.';
const list = 'Write “1. ” or “- ” with a space, one item a line, and an empty line before the first.';
const words = 'Write it in words.';
export const row: readonly [what: string, fix: string] = [
  'a row of a table that Markdown does not know',
  'Write | 甲 | 乙 | with ASCII bars, and | --- | --- | on the line below the head.',
];

/** What a line of a paragraph must not begin with. */
export const lineSlips: readonly Slip[] = [
  [/^:{3,}/u, 'a box of another dialect, :::', box],
  [/^(?:!!!|\?\?\?)\+?\s/u, 'a box of another dialect, !!!', box],
  [/^\[!\s?[a-z]+\]/iu, 'a box of another dialect, [!…]', box],
  [/^\.\.\s\w+::/u, 'a box of another dialect, ..', box],
  [/^(?:@?\[toc\]|\[\[_?toc_?\]\])/iu, 'a table of contents of another dialect', 'Remove it: each page has one by itself.'],
  [/^\d{1,3}(?:[、．)）](?!\d)|\.(?=\p{Script=Han}))|^[(（]\d{1,3}[)）]/u, 'a number of a list that Markdown does not know', list],
  [/^\d{1,9}[.)]\s/u, 'a number of a list that Markdown does not know', list],
  [/^(?:[•●○▪◦‣∙⁃]|[-+·](?=\p{Script=Han})|\*(?=\p{Script=Han})[^*]*$)/u, 'a point of a list that Markdown does not know', list],
  [/^(?:#{1,6}(?=\p{Script=Han})|＃|={1,6}\s+[^\s"“])/u, 'a heading that Markdown does not know', heading],
  [/^(?:\||[｜│┃].*[｜│┃])/u, ...row],
  [/^\[[ xX]\]\s/u, 'a box to tick outside a list', 'Write <Checklist id="…"> with <Item id="…"> in it.'],
  [/^={1,6}\s+["“]/u, 'a tab of another dialect, ===', 'Write one section a case, each with a heading.'],
  [/^[:：]\s/u, 'a definition of another dialect', 'Write a sentence, or a list.'],
  [/^＞/u, 'a quotation that Markdown does not know', 'Write > with a space behind it.'],
];

const bbcode = /\[\/?(?:b|i|u|s|url|img|quote|code|color|size|center)(?:=[^\]]*)?\]/iu;

/** What must not stand anywhere in a text. */
export const textSlips: readonly Slip[] = [
  [/[\]】］]\s?（\s*(?:[/#]|https?:)|[】］]\s?\(\s*(?:[/#]|https?:)|\]\s+\((?:[/#]|https?:)/u, 'a link that Markdown does not know', link],
  [/[)）]\[(?:[/#]|https?:)[^\]]*\]/u, 'a link whose brackets are exchanged', link],
  [/\[\[[^\]]+\]\]/u, 'a link of a wiki, [[…]]', link],
  [/\[\^[^\]]+\]/u, 'a footnote', 'Say it in the sentence, or cite a source: <Cite id="O1" />.'],
  [bbcode, 'a mark of BBCode', 'Write it in Markdown: **…**, [文字](/steps/).'],
  [/~~|～～/u, '~~ that strikes out nothing', 'Move the punctuation out: ~~旧~~。 and not ~~旧。~~; or remove what no longer holds.'],
  [/[`｀]/u, 'a ` that was never closed', 'Close it on the same line; a sign that is meant as such is written \\`.'],
  [/(?<!\*)\*(?=[\p{Script=Han}「『“‘《（A-Za-z])[^*]*\S\*(?!\*)|＊＊/u, 'a * that would be printed', bold],
  [/(?<!_)_(?=[\p{Script=Han}「『“‘《（])[^_]*[^\s\w]_(?!_)|＿＿/u, 'a _ that would be printed', bold],
  [/(?<!=)==(?=[^\s=])[^=]*[^\s=]==(?!=)/u, 'a highlight of another dialect, ==', bold],
  [/(?<![\w+])\+\+(?=[^\s+])[^+]*[^\s+]\+\+(?!\+)/u, 'an underline of another dialect, ++', bold],
  [/\^(?=\S*[^\d\s^])[^\s^]+\^/u, 'a raised text of another dialect, ^', words],
  [/(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])/u, 'a name of an emoji', words],
  [/%%[^%]+%%/u, 'a comment of another dialect, %%', 'Remove it: everything here is printed.'],
  [/\$\$/u, 'a formula of another dialect, $$', 'Write it in words and plain signs: 3 × 30 = 90.'],
];
