import type { SpokenWord } from "./read-spoken.ts";

const NOON = 12;
const MIDNIGHT = 24;
const EARLIEST_NIGHT = 6;
/** What each part of the day makes of an hour of the clock. */
const PARTS: Readonly<Record<string, (hour: number) => number>> = {
  sáng: (hour) => hour % NOON,
  trưa: (hour) => (hour >= 10 ? hour : hour + NOON),
  chiều: (hour) => (hour === NOON ? NOON : hour + NOON),
  tối: (hour) => (hour === NOON ? MIDNIGHT : hour + NOON),
  đêm: night,
  khuya: night,
};

function night(hour: number): number {
  return hour === NOON ? MIDNIGHT : hour >= EARLIEST_NIGHT ? hour + NOON : hour;
}

/** The hour from 0 to 24 that a number names with its part of the day: 17 of `năm giờ chiều` and of `17 giờ`; undefined where it may be of either half, or is of none. */
export function hourOfDay(words: readonly SpokenWord[], at: number): number | undefined {
  const number = words[at]?.number;
  if (number?.clock !== true || !Number.isInteger(number.value) || number.value > MIDNIGHT) return undefined;
  const part = partOfDayAt(words, at);
  const of = part === undefined ? undefined : PARTS[words[part]?.text ?? ""];
  if (number.value <= NOON) return of?.(number.value);
  // `hai mươi giờ sáng` is no time at all.
  return of === undefined || of(number.value - NOON) === number.value ? number.value : undefined;
}

/** Where the part of the day of an hour stands: `năm giờ chiều`, `năm giờ rưỡi chiều`, `chiều năm giờ`, `tối mai tám giờ`. */
export function partOfDayAt(words: readonly SpokenWord[], at: number): number | undefined {
  const isPart = (place: number) => Object.hasOwn(PARTS, words[place]?.text ?? "");
  let after = at + 1;
  while (words[after]?.counted === true || (words[after]?.number !== undefined && after <= at + 2)) after += 1;
  if (isPart(after)) return after;
  const before = /^(?:nay|mai|qua)$/.test(words[at - 1]?.text ?? "") ? at - 2 : at - 1;
  return isPart(before) ? before : undefined;
}

/**
 * The hour said, as a prepared line writes its own; undefined where that is another half of the day's, or may be. `line` and
 * `said` are the words, `at` and `saidAt` the hours in them.
 */
export function hourLike(line: readonly SpokenWord[], at: number, said: readonly SpokenWord[], saidAt: number): number | undefined {
  const [own, value] = [line[at]?.number?.value ?? 0, said[saidAt]?.number?.value ?? 0];
  const [prepared, heard] = [hourOfDay(line, at), hourOfDay(said, saidAt)];
  if (heard === undefined && value > NOON) return undefined;
  if (heard === undefined) return own > NOON ? (own - NOON === value ? own : undefined) : value;
  if (prepared === heard) return own;
  if (prepared === undefined) return value > NOON ? undefined : value;
  const isSameHalf = prepared >= NOON === heard >= NOON;
  if (own > NOON) return isSameHalf || partOfDayAt(line, at) === undefined ? heard : undefined;
  return isSameHalf ? ((heard - 1) % NOON) + 1 : undefined;
}
