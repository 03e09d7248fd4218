import type { Target } from '../../model/links/healing.ts';
import { announce, make, type Place } from '../shared/dom.ts';
import { load, save } from '../shared/storage.ts';

/** On the 404 page: goes where the address clearly means, or offers what comes nearest. */
const ledger = document.getElementById('ledger');
if (ledger) void mend(JSON.parse(ledger.textContent ?? '') as { base: string; targets: Target[] });

async function mend({ base, targets }: { base: string; targets: Target[] }): Promise<void> {
  const file = await fileMeant();
  if (file) {
    location.replace(file);
    return offer([{ href: file, text: file.slice(file.lastIndexOf('/') + 1) }]);
  }
  const { healPath } = await import('../../model/links/healing.ts');
  const { to, nearest } = healPath(location.pathname, targets, base);
  const under = (path: string) => base.replace(/\/$/u, '') + path;
  if (to && remember(to.title)) {
    // A plan that was taken into the path, signs and all, goes on in the fragment, where the planner looks for it.
    const plan = to.path === '/planner/' && /planner(.*(?:due|last|wallet).*)/iu.exec(location.pathname + location.search)?.[1];
    location.replace(under(to.path) + (plan ? `#${plan}` : location.search + (location.hash || (to.id && `#${to.id}`))));
  } else offer((to ? [to] : nearest).map(({ path, id, title }) => ({ href: under(path) + (id && `#${id}`), text: title })));
}

/** The file that stands before words that a forum took into its address, where there is one. */
async function fileMeant(): Promise<string | undefined> {
  const [, file] = /^(.*?\.(?:ics|md|txt|xml|json|png|svg|webmanifest))(?![\w-])./iu.exec(location.pathname) ?? [];
  if (!file) return undefined;
  // With the origin, or a path that begins with two slashes would name another host.
  const address = location.origin + file;
  const answer = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
  return answer?.ok ? address : undefined;
}

/**
 * Leaves a title for the page that the reader is sent to. False where that cannot be, or where this page was sent to in the
 * same way: a host may lead back to here for ever.
 */
function remember(title: string): boolean {
  const mayGo = load('mended', 'sessionStorage') === null;
  return save('mended', mayGo ? title : null, 'sessionStorage') && mayGo;
}

function offer(places: readonly Place[]): void {
  if (!places.length) return;
  const list = make('ul', {}, ...places.map(({ href, text }) => make('li', {}, make('a', { href }, text))));
  document.querySelector('main h1')?.after(make('div', { className: 'nearest' }, '你要找的可能是：', list));
  announce('页面上列出了最接近的几处。');
}
