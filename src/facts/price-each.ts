import type { Language } from "#i18n/language.ts";
import type { AmountMention } from "./amounts.ts";

/** A price with "each", `/cái`, 1匹 beside it. */
export function withEach(mention: AmountMention, whole: string, language: Language): AmountMention {
  // The 1枚 before it is an amount of its own.
  if (language === "ja")
    return EACH_BEFORE.test(whole.slice(Math.max(0, mention.start - 10), mention.start)) ? { ...mention, each: true } : mention;
  const each = EACH[language]?.exec(whole.slice(mention.end, mention.end + 24));
  if (each === null || each === undefined) return mention;
  const end = mention.end + each[0].length;
  return { ...mention, each: true, end, quote: whole.slice(mention.start, end) };
}

/** `120,000 VND each`, `per crab`, `1匹12万ドン`: per piece, whatever the piece is; a "per hundred grams" names another amount. */
const EACH: Partial<Record<Language, RegExp>> = {
  en: /^\s*(?:each|apiece|per (?!(?:half|quarter|hundred|ten|twenty|fifty|five)(?!\p{L}))\p{L}+)(?!\p{L})/iu,
  vi: /^\s*(?:\/\s*|một |mỗi )(?:con|cái|chiếc|củ|viên|miếng|bộ|cặp|đôi|tấm|chậu|cây|bông|tổ)(?!\p{L})|^\s*\/\s*(?:cai|chiec|cu|vien|mieng|cap|doi|tam|chau|cay|bong)(?!\p{L})/iu,
};
const EACH_BEFORE = /(?:1|一)(?:匹|杯|羽|尾|頭|枚|つ|点|鉢|脚|組|対|膳)(?:で|は|が|、|につき|あたり|当たり)?\s*$/u;
