/** Ticks stay on this device, by the id of the item, so that an edit of other items does not move them. */
for (const list of document.querySelectorAll<HTMLElement>('.checklist')) {
  const key = list.id;
  const boxes = [...list.querySelectorAll('input')];
  const ticked = new Set(load(key));
  for (const box of boxes) box.checked = ticked.has(box.name);
  const clear = list.nextElementSibling as HTMLButtonElement;
  clear.hidden = ticked.size === 0;
  const keep = () => {
    const names = boxes.filter((box) => box.checked).map((box) => box.name);
    clear.hidden = names.length === 0;
    save(key, names);
  };
  list.addEventListener('change', keep);
  clear.addEventListener('click', () => {
    for (const box of boxes) box.checked = false;
    keep();
    boxes[0]?.focus();
  });
}

function load(key: string): string[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(names) ? names.map(String) : [];
  } catch {
    return [];
  }
}

function save(key: string, names: readonly string[]): void {
  try {
    if (names.length) localStorage.setItem(key, JSON.stringify(names));
    else localStorage.removeItem(key);
  } catch {
    // Storage may be closed to us; the ticks then last as long as the page.
  }
}
