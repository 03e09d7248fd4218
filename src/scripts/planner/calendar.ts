// Rotates the days of the calendar page so that they begin with the reader's own, however long ago the page was built.
// Imports nothing: it would split days.ts from the planner's script, a request more there.
const links = [...document.querySelectorAll<HTMLAnchorElement>('#days a')];
const files = links.map(({ href }) => href);
const now = new Date();
const day = (at: number) => Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + at);
const built = Date.parse(links[0]?.querySelector('time')?.dateTime ?? '');

links.forEach((link, at) => {
  const time = link.querySelector('time')!;
  time.dateTime = time.textContent = new Date(day(at)).toISOString().slice(0, 10);
  const gone = Math.round((day(at) - built) / 86_400_000) % files.length;
  link.href = files[(gone + files.length) % files.length]!;
});
