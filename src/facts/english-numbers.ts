import type { SaidNumber } from "./said-number.ts";
import type { Token } from "./tokens.ts";

const SMALL: Record<string, number> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Record<string, number> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 };
const SCALES: Record<string, number> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, k: 1e3, dozen: 12, dozens: 12, pair: 2 };

/** Most words begin no number. */
const FIRST = new Set(["a", "an", "half", "quarter", "quarters", ...[SMALL, TENS, SCALES].flatMap((words) => Object.keys(words))]);

/** Reads `35,000`, `35 000`, `1.28 million`, `twenty-five`, `a dozen`, `half a`, `a quarter`, `one and a half` at a token. */
export function readEnglishNumber(tokens: readonly Token[], at: number): SaidNumber | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (first.kind === "digits") return readWritten(tokens, at, first);
  if (first.kind !== "word" || !FIRST.has(first.text)) return undefined;
  return readHalf(tokens, at) ?? readSpelled(tokens, at) ?? readArticle(tokens, at);
}

/** "For up to a year", "within a fortnight", "a metre long", "a tonne is 2.5 million": one of them; elsewhere `a` counts nothing. */
function readArticle(tokens: readonly Token[], at: number): SaidNumber | undefined {
  const [before, article, unit, after] = [tokens[at - 1], tokens[at], tokens[at + 1], tokens[at + 2]].map((token) => token?.text ?? "");
  const lasts = AT_LENGTH.has(before ?? "") && PERIODS.has(unit ?? "");
  const long = METRES.has(unit ?? "") && LONG.has(after ?? "");
  const priced = WEIGHTS.has(unit ?? "") && COSTS.has(after ?? "") && tokens[at + 3]?.kind === "digits";
  return article === "a" && (lasts || long || priced) ? { value: 1, next: at + 1, spelled: true, scaled: false, words: 1 } : undefined;
}
const AT_LENGTH = new Set(
  "for to within about around roughly nearly almost over under least than lasts last keeps keep takes take good".split(" "),
);
const PERIODS = new Set(["day", "week", "fortnight", "month", "year"]);
const WEIGHTS = new Set(["kilo", "kilogram", "kg", "tonne", "ton", "litre", "liter"]);
const COSTS = new Set(["is", "costs"]);
const METRES = new Set(["metre", "meter"]);
const LONG = new Set(["long", "tall", "high", "wide", "across", "deep", "apart"]);

function readWritten(tokens: readonly Token[], at: number, digits: Token): SaidNumber {
  let value = parseDigits(digits.text);
  let next = at + 1;
  const spaced = spacedThousands(tokens, at);
  if (spaced > 0) {
    value = Number(
      tokens
        .slice(at, at + 1 + spaced)
        .map(({ text }) => text)
        .join(""),
    );
    next += spaced;
  }
  let scaled = false;
  for (let scale = scaleAt(tokens[next]); scale !== undefined; scale = scaleAt(tokens[next])) {
    // "600 hundred-year-old trees" are six hundred.
    if (scale === 100 && value >= 100) break;
    value *= scale;
    scaled ||= scale >= 1e3;
    next += 1;
  }
  const half = halfAfter(tokens, next);
  return {
    value: (value + half.more) * half.scale,
    next: half.next,
    spelled: false,
    scaled: scaled || half.scale >= 1e3,
    words: next - at,
  };
}

/** How many groups of three follow in `35 000`, `1 200 000`; not in `12 500 g jars`, which is twelve of them. */
function spacedThousands(tokens: readonly Token[], at: number): number {
  if (!/^\d{1,3}$/.test(tokens[at]?.text ?? "")) return 0;
  let groups = 0;
  while (/^\d{3}$/.test(tokens[at + groups + 1]?.text ?? "")) groups += 1;
  return tokens[at + groups]?.text === "000" ? groups : 0;
}

/** `half a kilo`, `half-kilo`, `half litre`, `half a dozen`; `a quarter of a kilo`, `three quarters of a litre`. */
function readHalf(tokens: readonly Token[], at: number): SaidNumber | undefined {
  const word = (offset: number) => tokens[at + offset]?.text ?? "";
  const spelled = (value: number, next: number): SaidNumber => ({ value, next, spelled: true, scaled: false, words: 2 });
  if (word(0) === "half") {
    const article = ["a", "an"].includes(word(1)) ? 1 : 0;
    const scale = article === 1 ? SCALES[word(2)] : undefined;
    if (scale !== undefined && scale >= 1e3) return spelled(scale / 2, at + 3);
    const hyphen = article === 0 && word(1) === "-" ? 1 : 0;
    const halved = word(1 + article + hyphen);
    if (halved === "dozen") return spelled(6, at + 2 + article + hyphen);
    return article === 1 || HALVED.has(halved) ? spelled(0.5, at + 1 + article + hyphen) : undefined;
  }
  const lead = word(0) === "a" ? 1 : word(0) === "three" ? (word(1) === "-" ? 2 : 1) : 0;
  if (!/^quarters?$/.test(word(lead))) return undefined;
  const of = word(lead + 1) === "of" ? (["a", "an"].includes(word(lead + 2)) ? 2 : 1) : 0;
  if (of === 0 && word(lead + 1) !== "-" && !HALVED.has(word(lead + 1))) return undefined;
  return spelled(word(0) === "three" ? 0.75 : 0.25, at + lead + 1 + of);
}

const HALVED = new Set([
  "kilo",
  "kilos",
  "kilogram",
  "kg",
  "litre",
  "liter",
  "ton",
  "tonne",
  "pound",
  "hour",
  "day",
  "year",
  "month",
  "hectare",
]);

function readSpelled(tokens: readonly Token[], at: number): SaidNumber | undefined {
  let total = 0;
  let group = 0;
  let next = at;
  let said = false;
  let scaled = false;
  if (["a", "an"].includes(tokens[at]?.text ?? "")) {
    // "A cool million", "a round hundred".
    const told = EVEN.has(tokens[at + 1]?.text ?? "") ? 1 : 0;
    if ((scaleAt(tokens[at + 1 + told]) === undefined || isOfKHo(tokens, at + 1 + told)) && (told === 1 || tokens[at + 1]?.text !== "half"))
      return undefined;
    group = 1;
    next += 1 + told;
  }
  for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
    const ones = SMALL[token.text];
    const tens = TENS[token.text];
    const scale = isOfKHo(tokens, next) ? undefined : scaleAt(token);
    if (tens !== undefined && group % 100 === 0) group += tens;
    else if (ones !== undefined && (group % 100 === 0 || (group % 10 === 0 && group % 100 >= 20 && ones < 10))) group += ones;
    else if (scale === 100 || scale === 12 || scale === 2) group = (group === 0 ? 1 : group) * scale;
    else if (scale !== undefined && (said || group > 0)) {
      total += (group === 0 ? 1 : group) * scale;
      scaled = true;
      group = 0;
    } else if (said && (token.text === "-" || token.text === "and") && continues(tokens, next + 1, group)) {
      next += 1;
      continue;
    } else break;
    said = true;
    next += 1;
  }
  if (!said) return undefined;
  const half = halfAfter(tokens, next);
  const value = (total + group + half.more) * half.scale;
  return { value, next: half.next, spelled: true, scaled: scaled || half.scale >= 1e3, words: next - at };
}

/** "A K'Ho grower": no thousand. */
function isOfKHo(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === "k" && /^['’]$/.test(tokens[at + 1]?.text ?? "");
}

const EVEN = new Set(["even", "round", "cool", "flat", "full", "good", "whole", "neat", "clean", "straight", "mere"]);

/** `twenty-five`, `two hundred and five`; not `two and three`. */
function continues(tokens: readonly Token[], at: number, group: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  const ones = SMALL[token.text];
  if (tokens[at - 1]?.text === "-") return ones !== undefined && group % 100 >= 20 && group % 10 === 0;
  return group >= 100 && group % 100 === 0 && (ones !== undefined || TENS[token.text] !== undefined);
}

/** `and a half`, `-and-a-half-`, and the scale of `four and a half million`. */
function halfAfter(tokens: readonly Token[], at: number): { more: number; scale: number; next: number } {
  let next = at;
  for (const word of ["and", "a", "half"]) {
    if (tokens[next]?.text === "-") next += 1;
    if (tokens[next]?.text !== word) return { more: 0, scale: 1, next: at };
    next += 1;
  }
  const scale = scaleAt(tokens[next]);
  return scale === undefined || scale < 100 ? { more: 0.5, scale: 1, next } : { more: 0.5, scale, next: next + 1 };
}

function scaleAt(token: Token | undefined): number | undefined {
  return token?.kind === "word" ? SCALES[token.text] : undefined;
}

/** English writes `35,000` and `2.5`; `35.000` before a dong is a Vietnamese hand. */
export function parseDigits(text: string): number {
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(",", ""));
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(text) || /^\d{2,3}\.000$/.test(text)) return Number(text.replaceAll(".", ""));
  return Number(text.replace(",", ".").replace(/[.,](?=.*[.,])/g, ""));
}
