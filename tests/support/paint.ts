/**
 * Asked inside a page of any engine, so in plain old JavaScript and without anything from outside: what a reader cannot read there, and
 * what lets the text below shine through. Colours are those that are painted: behind a chain of transparent elements lies the
 * canvas, which `color-scheme` makes dark, whatever the page says of it.
 * @returns a sentence for each text or field with less than 4.5 : 1 (WCAG 2.2, 1.4.3), each border of a field with less than 3 : 1 (1.4.11), and each panel that is not opaque
 */
export function unreadable(): string[] {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  /** Red, green, blue from 0 to 255 and opacity from 0 to 1, however the engine writes a colour. */
  const rgba = (color: string): number[] => {
    const parts = /^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/u.exec(color);
    if (parts) return [Number(parts[1]), Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 1)];
    context.clearRect(0, 0, 1, 1);
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    return [red!, green!, blue!, alpha! / 255];
  };
  const over = (top: number[], below: number[]) => [0, 1, 2].map((at) => top[at]! * top[3]! + below[at]! * (1 - top[3]!)).concat(1);
  const luminance = (color: number[]) => {
    const [red, green, blue] = color.map((value) =>
      value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const contrast = (one: number[], other: number[]) => {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light! + 0.05) / (dark! + 0.05);
  };
  const schemes = getComputedStyle(document.documentElement).getPropertyValue('color-scheme');
  const dark = schemes.includes('dark') && (!schemes.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  const canvas = dark ? [18, 18, 18, 1] : [255, 255, 255, 1];
  /** The colours from the page's canvas up to an element, each over the last. */
  const ground = (element: Element): number[] => {
    const chain: Element[] = [];
    for (let at: Element | null = element; at; at = at.parentElement) chain.unshift(at);
    return chain.reduce((below, at) => over(rgba(getComputedStyle(at).backgroundColor), below), canvas);
  };
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}${element.className && typeof element.className === 'string' ? `.${element.className.split(' ')[0]}` : ''}`;
  const seen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const { visibility, fontSize } = getComputedStyle(element);
    return width > 1 && height > 1 && visibility === 'visible' && parseFloat(fontSize) > 0 && !element.closest('.visually-hidden, svg');
  };
  const faults: string[] = [];
  const ask = (what: string, color: string, below: number[], least: number) => {
    const found = contrast(over(rgba(color), below), below);
    if (found < least) faults.push(`${what}: ${found.toFixed(2)} : 1 (${color} on rgb(${below.slice(0, 3).map(Math.round).join(', ')}))`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const asked = new Set<Element>();
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement!;
    if (!texts.currentNode.textContent!.trim() || asked.has(element) || !seen(element)) continue;
    asked.add(element);
    ask(
      `${name(element)} 「${texts.currentNode.textContent!.trim().slice(0, 12)}」`,
      getComputedStyle(element).color,
      ground(element),
      4.5,
    );
  }
  for (const field of Array.from(document.querySelectorAll<HTMLElement>('input:not([type=checkbox]):not([type=radio]), select'))) {
    if (!seen(field)) continue;
    const style = getComputedStyle(field);
    ask(`the text of ${name(field)} ${field.id}`, style.color, ground(field), 4.5);
    if (parseFloat(style.borderTopWidth) < 1) faults.push(`${name(field)} ${field.id} has no border`);
    // What the engine draws itself has a border that no style tells.
    else if (style.borderTopStyle === 'solid')
      ask(`the border of ${name(field)} ${field.id}`, style.borderTopColor, ground(field.parentElement!), 3);
  }
  for (const panel of Array.from(document.querySelectorAll('.bar, .menu nav, .theme .panel, dialog, .popover')))
    if (seen(panel) && getComputedStyle(panel).position !== 'static' && rgba(getComputedStyle(panel).backgroundColor)[3]! < 1)
      faults.push(`${name(panel)} lets shine through what lies below it`);
  return faults;
}
