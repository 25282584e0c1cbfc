import { z } from "zod";
import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { oncePerText } from "#facts/once-per-text.ts";
import { eitherBare } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";
import data from "./rules/payers.json" with { type: "json" };

const { payers, alike } = z
  .strictObject({
    source: z.string(),
    date: z.string(),
    payers: z.array(z.strictObject({ id: z.string(), vi: z.string(), en: z.string(), ja: z.string() })),
    /** What is charged by the one is charged by the other: a boat's trip is its party's. */
    alike: z.array(z.tuple([z.string(), z.string()])),
  })
  .parse(data);

/** So much a person told as so much a family, a night's price as a week's: the notes' own figure, charged or rationed by another. */
export function chargedOtherwise(amount: AmountMention, { ground, language, text }: Told): AmountMention | undefined {
  const told = payersOf(amount, text, language);
  if (told.length === 0) return undefined;
  const isMoney = CURRENCIES.has(amount.dimension);
  const held = ground.amounts.filter((other) => agrees(unpaid(amount), unpaid(other), { strict: isMoney }));
  const isOther = (other: AmountMention) => {
    const weight = WEIGHTS[other.per ?? ""];
    const own = weight === undefined ? payersOf(other, ground.notes, "vi") : [weight];
    return own.length > 0 && !own.some((one) => told.some((id) => isAlike(one, id)));
  };
  return held.every(isOther) ? held[0] : undefined;
}
const unpaid = oncePerText((amount: AmountMention) => ({ ...amount, per: undefined, rate: undefined, each: undefined }));
const WEIGHTS: Readonly<Record<string, string>> = { kg: "kilo", g: "gram", l: "litre", ml: "litre" };

function payersOf({ dimension, quote, start, end, per }: AmountMention, text: string, language: Language): string[] {
  const isMoney = CURRENCIES.has(dimension);
  if (!isMoney && !COUNTED.has(dimension)) return [];
  const { before, after } = PAID_BY[language];
  const behind = (OF_QUOTE.exec(quote)?.[0] ?? "") + text.slice(end, end + REACH_BEHIND);
  const first = after.exec(behind);
  // `500k/khách/đêm` is by both.
  const second = first === null ? null : after.exec(behind.slice(first[0].length));
  // "3 tonnes a day, 12,000 VND per kilo": what has its own measure takes none from before; nor does "a tent is 300,000 a night".
  const isOpen = first === null && (per === undefined || per === "household");
  const ids = [first, second, isOpen ? before.exec(text.slice(Math.max(0, start - REACH_BEFORE), start)) : null]
    .flatMap((match) => Object.entries(match?.groups ?? {}))
    .flatMap(([id, words]) => (words === undefined ? [] : [id]));
  // So many baskets a day are a pace.
  return isMoney ? ids : ids.filter((id) => SHARERS.has(id));
}
const CURRENCIES = new Set(["VND", "USD", "JPY"]);
const COUNTED = new Set(["count", "none"]);
const SHARERS = new Set(["person", "family", "group", "order"]);
/** "60,000 VND per family" is one amount. */
const OF_QUOTE = /(?:\/ ?|\s(?:per|an?|each|một|mot|mỗi|moi)\s)[^/\d]+$/iu;
const REACH_BEFORE = 40;
const REACH_BEHIND = 28;

const [VI, EN, JA] = (["vi", "en", "ja"] as const).map((language) =>
  payers.map(({ id, ...words }) => `(?<${id}>${language === "vi" ? eitherBare(words.vi) : words[language]})`).join("|"),
);
const PAID_BY: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: {
    before: new RegExp(`(?<!\\p{L})(?:mỗi|moi|một|mot|từng|tung|cứ|(?<![\\d,.])1) ?(?:${VI})(?: \\p{L}+){0,4}[ :]*$`, "iu"),
    after: new RegExp(
      `^ ?(?:\\/|(?:cho )?(?:mỗi|moi|một|mot|1|(?:cả|ca|nguyên)(?= (?:nhóm|nhom|đoàn|doan)))(?= ?\\p{L})) ?1? ?(?:${VI})(?!\\p{L}|(?<=^ ?1 ?\\p{L}+) ?\\d)`,
      "iu",
    ),
  },
  en: {
    before: new RegExp(`(?<!\\p{L})(?:each|every|per|one|(?<=^|[.;:(]\\s?|for )an?) (?:${EN})(?: \\p{L}+){0,4} $`, "iu"),
    after: new RegExp(`^,? ?(?:off )?(?:\\/|(?:for )?(?:per|an?|each|every|one|the (?:whole|entire|full))) ?(?:${EN})(?!\\p{L})`, "iu"),
  },
  ja: {
    before: new RegExp(
      `(?:お?[一1１]|各|毎|(?=グループ|団体))(?:${JA})(?:様|さま)?(?:全体|ごと|毎)?(?:に?つき|あたり|当たり|は|で|が|に|の料金は)?[、：:\\s]*(?:最大|約)?$`,
      "u",
    ),
    after: new RegExp(`^(?:[/／]|毎|[（(](?:お?[一1１]|各))[一1１]?(?:${JA})`, "u"),
  },
};

function isAlike(left: string, right: string): boolean {
  return left === right || alike.some((pair) => pair.includes(left) && pair.includes(right));
}
