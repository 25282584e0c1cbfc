import { foldText } from "#facts/fold.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { ReadText } from "./ground.ts";
import { GUESTS, guestPattern, type Guest } from "./guests.ts";
import { MONEY } from "./worked-out.ts";

/** What the notes ask for one of them: of what age, `before` the first that no longer pays it; and in a party of how many. */
export type Fare = { guest: Guest; price: number; ages?: { from: number; before: number }; least: number };

const OWN_BEFORE = new RegExp(`(?<!\\p{L})${guestPattern("vi")}(?!\\p{L})[^,;(\\n]{0,24}$`, "u");
const OWN_BEHIND = new RegExp(`^ ?/? ?(?:(?:mot|moi|1) )?${guestPattern("vi")}(?!\\p{L})`, "u");
const PARTY = /(?<!\p{L})(?:doan|nhom)(?: khach)? (?:(?:tu|tren|dong tu) )?(?<least>\d{1,3})(?!\d)/u;
const FREE =
  /^ ?(?:thi |duoc |vao (?:cua |cong )?|vuon ?|: ?|-> ?)?(?:mien phi|free|(?:khong|ko|khoi|k|hong) (?:tinh|thu|mat|mua|ton|ve))/u;
const SENTENCE_END = /[!?\n;]|\.(?!\d)/u;
export const FARE_REACH = 40;

/** `vé 60k/người lớn, trẻ 5-10 tuổi 35k, dưới 5 tuổi miễn phí; đoàn từ 20 người: người lớn 50k` */
export function faresIn({ text, amounts }: ReadText): Fare[] {
  const ages = amounts.filter(({ unit, quote }) => unit === "year" && /tu[oổ]i$/iu.test(quote.normalize("NFC")));
  const prices = amounts.filter(({ dimension, min, max }) => MONEY.has(dimension) && min === max);
  let least = 0;
  const paid = prices.flatMap(({ start, end, min }, at): Fare[] => {
    const from = Math.max(prices[at - 1]?.end ?? 0, start - FARE_REACH);
    const lead = text.slice(from, start);
    const bare = foldText(lead);
    const party = PARTY.exec(bare)?.groups?.["least"];
    least = party === undefined ? (SENTENCE_END.test(lead) ? 0 : least) : Number(party);
    const named = OWN_BEFORE.exec(bare) ?? OWN_BEHIND.exec(foldText(text.slice(end, end + FARE_REACH)));
    const guest = GUESTS.find((one) => named?.groups?.[one] !== undefined);
    if (guest === undefined) return [];
    const age = ages.findLast((one) => one.start >= from && one.end <= start);
    return [{ guest, price: min, least, ...(age === undefined ? {} : { ages: agesOf(age) }) }];
  });
  const free = ages.filter(({ end }) => FREE.test(foldText(text.slice(end, end + FARE_REACH))));
  return [...paid, ...free.map((age): Fare => ({ guest: "child", price: 0, least: 0, ages: agesOf(age) }))];
}

/** `dưới 6 tuổi`, `6-11 tuổi` */
function agesOf({ min, max, approximate }: AmountMention): { from: number; before: number } {
  if (min < max) return { from: min, before: max + 1 };
  if (approximate === "under") return { from: 0, before: max };
  return { from: min, before: approximate === "over" ? Infinity : min + 1 };
}
