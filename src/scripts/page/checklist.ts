import { load, onChangeElsewhere, save } from '../shared/storage.ts';

/** Keeps ticks on this device by the names of the items, so that an edit of other items does not move them. Tabs share them. */
for (const list of document.querySelectorAll<HTMLElement>('.checklist')) {
  const boxes = [...list.querySelectorAll('input')];
  const clear = list.nextElementSibling as HTMLButtonElement;
  /** The names that are ticked on this device, or on the page where storage is closed. What is kept may be anything. */
  const ticked = () => {
    const kept = load(list.id);
    return kept === undefined ? boxes.flatMap(({ checked, name }) => (checked ? name : [])) : (kept?.match(/[\w-]+/gu) ?? []);
  };
  const keep = (names: readonly string[]) => save(list.id, names.length ? JSON.stringify(names) : null);
  const show = () => {
    const names = ticked();
    for (const box of boxes) box.checked = names.includes(box.name);
    clear.hidden = names.length === 0;
  };
  show();
  list.addEventListener('change', ({ target }) => {
    const { name, checked } = target as HTMLInputElement;
    // What another tab has ticked meanwhile stays.
    const others = ticked().filter((each) => each !== name);
    // Where storage is full, the tick stays on the page; where it is closed, the page is what there is to show.
    if (keep(checked ? [...others, name] : others) || load(list.id) === undefined) show();
  });
  clear.addEventListener('click', () => {
    for (const box of boxes) box.checked = false;
    keep([]);
    show();
    boxes[0]?.focus();
  });
  onChangeElsewhere(show);
}
