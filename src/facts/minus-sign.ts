import type { Said, Scan } from "./amount-scan.ts";
import type { Token } from "./tokens.ts";

/** Steps back over a minus sign: `-18 độ`, `âm 18 độ`, `マイナス18度`, `氷点下18度`. */
export function signed(scan: Scan, from: number, degrees: boolean): number {
  const sign = scan.tokens[from - 1];
  const before = scan.tokens[from - 2];
  if (sign === undefined) return from;
  if (SIGNS.has(sign.text) || (degrees && (sign.text === "trừ" || isBareMinus(sign, before)))) return from - 1;
  if (sign.text === "下" && before?.text === "零") return from - 2;
  if (sign.text === "下" && before?.text === "点" && scan.tokens[from - 3]?.text === "氷") return from - 3;
  const dash = DASHES.has(sign.text) && scan.tokens[from]?.glued === true;
  // `（－18度`: set off by a mark, it is glued to no word.
  const isApart = !sign.glued || /^[(（「『【。、，,;:：!！?？]$/u.test(before?.text ?? "");
  return dash && isApart && before?.kind !== "digits" ? from - 1 : from;
}

/** The second sign of `âm 15 đến âm 18 độ`, "-15 to -18°C": where the far end of a range has its own. */
export function isSignOfEnd({ tokens }: Scan, at: number): boolean {
  const [sign, number] = [tokens[at], tokens[at + 1]];
  if (sign === undefined || number === undefined) return false;
  if (DASHES.has(sign.text)) return number.kind === "digits" && number.glued;
  return SIGNS.has(sign.text) || (sign.bare && sign.plain === "am" && number.kind === "digits");
}
const SIGNS = new Set(["âm", "minus", "マイナス"]);
const DASHES = new Set(["-", "−", "–", "‑"]);

/** `âm 15 đến 18 độ`: so cold the second is below nought too. */
const FREEZING = 10;
export function isBelowAsWell(scan: Scan, first: Said, last: Said): boolean {
  return isSignOfEnd(scan, last.from - 1) || (first.value >= FREEZING && last.value > first.value);
}

/** `de am 18 do`; `ngam nuoc am 40 do` is warm. */
function isBareMinus(sign: Token, before: Token | undefined): boolean {
  return sign.bare && sign.plain === "am" && !WARMED.has(before?.plain ?? "");
}
const WARMED = new Set(["nuoc", "suoi", "sua", "ngam", "u", "hoi", "pha", "rua", "say", "uong"]);
