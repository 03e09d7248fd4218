/** Minutes to read a Markdown text at 400 hanzi (or 200 words) a minute, at least one. */
export function readingMinutes(markdown: string): number {
  const prose = markdown.replace(/<[^>]*>|\{#[^}]*\}|\]\([^)]*\)/gu, ' ');
  const hanzi = prose.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = prose.match(/[A-Za-z0-9$]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(hanzi / 400 + words / 200));
}
