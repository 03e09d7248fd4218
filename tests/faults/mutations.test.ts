import assert from 'node:assert/strict';
import { cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parse as parseHtml, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { parse } from 'yaml';
import { auditAmounts } from '../../src/checks/amounts.ts';
import { auditContent } from '../../src/checks/content.ts';
import { formatIssues, type Issue } from '../../src/model/issue.ts';
import { collectRefusals } from '../../src/model/refusals.ts';
import type { Claim, Part, SearchWords, Source } from '../../src/model/schemas.ts';
import { Project } from '../support/project.ts';
import { chapters, families, NoChange, type Damage } from './damages.ts';

const content = fileURLToPath(new URL('../../content/', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'damaged-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** What a build says of the content, and so all of a build's refusals that a damage to it can cause. */
function audit(root: string): Issue[] {
  const refusals = collectRefusals();
  const { issues, refuseIn } = refusals;
  auditContent(root, refusals);
  if (issues.length === 0) auditAmounts(root, refuseIn);
  return issues;
}

/** A copy of the real content with some damages done to it. */
function damaged(...damages: readonly Damage[]): string {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch);
  cpSync(content, join(scratch, 'content'), { recursive: true });
  for (const damage of damages) damage.apply(scratch);
  return scratch;
}

const accepted: Damage[] = [];
/** Families of which all is refused, or nothing. */
const always = new Map([
  ['contact details', true],
  ['marks that nobody meant', true],
  ['no contact details', false],
]);
const counts = { damages: 0, refused: 0 };

for (const [family, damages] of Object.entries(families))
  test(`damage to the content is refused with file and line, or accepted: ${family}`, () => {
    const wrong: string[] = [];
    for (const damage of damages) {
      const root = damaged(damage);
      counts.damages++;
      const issues = audit(root);
      if (issues.length) counts.refused++;
      else accepted.push(damage);
      if (always.get(family) === !issues.length)
        wrong.push(`${damage.name} in ${damage.file}: ${issues.length ? formatIssues(issues) : 'accepted'}`);
      wrong.push(...faultsOf(issues, damage, root).map((fault) => `${damage.name} in ${damage.file}: ${fault}`));
    }
    assert.deepEqual(wrong, []);
  });

/** What a refusal lacks: it names the damaged file, lines that are there, what is wrong and what to do, and no trace. */
function faultsOf(issues: readonly Issue[], damage: Damage, root: string): string[] {
  // The files that a lost file, folder or id is looked for in.
  const lookers = ['content/outline.yaml', 'content/permalinks.yaml', 'content/claims.yaml', 'content/search.yaml'];
  const named = issues.some(
    ({ file, message, fix }) =>
      file === damage.file || damage.file.startsWith(`${file}/`) || `${message} ${fix}`.includes(damage.file) || lookers.includes(file),
  );
  return [
    ...(issues.length && !named ? [`the damaged file is not named, only ${issues[0]!.file}`] : []),
    ...issues.flatMap(({ file, line, message, fix }) => {
      const path = join(root, file);
      const lines = lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8').split('\n').length : 1;
      return [
        ...(line >= 1 && line <= lines ? [] : [`${file} has ${lines} lines, and ${line} is named`]),
        ...(message && fix ? [] : ['it does not say what is wrong and what to do']),
        ...(/\n\s+at |undefined|\[object|NaN/u.test(message) ? [message] : []),
      ];
    }),
  ];
}

/** How many damages one file takes in one build. */
const together = 12;

/** Packs the damages into few builds: each goes into the first one that has room in its file and is still accepted with it. */
function pack(damages: readonly Damage[]): Damage[][] {
  const batches: Damage[][] = [];
  for (const damage of damages) {
    const hasRoom = (batch: Damage[]) => batch.filter(({ file }) => file === damage.file).length < together;
    const batch = batches.find((each) => hasRoom(each) && goTogether([...each, damage]));
    if (batch) batch.push(damage);
    else batches.push([damage]);
  }
  return batches;
}

function goTogether(batch: readonly Damage[]): boolean {
  try {
    return audit(damaged(...batch)).length === 0;
  } catch (error) {
    // One undoes what another needs.
    if (error instanceof NoChange) return false;
    throw error;
  }
}

test('what is accepted is printed in full', async () => {
  const project = new Project({ name: '损坏 damaged-' });
  const wrong: string[] = [];
  const batches = pack(accepted);
  for (const batch of batches) {
    const root = damaged(...batch);
    rmSync(join(project.folder, 'content'), { recursive: true });
    cpSync(join(root, 'content'), join(project.folder, 'content'), { recursive: true });
    const { code, output } = await project.build();
    const faults = code === 0 ? [...chapters.flatMap((file) => lostFrom(project, file)), ...lostFromData(project)] : [output.slice(-3000)];
    if (faults.length) wrong.push(...batch.map(({ name, file }) => `${name} in ${file}`), ...faults);
  }
  project.remove();
  assert.deepEqual(wrong, []);
  const { damages, refused } = counts;
  assert.ok(damages >= 300);
  console.log(`${damages} damages: ${refused} refused with file and line, ${accepted.length} built right, in ${batches.length} builds`);
});

/** What a chapter's text says and its page does not: each word, in the same order, and the id of each heading. */
function lostFrom(project: Project, file: string): string[] {
  const source = project
    .read(file)
    .replace(/^\ufeff/u, '')
    .replaceAll('\r\n', '\n');
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(source) ?? [];
  const path = `${file.slice('content/guide/'.length, -'.mdx'.length)}/index.html`;
  const html = project.read(`dist/${path}`);
  const page = squash(textOf(html));
  const { title, description } = parse(front) as { title: string; description: string };
  const lost = [title, description].filter((text) => !page.includes(squash(text)));
  let from = page.indexOf(squash(title));
  for (const piece of piecesOf(body)) {
    const at = page.indexOf(piece, from);
    if (at === -1) lost.push(`${piece}, after ${page.slice(Math.max(0, from - 30), from)}`);
    else from = at + piece.length;
  }
  const ids = [...body.matchAll(/^##.*\{#([a-z0-9-]+)/gmu)].map((match) => match[1]!);
  lost.push(...ids.filter((id) => !html.includes(` id="${id}"`)));
  return lost.map((text) => `lost from ${path}: ${text}`);
}

function lostFromData(project: Project): string[] {
  const read = <T>(name: string) => parse(project.read(`content/${name}.yaml`)) as T;
  const textOn = (page: string) => squash(textOf(project.read(`dist/${page}`)));
  const sources = textOn('sources/index.html');
  const home = textOn('index.html');
  const index = JSON.parse(project.read('dist/search-index.json')) as { sections: { path: string; words: string[] }[]; same: string[][] };
  const { places, same } = read<SearchWords>('search');
  return [
    ...[
      ...read<Source[]>('sources').flatMap(({ title, publisher, note }) => [title, publisher, note]),
      ...read<Claim[]>('claims').flatMap(({ says, why }) => [says, why]),
    ]
      .filter((text) => !sources.includes(squash(text)))
      .map((text) => `lost from sources: ${text}`),
    ...read<Part[]>('outline').flatMap(({ label }) => (home.includes(squash(label)) ? [] : [`lost from home: ${label}`])),
    ...Object.entries(places).flatMap(([place, words]) => {
      const section = index.sections.find(({ path }) => path === (place.includes('#') ? `/${place.replace('#', '/#')}` : `/${place}/`));
      return isDeepStrictEqual(section?.words, words) ? [] : [`lost from search: ${place} ${words.join(' ')}`];
    }),
    ...(isDeepStrictEqual(index.same, same) ? [] : ['lost from search: same']),
  ];
}

/** The words of a chapter between its marks, line by line, without asking the parser that draws them. */
function piecesOf(body: string): string[] {
  return body
    .replaceAll(/<[A-Z]\w*[^>]*? title="([^"]*)"[^>]*>/gu, '\n$1\n')
    .split('\n')
    .flatMap((line) =>
      line
        .replace(/^(#+ .*?)\s*\{#[^}]*\}\s*$/u, '$1')
        .replace(/^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*(?:\[[ xX]\]\s)?/u, '')
        .split(/<\/?[A-Z][^>]*>|\]\([^)\s]*\)/u),
    )
    .map((piece) => squash(decode(piece)))
    .filter(Boolean);
}

/** Without white space and the marks of Markdown, which may stand or not. */
function squash(text: string): string {
  return text.replaceAll(/[\s*_`#|>~\\[\](){}<-]/gu, '');
}

function decode(text: string): string {
  return text.replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}

function textOf(html: string): string {
  const words: string[] = [];
  const walk = (node: Html.Node): void => {
    if (node.nodeName === '#text') words.push((node as Html.TextNode).value);
    if ('childNodes' in node && !/^(?:script|style|head)$/u.test(node.nodeName)) node.childNodes.forEach(walk);
  };
  walk(parseHtml(html));
  return words.join('');
}
