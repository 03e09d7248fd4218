import { z } from 'astro/zod';
import { isDay } from './days.ts';

// The shapes of everything under content/. They are strict: a mistyped key is an error, not ignored.

/** Data is plain text: Markdown would be printed literally. */
export const mark = /\*\*|__|`|~~|\]\(|\[\[|\[\^|\$\$|<\/?[A-Za-z]+|&#?\w+;/u;
const text = without(mark, z.string().trim().min(1), (found) => `is printed literally, and ${found} is Markdown`);

const matching = (pattern: RegExp, error: string) => z.string().regex(pattern, { error });
const repeated = (list: readonly string[]) => list.find((value, at) => list.indexOf(value) < at);
const distinct = (schema: z.ZodType<string>) =>
  z.array(schema).refine((list) => !repeated(list), { error: ({ input }) => `has “${repeated(input as string[])}” twice` });

/** Nothing in the guide is older than this century; a year such as 0226 is a slip. */
const isKnown = (day: string) => isDay(day) && day >= '2000-01-01';
export const daySchema = z.string().refine(isKnown, { error: 'must be a day of the calendar, such as 2026-11-23' });

/** Sources give a day, a month or a year. */
const sourceDateSchema = z.string().refine((value) => value === 'undated' || isKnown(value + '-01-01'.slice(value.length - 4)), {
  error: 'must be a day, month or year of the calendar (2026-11-23, 2026-11, 2026) or undated',
});

const idSchema = matching(/^[a-z][a-z0-9-]*$/u, 'must be lower-case ASCII, without .mdx; put “, ” between several');
const sourceIdSchema = matching(/^[A-Z][1-9]\d{0,2}$/u, 'must be a capital and a number such as O1; put “, ” between several');

/** Width as Discourse and search engines count it: a hanzi is one column, and so are two Latin letters. */
const atMost = (hanzi: number) =>
  text.refine((value) => displayWidth(value) <= hanzi * 2, { error: `must be at most ${hanzi} hanzi wide` });

/** Text on a preview card: its font has neither emoji nor hanzi beyond the common 27,000. */
const drawn = (schema: z.ZodType<string>) => without(undrawn, schema, (found) => `the preview card cannot draw “${found}”`);
export const undrawn =
  /[^ -~\u00a0-\u00ff\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2190-\u2193\u2460-\u2473\u3001-\u3015\u3400-\u4db5\u4e00-\u9fa5\uff01-\uff5e]/u;

const texts = distinct(text).min(1);
const changeSchema = z.strictObject({ day: daySchema, text: atMost(80).describe('What readers should know, in one sentence.') });
const pathSchema = matching(/^\/(?:[a-z0-9-]+\/)+$/u, 'an alias of a chapter is a path such as /how-to-pay/');

export const chapterSchema = z.strictObject({
  title: drawn(atMost(26)).describe('The h1: says what the page answers.'),
  label: atMost(8).describe('The short name in the sidebar.'),
  description: atMost(80).describe('The answer in one sentence; search engines and previews show it.'),
  summary: drawn(atMost(18)).describe('One line under the name on the home page.'),
  published: daySchema.describe('The day the chapter first appeared.'),
  reviewed: daySchema.describe('The day the words were last checked against the sources; not bumped for a mere edit.'),
  changes: z.array(changeSchema).min(1).describe('What changed, newest day first; the feed and the page of changes tell it.'),
  aliases: z.array(pathSchema).default([]).describe('Earlier or shorter addresses of this chapter.'),
});

export const partSchema = z.strictObject({
  id: idSchema,
  label: text.describe('The name over this part of the sidebar.'),
  chapters: z.array(idSchema).min(1).describe('File names in content/guide, in reading order.'),
});

const addressPattern = /^https:\/\/(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/(?:[!-~]*[\w/&=%#~+)-])?)?$/u;
const httpsSchema = matching(addressPattern, 'must be an address such as https://www.fcc.gov/a, in ASCII, without a space or full stop');

export const sourceSchema = z
  .strictObject({
    id: sourceIdSchema,
    kind: z.enum(['official', 'regulator', 'press', 'third-party']),
    title: text,
    publisher: text,
    url: httpsSchema.optional().describe('Required where the site links it.'),
    date: sourceDateSchema,
    checked: daySchema.describe('The day we last read it.'),
    note: text.describe('How far it can be trusted.'),
    relies: texts.optional().describe('Short words that the page has and the guide relies on; npm run watch:sources looks for them.'),
  })
  .refine((source) => source.kind === 'third-party' || source.url !== undefined, {
    error: 'an official, regulator or press source needs its url',
    path: ['url'],
  });

const placeSchema = matching(/^[a-z][a-z0-9-]*(?:#[a-z][a-z0-9-]*)?$/u, 'must look like steps#choose-period');

export const claimSchema = z
  .strictObject({
    id: z.int().min(1).max(999),
    says: text.describe('What the original guide says, in our words.'),
    verdict: z.enum(['confirmed', 'partly', 'contradicted', 'not-found', 'generic', 'promo']),
    outcome: z.enum(['kept', 'corrected', 'labelled', 'left-out']),
    why: text.describe('What the record says, and what we did.'),
    place: placeSchema.optional().describe('Where the guide now covers it.'),
    sources: distinct(sourceIdSchema),
  })
  .refine((claim) => (claim.outcome === 'left-out') === (claim.place === undefined), {
    error: 'a claim that is left out has no place, every other one has',
    path: ['place'],
  });

export const searchSchema = z.strictObject({
  places: z.record(placeSchema, texts).describe('For a heading, or a page without any, what readers say when they need it.'),
  same: z.array(z.array(text).min(2)).describe('Groups of words that mean the same here.'),
  regional: z
    .record(text, text)
    .describe('Words of Taiwan and Hong Kong, in Traditional characters, each with the word of this guide for it.'),
});

export type SearchWords = z.infer<typeof searchSchema>;
export type FrontMatter = z.infer<typeof chapterSchema>;
export type Part = z.infer<typeof partSchema>;
export type Source = z.infer<typeof sourceSchema>;
export type Claim = z.infer<typeof claimSchema>;

function without(pattern: RegExp, schema: z.ZodType<string>, message: (found: string) => string): z.ZodType<string> {
  return schema.refine((value) => !pattern.test(value), { error: ({ input }) => message(pattern.exec(String(input))?.[0] ?? '') });
}

function displayWidth(value: string): number {
  return [...value].reduce((width, char) => width + (char.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);
}
