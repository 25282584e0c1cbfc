import type { AmountMention } from "#facts/amounts.ts";
import type { Language } from "#i18n/language.ts";
import type { Bound, Label } from "./bind-amounts.ts";
import type { AmountClass, Family } from "./roles.ts";
import type { ReadText } from "./ground.ts";

/** `đơn từ 500k giảm 10%, từ 1 triệu giảm 15%` */
export const TIER: Family = { id: "tier", of: ["share"], known: true };
/** `1kg trở lên 32k/kg, dưới 1kg 20k/kg` */
export const BAND: Family = { id: "band", of: ["money"], known: true };

const TIERED = new Set<AmountClass>(["money", "goods", "packs"]);

/** What an order must come to for a share off, or for its price. */
export function tiersOf({ text, language }: ReadText, bound: readonly Bound[]): Label[] {
  const [shares, prices] = (["share", "money"] as const).map((kind) => bound.some((one) => one.class === kind));
  if (shares !== true && prices !== true) return [];
  return bound.flatMap(({ class: kind, amount }): Label[] => {
    const { start, end, per } = amount;
    if (per !== undefined || !TIERED.has(kind)) return [];
    const side = prices === true ? sideOf(text, amount, language) : undefined;
    const band: Label[] = side === undefined ? [] : [{ family: BAND.id, start, end, id: side, amount }];
    return shares === true ? [{ family: TIER.id, start, end, amount }, ...band] : band;
  });
}

function sideOf(text: string, { start, end }: AmountMention, language: Language): "over" | "under" | undefined {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  const { over, under } = SIDES[language];
  if (under.test(`${before}\n${after}`)) return "under";
  return over.test(`${before}\n${after}`) ? "over" : undefined;
}
/** "Six sheets or more", `ba hộp trở lên`: from so many on. */
export function isFloor({ text, language }: Pick<ReadText, "text" | "language">, { end }: AmountMention): boolean {
  return SIDES[language].over.test(`\n${text.slice(end, end + REACH)}`);
}
/** `đơn dưới 300k phí 40k`: what an order comes to, and no price. */
export function isOrderSum({ text, language }: Pick<ReadText, "text" | "language">, { start, end, dimension }: AmountMention): boolean {
  if (dimension !== "VND") return false;
  const { before, after } = ORDER_SUMS[language];
  return before.test(text.slice(Math.max(0, start - ORDER_REACH), start)) && after.test(text.slice(end, end + ORDER_REACH));
}
const ORDER_REACH = 20;
const ORDER_SUMS: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: { before: /(?<!\p{L})(?:đơn|don|bill)(?: hàng| hang)? (?:dưới|duoi|trên|tren|từ|tu) ?$/iu, after: /^/u },
  en: { before: /(?<!\p{L})orders? (?:of |worth )?(?:under|over|below|above) (?:VND )?$/iu, after: /^/u },
  ja: { before: /^|/u, after: /^(?:未満|を?超え)/u },
};
const REACH = 14;
const SIDES: Record<Language, { over: RegExp; under: RegExp }> = {
  vi: {
    over: /(?<!\p{L})(?:từ|tu|trên|tren|hơn|hon) ?\n|\n(?: \p{L}+)? ?(?:trở lên|tro len|đổ lên|do len)(?!\p{L})/iu,
    under: /(?<!\p{L})(?:dưới|duoi|chưa đủ|chưa tới) ?\n|\n(?: \p{L}+)? ?(?:trở xuống|tro xuong|đổ xuống)(?!\p{L})/iu,
  },
  en: {
    over: /(?<!\p{L})(?:from|over|above|more than|at least) \n|\n ?(?:or more|and up|or over|and over|and above|upwards)(?!\p{L})/iu,
    under: /(?<!\p{L})(?:under|below|less than|up to) \n|\n ?(?:or less|or under|and under)(?!\p{L})/iu,
  },
  ja: { over: /\n(?:以上|を?超|から)/u, under: /\n(?:未満|以下|まで)/u },
};
