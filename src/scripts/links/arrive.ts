import type { Target } from '../../model/links/healing.ts';
import { announce } from '../shared/dom.ts';
import { load, save } from '../shared/storage.ts';

/** What apps and sites append to any address (WeChat, Facebook, advertisements, routers of scripts): never a heading of ours. */
const appended = /^(?:[^\p{L}\p{N}%]*|rd|top|null|undefined|wechat_\w+|(?:mp\.)?weixin\b.*|google_vignette|goog_\w+|:~:.*|[\w.]+=.*)$/iu;

/**
 * Finds the heading that a damaged fragment means, and says so where an address was mended. What mends is fetched when it is
 * needed, which is seldom. The 404 page has a script of its own, which leaves the title of the place for this one.
 */
if (!document.getElementById('ledger')) {
  void arrive();
  addEventListener('hashchange', () => void arrive());
}

async function arrive(): Promise<void> {
  const mended = load('mended', 'sessionStorage');
  save('mended', null, 'sessionStorage');
  const fragment = location.hash.slice(1);
  // On the planner's page a fragment may be a plan.
  const isPlan = document.getElementById('plan-form') && /(?:due|last|wallet)\W/iu.test(fragment);
  if (!fragment || isPlan || document.getElementById(fragment)) {
    if (typeof mended === 'string') show(document.getElementById(fragment) ?? document.querySelector('h1'), mended);
    return;
  }
  if (appended.test(fragment)) return;
  const { healFragment } = await import('../../model/links/healing.ts');
  const { to, nearest } = healFragment(fragment, readPage());
  if (to) {
    history.replaceState(history.state, '', `#${to.id}`);
    show(document.getElementById(to.id), to.title);
  } else {
    const places = nearest.filter(({ title }) => title).map(({ id, title }) => ({ href: `#${id}`, text: title }));
    announce(places.length ? '没有找到链接指的那一节。是不是：' : '没有找到链接指的那一节，请看本页目录。', places);
  }
}

/** What a fragment can mean here: headings, and rows and steps that have an id and no name for readers. */
function readPage(): Target {
  const titles = [...document.querySelectorAll<HTMLAnchorElement>('a.permalink')].map(
    (link) => [link.hash.slice(1), link.dataset['title'] ?? ''] as const,
  );
  const ids = [...document.querySelectorAll('main [id]')].map(({ id }) => [id, ''] as const);
  return { path: '', title: document.title, headings: Array.from(new Map([...ids, ...titles]), ([id, text]) => ({ id, text })) };
}

function show(place: HTMLElement | null, title: string): void {
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (place.tagName !== 'H1') place.scrollIntoView();
  announce(`链接有一处不对，已带你到${title ? `「${title}」` : '它指的地方'}。`);
}
