/** Ticks stay on this device, by the id of the item, so that an edit of other items does not move them. Tabs share them. */
for (const list of document.querySelectorAll<HTMLElement>('.checklist')) {
  const key = list.id;
  const boxes = [...list.querySelectorAll('input')];
  const clear = list.nextElementSibling as HTMLButtonElement;
  const ticked = () => boxes.filter((box) => box.checked).map(({ name }) => name);
  const show = () => {
    const names = load(key) ?? ticked();
    for (const box of boxes) box.checked = names.includes(box.name);
    clear.hidden = names.length === 0;
  };
  show();
  list.addEventListener('change', ({ target }) => {
    const { name, checked } = target as HTMLInputElement;
    // What another tab has ticked meanwhile stays.
    const others = (load(key) ?? ticked()).filter((each) => each !== name);
    save(key, checked ? [...others, name] : others);
    show();
  });
  clear.addEventListener('click', () => {
    for (const box of boxes) box.checked = false;
    save(key, []);
    show();
    boxes[0]?.focus();
  });
  addEventListener('storage', show);
  addEventListener('pageshow', ({ persisted }) => persisted && show());
}

/** The ticked items; undefined where storage is closed to us: the ticks then last as long as the page. */
function load(key: string): string[] | undefined {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(names) ? names.map(String) : [];
  } catch (error) {
    return error instanceof SyntaxError ? [] : undefined;
  }
}

function save(key: string, names: readonly string[]): void {
  try {
    if (names.length) localStorage.setItem(key, JSON.stringify(names));
    else localStorage.removeItem(key);
  } catch {
    // As above.
  }
}
