import type { AmountMention } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import { ingredientCalled, ingredientsNamed } from "#facts/ingredient-names.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import type { Found, Told } from "./ground.ts";
import { smallNumber, smallValue } from "./small-numbers.ts";

/** So many spoons, cups or parts of something. */
type Part = { count: number; of: string | undefined; start: number; end: number };

const MEASURES: Record<Language, string> = {
  vi: "muong|thia|chen|bat|ly|coc|phan|gao",
  en: "(?:tea|table)?spoon(?:ful)?s?|cups?|parts?|bowls?|glass(?:es)?|ladles?",
  ja: "杯|カップ|さじ",
};
const PARTS: Record<Exclude<Language, "ja">, RegExp> = {
  vi: new RegExp(`(?<![\\p{L}\\d.,])(?<count>${smallNumber("vi")}) (?:${MEASURES.vi})(?: (?:canh|ca phe|nho|lon|day))?(?!\\p{L}) ?`, "gu"),
  en: new RegExp(`(?<![\\p{L}\\d.,])(?<count>${smallNumber("en")}) (?:${MEASURES.en})(?: of)? (?:the )?`, "giu"),
};
/** Right behind what is measured. */
const PART_JA = new RegExp(
  `^[をにはの]?(?<spoon>大さじ|小さじ|スプーン|カップ|コップ)?(?:で)?(?<count>${smallNumber("ja")})(?<cup>${MEASURES.ja}|に対して|の割合)?`,
  "u",
);
const MAY_MEASURE: Record<Language, RegExp> = {
  vi: /muỗng|thìa|chén|bát|ly|cốc|phần|gáo/u,
  en: /spoon|cup|part|bowl|glass|ladle/u,
  ja: /杯|カップ|さじ|に対して|割合/u,
};

/** How much of each goes in is told apart from what goods are sold by. */
export function isPart({ text, language }: Pick<Told, "text" | "language">, { dimension, end }: AmountMention): boolean {
  return dimension === "none" && PART_BEHIND[language].test(text.slice(end, end + MEASURE_MAX));
}
const MEASURE_MAX = 12;
const PART_BEHIND: Record<Language, RegExp> = {
  vi: /^ ?(?:phần|muỗng|thìa|chén)(?!\p{L}| ?(?:trăm|quà|ăn))/iu,
  en: /^ (?:parts?|(?:tea|table)?spoons?|cups?)(?!\p{L})/iu,
  ja: /^(?:に対して|の割合|杯)/u,
};

/** "Three cups of rice to two of water" of the notes' `2 chén gạo 3 chén nước`. */
export function strangeParts({ text, language, light, ground, say }: Told): Found[] {
  if (!MAY_MEASURE[language].test(light.text)) return [];
  const told = partsIn(light.text, language);
  if (told.length < 2) return [];
  const held = partsIn(ground.notes, "vi");
  const pairs = told.flatMap((part) => {
    const own = held.filter(({ of }) => of !== undefined && of === part.of);
    return own[0] === undefined ? [] : [{ part, own }];
  });
  const factors = new Set(pairs.map(({ part, own }) => part.count / (own[0]?.count ?? 1)));
  // Twice of everything is the same dish.
  if (factors.size === 1 && pairs.length > 1) return [];
  return pairs
    .filter(({ part, own }) => !own.some(({ count }) => count === part.count))
    .map(({ part, own }): Found => {
      const { start, end } = light.span(part.start, part.end);
      return { kind: "number", start, end, message: say("numberNear", { quote: text.slice(start, end), held: String(own[0]?.count) }) };
    });
}

function partsIn(light: string, language: Language): Part[] {
  if (language === "ja") return japaneseParts(light);
  if (language === "vi") return vietnameseParts(light);
  const parts = [...light.matchAll(PARTS.en)];
  const named = parts.length === 0 ? [] : namedIn(light, language);
  return parts.map(({ index, 0: quote, groups }) => {
    const end = index + quote.length;
    const of = named.find(({ start }) => start >= end && start - end <= NEAR && /^[\p{L} -]*$/u.test(light.slice(end, start)))?.of;
    return { count: smallValue((groups?.["count"] ?? "").toLowerCase(), language), of, start: index, end };
  });
}

/** `3 phần cá 1 phần muối`, `cá 3 phần muối 1 phần`. */
function vietnameseParts(light: string): Part[] {
  const all = [...foldText(light).matchAll(PARTS.vi)].map(({ index, 0: quote, groups }) => {
    const end = index + quote.length;
    const count = smallValue(groups?.["count"] ?? "", "vi");
    return { count, start: index, end, ahead: calledBefore(light.slice(0, index)), of: calledAt(light.slice(end, end + NAME_MAX)) };
  });
  const isAhead = all[0]?.ahead !== undefined && all.at(-1)?.of === undefined;
  return all.map(({ ahead, of, ...part }) => ({ ...part, of: isAhead ? ahead : of }));
}
const NAME_MAX = 30;
/** "Two spoons of dried powder" */
const NEAR = 10;

function calledAt(behind: string, whole = false): string | undefined {
  const words = /^\p{L}+(?: \p{L}+){0,2}/u.exec(behind)?.[0].split(" ") ?? [];
  for (let length = words.length; length > (whole ? words.length - 1 : 0); length -= 1) {
    const one = ingredientCalled(words.slice(0, length).join(" "));
    if (one !== undefined) return "term" in one ? one.term : one.id;
  }
  return undefined;
}

function calledBefore(ahead: string): string | undefined {
  const words = /(?<!\p{L})(?:\p{L}+ ){1,3}$/u.exec(ahead.slice(-NAME_MAX))?.[0].trim().split(" ") ?? [];
  return words.map((_word, at) => calledAt(words.slice(at).join(" "), true)).find((one) => one !== undefined);
}

function japaneseParts(light: string): Part[] {
  const isMixed = /に対して|割合/u.test(light);
  return namedIn(light, "ja").flatMap(({ of, end }) => {
    const { 0: quote = "", groups } = PART_JA.exec(light.slice(end, end + NAME_MAX)) ?? {};
    if (groups === undefined || (groups["spoon"] === undefined && groups["cup"] === undefined && !isMixed)) return [];
    return [{ count: smallValue(groups["count"] ?? "", "ja"), of, start: end, end: end + quote.length }];
  });
}

function namedIn(light: string, language: Language): { of: string; start: number; end: number }[] {
  const terms = termsIn(light, language).filter(({ id }) => findTerm(id)?.kind === "product");
  const all = [
    ...terms.map(({ id, start, end }) => ({ of: id, start, end })),
    ...ingredientsNamed(light, language).map(({ name, start, end }) => ({ of: name, start, end })),
  ];
  return all.toSorted((left, right) => left.start - right.start);
}
