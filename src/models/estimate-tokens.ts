/**
 * Tokens of a text, on the high side: two UTF-8 bytes a token. English takes about four bytes, Japanese three,
 * Vietnamese with its marks two to three.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 2);
}
