import type { Word } from '../../markdown/vocabulary.ts';
import Causes from './Causes.astro';
import Checklist from './Checklist.astro';
import Cite from './Cite.astro';
import Code from './Code.astro';
import Correction from './Correction.astro';
import Figure from './Figure.astro';
import Fixes from './Fixes.astro';
import Heading2 from './Heading2.astro';
import Heading3 from './Heading3.astro';
import Heading4 from './Heading4.astro';
import Item from './Item.astro';
import Link from './Link.astro';
import Note from './Note.astro';
import Otherwise from './Otherwise.astro';
import Problem from './Problem.astro';
import Step from './Step.astro';
import Steps from './Steps.astro';
import Success from './Success.astro';
import Table from './Table.astro';

/** The words of the vocabulary, drawn; no chapter can use one that is missing here. */
const words = {
  Steps,
  Step,
  Success,
  Otherwise,
  Problem,
  Causes,
  Fixes,
  Checklist,
  Item,
  Note,
  Correction,
  Cite,
  Figure,
} satisfies Record<Word, unknown>;

/** What is handed to <Content components>: the vocabulary, and the Markdown elements we draw ourselves. */
export const prose = { ...words, h2: Heading2, h3: Heading3, a: Link, code: Code, table: Table };

/** The same one level down, where the titles of chapters are h2 themselves. */
export const proseBelow = { ...prose, h2: Heading3, h3: Heading4 };
