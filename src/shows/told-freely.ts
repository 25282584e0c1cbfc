import { readAmounts, type AmountMention } from "#facts/amounts.ts";
import type { FactKind } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";

/** What a sentence of free talk says of a price, of the rest, of the least one can order or of what delivery costs. */
export type Told = { kind: FactKind; amount: AmountMention };

/** Free talk is read for what it says of these. */
const TOLD: readonly FactKind[] = ["price", "stock", "minimum-order"];

export function readTold(text: string): Told[] {
  const told = readFactsByRules({ notes: text, answers: [] }, ["vn"])
    .facts.filter(({ kind }) => TOLD.includes(kind))
    .flatMap(({ kind, text: said }) =>
      readAmounts(said, "vi")
        .slice(0, 1)
        .map((amount) => ({ kind, amount })),
    );
  return [...told, ...feesIn(text)];
}

/** Said on air it has more words in it than notes have: `phí ship hôm nay em giảm còn 20 nghìn`. */
function feesIn(text: string): Told[] {
  const folded = foldText(text);
  return readAmounts(text, "vi")
    .filter(({ dimension, start }) => dimension === "VND" && FEE.test(folded.slice(0, start)))
    .map((amount) => ({ kind: "delivery", amount }));
}
const FEE =
  /(?<!\p{L})(?:(?:phi|tien|cuoc) (?:ship|giao|gui|van chuyen)|ship)(?: (?:hang|toan quoc|tan nha|dong gia|hom nay|toi nay|bua nay|bay gio|gio|moi nguoi|ca nha|giam (?:xuong )?con|giam xuong|con|chi|co|van|la|em|lay|tinh|thu|thoi|mot|moi|don))* $/u;

/** `hết hàng rồi`, `bán hết sạch rồi nha`: neither nearly, nor if, nor of one grade alone. */
export function saysSoldOut(text: string): boolean {
  return SOLD_OUT.test(text.normalize("NFC").toLowerCase());
}
const SOLD_OUT =
  /(?<!(?:sắp|gần|chưa|không|kẻo|đừng|nếu|khi|lúc|lỡ|mà|bao giờ) (?:bán )?)(?<![\p{L}\p{M}])(?:(?:hết|cháy) (?:sạch )?hàng|bán hết(?: sạch| veo)?|hết (?:sạch|veo)|không còn hàng)(?: mất)?(?: rồi)?(?=[\s,]*(?:rồi|nha|nhé|nghen|ạ|bà con|cả nhà|mọi người|anh chị|[.!]|$))/u;
