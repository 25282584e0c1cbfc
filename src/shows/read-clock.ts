import type { Token } from "#facts/tokens.ts";
import { readVietnameseNumber } from "#facts/vietnamese-numbers.ts";
import { isHalf } from "#facts/vietnamese-words.ts";

/** `giờ` in the one form that hours have here. */
export const HOUR = "tiếng";

type Place = { value: number; from: number; next: number };
/** A time of the clock; the places are tokens. */
export type ClockTime = { hour: Place; minute: Place };

const DAY_PART = /^(?:sáng|trưa|chiều|tối|đêm|khuya)$/;
const HOURS_MAX = 24;
const HOURS_A_SIDE = 12;
const MINUTES = 60;

/**
 * `tám giờ rưỡi`, `bảy rưỡi sáng` and `sáu giờ kém mười` as they are written: 8 30, 7 30, 5 50. What is said minute by
 * minute stands as it is.
 */
export function readClock(tokens: readonly Token[], at: number): ClockTime | undefined {
  const said = readVietnameseNumber(tokens, at);
  if (said === undefined || said.scaled || !Number.isInteger(said.value) || said.value < 1 || said.value > HOURS_MAX) return undefined;
  const isNamed = /^(?:giờ|h)$/.test(tokens[said.next]?.text ?? "") || tokens[said.next]?.plain === "gio";
  const from = isNamed ? said.next + 1 : said.next;
  const hour = { value: said.value, from: at, next: said.next };
  if (isHalf(tokens[from])) {
    const isTime = isNamed || (said.value <= HOURS_A_SIDE && isInDay(tokens, at, from + 1));
    return isTime ? { hour, minute: { value: MINUTES / 2, from, next: from + 1 } } : undefined;
  }
  if (!/^(?:kém|thiếu)$/.test(tokens[from]?.text ?? "") || !isNamed) return undefined;
  const less = readVietnameseNumber(tokens, from + 1);
  if (less === undefined || less.scaled || !Number.isInteger(less.value) || less.value < 1 || less.value >= MINUTES) return undefined;
  const before = said.value === 1 ? HOURS_A_SIDE : said.value - 1;
  return { hour: { ...hour, value: before }, minute: { value: MINUTES - less.value, from, next: less.next } };
}

/** The number at a token, whose next is `next`, is an hour of the clock: `5 giờ`, not `trong 5 giờ`. */
export function isHour(tokens: readonly Token[], at: number, next: number): boolean {
  const isNamed = /^(?:giờ|h)$/.test(tokens[next]?.text ?? "") || tokens[next]?.plain === "gio";
  return isNamed && !/^(?:trong|suốt|mất|cả|đủ|hơn|mỗi)$/.test(tokens[at - 1]?.text ?? "");
}

/** `bảy rưỡi sáng`, `tối bảy rưỡi`, `lúc bảy rưỡi`; not `hai rưỡi chiều dài`. */
function isInDay(tokens: readonly Token[], at: number, after: number): boolean {
  const isSide = tokens[after]?.text === "chiều" && /^(?:dài|rộng|cao|ngang|sâu|dọc)$/.test(tokens[after + 1]?.text ?? "");
  const before = tokens[at - 1]?.text ?? "";
  // `sáu rưỡi tới tám rưỡi tối`
  const isStart = /^(?:tới|đến)$/.test(tokens[after]?.text ?? "") && readClock(tokens, after + 1) !== undefined;
  // `tối mai tám rưỡi`
  const isNamed = DAY_PART.test(before) || (/^(?:nay|mai|qua)$/.test(before) && DAY_PART.test(tokens[at - 2]?.text ?? ""));
  return (DAY_PART.test(tokens[after]?.text ?? "") && !isSide) || isStart || isNamed || before === "lúc";
}
