/** What runs inside a page. Each exported function is sent there as text, so each stands alone. */

/** The lines that are drawn, each as its characters, in all blocks of text. */
export function drawnLines(): string[] {
  const blocks = new Map<Element, { text: string; box: DOMRect }[]>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement!;
    if (!node.data.trim() || parent.closest('svg, script, style, noscript, option, .visually-hidden')) continue;
    if (!parent.checkVisibility({ visibilityProperty: true })) continue;
    let block = parent;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement!;
    const pieces = blocks.get(block) ?? [];
    blocks.set(block, pieces);
    range.selectNodeContents(node);
    const boxes = range.getClientRects();
    if (boxes.length === 1) pieces.push({ text: node.data, box: boxes[0]! });
    else
      for (let at = 0; at < node.length; at++) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getClientRects()[0];
        if (box && box.width > 0) pieces.push({ text: node.data[at]!, box });
      }
  }
  return [...blocks.values()].flatMap((pieces) => {
    const lines: string[] = [];
    let last: DOMRect | undefined;
    for (const { text, box } of pieces) {
      if (!last || box.top >= last.bottom - 2 || box.left < last.right - box.height / 2) lines.push(text);
      else lines.push(lines.pop()! + text);
      last = box;
    }
    return lines.map((line) => line.replace(/\s+/gu, ' ').trim()).filter(Boolean);
  });
}

/** The text of each block as it is written, with ¦ where style sets two inline elements apart; and the names that are only heard. */
export function writtenTexts(): string[] {
  const texts: string[] = [];
  const read = (block: Element): string => {
    let text = '';
    for (const child of block.childNodes) {
      if (child instanceof Text) text += child.data;
      if (!(child instanceof Element) || child.matches('script, style, noscript, svg, [hidden]')) continue;
      const { display, marginInlineStart, marginInlineEnd, position } = getComputedStyle(child);
      if (display === 'inline' && marginInlineStart === '0px' && marginInlineEnd === '0px') text += read(child);
      else if (position === 'absolute') text += read(child);
      else if (display === 'inline') text += `¦${read(child)}¦`;
      else {
        texts.push(read(child));
        text += '¦';
      }
    }
    return text;
  };
  texts.push(read(document.body));
  for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [data-title]'))
    for (const name of ['aria-label', 'placeholder', 'title', 'data-title']) texts.push(element.getAttribute(name) ?? '');
  texts.push(document.title, document.querySelector<HTMLMetaElement>('meta[name=description]')?.content ?? '');
  return [...new Set(texts.map((text) => text.replace(/\s+/gu, ' ').trim()).filter(Boolean))];
}

/** Text that is not marked as English though its neighbourhood is Chinese, and code with Latin letters that is not marked. */
export function unmarkedTexts(): { texts: string[]; code: string[] } {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const parent = node.parentElement!;
    if (node.data.trim() && !parent.closest('script, style, noscript') && parent.closest('[lang]')?.getAttribute('lang') !== 'en')
      texts.push(node.data.trim());
  }
  const code = [...document.querySelectorAll('code, kbd')]
    .filter((element) => /[A-Za-z]/u.test(element.textContent) && element.closest('[lang]')?.getAttribute('lang') !== 'en')
    .map((element) => element.outerHTML);
  return { texts, code };
}
