import { lightText } from "#facts/fold.ts";
import { spokenDigits } from "#facts/spoken-digits.ts";
import type { Token } from "#facts/tokens.ts";
import { digitOf, isHalf, isOnlyAfterTens, isPoint, isTens, scaleOf } from "#facts/vietnamese-words.ts";
import type { Term } from "./term.ts";

/** Letters with their number, or a number alone: `ST25`, `NH01-48`, `034`; and what varieties and papers are told apart by. */
const GLUED = /^(?:\p{L}+ )*(?:\p{L}+\d+(?:[-\p{L}]*\d+)*|\d{3,})$/u;
const NUMBERED = /^\p{L}+(?:[- ]\p{L}+)* ?\d+(?:-\d+)*$/u;

/** A code's names as they are dictated: `st hai lăm`, `iso chín không không một`. */
export function spokenCodes({ kind }: Pick<Term, "kind">, name: string): string[] {
  const light = lightText(name);
  const isCode = GLUED.test(light) || ((kind === "variety" || kind === "certificate") && NUMBERED.test(light));
  if (!isCode || kind === "place" || kind === "practice") return [];
  const parts = light.match(/\d+|\p{L}+/gu) ?? [];
  return parts.reduce<string[]>(
    (said, part) => {
      const ways = /^\d/.test(part) ? spokenDigits(part) : [part];
      return said.flatMap((before) => ways.map((way) => (before === "" ? way : `${before} ${way}`)));
    },
    [""],
  );
}

/** False where the last digit goes on as an amount (`booth bảy chục ngàn`), or a code of digits alone is a piece of a longer number. */
export function endsAsCode(tokens: readonly Token[], at: number, length: number): boolean {
  const after = tokens[at + length];
  if (
    (isTens(after) && after?.text !== "mười") ||
    scaleOf(after) !== undefined ||
    isHalf(after) ||
    isPoint(after) ||
    isOnlyAfterTens(after)
  )
    return false;
  if (digitOf(tokens[at]) === undefined) return true;
  if (digitOf(tokens[at - 1]) !== undefined) return false;
  let end = at + length;
  while (digitOf(tokens[end]) !== undefined) end += 1;
  return end - at < length + LONGER;
}
/** So many digits more are a telephone's. */
const LONGER = 3;
