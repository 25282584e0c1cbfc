import type { Token } from "#facts/tokens.ts";
import { digitWord } from "#facts/vietnamese-numbers.ts";

const DIGITS_MIN = 10;
const DIGITS_MAX = 11;

/** A telephone number, written in groups or said digit by digit: one number, and no quantity. `next` is the token after it. */
export function readPhone(tokens: readonly Token[], at: number): { digits: string; next: number } | undefined {
  if (!/^(?:0|không$)/.test(tokens[at]?.text ?? "") || tokens[at - 1]?.kind === "digits") return undefined;
  let digits = "";
  let next = at;
  for (let place = at; digits.length <= DIGITS_MAX; place += 1) {
    const more = digitsOf(tokens[place]);
    if (more === undefined && !isJoint(tokens, place)) break;
    if (more === undefined) continue;
    digits += more;
    next = place + 1;
  }
  return digits.length >= DIGITS_MIN && digits.length <= DIGITS_MAX ? { digits, next } : undefined;
}

function digitsOf(token: Token | undefined): string | undefined {
  if (token?.kind === "digits") return token.text.replaceAll(/\D/g, "");
  if (token?.kind !== "word") return undefined;
  return token.text === "không" ? "0" : digitWord(token)?.toString();
}

/** `0987-650-321` */
function isJoint(tokens: readonly Token[], at: number): boolean {
  return /^[-–.]$/.test(tokens[at]?.text ?? "") && tokens[at]?.glued === true && tokens[at + 1]?.kind === "digits";
}
