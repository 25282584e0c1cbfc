/**
 * Tokens of a text, on the high side: two UTF-8 bytes a token. English takes about four bytes, Japanese three,
 * Vietnamese with its marks two to three.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text) / 2);
}

/** No model reads or writes more in one call. */
const TOKENS_TOLD_MAX = 10_000_000;

/** A vendor's count, where it is one: any server may stand behind an address, and what it tells is taken from a budget. */
export function countedTokens(told: unknown): number | undefined {
  return typeof told === "number" && Number.isInteger(told) && told > 0 && told <= TOKENS_TOLD_MAX ? told : undefined;
}
