import type { AmountMention } from "#facts/amounts.ts";
import { foldText, lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

type Pace = "day" | "week" | "month" | "year" | "crop";

/** What stands right before so much or right behind it: `mỗi ngày làm`, 1か月に, "a week". */
const BEFORE: Record<Language, RegExp> = {
  vi: /(?:(?<!\p{L})(?:moi|mot|hang|1) ?|(?:^|[,.;:(\n]) ?)(?<pace>ngay|tuan|thang|nam|vu)(?! (?:nay|mai|truoc|sau|qua|roi|tet|kia|toi|le|ram|dau|cuoi)(?!\p{L}))(?: (?!ngay|tuan|thang|nam|con)\p{L}+){0,4} $/u,
  en: /(?<!\p{L})(?:every|each|an?) (?<pace>day|week|month|year|crop|season|harvest),?(?: [\p{L}-]+){0,4} $/u,
  ja: /(?:毎|(?<![\d月])[1一]|(?<![\d\p{L}])|(?<=[はがもで])(?=[日週月年]間?に))(?<pace>日|週間|週|[かヶカヵ]月|月|年)(?:に|あたり|当たり|で)?(?:約|およそ|わずか|たった|ほぼ)?$/u,
};
const BEHIND: Record<Language, RegExp> = {
  vi: /^(?: \p{L}+){0,3}? ?(?:\/ ?1?|moi|mot|hang|1) ?(?<pace>ngay|tuan|thang|nam|vu)(?!\p{L})/u,
  en: /^(?: [\p{L}-]+){0,2}? (?:an?|per|every|each) (?<pace>day|week|month|year|crop|season|harvest)(?!\p{L})/u,
  ja: /^\/(?<pace>日|週|月|年)/u,
};
const PACES: readonly [Pace, RegExp][] = [
  ["day", /^(?:ngay|day|日)$/u],
  ["week", /^(?:tuan|week|週間?)$/u],
  ["month", /^(?:thang|month|[かヶカヵ]?月)$/u],
  ["year", /^(?:nam|year|年)$/u],
  ["crop", /^(?:vu|crop|season|harvest)$/u],
];
const REACH_BEFORE = 40;
const REACH_BEHIND = 24;

const known = new WeakMap<AmountMention, { pace: Pace | undefined }>();

/** How fast so much is made, picked or sold, where its text says: `mỗi ngày 45 hộp` by the day, 月に45箱 by the month. */
export function paceOf(amount: AmountMention, text: string, language: Language): Pace | undefined {
  const before = known.get(amount) ?? { pace: readPace(amount, text, language) };
  known.set(amount, before);
  return before.pace;
}

function readPace({ start, end, per }: AmountMention, text: string, language: Language): Pace | undefined {
  if (per === "day" || per === "month" || per === "year") return per;
  const view = language === "vi" ? foldText : lightText;
  const before = BEFORE[language].exec(view(text.slice(Math.max(0, start - REACH_BEFORE), start)));
  const found = BEHIND[language].exec(view(text.slice(end, end + REACH_BEHIND))) ?? before;
  return PACES.find(([, name]) => name.test(found?.groups?.pace ?? ""))?.[0];
}

/** "Three baskets a day" of the notes' `mỗi ngày 2 cái`: how fast they work is no small talk. */
export function isPaced(amount: AmountMention, { text, language, ground }: Told): boolean {
  if (amount.max === 1) return false;
  const pace = paceOf(amount, text, language);
  return pace !== undefined && ground.amounts.some((held) => COUNTED.has(held.dimension) && paceOf(held, ground.notes, "vi") === pace);
}
const COUNTED = new Set(["count", "none"]);
