import { healFragment, type Target } from '../model/links/healing.ts';
import { announce } from './status.ts';

/** A fragment that arrives damaged still finds its heading; a mended address is said to have been mended. */
arrive();
addEventListener('hashchange', arrive);

function arrive(): void {
  const mended = takeMended();
  const fragment = location.hash.slice(1);
  // On the planner's page a fragment may be a plan.
  const plan = document.getElementById('plan-form') && /(?:due|last|wallet)\W/iu.test(fragment);
  if (!fragment || plan || fragment === 'main' || document.getElementById(fragment)) {
    if (mended !== undefined) show(document.getElementById(fragment) ?? document.querySelector('h1'), mended);
    return;
  }
  const { to, nearest } = healFragment(fragment, readPage());
  const heading = to && document.getElementById(to.id);
  if (heading) {
    history.replaceState(history.state, '', `#${to.id}`);
    show(heading, to.title);
  } else {
    const places = nearest.map(({ id, title }) => ({ href: `#${id}`, text: title }));
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

function readPage(): Target {
  const headings = [...document.querySelectorAll<HTMLAnchorElement>('a.permalink')].map((link) => ({
    id: link.hash.slice(1),
    text: link.dataset['title'] ?? '',
  }));
  const known = new Set(headings.map(({ id }) => id));
  const others = [...document.querySelectorAll('main [id]')].filter(({ id }) => !known.has(id)).map(({ id }) => ({ id, text: id }));
  return { path: '', title: document.title, headings: [...headings, ...others] };
}

function show(place: HTMLElement | null, title: string): void {
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  if (place.tagName !== 'H1') place.scrollIntoView();
  announce(`链接有一处不对，已带你到「${title}」。`);
}
