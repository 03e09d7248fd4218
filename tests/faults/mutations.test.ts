import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parse as parseHtml, type DefaultTreeAdapterTypes as Html } from 'parse5';
import { parse } from 'yaml';
import { auditContent } from '../../src/build/content-audit.ts';
import type { Claim, Part, SearchWords, Source } from '../../src/model/schemas.ts';
import { Project } from '../support/project.ts';
import { chapters, families, type Damage } from './damages.ts';

const content = new URL('../../content/', import.meta.url).pathname;
const scratch = mkdtempSync(join(tmpdir(), 'damaged-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A copy of the real content with some damages done to it. */
function damaged(...damages: readonly Damage[]): string {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch);
  cpSync(content, join(scratch, 'content'), { recursive: true });
  for (const damage of damages) damage.apply(scratch);
  return scratch;
}

const accepted: Damage[] = [];
const counts = { damages: 0, refused: 0 };

for (const [family, damages] of Object.entries(families))
  test(`damage to the content is refused with file and line, or accepted: ${family}`, () => {
    for (const damage of damages) {
      const what = `${damage.name} in ${damage.file}`;
      const root = damaged(damage);
      const problems = auditContent(root);
      counts.damages++;
      if (problems.length === 0) {
        accepted.push(damage);
        continue;
      }
      counts.refused++;
      const gone = !existsSync(join(root, damage.file));
      assert.ok(
        gone || problems.some(({ file }) => (`${damage.file}/`.startsWith(`${file}/`) ? true : file.startsWith('content/permalinks'))),
        `${what}: the damaged file is named, not ${JSON.stringify(problems.slice(0, 3))}`,
      );
      for (const { file, line, message, fix } of problems) {
        const path = join(root, file);
        const lines = statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8').split('\n').length : 1;
        assert.ok(line >= 1 && line <= lines, `${what}: ${file} has ${lines} lines, and ${line} is named`);
        assert.ok(message && fix, `${what}: says what is wrong and what to do`);
        assert.doesNotMatch(message, /\n\s+at |undefined|\[object/u, what);
      }
    }
  });

/** Packs the damages into as few copies of the project as can be: one a file, and only what is accepted together. */
function pack(damages: readonly Damage[]): Damage[][] {
  const batches: Damage[][] = [];
  for (const damage of damages) {
    const fits = (batch: Damage[]) => batch.every(({ file }) => file !== damage.file);
    const batch = batches.find(fits);
    if (batch) batch.push(damage);
    else batches.push([damage]);
  }
  return batches.flatMap((batch) => (auditContent(damaged(...batch)).length === 0 ? [batch] : apart(batch)));
}

/** The same for damages that contradict each other. */
function apart(damages: readonly Damage[]): Damage[][] {
  const batches: Damage[][] = [];
  for (const damage of damages) {
    const batch = batches.find((each) => auditContent(damaged(...each, damage)).length === 0);
    if (batch) batch.push(damage);
    else batches.push([damage]);
  }
  return batches;
}

test('what is accepted is printed to the last word', async () => {
  const project = new Project({ name: '损坏 damaged-' });
  let built = 0;
  const batches = pack(accepted);
  for (const batch of batches) {
    const root = damaged(...batch);
    rmSync(join(project.folder, 'content'), { recursive: true });
    cpSync(join(root, 'content'), join(project.folder, 'content'), { recursive: true });
    const { code, output } = await project.build();
    const names = batch.map(({ name, file }) => `${name} in ${file}`).join('; ');
    assert.equal(code, 0, `${names}\n${output}`);
    for (const file of chapters) checkChapter(project, file, names);
    checkData(project, names);
    built += batch.length;
  }
  project.remove();
  const { damages, refused } = counts;
  assert.equal(refused + built, damages);
  assert.ok(damages >= 300);
  console.log(`${damages} damages: ${refused} refused with file and line, ${built} built right (in ${batches.length} builds)`);
});

/** Every word of a chapter's text stands on its page, in the same order; every heading keeps its id. */
function checkChapter(project: Project, file: string, names: string): void {
  const source = project
    .read(file)
    .replace(/^\ufeff/u, '')
    .replaceAll('\r\n', '\n');
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(source) ?? [];
  const id = file.slice('content/guide/'.length, -'.mdx'.length);
  const html = project.read(`dist/${id}/index.html`);
  const page = squash(textOf(html));
  const { title, description } = parse(front) as { title: string; description: string };
  for (const text of [title, description]) assert.ok(page.includes(squash(text)), `${names}: “${text}” on /${id}/`);
  let from = page.indexOf(squash(title));
  for (const piece of piecesOf(body)) {
    const at = page.indexOf(piece, from);
    assert.ok(at !== -1, `${names}: “${piece}” on /${id}/, after “${page.slice(Math.max(0, from - 30), from)}”`);
    from = at + piece.length;
  }
  for (const [, heading] of body.matchAll(/^##.*\{#([a-z0-9-]+)/gmu)) assert.match(html, new RegExp(`id="${heading}"`, 'u'), names);
}

function checkData(project: Project, names: string): void {
  const read = <T>(name: string) => parse(project.read(`content/${name}.yaml`)) as T;
  const printed = squash(textOf(project.read('dist/sources/index.html')));
  const expected = [
    ...read<Source[]>('sources').flatMap(({ title, publisher, note }) => [title, publisher, note]),
    ...read<Claim[]>('claims').flatMap(({ says, why }) => [says, why]),
  ];
  for (const text of expected) assert.ok(printed.includes(squash(text)), `${names}: “${text}” on /sources/`);
  const home = squash(textOf(project.read('dist/index.html')));
  for (const { label } of read<Part[]>('outline')) assert.ok(home.includes(squash(label)), `${names}: “${label}” on the home page`);
  const index = JSON.parse(project.read('dist/search-index.json')) as { sections: { path: string; words: string[] }[]; same: string[][] };
  const { places, same } = read<SearchWords>('search');
  for (const [place, words] of Object.entries(places)) {
    const section = index.sections.find(({ path }) => path === `/${place.replace('#', '/#')}`);
    assert.deepEqual(section?.words, words, `${names}: the words of ${place}`);
  }
  assert.deepEqual(index.same, same, names);
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
