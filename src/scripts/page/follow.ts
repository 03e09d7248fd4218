/** On a redirect page: goes to its target with the query and, unless the target has one, the fragment of the old address. */
const link = document.querySelector<HTMLAnchorElement>('a[data-follow]');
if (link) {
  const to = new URL(link.href);
  location.replace(to.pathname + location.search + (to.hash || location.hash));
}
