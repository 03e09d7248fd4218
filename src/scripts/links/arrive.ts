import type { Place, Target } from '../../model/links/healing.ts';
import { announce, make, type Link } from '../shared/dom.ts';
import { load, save } from '../shared/storage.ts';

/** Fragments that apps and sites append to any address (WeChat, Facebook, advertisements, client-side routers): never a heading of ours. */
const appended = /^#?(?:[^\p{L}\p{N}%]*|rd|top|null|undefined|wechat_\w+|(?:mp\.)?weixin\b.*|google_vignette|goog_\w+|:~:.*|[\w.]+=.*)$/iu;

/**
 * Works out what a damaged address means: on the 404 page which page, elsewhere which heading. The code for that is only fetched
 * when it is needed, which is rare.
 */
const ledger = document.getElementById('ledger');
if (ledger) void findPage(JSON.parse(ledger.textContent) as { base: string; targets: Target[] });
else {
  void findHeading();
  addEventListener('hashchange', () => void findHeading());
}

/** Goes to the page that the path clearly means, or offers the nearest ones. */
async function findPage({ base, targets }: { base: string; targets: Target[] }): Promise<void> {
  const file = await fileMeant();
  if (file) {
    location.replace(file);
    return offer([{ href: file, text: file.slice(file.lastIndexOf('/') + 1) }]);
  }
  const { healPath } = await import('../../model/links/healing.ts');
  const { to, nearest } = healPath(location.pathname, targets, base);
  const under = (path: string) => base.replace(/\/$/u, '') + path;
  // Tells the next page what to say; found here again, it means that the host sent the reader back, which could go on for ever.
  const mayGo = load('mended', 'sessionStorage') === null;
  if (save('mended', to && mayGo ? to.title : null, 'sessionStorage') && to && mayGo) {
    // A plan that ended up in the path moves to the fragment, where the planner looks for it.
    const plan = to.path === '/planner/' && /planner(.*(?:due|last|wallet).*)/iu.exec(location.pathname + location.search)?.[1];
    const hash = to.id && appended.test(location.hash) ? `#${to.id}` : location.hash;
    location.replace(under(to.path) + (plan ? `#${plan}` : location.search + hash));
  } else {
    const hash = ({ path, id }: Place) => (id ? `#${id}` : path === '/' ? '' : location.hash);
    offer((to ? [to] : nearest).map((place) => ({ href: under(place.path) + hash(place), text: place.title })));
  }
}

/** The file whose address a forum has run together with the words after it, if there is such a file. */
async function fileMeant(): Promise<string | undefined> {
  const [, file] = /^(.*?\.(?:ics|md|txt|xml|json|png|svg|webmanifest))(?![\w-])./iu.exec(location.pathname) ?? [];
  if (!file) return undefined;
  // Without the origin, a path that begins with two slashes would name another host.
  const address = location.origin + file;
  const answer = await fetch(address, { method: 'HEAD' }).catch(() => undefined);
  return answer?.ok ? address : undefined;
}

function offer(links: readonly Link[]): void {
  if (!links.length) return;
  const list = make('ul', {}, ...links.map(({ href, text }) => make('li', {}, make('a', { href }, text))));
  document.querySelector('main h1')?.after(make('div', { className: 'note nearest prose' }, '你要找的可能是：', list));
  announce('页面上列出了最接近的几处。');
}

/** Goes to the heading that the fragment means, and says so if the address was mended, here or on the 404 page. */
async function findHeading(): Promise<void> {
  const mended = load('mended', 'sessionStorage');
  save('mended', null, 'sessionStorage');
  const fragment = location.hash.slice(1);
  // On the planner the fragment can be a plan.
  const isPlan = document.getElementById('plan-form') && /(?:due|last|wallet)\W/iu.test(fragment);
  if (!fragment || isPlan || document.getElementById(fragment)) {
    if (mended) show(document.getElementById(fragment) ?? document.querySelector('h1'), mended);
    return;
  }
  if (appended.test(location.hash)) return;
  const { healFragment } = await import('../../model/links/healing.ts');
  // Rows and steps have an id but no name that readers see.
  const names = new Map(Array.from(document.querySelectorAll('main [id]'), ({ id }) => [id, '']));
  for (const { hash, dataset } of document.querySelectorAll<HTMLAnchorElement>('a.permalink'))
    names.set(hash.slice(1), dataset['title'] ?? '');
  const headings = Array.from(names, ([id, text]) => ({ id, text }));
  const { to, nearest } = healFragment(fragment, { path: '', title: document.title, headings });
  if (to) {
    history.replaceState(history.state, '', `#${to.id}`);
    show(document.getElementById(to.id), to.title);
  } else {
    const links = nearest.filter(({ title }) => title).map(({ id, title }) => ({ href: `#${id}`, text: title }));
    announce(links.length ? '没有找到链接指的那一节。是不是：' : '没有找到链接指的那一节，请看本页目录。', links);
  }
}

function show(place: HTMLElement | null, title: string): void {
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (place.tagName !== 'H1') place.scrollIntoView();
  announce(`链接有一处不对，已带你到${title ? `「${title}」` : '它指的地方'}。`);
}
