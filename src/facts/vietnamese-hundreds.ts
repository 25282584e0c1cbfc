import { isOneOfNext } from "./one-of-next.ts";
import { isMinced, isTensAndOnes } from "./short-tens.ts";
import type { Token } from "./tokens.ts";
import { isNoNumber, startsUnit } from "./vietnamese-readings.ts";
import { bigScaleAt, isDozen, isHundred, scaleAt } from "./vietnamese-scales.ts";
import { digitOf, isChuc, isGap, isHalf, isOnlyAfterTens, isPoint, isTen, isTens, shortTens } from "./vietnamese-words.ts";

/** A part of a number and the token after it. */
export type Part = { value: number; next: number };

/** Up to 999: `hai trăm rưỡi`, `trăm hai`, `hăm lăm`, `ba chục`, `mười`, `hai mốt`, `tám`. */
export function readHundreds(tokens: readonly Token[], at: number): Part | undefined {
  const digit = leadingDigit(tokens, at);
  const hundredAt = digit === undefined ? at : at + 1;
  if (!isHundred(tokens, hundredAt)) return threeDigits(tokens, at, digit) ?? readTens(tokens, at);
  if (digit === undefined && !continues(tokens, hundredAt + 1)) return undefined;
  const value = (digit ?? 1) * 100;
  const next = hundredAt + 1;
  if (isHalf(tokens[next])) return { value: value + 50, next: next + 1 };
  if (isGap(tokens[next])) {
    const ones = digitOf(tokens[next + 1]);
    return ones === undefined ? { value, next } : { value: value + ones, next: next + 2 };
  }
  // `trăm tư` is 140, as `trăm hai` is 120, and `trăm mốt` 110.
  if (/^(?:tư|mốt)$/.test(tokens[next]?.text ?? "")) return { value: value + (digitOf(tokens[next]) ?? 0) * 10, next: next + 1 };
  // `bảy trăm mười một khách` is what each pays, and so is `hai trăm mười một cân`.
  if (isTen(tokens[next]) && isOneOfNext(tokens, next + 1) && PAYERS.test(tokens[next + 2]?.plain ?? ""))
    return { value: value + 10, next: next + 1 };
  const shortened = tensAndOnes(tokens, next);
  if (shortened !== undefined) return { value: value + shortened, next: next + 2 };
  const tens = readTens(tokens, next);
  // The `một` of `năm trăm một ký` is the kilo's.
  const perOne = tens?.next === next + 1 && tens.value === 1 && isOneOfNext(tokens, next);
  if (tens === undefined || perOne || (isYear(tokens, next) && !isPriced(tokens, next + 1))) return { value, next };
  if (tens.next > next + 1 || tens.value >= 10) return { value: value + tens.value, next: tens.next };
  // `không trăm hai ba`: a year's last digits.
  const ones = digit === 0 ? digitOf(tokens[tens.next]) : undefined;
  if (ones !== undefined) return { value: tens.value * 10 + ones, next: tens.next + 1 };
  // `trăm hai` is 120, `trăm hai rưỡi` 125.
  const half = isHalf(tokens[tens.next]);
  return { value: value + tens.value * 10 + (half ? 5 : 0), next: half ? tens.next + 1 : tens.next };
}

/** `một sáu lăm`, `hai bảy lăm`: hundreds and tens without their words, where `lăm` tells what they are. */
function threeDigits(tokens: readonly Token[], at: number, digit: number | undefined): Part | undefined {
  const tens = digitOf(tokens[at + 1]);
  if (digit === undefined || digit === 0 || tens === undefined || tens < 2 || !/^(?:lăm|nhăm)$/.test(tokens[at + 2]?.text ?? ""))
    return undefined;
  if (tokens[at]?.bare === true || isOnlyAfterTens(tokens[at + 1]) || digitOf(tokens[at - 1]) !== undefined) return undefined;
  return { value: digit * 100 + tens * 10 + 5, next: at + 3 };
}

/** `hai trăm bảy chín`, `một trăm năm tám nghìn`: behind a hundred two digits are tens and ones, if no tens, no unit and no like number follow. */
function tensAndOnes(tokens: readonly Token[], at: number): number | undefined {
  const [tens, ones] = [digitOf(tokens[at]), digitOf(tokens[at + 1])];
  if (tens === undefined || ones === undefined || tens < 2 || ones < 2 || tokens[at]?.bare === true) return undefined;
  const after = tokens[at + 2];
  const isSum = (bigScaleAt(tokens, at + 2) ?? 0) >= 1000 || isPriced(tokens, at + 2);
  if (!isSum && (ones === tens + 1 || !(after === undefined || AFTER_PRICE.test(after.text)))) return undefined;
  return isNoNumber(tokens, at + 1) ? undefined : tens * 10 + ones;
}
/** What ends a price said without its thousands. */
const AFTER_PRICE = /^(?:[.,;!?)]|thôi|nha|nhé|nhen|nghen|ạ|hà|luôn|đó|nè|đồng|cô|bác|chị|anh)$/u;

const PAYERS = /^(?:nguoi|khach|suat|ve|luot|dua|mam|phan|kg|ky|ki|can|lit)$/;

/** Up to 99, and dozens. */
function readTens(tokens: readonly Token[], at: number): Part | undefined {
  const first = tokens[at];
  const short = shortTens(first);
  if (short !== undefined) {
    const ones = digitOf(tokens[at + 1]);
    return ones === undefined || isMinced(tokens, at) ? undefined : { value: short + ones, next: at + 2 };
  }
  if (isDozen(tokens, at)) return { value: 12, next: at + 1 };
  if (isTen(first) && (first?.text === "mười" || first?.bare === true)) return withOnes(tokens, at + 1, 10);
  if (isChuc(first)) return withOnes(tokens, at + 1, 10);
  const digit = leadingDigit(tokens, at);
  if (digit === undefined) return undefined;
  const second = tokens[at + 1];
  if (isDozen(tokens, at + 1)) return { value: digit * 12, next: at + 2 };
  // `chín mười trái`: nine to ten.
  if (digit === 9 && second?.text === "mười" && startsUnit(tokens, at + 2)) return { value: digit, next: at + 1 };
  if (isTens(second) && digit > 0) return withOnes(tokens, at + 2, digit * 10);
  const ones = shortOnes(tokens, at + 1, digit);
  return ones === undefined ? { value: digit, next: at + 1 } : { value: digit * 10 + ones, next: at + 2 };
}

/** `mười bốn mười lăm`, `hai mươi lăm mười ngày`: another ten begins. */
function endsTeens(tokens: readonly Token[], at: number): boolean {
  const [before, ones, after] = [tokens[at - 1]?.text, tokens[at]?.text ?? "", tokens[at + 1]?.text];
  return after === "mười" && (before === "mười" || /^(?:lăm|nhăm|tư|mốt)$/.test(ones));
}

/** `bốn trăm năm một ký`: what 450 is paid for; no years. */
function isPriced(tokens: readonly Token[], at: number): boolean {
  return /^(?:một|mỗi)$/.test(tokens[at]?.text ?? "") && startsUnit(tokens, at + 1);
}

/** The `lăm` of `mười lăm`. `mười năm` is ten years, unless what is counted follows. */
function withOnes(tokens: readonly Token[], at: number, tens: number): Part {
  const ones = digitOf(tokens[at]);
  // `chục rưỡi` is fifteen.
  if (isChuc(tokens[at - 1]) && isHalf(tokens[at])) return { value: tens + 5, next: at + 1 };
  // `một chục bốn lăm ngàn`, `chục bốn hai`: ten for forty-five thousand; `mười bốn mười lăm` are two numbers.
  const begins =
    (isTens(tokens[at + 1]) && !endsTeens(tokens, at)) ||
    isHundred(tokens, at + 1) ||
    /^(?:lăm|nhăm)$/.test(tokens[at + 1]?.text ?? "") ||
    (isChuc(tokens[at - 1]) &&
      tokens[at - 1]?.bare !== true &&
      digitOf(tokens[at - 2]) === undefined &&
      tensAndOnes(tokens, at) !== undefined);
  if (ones === undefined || ones === 0 || isYear(tokens, at) || begins) return { value: tens, next: at };
  // Fifty-one is `năm mươi mốt`: the `một` of `năm mươi một ký` is the kilo's.
  const isTenItself = tens === 10 && !isChuc(tokens[at - 1]);
  if (!isTenItself && ones === 1 && isOneOfNext(tokens, at)) return { value: tens, next: at };
  return { value: tens + ones, next: at + 1 };
}

/** `ba lăm`, `bốn tám nghìn`, `chín chín phẩy bảy`: tens without their word. `hai ba nghìn` may be two to three, and stays apart. */
function shortOnes(tokens: readonly Token[], at: number, tens: number): number | undefined {
  const token = tokens[at];
  const ones = digitOf(token);
  if (ones === undefined || ones === 0 || tens === 0) return undefined;
  const thousands = (bigScaleAt(tokens, at + 1) ?? 0) >= 1000;
  if (token?.text === "mốt" || isOnlyAfterTens(token)) {
    const counts = thousands || startsUnit(tokens, at + 1) || PER.has(tokens[at + 1]?.plain ?? "");
    return token?.bare === true && !counts ? undefined : ones;
  }
  if (isTensAndOnes(tokens, at, tens, ones)) return ones;
  const decimal = isPoint(tokens[at + 1]) && digitOf(tokens[at + 2]) !== undefined;
  return decimal || (thousands && ones !== tens + 1) ? ones : undefined;
}

const PER = new Set(["mot", "moi", "/"]);

/** A digit that may begin a number: `tư`, `lăm` never do. */
function leadingDigit(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  return isOnlyAfterTens(token) || token?.text === "mốt" ? undefined : digitOf(token);
}

export function isYear(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.text !== "năm" && !(token?.plain === "nam" && token.bare)) return false;
  // `hai mươi năm tuổi` are twenty years; twenty-five are `hai lăm tuổi`.
  if (tokens[at + 1]?.plain === "tuoi") return true;
  // `hai trăm năm lăm` has a five, and so have its tens.
  const counts = isTens(tokens[at + 1]) || isOnlyAfterTens(tokens[at + 1]) || scaleAt(tokens, at + 1) !== undefined;
  return !counts && !startsUnit(tokens, at + 1);
}

/** What makes a `trăm` without its digit a number: `trăm rưỡi`, `trăm hai`, `trăm mười`, `trăm trái`, `trăm nghìn`. */
function continues(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    isHalf(token) ||
    isGap(token) ||
    isTen(token) ||
    shortTens(token) !== undefined ||
    digitOf(token) !== undefined ||
    scaleAt(tokens, at) !== undefined ||
    startsUnit(tokens, at)
  );
}
