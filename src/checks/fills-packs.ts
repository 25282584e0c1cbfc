import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

/** "A box of eight candles", `bộ tám cái`, "four left": how many are sold together or are there is no small talk. */
export function fillsPack({ start, end }: AmountMention, { text, language }: Told): boolean {
  const { before, behind } = PACKED[language];
  return before.test(lightText(text.slice(Math.max(0, start - REACH), start))) || behind.test(lightText(text.slice(end, end + REACH)));
}
const REACH = 24;
const NEVER = /(?!)/u;
const PACKED: Record<Language, { before: RegExp; behind: RegExp }> = {
  vi: {
    before: /(?<!\p{L})(?:bộ|hộp|túi|gói|lốc|combo|thùng|khay|vỉ|set|còn|còn lại|còn đúng)(?: gồm| có)? $/u,
    behind: /^(?: \p{L}+)? (?:một|mỗi|\/) ?(?:bộ|hộp|túi|gói|lốc|combo|thùng|khay|vỉ|set)(?!\p{L})/u,
  },
  en: {
    before: /(?<!\p{L})(?:sets?|packs?|box(?:es)?|bags?|bundles?|cases?|trays?|cartons?) of $/u,
    behind:
      /^(?: \p{L}+)? (?:left|remaining|in stock|(?:to|in) (?:a|each|every|the) (?:set|pack|box|bag|bundle|case|tray|carton)|per (?:set|pack|box|bag|tray|carton))(?!\p{L})/u,
  },
  // Japanese writes how many a pack holds in figures and counters, which are never idle.
  ja: { before: NEVER, behind: NEVER },
};

/** `Dây tám con 480.000đ`, "480,000 for ten": what a price buys is counted in earnest. */
export function isPriced({ start, end, per }: AmountMention, { amounts, text }: Told): boolean {
  if (per !== undefined) return false;
  return amounts.some((sum) => {
    if (sum.dimension !== "VND") return false;
    if (sum.end <= start) return start - sum.end <= GAP_MAX && text.slice(sum.end, start) === " for ";
    return (
      sum.start >= end &&
      sum.start - end <= GAP_MAX &&
      AT.test(text.slice(end, sum.start)) &&
      !BOTH.test(text.slice(Math.max(0, start - GAP_MAX), start))
    );
  });
}
const GAP_MAX = 10;
const AT = /^[ :]*(?:giá |là |chỉ |is |are |at |for )?$/iu;
const BOTH = /(?<!\p{L})(?:cả|both|all) $/iu;
