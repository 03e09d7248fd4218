export const shareKinds = ['link', 'markdown', 'bbcode'] as const;
export type ShareKind = (typeof shareKinds)[number];

/**
 * What is copied for a place. The bare link stands between spaces, because forums take Chinese text that touches an
 * address into it (cmark-gfm issue 83); the other two end themselves.
 */
export function shareText(kind: ShareKind, title: string, url: string): string {
  const plain = title.replace(/\[/gu, '［').replace(/\]/gu, '］');
  if (kind === 'markdown') return `[${plain.replace(/[\\`*_<>]/gu, '\\$&')}](<${url}>)`;
  if (kind === 'bbcode') return `[url=${url}]${plain}[/url]`;
  return ` ${url} `;
}
