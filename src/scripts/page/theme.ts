import { load, onChangeElsewhere, save } from '../shared/storage.ts';

/** The theme menu: system, light or dark. Without script the page follows the system and the menu stays hidden. */
const menu = document.querySelector<HTMLDetailsElement>('details.theme')!;
const inputs = menu.querySelectorAll('input');
/** The colours of the browser's own toolbar, light and dark. */
const frames = document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]');

// Below the floor there are no styles to choose from (src/publish/floor.ts).
if ('CSSLayerBlockRule' in window) {
  show(document.documentElement.dataset['theme']);
  for (const input of inputs)
    input.addEventListener('change', () => {
      show(input.value);
      save('theme', input.value === 'system' ? null : input.value);
    });
  menu.hidden = false;
  onChangeElsewhere(() => {
    const theme = load('theme');
    if (theme !== undefined) show(theme ?? 'system');
  });
}

function show(theme = 'system'): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset['theme'];
  else dataset['theme'] = theme;
  for (const input of inputs) input.checked = input.value === theme;
  frames.forEach((frame, at) => {
    const own = at ? 'dark' : 'light';
    frame.media = theme === 'system' ? `(prefers-color-scheme: ${own})` : theme === own ? 'all' : 'not all';
  });
}
