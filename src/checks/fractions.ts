import { foldText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Ground, Told } from "./ground.ts";
import { smallNumber, smallValue } from "./small-numbers.ts";

type Fraction = Span & { value: number };

const MAY_PART: Record<Language, RegExp> = { vi: /phần/u, en: /third|quarter|fifth|sixth|eighth|tenth/iu, ja: /分の/u };
const FRACTIONS: Record<Language, RegExp> = {
  vi: new RegExp(
    `(?<![\\p{L}\\d.,])(?<part>${smallNumber("vi")}) phan (?<whole>tu|${smallNumber("vi")})(?! ?(?:nghin|ngan|k|chuc|trieu|tram|muoi|chi|roi|gio|ngay|thang|%|gam|g|kg|ky|the ky)(?!\\p{L}))(?!\\p{L})`,
    "gu",
  ),
  en: /(?<![\p{L}\d])(?<part>an?|one|two|three|four|five|\d)[ -](?<whole>third|quarter|fifth|sixth|eighth|tenth)s?(?![ -](?:years?|times?|crops?|seasons?|months?|days?|generations?|place|prize|weeks?|batch|harvest|grade|kilos?|kilograms?|lit(?:re|er)s?|pounds?|hours?|to|past|of an? (?:hour|kilo|lit|pound|century)))(?!\p{L})/giu,
  ja: new RegExp(`(?<whole>${smallNumber("ja")})分の(?<part>${smallNumber("ja")})(?!世紀)`, "gu"),
};
const WHOLES = ["third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
const TYPED = /(?<![\d/])(?<part>\d)\/(?<whole>[2-9]|10)(?![\d/])/gu;

/** Parts of a whole, `hai phần ba`, "two thirds", 3分の2; each is no number by itself. */
export function fractionsIn({ light, language }: Pick<Told, "light" | "language">): Fraction[] {
  return MAY_PART[language].test(light.text)
    ? partsIn(light.text, language).map(({ start, end, value }) => ({ ...light.span(start, end), value }))
    : [];
}

/** "A third" of the notes' `hai phần ba`, or of none. */
export function strangeFractions(told: Told, fractions: readonly Fraction[]): Found[] {
  if (fractions.length === 0) return [];
  const { text, ground, say } = told;
  const held = [...partsIn(ground.notes, "vi"), ...readParts(ground.notes, TYPED, "vi")];
  const sides = REST[told.language].test(told.light.text) ? [rest, same] : [same];
  return fractions
    .filter(({ value }) => !sides.some((side) => held.some((one) => isNear(side(one.value), value)) || isReckoned(value, ground, side)))
    .map(({ start, end }) => ({ kind: "number", start, end, message: say("number", { quote: text.slice(start, end) }) }));
}

/** "The other third" of the notes' `hai phần ba`. */
const REST: Record<Language, RegExp> = {
  vi: /còn lại|phần còn/u,
  en: /(?<!\p{L})(?:rest|remain(?:ing|der)|other)(?!\p{L})/u,
  ja: /残り|ほか|他/u,
};
const same = (value: number): number => value;
const rest = (value: number): number => 1 - value;

/** Of 60 households 20 weave: a third of them. */
function isReckoned(value: number, { amounts }: Ground, side: (value: number) => number): boolean {
  return amounts.some(
    (part, index) =>
      (part.dimension === "%" && isNear(side(part.max / HUNDRED), value)) ||
      amounts
        .slice(0, AMOUNTS_MAX)
        .some((whole, at) => at !== index && whole.dimension === part.dimension && isNear(side(part.max / whole.max), value)),
  );
}
const HUNDRED = 100;
const AMOUNTS_MAX = 40;

function isNear(left: number, right: number): boolean {
  return Math.abs(left - right) < NEAR;
}
const NEAR = 0.02;

function partsIn(light: string, language: Language): Fraction[] {
  return readParts(language === "vi" ? foldText(light) : light, FRACTIONS[language], language);
}

function readParts(text: string, pattern: RegExp, language: Language): Fraction[] {
  return [...text.matchAll(pattern)].flatMap(({ index, 0: quote, groups }) => {
    const part = /^an?$/iu.test(groups?.["part"] ?? "") ? 1 : smallValue((groups?.["part"] ?? "").toLowerCase(), language);
    const said = (groups?.["whole"] ?? "").toLowerCase();
    const whole = said === "tu" ? FOUR : WHOLES.includes(said) ? WHOLES.indexOf(said) + THIRD : smallValue(said, language);
    return part > 0 && part < whole ? [{ start: index, end: index + quote.length, value: part / whole }] : [];
  });
}
const THIRD = 3;
const FOUR = 4;
