import { hourOfDay, partOfDayAt } from "./hour-of-day.ts";
import type { Candidate } from "./match-script.ts";
import type { SpokenWord } from "./read-spoken.ts";
import { ASIDES, isAddress, isEmphasis, isMishap, isPromise, isTimeWord } from "./spoken-words.ts";

/** Says with more weight what is said anyway. `hết` does behind `gì` and at the end, `bị` before a mishap, `sẽ` before what a seller offers. */
export function addsWeight(spoken: readonly SpokenWord[], isLeft: readonly boolean[], at: number): boolean {
  const [before, text, next] = [spoken[at - 1], spoken[at]?.text ?? "", spoken[at + 1]];
  if (text === "hết") return (isLeft[at - 1] === true && isEmphasis(before?.text ?? "")) || spoken.slice(at + 1).every(isTone);
  if (text === "bị") return isMishap(next?.text ?? "");
  if (text === "mới") return before?.text === "rồi" || before?.text === "xong";
  // `6 giờ 5 phút` for `6 giờ 5`
  if (spoken[at]?.counted === true && before?.number !== undefined) return isLeft[at - 1] === false;
  if (text === "sẽ") return isPromise(next?.text ?? "");
  return isEmphasis(text);
}

/** Places of what is said in passing: `đảm bảo`. */
export function asides(spoken: readonly SpokenWord[]): number[] {
  return spoken.flatMap((_, at) => {
    const phrase = ASIDES.find((places) => places.every((place, offset) => place.has(spoken[at + offset]?.text ?? "")));
    return phrase?.map((_place, offset) => at + offset) ?? [];
  });
}

/** `nấm tươi hôm nay 60 ngàn`: on air it is today's anyway, where the line speaks of no day. */
export function placesOfToday(spoken: readonly SpokenWord[], found: readonly Candidate[]): number[] {
  const accounted = new Set(found.flatMap(({ pairs }) => pairs.map((pair) => pair.spoken)));
  if (found.some(({ indexed: { words } }) => words.some(({ text, number }) => number === undefined && isTimeWord(text)))) return [];
  return spoken.flatMap(({ text }, at) => {
    const isToday = text === "hôm" && spoken[at + 1]?.text === "nay";
    return isToday && !accounted.has(at) && !accounted.has(at + 1) ? [at, at + 1] : [];
  });
}

/** The `chiều` of `năm giờ chiều`, where the line has `17 giờ`. */
export function partsOfDay(spoken: readonly SpokenWord[], found: readonly Candidate[]): number[] {
  return found.flatMap(({ indexed, pairs }) =>
    pairs.flatMap(({ line, spoken: at }) => {
      const isTold = hourOfDay(indexed.words, line) !== undefined && hourOfDay(spoken, at) !== undefined;
      return isTold ? (partOfDayAt(spoken, at) ?? []) : [];
    }),
  );
}

function isTone({ text, filler, light }: SpokenWord): boolean {
  return isEmphasis(text) || isAddress(text) || (filler && !light);
}
