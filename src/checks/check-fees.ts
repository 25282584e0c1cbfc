import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Fact } from "#facts/fact.ts";
import { isMoney } from "#facts/source-text.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import { sentencesOf, type Found, type Told } from "./ground.ts";
import { FOUND_MAX } from "./match-rules.ts";
import { quotedAmounts } from "./quoted-amounts.ts";
import { isWorkedOut } from "./worked-out.ts";

/** What delivery costs told as the price of the goods, and the other way round; what an order must come to is no price either. */
export function checkFees(told: Told): Found[] {
  const { ground, language, text } = told;
  const fees = sumsOf(ground.facts, "delivery");
  const sums = fees.length === 0 ? [] : told.amounts.filter(({ unit }) => isMoney(unit));
  if (sums.length === 0) return [];
  const prices = sumsOf(ground.facts, "price");
  const isOnly = (sum: AmountMention, those: readonly AmountMention[]) => {
    const held = ground.amounts.filter((other) => isSame(sum, other));
    const own = those.filter((other) => isSame(sum, other));
    // Said once more, elsewhere, it may be of anything.
    return own.length > 0 && new Set(held.map(({ start }) => start)).size <= new Set(own.map(({ start }) => start)).size;
  };
  const places = new Set(ground.facts.filter(({ kind }) => kind === "delivery").flatMap(({ quote }) => placesIn(quote)));
  return (
    sentencesOf(text)
      .flatMap((sentence): [AmountMention, AmountMention | undefined][] => {
        const said = sums.filter(({ start }) => start >= sentence.start && start < sentence.end);
        if (said.length === 0) return [];
        const words = text.slice(sentence.start, sentence.end).toLowerCase();
        const isOfSending =
          OF_SENDING[language].test(words) ||
          told.terms.some(({ id, start }) => start >= sentence.start && start < sentence.end && places.has(id));
        const isOfGoods =
          PRICED[language].test(words) ||
          told.terms.some(({ id, start }) => start >= sentence.start && start < sentence.end && findTerm(id)?.kind !== "place") ||
          said.some((sum) => prices.some((price) => agrees(sum, price)));
        if (!isOfSending) return isOfGoods ? said.filter((sum) => isOnly(sum, fees)).map((sum) => [sum, prices[0] ?? fees[0]]) : [];
        return said
          .filter((sum) => isOnly(sum, prices) && FEE_BEFORE[language].test(text.slice(sentence.start, sum.start).toLowerCase()))
          .map((sum) => [sum, fees[0]]);
      })
      // What a buyer saves may come to just what sending costs.
      .filter(([sum]) => !isWorkedOut(sum, told))
      .slice(0, FOUND_MAX)
      .map(([{ start, end, quote }, instead]): Found => {
        return { kind: "number", start, end, message: told.say("numberSwapped", { quote, held: instead?.quote.trim() ?? "" }) };
      })
  );
}

/** So much, whatever it is per: a fee an order is no price a kilo. */
function isSame(sum: AmountMention, other: AmountMention): boolean {
  return agrees({ ...sum, per: undefined }, { ...other, per: undefined });
}

/** Sums of money in the facts of a kind, at their place in the grower's words. */
function sumsOf(facts: readonly Fact[], kind: Fact["kind"]): AmountMention[] {
  return facts
    .filter((fact) => fact.kind === kind)
    .flatMap((fact) =>
      quotedAmounts(fact).flatMap((sum) =>
        isMoney(sum.unit) ? [{ ...sum, start: sum.start + fact.start, end: sum.end + fact.start }] : [],
      ),
    );
}

function placesIn(text: string): string[] {
  return termsIn(text, "vi").flatMap(({ id }) => (findTerm(id)?.kind === "place" ? [id] : []));
}

const OF_SENDING: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:phí|phi|cước|cuoc|tiền xe|tien xe|ship|freeship|free|fs|gửi|gui|gởi|giao|chở|vận chuyển|van chuyen|đơn|don|hỏa tốc|hoa toc|nội thành|noi thanh|ngoại thành|ngoai thanh|tỉnh|toàn quốc|nhà xe|xe khách|chành|máy bay|miễn|thùng xốp|thung xop|bưu điện|buu dien|ems|dhl|fedex|ups)(?!\p{L})/u,
  en: /(?<!\p{L})(?:deliver\w*|ship\w*|postage|freight|sen[dt]\w*|courier|transport\w*|orders?|ordering|fees?|express|free|coach|truck|bus|flight|air|province\w*|city|nationwide|spend\w*|total\w*|bring\w*|brought|ems|dhl|fedex|ups)(?!\p{L})/u,
  ja: /送料|配送|配達|発送|[届送]|運賃|宅配|[便省]|注文|無料|市内|全国|郊外|合計|お買い上げ|ems|dhl/u,
};
const PRICED: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:giá|gia|bán|ban|còn|con|chỉ|chi|lẻ|sỉ)(?!\p{L})/u,
  en: /(?<!\p{L})(?:prices?|priced|costs?|sell|sold|only|just|kilos?|kg)(?!\p{L})/u,
  ja: /値段|価格|キロ|販売|お求め/u,
};
/** So near behind words of sending a sum is what that costs; with the goods in it, it is not. */
const FEE_BEFORE: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:phí|cước|tiền) (?:giao|ship|gửi|xe|vận chuyển)[^,.;\d]{0,16}$|(?<!\p{L})(?:giao|ship|gửi)[^,.;\d]{0,24} phí $/u,
  en: /(?<!\p{L})(?:delivery|shipping|postage|freight)(?! (?:included|is included|in the price))[^,.;\d]{0,30} (?:costs?|is|fee is|fee of) (?:only |just |about )?$/u,
  ja: /送料は[^込無、。\d]{0,6}$/u,
};
