const shown = 8000;
let timer = 0;

/** Says a sentence where eyes and screen readers find it, with places to go on to. Sentences without places go by themselves. */
export function announce(sentence: string, places: readonly { href: string; text: string }[] = []): void {
  const status = document.getElementById('status');
  if (!status) return;
  status.textContent = sentence;
  status.append(
    ...places.map(({ href, text }) => {
      const link = document.createElement('a');
      link.href = href;
      link.textContent = text;
      return link;
    }),
  );
  clearTimeout(timer);
  if (!places.length) timer = window.setTimeout(() => (status.textContent = ''), shown);
}
