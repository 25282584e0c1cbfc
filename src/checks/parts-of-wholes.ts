import type { AmountMention } from "#facts/amounts.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Told } from "./ground.ts";

/** What stands before the whole, and between it and its part: "of our 80 plants, 60 …", 80株のうち60株; `mua 14 tính tiền 12`. */
const PARTS: Record<Language, readonly { before: RegExp; between: RegExp; after?: RegExp }[]> = {
  vi: [
    { before: /(?<!\p{L})(?:trong|trong số|trong tổng|trong tổng số) $/iu, between: /^[^.;!?\d]{0,30}(?:có|thì) $/iu },
    { before: /^/u, between: /^[^.;!?\d]{0,30},? (?:trong đó|trong do) (?:có |co )?$/iu },
    {
      before: /(?<!\p{L})(?:mua|lấy)(?: \p{L}+)? $/iu,
      between: /^[^.;!?\d]{0,12}(?:tính tiền|trả tiền|tính|chỉ tính|chỉ trả)(?: tiền)? $/iu,
    },
  ],
  en: [
    { before: /(?<!\p{L})of (?:our|the|these|my|their) $/iu, between: /^[^.;!?\d]{0,30}, (?:only |just |about )?$/iu },
    { before: /(?<!\p{L})(?:buy|take|get) $/iu, between: /^[^.;!?\d]{0,20} pay (?:only )?for $/iu },
    { before: /^/u, between: /^[^.;!?\d]{0,30}, (?:and |only |just |with )?$/iu, after: /^(?: \p{L}+)? of (?:them|which|whom)(?!\p{L})/iu },
  ],
  ja: [
    { before: /$/u, between: /^[^。、\d]{0,4}のうち[^。\d]{0,12}$/u },
    { before: /$/u, between: /^[^。\d]{0,12}(?:お買い上げ|購入|買うと|ご注文)[^。\d]{0,8}(?:お代は|料金は|代金は|お支払いは)$/u },
  ],
};

/** "Of our 20 goats, 35 are milked": no part is larger than its whole. */
export function largerParts({ amounts, text, language, say }: Told): Found[] {
  return amounts.flatMap((whole, index): Found[] => {
    const part = amounts[index + 1];
    if (part === undefined || !isCount(whole) || !isCount(part) || part.min <= whole.max) return [];
    const isPart = PARTS[language].some(
      ({ before, between, after }) =>
        after?.test(text.slice(part.end, part.end + REACH)) !== false &&
        between.test(text.slice(whole.end, part.start)) &&
        before.test(text.slice(Math.max(0, whole.start - REACH), whole.start)),
    );
    const { start, end, quote } = part;
    return isPart ? [{ kind: "number", start, end, message: say("numberNear", { quote, held: whole.quote.trim() }) }] : [];
  });
}
const REACH = 24;

function isCount({ dimension, per }: AmountMention): boolean {
  return (dimension === "count" || dimension === "none") && per === undefined;
}
