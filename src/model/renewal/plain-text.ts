/** Full-width signs, digits and letters, and the dashes that editors put for a hyphen, as ASCII. NFKC would make 42 of 4². */
export function toAscii(text: string): string {
  return text.replace(/[！-～]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/[‐-―−]/gu, '-');
}
