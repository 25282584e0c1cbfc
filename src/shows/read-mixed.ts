import { isRangeWord } from "#facts/amount-scan.ts";
import type { Token } from "#facts/tokens.ts";
import { isCountedNoun, isNextTenth } from "#facts/unit-tail.ts";
import { digitWord, readVietnameseNumber } from "#facts/vietnamese-numbers.ts";
import { startsUnit } from "#facts/vietnamese-readings.ts";
import { isHalf } from "#facts/vietnamese-words.ts";
import { unitTable } from "#lexicon/units.ts";
import { readSpokenNumber } from "./read-spoken-number.ts";
import { spokenUnit } from "./spoken-unit.ts";
import { isFiller } from "./spoken-words.ts";

/** A number with its unit inside; `next` and the unit's places are tokens. */
export type MixedNumber = { value: number; unit: { name: string; from: number; next: number }; next: number };

type Part = { value: number; next: number };
const TENTHS_DIMENSIONS = new Set(["mass", "volume"]);
const LONG_UNITS = new Set(["m", "km"]);
const AREAS = new Set(["ha", "mẫu"]);
const WHOLE_MAX = 1_000;

/** `một ký hai` and `1kg2` are 1.2, `ký mốt` 1.1, `mét sáu` 1.6, `hai tiếng rưỡi` 2.5. */
export function readMixed(tokens: readonly Token[], at: number): MixedNumber | undefined {
  const whole = readSpokenNumber(tokens, at);
  const isUnderNumber = !isNextTenth(tokens, at) && isDigit(tokens[at - 1]);
  if (whole === undefined && (isUnderNumber || tokens[at]?.kind !== "word")) return undefined;
  if (whole !== undefined && (!Number.isInteger(whole.value) || whole.value >= WHOLE_MAX)) return undefined;
  const from = whole?.next ?? at;
  const unit = spokenUnit(tokens, from);
  if (unit === undefined || unit.name === "đồng" || isClock(tokens[from])) return undefined;
  const end = unit.merged ? unit.next : from + 1;
  // `năm rưỡi` is a year and a half as well as five and a half.
  const half = isHalf(tokens[end]) && (whole !== undefined || tokens[from]?.text !== "năm");
  // `mẫu hai` is the second model.
  if (whole === undefined && !half && unit.name === "mẫu") return undefined;
  const part = half ? { value: 0.5, next: end + 1 } : tenthsAt(tokens, end, unit.name);
  if (part === undefined) return undefined;
  return { value: (whole?.value ?? 1) + part.value, unit: { name: unit.name, from, next: end }, next: part.next };
}

const isDigit = (token: Token | undefined): boolean => token?.kind === "digits" || digitWord(token) !== undefined;

/** `7 giờ rưỡi` is half past seven. */
function isClock(unit: Token | undefined): boolean {
  return unit?.text === "giờ" || unit?.text === "h" || unit?.plain === "gio";
}

/** The `hai` of `một ký hai`, the `2` of `1kg2`, the `65` of `1m65`. */
function tenthsAt(tokens: readonly Token[], at: number, unit: string): Part | undefined {
  const token = tokens[at];
  if (token === undefined || !takesTenths(unit)) return undefined;
  if (token.kind === "digits" && token.glued) return gluedAt(token, at, unit);
  const digit = digitAt(tokens, at);
  if (digit === undefined || digit < 1 || !endsAt(tokens, at + 1) || (token.text === "một" && !mayStop(tokens[at + 1]))) return undefined;
  return { value: digit / 10, next: at + 1 };
}

function takesTenths(unit: string): boolean {
  const row = unitTable("vi").exact.get(unit);
  if (row === undefined || row.factor < 1) return false;
  const isSmall = (row.unit === "g" || row.unit === "ml") && row.factor === 1;
  return LONG_UNITS.has(unit) || AREAS.has(unit) || (TENTHS_DIMENSIONS.has(row.dimension) && !isSmall);
}

/** `1m2` may be a square metre. */
function gluedAt({ text }: Token, at: number, unit: string): Part | undefined {
  const isOne = /^[1-9]$/.test(text);
  const isRead = unit === "m" ? text !== "2" && /^[1-9]\d?$/.test(text) : isOne;
  return isRead ? { value: Number(`0.${text}`), next: at + 1 } : undefined;
}

/** One digit and no longer number: `hai`, `mốt`, `tư`, `2`. */
function digitAt(tokens: readonly Token[], at: number): number | undefined {
  const token = tokens[at];
  // `chín tới` is ripe, but not before a weight.
  const isSure = /^(?:tư|mốt|lăm|nhăm)$/.test(token?.text ?? "") || (isRangeWord(tokens[at + 1]) && isMeasured(tokens, at + 2));
  if (isSure && token?.kind === "word") return digitWord(token);
  const said = readVietnameseNumber(tokens, at);
  const isOne = said !== undefined && said.words === 1 && Number.isInteger(said.value) && said.value < 10;
  return isOne && (token?.kind === "digits" || digitWord(token) !== undefined) ? said.value : undefined;
}

/** Nothing follows that the digit counts: not `một ký hai trái`, `mỗi ký ba tới bốn trái`; `một lít hai hôm nay` is a can today. */
function endsAt(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at];
  if (after === undefined) return true;
  if (isRangeWord(after)) return isMeasured(tokens, at + 1);
  if (after.kind === "symbol") return !["/", "%"].includes(after.text);
  if (isCountedNoun(after)) return false;
  if (isNextTenth(tokens, at)) return true;
  const isToday = tokens[at + 1]?.text === "nay";
  return after.kind === "word" && !after.glued && (isToday || !startsUnit(tokens, at)) && readVietnameseNumber(tokens, at)?.value !== 100;
}

/** `một ký hai tới một ký sáu`, `tới ký sáu`, `tới 2 ký`. */
function isMeasured(tokens: readonly Token[], at: number): boolean {
  const end = readSpokenNumber(tokens, at)?.next ?? at;
  const unit = spokenUnit(tokens, end);
  return unit !== undefined && takesTenths(unit.name);
}

/** `một ký một` is 1.1 only where nothing follows that could be one of something. */
function mayStop(after: Token | undefined): boolean {
  return after === undefined || after.kind === "symbol" || isRangeWord(after) || isFiller(after.text);
}
