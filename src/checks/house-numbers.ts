import type { AmountMention } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import type { Told } from "./ground.ts";

/** "At 27 Tran Phu" of the notes' `số 27 Trần Phú`: with the street's own name. */
export function isHouseNumber({ dimension, quote, end }: AmountMention, { text, ground }: Told): boolean {
  if (dimension !== "none" || !/^\d+$/.test(quote)) return false;
  const street = STREET.exec(text.slice(end, end + STREET_MAX))?.[0];
  return street !== undefined && ground.bareNotes.includes(foldText(`${quote}${street}`));
}
/** Two words in capitals. */
const STREET = /^ \p{Lu}\p{L}+ \p{Lu}\p{L}+/u;
const STREET_MAX = 24;
