/** Decodes UTF-8, without a byte order mark, and with LF at the end of lines. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
}
