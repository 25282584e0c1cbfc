import { isOneOfNext } from "./one-of-next.ts";
import type { SaidNumber } from "./said-number.ts";
import type { Token } from "./tokens.ts";
import { isYear, readHundreds, type Part } from "./vietnamese-hundreds.ts";
import { isNoNumber, namesYear, startsUnit } from "./vietnamese-readings.ts";
import { bigScaleAt, isDozen, isHundred, scaleAt } from "./vietnamese-scales.ts";
import {
  digitOf,
  isChuc,
  isGap,
  isHalf,
  isHalfFirst,
  isOnlyAfterTens,
  isPoint,
  isTens,
  mayCount,
  parseDigits,
} from "./vietnamese-words.ts";

/** A digit word's value (`mốt` is 1); `undefined` for any other word. */
export { digitOf as digitWord } from "./vietnamese-words.ts";

/** Reads a number said in words or written with a scale (`hai lăm nghìn`, `1tr2`, `trăm rưỡi`, `nửa`) at a token. */
export function readVietnameseNumber(tokens: readonly Token[], at: number): SaidNumber | undefined {
  const first = tokens[at];
  if (first === undefined) return undefined;
  if (first.kind === "digits") return readWritten(tokens, at);
  if (isBareHalf(tokens, at)) return readHalf(tokens, at);
  if (first.kind !== "word" || !mayCount(first) || isNoNumber(tokens, at)) return undefined;
  if (isHalfFirst(first)) return readHalf(tokens, at);
  return readSpelled(tokens, at);
}

/** `nua ky 135k` among marked words: nothing else is said before a weight. */
function isBareHalf(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === "nua" && /^(?:kg|ký|ky|kí|ki|cân|can|lạng|lang|lít|lit)$/u.test(tokens[at + 1]?.text ?? "");
}

/** `nửa`, `nửa chục`, `nửa triệu`. */
function readHalf(tokens: readonly Token[], at: number): SaidNumber {
  const whole = tokens[at + 1];
  const scale = isChuc(whole) ? 10 : isDozen(tokens, at + 1) ? 12 : scaleAt(tokens, at + 1);
  if (scale === undefined) return { value: 0.5, next: at + 1, spelled: true, scaled: false, words: 1 };
  return { value: scale / 2, next: at + 2, spelled: true, scaled: scale >= 1000, words: 2 };
}

/** `35`, `35k5`, `1tr2`, `1 triệu 200 nghìn`, `2 chục`, `5 trăm`. */
function readWritten(tokens: readonly Token[], at: number): SaidNumber | undefined {
  const digits = tokens[at];
  if (digits === undefined) return undefined;
  const spaced = spacedThousands(tokens, at);
  let value = spaced?.value ?? decimalOfMillion(digits.text, tokens[at + 1]) ?? parseDigits(digits.text);
  let next = spaced?.next ?? at + 1;
  let scaled = false;
  if (isChuc(tokens[next])) {
    value *= 10;
    next += 1;
  } else if (isDozen(tokens, next)) {
    value *= 12;
    next += 1;
  }
  for (let scale = scaleAt(tokens, next); scale !== undefined; scale = scaleAt(tokens, next)) {
    value *= scale;
    next += 1;
    scaled = scaled || scale >= 1000;
    const tail = readTail(tokens, next, scale);
    if (tail === undefined) continue;
    value += tail.value;
    next = tail.next;
    if (scale >= 1000) break;
  }
  return { value, next, spelled: false, scaled, words: next - at };
}

/** `1,250 triệu`, `1.250tr`: nobody chats of a thousand million; `1.250 triệu` is one. */
function decimalOfMillion(digits: string, scale: Token | undefined): number | undefined {
  const short = scale?.text === "tr" || scale?.text === "củ";
  const said = short || (scale?.plain === "trieu" && digits.includes(","));
  return said && /^\d{1,3}[.,]\d{3}$/.test(digits) ? Number(digits.replace(",", ".")) : undefined;
}

/** `1 200 000 đ`: spaces between thousands, which only money has. */
function spacedThousands(tokens: readonly Token[], at: number): Part | undefined {
  let digits = tokens[at]?.text ?? "";
  let next = at + 1;
  if (!/^[1-9]\d{0,2}$/.test(digits)) return undefined;
  for (; tokens[next]?.kind === "digits" && /^\d{3}$/.test(tokens[next]?.text ?? ""); next += 1) digits += tokens[next]?.text ?? "";
  return next > at + 1 && DONG.has(tokens[next]?.text ?? "") ? { value: Number(digits), next } : undefined;
}
const DONG = new Set(["đ", "đồng", "vnđ", "vnd", "dong"]);

/** What may follow a scale: `rưỡi`, `2` of `1tr2`, `200 nghìn` of `1 triệu 200 nghìn`, `2 trăm` of `1 triệu 2 trăm`. */
function readTail(tokens: readonly Token[], at: number, scale: number): Part | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (isHalf(token)) return { value: scale / 2, next: at + 1 };
  if (scale < 1000) return tensOfHundred(tokens, at);
  if (token.kind !== "digits") return readSpelledTail(tokens, at, scale);
  if (!/^\d{1,3}$/.test(token.text)) return undefined;
  const after = scaleAt(tokens, at + 1);
  if (after === 100 && scale === 1e6) return hundredThousands(tokens, at + 2, Number(token.text) * 100);
  if (after !== undefined) return after < scale ? { value: Number(token.text) * after, next: at + 2 } : undefined;
  const tenths = { value: Number(`0.${token.text}`) * scale, next: at + 1 };
  if (token.glued) return tenths;
  // `200k 1 chậu`: for each.
  if (token.text === "1" && (scale === 1000 || isOneOfNext(tokens, at))) return undefined;
  // `1 triệu 2`, `1 triệu 450`.
  const short = token.text.length === 1 && token.text !== "0";
  return (short || (scale === 1e6 && token.text.length === 3)) && (tokens[at + 1]?.text === "." || endsHere(tokens, at + 1))
    ? tenths
    : undefined;
}

/** `3 trăm 5` is 350, and so are `3 trăm 50`, `3 trăm 5 chục`, where thousands follow or nothing is counted by it. */
function tensOfHundred(tokens: readonly Token[], at: number): Part | undefined {
  const token = tokens[at];
  if (token?.kind !== "digits" || token.glued || !/^[1-9]\d?$/.test(token.text)) return undefined;
  if (token.text.length === 1 && isChuc(tokens[at + 1])) return { value: Number(token.text) * 10, next: at + 2 };
  const scale = scaleAt(tokens, at + 1);
  // `1 trăm 2 đến 1 trăm 5`
  const ends = endsHere(tokens, at + 1) || (tokens[at + 2]?.kind === "digits" && isHundred(tokens, at + 3));
  if (scale === undefined ? token.text === "1" || !ends : scale < 1000) return undefined;
  return { value: Number(token.text) * (token.text.length === 1 ? 10 : 1), next: at + 1 };
}

/** `1 triệu 2 một ký`: nothing is counted by that lone digit. */
function endsHere(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at];
  if (after === undefined) return true;
  if (after.kind === "digits" || startsUnit(tokens, at) || isChuc(after)) return false;
  if (after.kind === "symbol") return !["-", "–", "%", "."].includes(after.text) && (after.text !== "/" || tokens[at + 1]?.kind === "word");
  return !COUNTED.has(after.plain);
}
const COUNTED = new Set(["loai", "nguoi", "cho", "noi", "mua", "vu", "den", "toi", "lan", "ben", "dua"]);

/** `triệu hai` is 1.2 million, `triệu hai trăm rưỡi` 1.25. */
function readSpelledTail(tokens: readonly Token[], at: number, scale: number): Part | undefined {
  const tenth = digitOf(tokens[at]);
  // `lấy 1 tạ 15k tu 1 tấn 13k`: "from", bare of its mark.
  if (tokens[at]?.text === "tu" && tokens[at + 1]?.kind === "digits") return undefined;
  // `hai triệu không trăm năm mươi`: 2,050,000.
  if (scale === 1e6 && tenth === 0 && isHundred(tokens, at + 1)) {
    if (isHalf(tokens[at + 2])) return { value: 50_000, next: at + 3 };
    const tens = readHundreds(tokens, at + 2);
    return tens === undefined || scaleAt(tokens, tens.next) !== undefined ? undefined : { value: tens.value * 1000, next: tens.next };
  }
  const part = isOnlyAfterTens(tokens[at]) || tokens[at]?.text === "mốt" ? { value: tenth ?? 0, next: at + 1 } : readHundreds(tokens, at);
  if (part === undefined || part.value === 0 || scaleAt(tokens, part.next) !== undefined || isOneOfNext(tokens, at)) return undefined;
  // A thousand and a hundred is `nghìn mốt`: `vé sáu chục ngàn một` goes on with whom it is for.
  if (scale === 1000 && tokens[at]?.text !== "mốt" && part.value === 1) return undefined;
  if (startsUnit(tokens, part.next) && !(scale === 1000 && isInThousands(tokens, at, part.next))) return undefined;
  if (part.value === 9 && RIPE.has(tokens[part.next]?.plain ?? "")) return undefined;
  if (part.next === at + 1 && part.value < 10) {
    // `triệu hai rưỡi`: 1,250,000.
    const half = isHalf(tokens[part.next]);
    return { value: (part.value * scale) / 10 + (half ? scale / 20 : 0), next: half ? part.next + 1 : part.next };
  }
  // `triệu hai lăm`: 1,250,000.
  const isShort = part.next === at + 2 && (isOnlyAfterTens(tokens[at + 1]) || tokens[at + 1]?.text === "mốt");
  if (isShort && scale === 1e6) return { value: part.value * 10_000, next: part.next };
  return scale === 1e6 && part.value >= 100 ? { value: part.value * 1000, next: part.next } : undefined;
}

/** `ba mươi ngàn chín vàng`: ripe, and no nine hundred. */
const RIPE = new Set(["vang", "cay", "tu", "do", "deu", "ro", "mong", "muoi", "toi", "som", "muon", "ep", "nau", "kheo"]);

/** `nghìn ba mét`, `hai nghìn tư gốc`: so high is a mountain, so many are planted; `mười hai nghìn ba mét` is what three metres cost. */
function isInThousands(tokens: readonly Token[], at: number, unit: number): boolean {
  if (!startsUnit(tokens, unit, "length") && !PLANTED.has(tokens[unit]?.text ?? "")) return false;
  const [before, head] = [tokens[at - 3], tokens[at - 2]];
  if (isTens(head) || isChuc(head) || isHundred(tokens, at - 2)) return false;
  return (digitOf(head) ?? 1) <= THOUSANDS_HIGH_MAX && !isTens(before) && !isChuc(before);
}
const THOUSANDS_HIGH_MAX = 3;
const PLANTED = new Set(["gốc", "cây", "nọc", "trụ"]);

function hundredThousands(tokens: readonly Token[], at: number, hundreds: number): Part {
  const half = isHalf(tokens[at]);
  const next = half ? at + 1 : at;
  return { value: (hundreds + (half ? 50 : 0)) * 1000, next: scaleAt(tokens, next) === 1000 ? next + 1 : next };
}

/** `hai mươi lăm nghìn`, `một triệu hai trăm nghìn`, `sáu trăm hai chục ngàn`, `hai phẩy năm`. */
function readSpelled(tokens: readonly Token[], at: number): SaidNumber | undefined {
  const isYearNamed = namesYear(tokens, at - 1);
  let total = 0;
  let next = at;
  let last = Infinity;
  for (;;) {
    const part = readHundreds(tokens, isGap(tokens[next]) && next > at ? next + 1 : next);
    const scale = bigScaleAt(tokens, part?.next ?? next);
    if (scale === undefined || scale >= last) {
      if (part === undefined || last !== Infinity) break;
      const point = readPoint(tokens, part.next);
      total = part.value + (point?.value ?? 0);
      next = point?.next ?? part.next;
      break;
    }
    if (part === undefined && next > at) break;
    const after = (part?.next ?? next) + 1;
    const tail = readTail(tokens, after, scale);
    // A thousand by itself is bare `ngăn`, `vẫn`: it counts with its number, or with what it adds.
    if (part === undefined && (tail === undefined || tokens[at]?.text.length === 1)) return undefined;
    total += (part?.value ?? 1) * scale + (tail?.value ?? 0);
    next = tail?.next ?? after;
    last = scale;
    if (tail !== undefined) break;
  }
  // `một nghìn không trăm linh năm`, `hai nghìn rưỡi`: what is left below the last scale.
  if (last !== Infinity) {
    const rest = readRest(tokens, next, last, isYearNamed);
    total += rest?.value ?? 0;
    next = rest?.next ?? next;
  }
  const scaled = last !== Infinity && !isYearNamed;
  return next === at ? undefined : { value: total, next, spelled: true, scaled, words: next - at };
}

function readRest(tokens: readonly Token[], at: number, scale: number, isYearNamed: boolean): Part | undefined {
  const gap = isGap(tokens[at]);
  const part = readHundreds(tokens, gap ? at + 1 : at);
  if (part === undefined || part.value >= scale) return undefined;
  // Fewer than a hundred follow a thousand only after `lẻ`, `không trăm`: `hai nghìn ba ngày` says two things.
  return gap || isYearNamed || part.value >= 100 || isHundred(tokens, at + 1) ? part : undefined;
}

/** `hai phẩy năm`. */
function readPoint(tokens: readonly Token[], at: number): Part | undefined {
  if (!isPoint(tokens[at])) return undefined;
  let digits = "";
  let next = at + 1;
  // The first `năm` after the point is five: `một phẩy năm phần trăm`.
  for (let digit = digitOf(tokens[next]); digit !== undefined && (digits === "" || !isYear(tokens, next)); digit = digitOf(tokens[next])) {
    digits += String(digit);
    next += 1;
  }
  return digits === "" ? undefined : { value: Number(`0.${digits}`), next };
}
