import type { Target } from '../model/links/healing.ts';
import { announce } from './status.ts';

/** What apps and sites append to any address (WeChat, Facebook, advertisements, routers of scripts): never a heading of ours. */
const appended = /^(?:[^\p{L}\p{N}%]*|rd|top|null|undefined|wechat_\w+|(?:mp\.)?weixin\b.*|google_vignette|goog_\w+|:~:.*|[\w.]+=.*)$/iu;

/**
 * A fragment that arrives damaged still finds its heading; a mended address is said to have been mended. What mends is
 * fetched when it is needed, which is seldom. The 404 page has its own script, which leaves the title for this one.
 */
if (!document.getElementById('ledger')) {
  void arrive();
  addEventListener('hashchange', () => void arrive());
}

async function arrive(): Promise<void> {
  const mended = takeMended();
  const fragment = location.hash.slice(1);
  // On the planner's page a fragment may be a plan.
  const plan = document.getElementById('plan-form') && /(?:due|last|wallet)\W/iu.test(fragment);
  if (!fragment || plan || document.getElementById(fragment)) {
    if (mended !== undefined) show(document.getElementById(fragment) ?? document.querySelector('h1'), mended);
    return;
  }
  if (appended.test(fragment)) return;
  const { healFragment } = await import('../model/links/healing.ts');
  const { to, nearest } = healFragment(fragment, readPage());
  const place = to && document.getElementById(to.id);
  if (place) {
    history.replaceState(history.state, '', `#${to.id}`);
    show(place, to.title);
  } else {
    const places = nearest.filter(({ title }) => title).map(({ id, title }) => ({ href: `#${id}`, text: title }));
    announce(places.length ? '没有找到链接指的那一节。是不是：' : '没有找到链接指的那一节，请看本页目录。', places);
  }
}

/** The title of the page that the 404 page sent the reader to, once. */
function takeMended(): string | undefined {
  try {
    const title = sessionStorage.getItem('mended') ?? undefined;
    sessionStorage.removeItem('mended');
    return title;
  } catch {
    return undefined;
  }
}

/** What a fragment can mean here: headings, and rows and steps that have an id and no name for readers. */
function readPage(): Target {
  const headings = [...document.querySelectorAll<HTMLAnchorElement>('a.permalink')].map((link) => ({
    id: link.hash.slice(1),
    text: link.dataset['title'] ?? '',
  }));
  const known = new Set(headings.map(({ id }) => id));
  const others = [...document.querySelectorAll('main [id]')].filter(({ id }) => !known.has(id)).map(({ id }) => ({ id, text: '' }));
  return { path: '', title: document.title, headings: [...headings, ...others] };
}

function show(place: HTMLElement | null, title: string): void {
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (place.tagName !== 'H1') place.scrollIntoView();
  announce(`链接有一处不对，已带你到${title ? `「${title}」` : '它指的地方'}。`);
}
