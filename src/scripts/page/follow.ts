/** On a page that leads on: goes there with the query and, where it has one, the fragment of the old address. */
const link = document.querySelector<HTMLAnchorElement>('a[data-follow]');
if (link) {
  const to = new URL(link.href);
  location.replace(to.pathname + location.search + (location.hash || to.hash));
}
