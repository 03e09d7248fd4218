/** What runs inside a page. Each exported function is sent there as text, so each stands alone. All return what is wrong, as lines. */

/** Targets below 24 × 24 CSS px that neither stand in a line of text nor keep 24 px away from the next (WCAG 2.5.8). */
export function smallTargets(): string[] {
  const least = 24;
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, summary, select, input')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, .skip'))
    .map((element) => ({ element, box: (element.closest('label') ?? element).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && box.height > 0);
  const isSmall = ({ box }: { box: DOMRect }) => box.width < least || box.height < least;
  const inText = ({ element }: { element: HTMLElement }) => {
    if (getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement!;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement!;
    const links = [...block.querySelectorAll('a')].reduce((sum, link) => sum + link.innerText.trim().length, 0);
    return block.innerText.trim().length > links;
  };
  const middle = (box: DOMRect) => [box.x + box.width / 2, box.y + box.height / 2] as const;
  const crowds = (one: DOMRect, other: DOMRect, small: boolean) => {
    const [x, y] = middle(one);
    const [toX, toY] = small
      ? middle(other)
      : [Math.min(Math.max(x, other.left), other.right), Math.min(Math.max(y, other.top), other.bottom)];
    return Math.hypot(x - toX, y - toY) < (small ? least : least / 2);
  };
  return all
    .filter((target) => isSmall(target) && !inText(target))
    .filter((target) => all.some((other) => other !== target && crowds(target.box, other.box, isSmall(other))))
    .map(({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`);
}

/** Text that is cut off, drawn over other text, or only reached by scrolling sideways. */
export function lostText(): string[] {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth}`);
  const lines: { text: string; box: DOMRect; node: Text }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement!;
    if (!node.data.trim() || parent.closest('.visually-hidden, script, style, noscript, option')) continue;
    if (!parent.checkVisibility({ visibilityProperty: true }) || getComputedStyle(parent).fontSize === '0px') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    let skipped = false;
    for (let up: Element | null = parent; up && up !== document.body; up = up.parentElement) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(up);
      const box = up.getBoundingClientRect();
      // What scrolls is reached, and what is clipped on purpose is for screen readers.
      if (clipPath !== 'none' || /auto|scroll/u.test(overflowX + overflowY)) skipped = true;
      else if (!skipped && /hidden|clip/u.test(overflowX + overflowY))
        for (const { left, right, top, bottom } of boxes)
          if (left < box.left - 1 || right > box.right + 1 || top < box.top - 1 || bottom > box.bottom + 1)
            found.push(`cut off: ${node.data.trim()}`);
    }
    if (skipped) continue;
    for (const box of boxes) {
      if (box.left < -1 || box.right > root.clientWidth + 1) found.push(`beyond the edge: ${node.data.trim()}`);
      lines.push({ text: node.data.trim(), box, node });
    }
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  for (const [at, one] of lines.entries())
    for (let next = at + 1; next < lines.length && lines[next]!.box.top < one.box.bottom; next++) {
      const other = lines[next]!;
      if (one.node === other.node) continue;
      const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      // The box of a glyph is higher than the line it stands in; half of it over another line is more than that.
      if (wide > 2 && high > Math.min(one.box.height, other.box.height) / 2) found.push(`“${one.text}” over “${other.text}”`);
    }
  return found;
}

/** Text that has less contrast than `least` to one against what is behind it. */
export function faintText(least: number): string[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true })!;
  const known = new Map<string, number>();
  /** Luminance of the last of these colours, painted over the others (WCAG 2.2, relative luminance). */
  const luminance = (...layers: string[]) => {
    const key = layers.join();
    if (!known.has(key)) {
      for (const layer of ['Canvas', ...layers]) {
        brush.fillStyle = layer;
        brush.fillRect(0, 0, 1, 1);
      }
      const [red, green, blue] = [...brush.getImageData(0, 0, 1, 1).data].map((byte) => {
        const part = byte / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      known.set(key, 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!);
    }
    return known.get(key)!;
  };
  const behind = (element: Element) => {
    const layers: string[] = [];
    for (let up: Element | null = element; up; up = up.parentElement) layers.unshift(getComputedStyle(up).backgroundColor);
    return layers;
  };
  const drawn = (text: Element): string[][] => {
    const { x, y, width, height } = text.getBoundingClientRect();
    const below = [...text.closest('svg')!.querySelectorAll('rect')].findLast((shape) => {
      const box = shape.getBoundingClientRect();
      return box.left <= x + width / 2 && box.right >= x + width / 2 && box.top <= y + height / 2 && box.bottom >= y + height / 2;
    });
    if (!below) return [[]];
    const { fill } = getComputedStyle(below);
    if (!fill.startsWith('url')) return [[fill]];
    return [...below.closest('svg')!.querySelectorAll('stop')].map((stop) => [getComputedStyle(stop).stopColor]);
  };
  const found = new Set<string>();
  const judge = (color: string, layers: string[], text: string) => {
    const [dark, light] = [luminance(...layers), luminance(...layers, color)].sort((one, other) => one - other);
    const ratio = (light! + 0.05) / (dark! + 0.05);
    if (ratio < least) found.add(`${ratio.toFixed(2)}: ${color} on ${layers.at(-1)}: ${text}`);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement!;
    if (!node.data.trim() || parent.closest('script, style, noscript, option') || !parent.checkVisibility({ visibilityProperty: true }))
      continue;
    const style = getComputedStyle(parent);
    if (parent.closest('svg')) for (const layers of drawn(parent)) judge(style.fill, [...behind(parent), ...layers], node.data.trim());
    else judge(style.color, behind(parent), node.data.trim());
  }
  for (const input of document.querySelectorAll<HTMLInputElement>('input[placeholder]'))
    judge(getComputedStyle(input, '::placeholder').color, behind(input), input.placeholder);
  return [...found];
}

/** State and edges that colours of the system's own would hide. */
export function hiddenByForcedColours(): string[] {
  const found: string[] = [];
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const edged = (element: Element) => {
    const { borderBlockStartStyle, borderBlockStartWidth, outlineStyle } = getComputedStyle(element);
    return (borderBlockStartStyle !== 'none' && borderBlockStartWidth !== '0px') || outlineStyle !== 'none';
  };
  for (const current of document.querySelectorAll('a[aria-current]'))
    if (seen(current) && !edged(current)) found.push(`current: ${current.outerHTML}`);
  for (const control of document.querySelectorAll('button, summary, input[type=search], input[type=text], select, a.permalink'))
    if (seen(control) && !edged(control)) found.push(`no edge: ${control.outerHTML.slice(0, 100)}`);
  for (const box of document.querySelectorAll('input[type=checkbox], input[type=radio]'))
    if (getComputedStyle(box).appearance === 'none') found.push(`drawn box: ${box.outerHTML}`);
  // The browser lays a plate of the colour Canvas behind text whose colours it forces.
  const plate = document.createElement('i');
  plate.style.color = 'Canvas';
  document.body.append(plate);
  const { color: swallowed } = getComputedStyle(plate);
  plate.remove();
  for (const element of document.body.querySelectorAll('*')) {
    const { color, forcedColorAdjust } = getComputedStyle(element) as CSSStyleDeclaration & { forcedColorAdjust: string };
    const worded = [...element.childNodes].some((node) => node instanceof Text && node.data.trim());
    if (worded && color === swallowed && forcedColorAdjust === 'auto' && seen(element))
      found.push(`swallowed: ${element.outerHTML.slice(0, 100)}`);
  }
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
  const light = (color: string) => {
    canvas.fillStyle = 'Canvas';
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return 0.3 * red + 0.59 * green + 0.11 * blue;
  };
  for (const shape of document.querySelectorAll('figure svg :is(rect, circle, line, path)')) {
    const { fill, stroke } = getComputedStyle(shape);
    if (![fill, stroke].some((color) => color !== 'none' && Math.abs(light(color) - light('Canvas')) > 90))
      found.push(`unseen: ${shape.outerHTML}`);
  }
  return found;
}

/** Whatever still moves for a reader who prefers reduced motion. */
export function movement(): string[] {
  const moving = [...document.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    return /[1-9]/u.test(transitionDuration) || animationName !== 'none' || scrollBehavior !== 'auto';
  });
  return [...moving.map(({ outerHTML }) => outerHTML.slice(0, 100)), ...document.getAnimations().map((each) => `runs: ${each.id}`)];
}

/** Headings that skip a level, and pages without exactly one h1. */
export function headingOrder(): string[] {
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((heading) => heading.checkVisibility())
    .map((heading) => ({ level: Number(heading.tagName[1]), text: heading.textContent.trim() }));
  return [
    ...(levels.filter(({ level }) => level === 1).length === 1 ? [] : ['not one h1']),
    ...levels.filter(({ level }, at) => level > (levels[at - 1]?.level ?? 0) + 1).map(({ level, text }) => `h${level} ${text}`),
  ];
}

/** Notes what can be used with a mouse now, and what gets the focus from now on; `neverFocused` then tells. */
export function watchFocus(): void {
  const stops = [...document.querySelectorAll('a[href], button, summary, select, input:not([type=radio]), [tabindex="0"]')];
  const { visited } = Object.assign(window, { stops, visited: new Set<EventTarget | null>() });
  document.addEventListener('focusin', ({ target }) => void visited.add(target));
}

/** What can be used with a mouse and was not reached with the keyboard; of a group of radio buttons, one is a stop. */
export function neverFocused(): string[] {
  const { stops, visited } = window as unknown as { stops: Element[]; visited: Set<EventTarget | null> };
  return stops
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !visited.has(element))
    .map(({ outerHTML }) => outerHTML.slice(0, 120));
}

/** What the top bar or the status line covers while it has the focus, forwards and back through the page (WCAG 2.4.11). */
export function hiddenWhileFocused(): string[] {
  const found = new Set<string>();
  const stops = [...document.querySelectorAll<HTMLElement>('a[href], button, summary, select, input, [tabindex="0"]')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.bar, .skip, .status'),
  );
  for (const stop of [...stops, ...stops.toReversed()]) {
    stop.focus();
    const box = stop.getBoundingClientRect();
    const top = document.querySelector('.bar')!.getBoundingClientRect().bottom;
    const bottom = document.querySelector('.status:not(:empty)')?.getBoundingClientRect().top ?? innerHeight;
    // What is higher than the window can only be shown in part.
    const fits = box.height < bottom - top;
    const covered = fits ? box.top < top - 1 || box.bottom > bottom + 1 : box.bottom < top + 24 || box.top > bottom - 24;
    if (covered) found.add(`${Math.round(box.top)} to ${Math.round(box.bottom)}: ${stop.outerHTML.slice(0, 120)}`);
  }
  return [...found];
}
