import type { AmountMention } from "./amounts.ts";
import { lightText } from "./fold.ts";
import { eitherBare, type Span } from "./said.ts";

const PALLET = `(?:${eitherBare("pall?et|pa ?lét|ba ?lét")})`;
const BEHIND = new RegExp(
  String.raw`^ ?(?:\/|${eitherBare("mỗi|một|trên")}|(?:per|a|on a)(?!\p{L})) ?(?:1 ?|${eitherBare("một|mỗi")} )?${PALLET}(?!\p{L})`,
  "u",
);
const BEFORE = new RegExp(
  String.raw`(?<!\p{L})${PALLET}(?: (?:${eitherBare("thì|là|xếp|chất|chứa|đựng|đóng|được|có|khoảng")}|holds?))*[ :=(]*$`,
  "u",
);
const REACH = 32;
const NAMED = new RegExp(PALLET, "u");

/** True where a pallet is named at all: most packs stand on none. */
export function namesPallet(text: string): boolean {
  return NAMED.test(lightText(text));
}

/** How much stands on a pallet, with the words that say so: `72 thùng/pallet`, `mỗi pallet xếp 800kg`. */
export function perPallet(text: string, amounts: readonly AmountMention[]): (Span & { amount: AmountMention })[] {
  return amounts.flatMap((amount) => {
    if (amount.per !== undefined || !(amount.dimension === "mass" || (amount.dimension === "count" && amount.unit !== undefined)))
      return [];
    const behind = BEHIND.exec(lightText(text.slice(amount.end, amount.end + REACH)));
    if (behind !== null) return [{ start: amount.start, end: amount.end + behind[0].length, amount }];
    const before = BEFORE.exec(lightText(text.slice(Math.max(0, amount.start - REACH), amount.start)));
    return before === null ? [] : [{ start: amount.start - before[0].length, end: amount.end, amount }];
  });
}
