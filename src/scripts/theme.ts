/** The theme menu: system, light or dark. Without script the page follows the system and the menu stays hidden. */
const root = document.documentElement;
const menu = document.querySelector<HTMLDetailsElement>('details.theme');

// Below the floor there are no styles to choose from (src/publish/floor.ts).
if (menu && 'CSSLayerBlockRule' in window) {
  const chosen = root.dataset['theme'] ?? 'system';
  for (const input of menu.querySelectorAll('input')) {
    input.checked = input.value === chosen;
    input.addEventListener('change', () => choose(input.value));
  }
  menu.hidden = false;
}

function choose(theme: string): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage may be closed to us; the choice then lasts as long as the page.
  }
}
