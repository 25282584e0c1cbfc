import type { AmountMention } from "#facts/amounts.ts";
import { HOLDERS } from "./holders.ts";
import type { AmountClass } from "./roles.ts";

const BARE_MONEY_MIN = 10_000;

/** "Of our plants, 60 are red": what is counted is named before. */
export const PIECES = new Set(["count", "none"]);

/** Which numbers may be taken for each other. */
export function classOf(amount: AmountMention, text: string): AmountClass | undefined {
  const { unit, dimension, min, quote } = amount;
  if (dimension === "mass" && isFarOff(text, amount)) return "length";
  // English says the currency once: "a kilo is 850,000 VND and 300 g 270,000".
  if (["VND", "USD", "JPY"].includes(dimension) || (dimension === "none" && min >= BARE_MONEY_MIN)) return "money";
  if (dimension === "none" && isOnTheWay(text, amount)) return "time";
  if (["mass", "volume", "count", "none"].includes(dimension)) return HOLDERS.has(unit ?? "") ? "packs" : "goods";
  // `một nắng` names how it was dried more than it says how long.
  if (dimension === "day" && unit === undefined) return undefined;
  // `mẹ 71 tuổi ủ mắm`: her age, and nothing lasts so long.
  if (unit === "year" && /tu[oổ]i$/iu.test(quote)) return undefined;
  if (["day", "month", "time"].includes(dimension)) return "time";
  if (dimension === "clock" || (dimension.startsWith("calendar") && dimension !== "calendar-year")) return "date";
  if (dimension === "celsius") return "heat";
  if (dimension === "%") return "share";
  if (dimension === "length") return "length";
  if (dimension === "regional" || dimension === "area") return "goods";
  return dimension === "brix" ? "sweetness" : undefined;
}

/** 駅から12キロ: no kilos. */
function isFarOff(text: string, { quote, start }: AmountMention): boolean {
  return quote.endsWith("キロ") && /から(?:車で|約|およそ|わずか)?$/u.test(text.slice(Math.max(0, start - REACH), start));
}
const REACH = 8;

/** "Three hours to Hue and eight to Vinh": of the unit that was just told. */
function isOnTheWay(text: string, { start, end }: AmountMention): boolean {
  return text.startsWith(" to ", end) && ON_THE_WAY.test(text.slice(Math.max(0, start - WAY_REACH), start));
}
const WAY_REACH = 40;
const ON_THE_WAY = /(?<!\p{L})(?:hours?|days?) to \p{Lu}[\p{L} ]*(?:, | and |, and )$/u;
