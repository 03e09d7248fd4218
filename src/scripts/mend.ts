import { healPath, type Target } from '../model/links/healing.ts';
import { announce } from './status.ts';

/** On the 404 page: goes where the address clearly means, or offers what comes nearest. */
const ledger = document.getElementById('ledger');
if (ledger) {
  const { base, targets } = JSON.parse(ledger.textContent ?? '') as { base: string; targets: Target[] };
  const { to, nearest } = healPath(location.pathname, targets, base);
  const href = (path: string, id: string) => base.replace(/\/$/u, '') + path + (id && `#${id}`);
  if (to && href(to.path, '') !== location.pathname) {
    try {
      sessionStorage.setItem('mended', to.title);
    } catch {
      // Without storage the reader arrives without the sentence that says so.
    }
    // A plan that was taken into the path, signs and all, goes on in the fragment, where the planner looks for it.
    const plan = to.path === '/planner/' && /planner(.*(?:due|last|wallet).*)/iu.exec(location.pathname + location.search)?.[1];
    location.replace(
      plan ? `${href(to.path, '')}#${plan}` : href(to.path, '') + location.search + (location.hash || (to.id && `#${to.id}`)),
    );
  } else if (nearest.length) {
    const list = document.createElement('ul');
    list.append(
      ...nearest.map(({ path, id, title }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        link.href = href(path, id);
        link.textContent = title;
        item.append(link);
        return item;
      }),
    );
    const offer = document.createElement('div');
    offer.className = 'nearest';
    offer.append('你要找的可能是：', list);
    document.querySelector('main h1')?.after(offer);
    announce('没有这一页。页面上列出了最接近的几处。');
  }
}
