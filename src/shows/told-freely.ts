import { readAmounts, type AmountMention } from "#facts/amounts.ts";
import type { FactKind } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";

/** What a sentence of free talk says of a price, of the rest or of the least one can order. */
export type Told = { kind: FactKind; amount: AmountMention };

/** Free talk is read for what it says of these. */
const TOLD: readonly FactKind[] = ["price", "stock", "minimum-order"];

export function readTold(text: string): Told[] {
  return readFactsByRules({ notes: text, answers: [] }, ["vn"])
    .facts.filter(({ kind }) => TOLD.includes(kind))
    .flatMap(({ kind, text: said }) =>
      readAmounts(said, "vi")
        .slice(0, 1)
        .map((amount) => ({ kind, amount })),
    );
}

/** `hết hàng rồi`, `bán hết sạch rồi nha`: neither nearly, nor if, nor of one grade alone. */
export function saysSoldOut(text: string): boolean {
  return SOLD_OUT.test(text.normalize("NFC").toLowerCase());
}
const SOLD_OUT =
  /(?<!(?:sắp|gần|chưa|không|kẻo|đừng|nếu|khi|lúc|lỡ|mà|bao giờ) (?:bán )?)(?<![\p{L}\p{M}])(?:(?:hết|cháy) (?:sạch )?hàng|bán hết(?: sạch| veo)?|hết (?:sạch|veo)|không còn hàng)(?: mất)?(?: rồi)?(?=[\s,]*(?:rồi|nha|nhé|nghen|ạ|bà con|cả nhà|mọi người|anh chị|[.!]|$))/u;
