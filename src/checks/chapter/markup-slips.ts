import { vocabulary } from '../../markdown/vocabulary.ts';

/** Markup that our Markdown does not know, or that was mistyped and would be printed; and what to write instead. */
type Slip = readonly [pattern: RegExp, what: string, fix: string];

const bold = 'Write **…** for what matters; write the signs themselves as \\*, \\_, \\~ or \\`.';
const boldEdge = 'Close it; leave no space inside it, and no punctuation, link or code at its edge: **注意**： and not **注意：**.';
const box = ['a box of another dialect', 'Write <Note kind="info">…</Note> or <Note kind="warning">…</Note>.'] as const;
const link = ['a link that Markdown does not know', 'Write [文字](/steps/#sign-in), in ASCII, with nothing between ] and (.'] as const;
const list = ['a list that Markdown does not know', 'Write “1. ” or “- ” with a space, and an empty line before the first item.'] as const;
const row = ['a table row that Markdown does not know', 'Write | 甲 | 乙 | with ASCII bars, and | --- | --- | below the head.'] as const;
const component = new RegExp(`<\\s*/?\\s*(?:${Object.keys(vocabulary).join('|')})\\b`, 'u');
/** What counts the items of a list: 12, a, iv, 十二, 乙. */
const count = String.raw`(?:\d{1,3}|[ivx]{1,4}|[a-z]|[一二三四五六七八九十百]{1,3}|[甲乙丙丁戊己庚辛壬癸])`;

// The texts that these are compared with: full-width letters and signs but （） are ASCII, \ue000 stands for each
// character that Markdown took as a mark or code, and \ue001 for each that the author escaped.

/** Refused at the beginning of the second and later lines of a paragraph, which would run together with the first. */
export const laterSlips: readonly Slip[] = [
  [new RegExp(`^\ue000*(?:[（(【[〔]${count}[）)】\\]〕]|\\p{No}|\\d\u{fe0f}?\u{20e3})`, 'iu'), ...list],
  [new RegExp(`^\ue000*(?:第|step )?${count}[步条点项]?\\s?(?:[、:,](?!\\s?${count})|[.）)]+(?=[\\s\\p{sc=Han}])|-\\s)`, 'iu'), ...list],
  [/^(?:(?![=×÷±≈≤≥≠<>|%$&@"',.;:!?/\\…、。])[\p{Pd}\p{Po}\p{S}o]\s|(?![©®™°℃])[\p{So}→⇒])/u, ...list],
  [/\S\s[|丨]\s\S/u, ...row],
];

/** Refused at the beginning of any line of a paragraph. */
export const lineSlips: readonly Slip[] = [
  [/^(?::{3,}|::[a-z]+(?![\w:])|\/{3}\s|[!?]>|\+{3}(?!\S)|(?:!!!|\?\?\?)\+?\s|[[【]!\s?[^\]】]{1,12}[\]】]|\.\.\s\w+::)/u, ...box],
  [/^\d{1,3}(?:[、)）](?!\d)|\.(?=\p{sc=Han}))|^[(（]\d{1,3}[)）]|^\d{1,9}[.)]\s/u, ...list],
  [/^(?:[•●○▪◦‣∙⁃]|[-+·・–](?=[\p{sc=Han}[])|\*(?=\p{sc=Han})[^*]*$)/u, ...list],
  [/^(?:#+\s?(?=\p{sc=Han})|={2,6}\s+\S)/u, 'a heading that Markdown does not know', 'Write ## with a space: ## 登录账户 {#sign-in}.'],
  [/^(?:\||[│┃].*[│┃])/u, ...row],
  [/^(?:[[【][ xXvV]?[\]】]|[☐☑☒])/u, 'a checkbox that Markdown does not know', 'Write <Checklist id="…"> with <Item id="…"> in it.'],
  [/^:\s/u, 'a definition of another dialect', 'Write a sentence, or a list.'],
  [/^(?:>|[»》]\s)/u, 'a quotation that Markdown does not know', 'Write > with a space after it.'],
  [/^(?:\/\/|\/\*|%%)\s|%%[^%]+%%|^@?\[{1,2}_?toc_?\]/iu, 'a comment or a table of contents of another dialect', 'Remove it.'],
];

/** Refused anywhere in a text. */
export const textSlips: readonly Slip[] = [
  [/[)）]\[(?:[/#]|https?:)[^\]]*\]|\[\[[^\]]+\]\]|\[[^[\]]+(?<!\ue001)\]\s?\[[^[\]]+\]/u, ...link],
  [/\]\(|(?<!\ue001)[\])）】〕」』》"”:([]\s*[(（[]?\s*(?:\/[a-z][a-z0-9-]*\/|#[a-z]|https?:)|\]\s?（\s*[/#]/u, ...link],
  [/[[【]\s?\^|\^\[/u, 'a footnote', 'Say it in the sentence, or cite a source: <Cite id="O1" />.'],
  [component, 'a component that would be printed', 'Write it in ASCII, without a space after <: <Cite id="O1" />.'],
  [/\[\/?(?:b|i|u|s|url|img|quote|code|color|size|center)[\]=]/iu, 'a BBCode tag', 'Write it in Markdown: **…**, [文字](/steps/).'],
  [/~~/u, '~~ that strikes out nothing', 'Move the punctuation out: ~~旧~~。 and not ~~旧。~~; or remove what is no longer true.'],
  [/`/u, 'a ` that was never closed', 'Close it on the same line; write the sign itself as \\`.'],
  [/\d\ue000{2}\d/u, 'a mark within a number, which would vanish', 'Write × in sums, or \\*\\* for the signs.'],
  [/\*\*/u, 'a stray ** that would be printed', boldEdge],
  [/(?<!\*)\*(?=[\p{sc=Han}「『“‘《（A-Za-z])[^*]*\S\*(?!\*)/u, 'a * that would be printed', bold],
  [/(?<!_)_(?=[\p{sc=Han}「『“‘《（])[^_]*[^\s\w]_(?!_)|(?<![\w_])__(?=[^\s_])/u, 'a _ that would be printed', bold],
  [/(?<![\w=+])(==|\+\+)(?=[^\s=+])[^=+]*[^\s=+]\1(?![=+])/u, 'a highlight or an underline of another dialect', bold],
  [/\^(?=\S*[^\d\s^])[^\s^]+\^|(?<![\w:]):[a-z][\w+-]*:(?![\w:])|\$\$/u, 'a sign of another dialect', 'Write it in words: 3 × 30.'],
];
