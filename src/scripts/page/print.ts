/** Paper shows what is folded on the screen: no engine of some years ago opens it by its styles alone. */
addEventListener('beforeprint', () => {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('main details')) folded.open = true;
});
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = !('print' in window);
  button.addEventListener('click', () => print());
}
