import { agrees, baseOf } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { eitherBare } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { PIECES } from "./amount-class.ts";
import type { Told } from "./ground.ts";
import { gapBetween } from "./reckoned.ts";
import { MONEY } from "./worked-out.ts";

/** So near the other end is told, too: "small ones are around 200 g and the big ones up to 400 g". */
const NEAR = 60;

/** One end of a range of the notes, `củ 200-400g`, where the text tells the other right before or behind it. */
export function isEndOfRange(amount: AmountMention, told: Told): boolean {
  if (isBetweenPrices(amount, told) || isBeyond(amount, told) || isOneOrTwo(amount, told)) return true;
  if (isUpToLess(amount, told) || isEither(amount, told)) return true;
  if (amount.min !== amount.max || !MEASURED.has(amount.dimension)) return false;
  return told.ground.amounts.some((held) => {
    if (held.min === held.max) return false;
    const [least, most] = [
      { ...held, max: held.min },
      { ...held, min: held.max },
    ];
    const other = agrees(amount, least) ? most : agrees(amount, most) ? least : undefined;
    return other !== undefined && (tellsNear(amount, other, told) || isWholeNear(amount, other, told));
  });
}
/** "They last a year or two" of `1-2 năm`. */
function isOneOrTwo({ min, max, unit, dimension, end }: AmountMention, { text, language, ground }: Told): boolean {
  if (language !== "en" || min !== 1 || max !== 1 || unit === undefined || !/^ or two(?!\p{L})/iu.test(text.slice(end, end + 8)))
    return false;
  return ground.amounts.some((held) => held.dimension === dimension && held.unit === unit && held.min === 1 && held.max === 2);
}

/** 300キロから1トン未満, of `300kg tới dưới 1 tấn`. */
function isUpToLess(amount: AmountMention, { ground: { amounts, notes }, text, language }: Told): boolean {
  const { min, max, end } = amount;
  if (language !== "ja" || min === max || !MEASURED.has(amount.dimension) || !text.startsWith("未満", end)) return false;
  return amounts.some(
    (first) =>
      agrees({ ...amount, max: min }, first) &&
      amounts.some(
        (last) =>
          last.start > first.end &&
          last.start - first.end <= FARTHER_REACH &&
          UP_TO_LESS.test(notes.slice(first.end, last.start)) &&
          agrees({ ...amount, min: max }, { ...last, approximate: undefined }),
      ),
  );
}
const UP_TO_LESS = new RegExp(`^ ?(?:-|–|${eitherBare("đến|tới")}) ?(?:${eitherBare("dưới|chưa tới|chưa đến")}) $`, "u");

/** "A pack of four or five" of `4-5 cây`. */
function isEither(amount: AmountMention, { amounts, text, language, ground }: Told): boolean {
  if (language !== "en" || !PIECES.has(amount.dimension) || !text.startsWith(" or ", amount.end)) return false;
  const next = amounts.find(({ start }) => start === amount.end + " or ".length);
  return (
    next !== undefined && ground.amounts.some((held) => PIECES.has(held.dimension) && held.min === amount.min && held.max === next.max)
  );
}

/** "Beyond ten kilometres" of `5-10km 25k, xa hơn thỏa thuận`. */
function isBeyond(amount: AmountMention, { ground, text }: Told): boolean {
  const { min, max, start, end } = amount;
  if (min !== max || !MEASURED.has(amount.dimension)) return false;
  if (amount.approximate !== "over" && !BEYOND.test(`${text.slice(Math.max(0, start - 16), start)}\n${text.slice(end, end + 4)}`))
    return false;
  return ground.amounts.some(
    (held) =>
      held.min < held.max &&
      agrees({ ...amount, approximate: undefined }, { ...held, min: held.max }) &&
      FARTHER.test(ground.notes.slice(held.end, held.end + FARTHER_REACH)),
  );
}
const BEYOND = /(?<!\p{L})(?:beyond|past|(?:farther|further) than|ngoài|hơn|quá) \n|\n(?:以上|を?超|より遠)/iu;
const FARTHER = new RegExp(`[,;.] ?(?:${eitherBare("(?:xa|nặng|nhiều|dài|lớn|to|cao) hơn|hơn nữa|trên nữa|quá nữa")})(?!\\p{L})`, "u");
const FARTHER_REACH = 24;

/** "From 90,000 VND down to 60,000": two prices of the notes, as the season or the lot has them. */
function isBetweenPrices(amount: AmountMention, { ground }: Told): boolean {
  if (!MONEY.has(amount.dimension) || amount.min === amount.max) return false;
  const isPrice = (value: number) => ground.amounts.some((held) => agrees({ ...amount, min: value, max: value }, held));
  return isPrice(amount.min) && isPrice(amount.max);
}

/** What single goods measure; days and prices that differ are told of different things. */
const MEASURED = new Set(["mass", "length", "volume", "count"]);

function tellsNear(amount: AmountMention, other: AmountMention, { amounts }: Told): boolean {
  return amounts.some(
    (told) => told.dimension === amount.dimension && told !== amount && gapBetween(told, amount) <= NEAR && agrees(told, other),
  );
}

/** "700 g, some a whole kilo", `có trái tới cả ký`: one of the unit, said without a number. */
function isWholeNear({ start, end }: AmountMention, other: AmountMention, { text, language }: Told): boolean {
  const names = baseOf(other, other.max) === WHOLE ? WHOLES[language][other.dimension] : undefined;
  return names?.test(text.slice(Math.max(0, start - NEAR), end + NEAR)) === true;
}
/** A kilo in grams, a litre in millilitres. */
const WHOLE = 1_000;
const WHOLES: Record<Language, Partial<Record<string, RegExp>>> = {
  vi: { mass: /(?:cả|tròn|đủ|nguyên|tới|đến|gần) (?:ký|kí|cân)(?!\p{L})/iu, volume: /(?:cả|tròn|đủ|tới|đến|gần) lít(?!\p{L})/iu },
  en: {
    mass: /(?:a|one)(?: (?:full|whole|good))? kilo(?:gram)?(?!\p{L})/iu,
    volume: /(?:a|one)(?: (?:full|whole))? lit(?:re|er)(?!\p{L})/iu,
  },
  ja: {},
};
