import type { SpokenNumber, SpokenWord } from "./read-spoken.ts";

const SCALES = [1e3, 1e6];
/** Nobody gives a range whose ends are further apart. */
const APART_MAX = 100;

/**
 * What a range says once is for both its ends: `35-40 ngàn`, `năm tới sáu lạng`, `ba bốn chục`. `text` is what the words
 * were read from.
 */
export function settleRanges(words: readonly SpokenWord[], text: string): SpokenWord[] {
  return words.map((word, at) => {
    const first = word.number;
    const isNamed = /^(?:đến|hoặc|hay)$/.test(words[at + 1]?.text ?? "");
    const end = words[at + (isNamed ? 2 : 1)];
    const last = end?.number;
    if (first === undefined || first.name || first.unit !== undefined || end === undefined || last === undefined || last.name) return word;
    const isJoined = isNamed || /^\s*[-–—~]\s*$/.test(text.slice(word.end, end.start));
    const settled = scaleLike(first, last, text.slice(end.start, end.end), isJoined);
    const isRange = isJoined || settled.lent > 1 || (settled.value < last.value && last.value <= 2 * settled.value);
    return isRange ? { ...word, number: { ...settled, unit: last.unit } } : word;
  });
}

function scaleLike(first: SpokenNumber, last: SpokenNumber, said: string, isJoined: boolean): SpokenNumber {
  const lent = isJoined || first.soft ? lentDigit(first, last, said) : undefined;
  // `hai tới ba chục` may begin at two; `hai ba chục` never does.
  if (lent !== undefined && isJoined && !SCALES.includes(lent)) return { ...first, sure: false };
  if (lent !== undefined) return { ...first, value: first.value * lent, lent, soft: false };
  if (!isJoined || !last.scaled || first.scaled || first.value >= SCALE_MIN) return first;
  const scale = SCALES.find((one) => first.value * one <= last.value && first.value * one * APART_MAX > last.value);
  return scale === undefined ? first : { ...first, value: first.value * scale, lent: scale, scaled: true };
}
const SCALE_MIN = 1_000;

/** `ba` before `bốn chục`, `3` before `4 trăm`: as many tens, hundreds or thousands as the next digit has. */
function lentDigit(first: SpokenNumber, last: SpokenNumber, said: string): number | undefined {
  if (!Number.isInteger(first.value) || first.value < 1 || first.value > 9 || /\d\d/.test(said)) return undefined;
  const digits = /^(?<lead>[2-9])(?<zeros>0+)$/.exec(String(last.value));
  return digits !== null && Number(digits.groups?.lead) > first.value ? Number(`1${digits.groups?.zeros ?? ""}`) : undefined;
}
