import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";
import { isSurcharge } from "./surcharges.ts";
import { isMoney, MONEY } from "./worked-out.ts";

const WORDS_BEFORE = 24;
const WORDS_AFTER = 20;

/** "Shredded costs 30,000 more", `live này bớt 15 nghìn`: how far one price of the notes is from the next, where a word says that so much parts them. */
export function isPriceDifference(amount: AmountMention, { text, language, ground }: Told): boolean {
  if (!isMoney(amount) || amount.min !== amount.max) return false;
  const { before, after } = PARTED[language];
  const tells =
    before.test(lightText(text.slice(Math.max(0, amount.start - WORDS_BEFORE), amount.start))) ||
    after.test(lightText(text.slice(amount.end, amount.end + WORDS_AFTER)));
  if (!tells || isReduction(amount, text, ground.notes)) return false;
  const notes = { text: ground.notes, language: "vi" } as const;
  const prices = ground.bound.flatMap(({ amount: held }) =>
    MONEY.has(held.dimension) && held.min === held.max && !isSurcharge(notes, held) ? [held] : [],
  );
  return prices.some((one, index) => {
    const next = prices[index + 1];
    if (next === undefined || next.dimension !== one.dimension) return false;
    const off = Math.abs(one.min - next.min);
    // A jar is so much cheaper where one of them is the price of a jar.
    const pers = amount.per === undefined ? [undefined] : [one.per, next.per].filter((per) => per !== undefined);
    return off > 0 && pers.some((per) => agrees(amount, { ...one, min: off, max: off, per }));
  });
}

/** `giảm 20 ngàn` where the notes say how much they take off. */
function isReduction({ start }: AmountMention, text: string, notes: string): boolean {
  return REDUCED.test(lightText(text.slice(Math.max(0, start - WORDS_BEFORE), start))) && NOTES_REDUCE.test(notes);
}
const REDUCED = /(?<!\p{L})(?:giảm|bớt)(?: (?:được|ngay|luôn))? $/u;
const NOTES_REDUCE = /(?<!\p{L})(?:giảm|giam|bớt|bot) \d/u;

const PARTED: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: {
    before: /(?<!\p{L})(?:(?:đắt|mắc|cao|rẻ|thấp) hơn|bớt|giảm|chênh(?: nhau)?|hơn kém|cộng thêm|thêm)(?: (?:được|ngay|luôn))? $/u,
    after: /(?!)/u,
  },
  en: {
    before: /(?:cheaper|dearer|less|more|lower|higher) by(?: just| only| about)? $/u,
    after: /^(?: VND| dong)? (?:more|less|cheaper|dearer|extra|off)(?!\p{L})/iu,
  },
  ja: { before: /(?!)/u, after: /^(?:高(?:く|い|め)|安(?:く|い|め)|引き|お得|割安|割高|の差)/u },
};
