/** On a page that leads on: goes there with the query and, unless the address there has a fragment, that of the old address. */
const link = document.querySelector<HTMLAnchorElement>('a[data-follow]');
if (link) {
  const to = new URL(link.href);
  location.replace(to.pathname + location.search + (to.hash || location.hash));
}
