import { readFileSync } from "node:fs";
import { z } from "zod";
import { readAmounts, type AmountMention } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import { languageSchema, type Language } from "#i18n/language.ts";

/** A good text with one thing made wrong, and by which operator. */
export type Mutant = { operator: string; text: string };

const addedSchema = z.record(languageSchema, z.record(z.string(), z.array(z.string())));
const { source: _source, ...sentences } = z
  .looseObject({ source: z.string() })
  .parse(JSON.parse(readFileSync(new URL("added.json", import.meta.url), "utf8")));
const ADDED = addedSchema.parse(sentences);

/** Other units that a careless hand might put, by language: what is replaced, and by what. */
const OTHER_UNITS: Record<Language, [RegExp, string][]> = {
  vi: [
    [/(?:kg|ký|cân)$/iu, "tấn"],
    [/(?<=\d\s?)g$/iu, "kg"],
    [/ngày$/iu, "tháng"],
    [/tháng$/iu, "năm"],
    [/(?:thùng|chai|hộp|gói|túi|bao)$/iu, "cây"],
    [/lít$/iu, "ml"],
    [/độ$/iu, "%"],
  ],
  en: [
    [/(?:kg|kilos?)$/iu, "tonnes"],
    [/(?<=\d\s?)g$/iu, "kg"],
    [/days?$/iu, "months"],
    [/months?$/iu, "years"],
    [/(?:box(?:es)?|bottles?|packs?|bags?)$/iu, "trees"],
    [/ml$/iu, "litres"],
    [/°C$/u, "%"],
  ],
  ja: [
    [/キロ$/u, "トン"],
    [/グラム$/u, "キロ"],
    [/日$/u, "か月"],
    [/か月$/u, "年"],
    [/(?:箱|袋|ケース)$/u, "株"],
    [/ミリリットル$/u, "リットル"],
    [/度$/u, "%"],
  ],
};
const OTHER_CURRENCY: Record<Language, [RegExp, string]> = {
  vi: [/đ(?!\p{L})|đồng/u, " đô"],
  en: [/VND|dong/u, "USD"],
  ja: [/ドン/u, "円"],
};
const OTHER_PER: Record<Language, [RegExp, string]> = {
  vi: [/(?:\/|một |mỗi )(?:kg|ký|cân)/u, "/hộp"],
  en: [/(?:per|a) (?:kilo|kg)/u, "per box"],
  ja: [/^1?キロ(?=\d)/u, "1箱"],
};

/** Every mutant of a text: each amount with another value, unit, currency, per or neighbour's number; each added sentence. */
export function mutantsOf(text: string, language: Language, notes: string): Mutant[] {
  const amounts = readAmounts(text, language).filter((amount) => amount.dimension !== "none" && /\d/.test(amount.quote));
  const bare = foldText(notes);
  return [
    ...amounts.flatMap((amount) => ofAmount(text, language, amount, bare)),
    ...amounts.slice(1).flatMap((amount, index) => swapped(text, amounts[index], amount)),
    ...Object.entries(ADDED[language]).flatMap(([operator, added]) =>
      added.flatMap((sentence, index) => (isGrounded(operator, sentence, bare) ? [] : [{ operator, text: insert(text, sentence, index) }])),
    ),
  ];
}

function ofAmount(text: string, language: Language, amount: AmountMention, notes: string): Mutant[] {
  const { quote, unit, per } = amount;
  const made = (operator: string, changed: string): Mutant[] =>
    changed === quote ? [] : [{ operator, text: text.slice(0, amount.start) + changed + text.slice(amount.end) }];
  const money = unit === "VND";
  const unitChange = OTHER_UNITS[language].find(([from]) => from.test(quote));
  return [
    ...made(
      "value",
      quote.replace(/\d/, (digit) => otherDigit(digit, quote, notes)),
    ),
    // `1m6` is `1m60`, and 1.5 is 1.50.
    ...(/\d[.,m]\d(?!\d\d)/.test(quote)
      ? []
      : made(
          "ten times",
          quote.replace(/\d+(?=\D*$)/, (digits) => `${digits}0`),
        )),
    ...(money || per !== undefined || unit === "brix" || unitChange === undefined ? [] : made("unit", quote.replace(...unitChange))),
    ...(money ? made("currency", quote.replace(...OTHER_CURRENCY[language])) : []),
    ...(money && per === "kg" ? made("per", quote.replace(...OTHER_PER[language])) : []),
  ];
}

/** A digit that makes a number which the notes do not hold anywhere. */
function otherDigit(digit: string, quote: string, notes: string): string {
  const rest = /^\d*/.exec(quote.slice(quote.indexOf(digit) + 1))?.[0] ?? "";
  return ["7", "9", "6", "8", "3"].find((other) => other !== digit && !notes.includes(`${other}${rest}`)) ?? "7";
}

/** A price and a measure beside each other with their numbers exchanged. */
function swapped(text: string, first: AmountMention | undefined, second: AmountMention): Mutant[] {
  const [left, right] = [/\d[\d.,]*/.exec(first?.quote ?? ""), /\d[\d.,]*/.exec(second.quote)];
  if (first === undefined || left === null || right === null || left[0] === right[0]) return [];
  if ((first.unit === "VND") === (second.unit === "VND")) return [];
  const start = first.start + left.index;
  const end = second.start + right.index;
  const middle = text.slice(start + left[0].length, end);
  return [{ operator: "swap", text: text.slice(0, start) + right[0] + middle + left[0] + text.slice(end + right[0].length) }];
}

/** What the notes themselves allow: a season or a stock lets a seller hurry, a name in them may be told. */
function isGrounded(operator: string, sentence: string, notes: string): boolean {
  return (
    operator === "certificate" &&
    foldText(sentence)
      .split(/[^a-z]+/)
      .some((word) => word.length > 4 && notes.includes(word))
  );
}

/** After the first sentence, the second, … so that no place is always the same. */
function insert(text: string, sentence: string, at: number): string {
  const parts = text.split(/(?<=[。！？]|[.!?](?=\s))/u);
  const place = Math.min(at + 1, parts.length);
  return [...parts.slice(0, place), ` ${sentence} `, ...parts.slice(place)].join("");
}
