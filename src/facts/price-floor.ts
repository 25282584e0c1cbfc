import { readAmounts } from "./amounts.ts";
import type { Amount, Fact } from "./fact.ts";
import { foldText } from "./fold.ts";
import { recent } from "./recent.ts";
import { isMoney } from "./source-text.ts";

/** Words that say a price holds from some quantity on, and not for a pack of it. */
const FROM = /(?<!\p{L})(?:tu|tren|lay|mua|dat|si|over|from)(?!\p{L})/u;

/** From how much on a price holds, with the words that say so: `lấy từ 1 tấn` in `lấy từ 1 tấn tính 31 ngàn/kg`. */
export function floorOf({ kind, quote }: Fact): { amount: Amount; text: string } | undefined {
  return kind === "price" ? (readFloor(quote) ?? undefined) : undefined;
}

/** Every telling of a price asks again; mostly there is none. */
const readFloor = recent(
  (quote): { amount: Amount; text: string } | null => {
    const [first, money] = readAmounts(quote, "vi");
    if (first?.unit === undefined || isMoney(first.unit) || !isMoney(money?.unit)) return null;
    const text = quote.slice(0, first.end);
    if (!FROM.test(foldText(quote.slice(0, first.start)))) return null;
    return { amount: { min: first.min, max: first.max, unit: first.unit }, text };
  },
  { kept: 64, lengthMin: 1 },
);
