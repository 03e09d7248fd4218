/** The theme menu: system, light or dark. Without script the page follows the system and the menu stays hidden. */
const root = document.documentElement;
const menu = document.querySelector<HTMLDetailsElement>('details.theme');
const inputs = menu?.querySelectorAll('input') ?? [];
/** The colours of the browser's own frame: the light one, and the dark one. */
const frames = document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]');

// Below the floor there are no styles to choose from (src/publish/floor.ts).
if (menu && 'CSSLayerBlockRule' in window) {
  show(root.dataset['theme']);
  for (const input of inputs) input.addEventListener('change', () => choose(input.value));
  menu.hidden = false;
  // Chosen in another tab, or before the reader came back to a page that the browser had kept as it was.
  addEventListener('storage', showStored);
  addEventListener('pageshow', ({ persisted }) => persisted && showStored());
}

function choose(theme: string): void {
  show(theme);
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage may be closed to us; the choice then lasts as long as the page.
  }
}

function showStored(): void {
  try {
    show(localStorage.getItem('theme') ?? 'system');
  } catch {
    // As above.
  }
}

function show(theme = 'system'): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  for (const input of inputs) input.checked = input.value === theme;
  frames.forEach((frame, at) => {
    const own = at ? 'dark' : 'light';
    frame.media = theme === 'system' ? `(prefers-color-scheme: ${own})` : theme === own ? 'all' : 'not all';
  });
}
