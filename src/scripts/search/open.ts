import { isPlain, make } from '../shared/dom.ts';

/** The link and the keys that open search. The search code is fetched only then. */
const form = document.querySelector<HTMLFormElement>('form.search')!;
const input = form.querySelector('input')!;
const dialog = document.querySelector<HTMLDialogElement>('dialog.search-dialog');
const link = document.querySelector<HTMLAnchorElement>('a.find')!;

// An engine without this (Chrome below 86) cannot show what is found: there the page keeps saying that search needs a script.
if ('replaceChildren' in form) {
  const note = form.parentElement!.querySelector<HTMLElement>('.unscripted');
  if (note) note.hidden = true;
  form.hidden = false;
}
link.addEventListener('click', (event) => {
  // Without dialogs (Firefox 97) the link leads to the page that is search itself.
  if (!isPlain(event) || (dialog && !('showModal' in dialog))) return;
  event.preventDefault();
  // eslint-disable-next-line no-restricted-properties -- Asked for above.
  if (dialog && !dialog.open) dialog.showModal();
  input.focus();
  input.select();
});
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  const asked =
    event.key === '/'
      ? !typing && !event.ctrlKey && !event.metaKey && !event.altKey
      : // A browser that fills in a form sends keys without names.
        event.key?.toLowerCase() === 'k' && event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey;
  if (!asked) return;
  event.preventDefault();
  link.click();
});
// What is typed never leaves the device: the form is not sent. An Enter that picks an input method's candidate is not a submission.
let isPicking = false;
form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') isPicking = isComposing(event);
});
form.addEventListener('keyup', () => (isPicking = false));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (isPicking) event.stopImmediatePropagation();
});
// A search field uses Escape to clear itself; an input method, to drop what it is composing.
input.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !isComposing(event)) dialog?.close();
});
input.addEventListener('focus', () => void load());
if (!dialog && /[?#&]q=./u.test(location.search + location.hash)) void load();

/** True for a key that belongs to an input method. Safari ends the composition before it sends the key: only the code tells then. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

async function load(): Promise<void> {
  if (form.hidden || form.dataset['ready']) return;
  form.dataset['ready'] = 'yes';
  const count = form.querySelector('.count')!;
  count.textContent = '正在准备…';
  try {
    const { attach } = await import('./search.ts');
    await attach(form);
  } catch {
    delete form.dataset['ready'];
    count.textContent = '搜索没能打开，可能是网络断了，或者浏览器太旧。';
    const href = `${form.dataset['base']!.replace(/\/$/u, '')}/all/`;
    form.querySelector('.more')!.replaceChildren(make('a', { href }, '到全文一页里找'));
  }
}
