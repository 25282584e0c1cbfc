import type { SaidNumber } from "./said-number.ts";
import type { Token } from "./tokens.ts";
import { parseDigits } from "./english-numbers.ts";

const DIGITS = valuesOf({ 〇: 0, 零: 0, 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 壱: 1, 弐: 2, 参: 3 });
const SCALES = valuesOf({ 十: 10, 百: 100, 千: 1e3 });
const MYRIADS = valuesOf({ 万: 1e4, 億: 1e8 });
const HALF = "半";
const FIRST: ReadonlySet<string> = new Set([...DIGITS.keys(), ...SCALES.keys(), HALF]);

/** ひと月, ふた月 */
const MONTHS: ReadonlyMap<string, { rest: string; value: number }> = new Map([
  ["ひ", { rest: "と", value: 1 }],
  ["ふ", { rest: "た", value: 2 }],
]);

function valuesOf(table: Record<string, number>): ReadonlyMap<string, number> {
  return new Map(Object.entries(table));
}

/** 千切り is cut fine, 七分づき polished a little, 八百屋 a grocer's: words, and no numbers. */
const WORDS = /^(?:千(?:切|鳥|枚[漬田]|差|代)|百(?:日[草紅]|葉|獣|聞|屋)|八百屋|[三五七八]分(?:づ|搗|咲)|三日三)/u;

/** Reads `3万5千`, `108万`, `三十二万`, `二・五`, `1,200` at a token; kanji come one token each. */
export function readJapaneseNumber(tokens: readonly Token[], at: number): SaidNumber | undefined {
  const first = tokens[at];
  const months = MONTHS.get(first?.text ?? "");
  if (months !== undefined && tokens[at + 1]?.text === months.rest && tokens[at + 2]?.text === "月")
    return { value: months.value, next: at + 2, spelled: true, scaled: false, words: 2 };
  if (first === undefined || (first.kind !== "digits" && !FIRST.has(first.text))) return undefined;
  if (
    first.text === HALF &&
    tokens[at + 1] !== undefined &&
    /^(?:キロ|日|年|月|ダース|リットル|トン|時間)/.test(tokens[at + 1]?.text ?? "")
  ) {
    const dozen = tokens[at + 1]?.text === "ダース";
    return { value: dozen ? 6 : 0.5, next: at + (dozen ? 2 : 1), spelled: true, scaled: false, words: dozen ? 2 : 1 };
  }
  // 十分 is "enough"; ten minutes are 十分間.
  if (tokens[at]?.text === "十" && tokens[at + 1]?.text === "分" && !/^[間ほ程で]/u.test(tokens[at + 2]?.text ?? "")) return undefined;
  if (tokens[at]?.text === "一" && /^[度番緒切般部瞬生]/u.test(tokens[at + 1]?.text ?? "")) return undefined;
  if (
    WORDS.test(
      tokens
        .slice(at, at + 3)
        .map(({ text }) => text)
        .join(""),
    )
  )
    return undefined;
  let total = 0;
  let section = 0;
  let current: number | undefined;
  let next = at;
  let spelled = true;
  let scaled = false;
  for (let token = tokens[next]; token !== undefined; token = tokens[next]) {
    const { text } = token;
    const digit = DIGITS.get(text);
    const scale = SCALES.get(text);
    const myriad = MYRIADS.get(text);
    if (token.kind === "digits") {
      if (current !== undefined) break;
      current = parseDigits(text);
      spelled = false;
    } else if (digit !== undefined) {
      current = (current ?? 0) * 10 + digit;
    } else if (text === "・" && current !== undefined && DIGITS.get(tokens[next + 1]?.text ?? "") !== undefined) {
      const [fraction, end] = readFraction(tokens, next + 1);
      current += fraction;
      next = end;
      continue;
    } else if (scale !== undefined) {
      scaled ||= scale >= 1e3;
      section += (current ?? 1) * scale;
      current = undefined;
    } else if (myriad !== undefined && (current !== undefined || section > 0)) {
      total += (section + (current ?? 0)) * myriad;
      scaled = true;
      section = 0;
      current = undefined;
    } else break;
    next += 1;
  }
  if (next === at) return undefined;
  const value = total + section + (current ?? 0);
  if (tokens[next]?.text === "ダース") return { value: value * 12, next: next + 1, spelled, scaled: false, words: next - at };
  return { value, next, spelled, scaled, words: next - at };
}

function readFraction(tokens: readonly Token[], at: number): [value: number, next: number] {
  let digits = "";
  let next = at;
  for (let digit = DIGITS.get(tokens[next]?.text ?? ""); digit !== undefined; digit = DIGITS.get(tokens[next]?.text ?? "")) {
    digits += String(digit);
    next += 1;
  }
  return [Number(`0.${digits}`), next];
}
