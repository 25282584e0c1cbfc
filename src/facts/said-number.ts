/** A number as said at a token, before its unit. */
export type SaidNumber = {
  value: number;
  /** Index of the token after it. */
  next: number;
  /** In words, not digits: `three`, `hai`, `二十`. */
  spelled: boolean;
  /** A Vietnamese thousand or million was said: without a unit it is money. */
  scaled: boolean;
  /** How many tokens it took. */
  words: number;
};
