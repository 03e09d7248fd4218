/** Opens every <details> for printing; older browsers cannot do that in CSS. */
addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) folded.open = true;
});
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = !('print' in window);
  button.addEventListener('click', () => print());
}
