/** Markup that our Markdown does not know, or that was mistyped and would be printed; and what to write instead. */
type Slip = readonly [pattern: RegExp, what: string, fix: string];

const bold = 'Write **…** for what matters; write the signs themselves as \\*, \\_, \\~ or \\`.';
const box = 'Write <Note kind="info">…</Note> or <Note kind="warning">…</Note>.';
const heading = 'Write ## with a space after it, and an id at the end: ## 登录账户 {#sign-in}.';
const link = 'Write [文字](/steps/#sign-in), with ASCII brackets and nothing between ] and (.';
const list = 'Write “1. ” or “- ” with a space, one item a line, and an empty line before the first.';
const words = 'Write it in words.';
/** For markup.ts too, which finds rows that have no bar at their beginning. */
export const row: readonly [what: string, fix: string] = [
  'a table row that Markdown does not know',
  'Write | 甲 | 乙 | with ASCII bars, and | --- | --- | on the line below the head.',
];

/** Refused at the beginning of a line of a paragraph. */
export const lineSlips: readonly Slip[] = [
  [/^:{3,}/u, 'a box of another dialect, :::', box],
  [/^(?:!!!|\?\?\?)\+?\s/u, 'a box of another dialect, !!!', box],
  [/^\[!\s?[a-z]+\]/iu, 'a box of another dialect, [!…]', box],
  [/^\.\.\s\w+::/u, 'a box of another dialect, ..', box],
  [/^(?:@?\[toc\]|\[\[_?toc_?\]\])/iu, 'a table of contents of another dialect', 'Remove it: every page gets one automatically.'],
  [/^\d{1,3}(?:[、．)）](?!\d)|\.(?=\p{Script=Han}))|^[(（]\d{1,3}[)）]/u, 'a list number that Markdown does not know', list],
  [/^\d{1,9}[.)]\s/u, 'a list number that Markdown does not know', list],
  [/^(?:[•●○▪◦‣∙⁃]|[-+·](?=\p{Script=Han})|\*(?=\p{Script=Han})[^*]*$)/u, 'a list marker that Markdown does not know', list],
  [/^(?:#{1,6}(?=\p{Script=Han})|＃|={1,6}\s+[^\s"“])/u, 'a heading that Markdown does not know', heading],
  [/^(?:\||[｜│┃].*[｜│┃])/u, ...row],
  [/^\[[ xX]\]\s/u, 'a checkbox outside a list', 'Write <Checklist id="…"> with <Item id="…"> in it.'],
  [/^={1,6}\s+["“]/u, 'a tab of another dialect, ===', 'Write one section a case, each with a heading.'],
  [/^[:：]\s/u, 'a definition of another dialect', 'Write a sentence, or a list.'],
  [/^＞/u, 'a quotation that Markdown does not know', 'Write > with a space after it.'],
];

const bbcode = /\[\/?(?:b|i|u|s|url|img|quote|code|color|size|center)(?:=[^\]]*)?\]/iu;

/** Refused anywhere in a text. */
export const textSlips: readonly Slip[] = [
  [/[\]】］]\s?（\s*(?:[/#]|https?:)|[】］]\s?\(\s*(?:[/#]|https?:)|\]\s+\((?:[/#]|https?:)/u, 'a link that Markdown does not know', link],
  [/[)）]\[(?:[/#]|https?:)[^\]]*\]/u, 'a link with its brackets swapped', link],
  [/\[\[[^\]]+\]\]/u, 'a wiki link, [[…]]', link],
  [/\[\^[^\]]+\]/u, 'a footnote', 'Say it in the sentence, or cite a source: <Cite id="O1" />.'],
  [bbcode, 'a BBCode tag', 'Write it in Markdown: **…**, [文字](/steps/).'],
  [/~~|～～/u, '~~ that strikes out nothing', 'Move the punctuation out: ~~旧~~。 and not ~~旧。~~; or remove what is no longer true.'],
  [/[`｀]/u, 'a ` that was never closed', 'Close it on the same line; write the sign itself as \\`.'],
  [/(?<!\*)\*(?=[\p{Script=Han}「『“‘《（A-Za-z])[^*]*\S\*(?!\*)|＊＊/u, 'a * that would be printed', bold],
  [/(?<!_)_(?=[\p{Script=Han}「『“‘《（])[^_]*[^\s\w]_(?!_)|＿＿/u, 'a _ that would be printed', bold],
  [/(?<!=)==(?=[^\s=])[^=]*[^\s=]==(?!=)/u, 'a highlight of another dialect, ==', bold],
  [/(?<![\w+])\+\+(?=[^\s+])[^+]*[^\s+]\+\+(?!\+)/u, 'an underline of another dialect, ++', bold],
  [/\^(?=\S*[^\d\s^])[^\s^]+\^/u, 'superscript of another dialect, ^', words],
  [/(?<![\w:]):[a-z][a-z0-9_+-]*:(?![\w:])/u, 'an emoji name', words],
  [/%%[^%]+%%/u, 'a comment of another dialect, %%', 'Remove it: everything here is printed.'],
  [/\$\$/u, 'a formula of another dialect, $$', 'Write it in words and plain signs: 3 × 30 = 90.'],
];
