// Marks reviews that have grown old since the build, by the reader's own date.
// Imports nothing: it would split days.ts from the planner's script, a request more there.
const now = new Date();
const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
for (const time of document.querySelectorAll<HTMLTimeElement>('time.reviewed')) {
  if (time.nextElementSibling?.className === 'stale' || today <= time.dataset['until']!) continue;
  const mark = document.createElement('strong');
  mark.className = 'stale';
  mark.textContent = '待复核';
  time.after(mark);
}
