import { unitTable } from "#lexicon/units.ts";
import type { Folded } from "./fold.ts";
import { oncePerText } from "./once-per-text.ts";
import type { Span } from "./said.ts";
import { readTokens, type Token } from "./tokens.ts";
import { startsUnit } from "./vietnamese-readings.ts";
import { digitOf, isHalf, isOnlyAfterTens, isPoint, isTen, isTens, scaleOf } from "./vietnamese-words.ts";

/** Capitals that no syllable is written in, and a few that are read as one: `TB mười bốn`, `TCVN một một không`, `OM bảy ba`. */
const LETTERS = /^(?:(?![AEIOUYĂÂÊÔƠƯ])[A-ZĐ]){1,5}$/u;
const READ_AS_ONE = new Set(["OM", "IR", "ISO", "VST", "LDP", "TRI"]);
/** Towns, telephones and bodies by their first letters: what follows them counts. */
const OTHERS = /^(?:hcm|sg|hn|vn|tp|tx|tt|dn|bmt|pr|vl|ct|sdt|dt|lh|stk|htx|clb|thpt|tnhh|x|h|k|m|l|g|v)$/;
const DIGITS_MIN = 2;
const DIGITS_MAX = 6;

/** Codes in spoken digits that no list knows: a clone, a strain of rice, a standard. No part of one is an amount. */
export const dictatedCodesIn: (light: Folded) => readonly Span[] = oncePerText((light) => {
  const tokens = readTokens(light);
  return tokens.flatMap((token, at) => {
    const end = isHead(light, tokens, at) ? codeEnd(tokens, at + 1) : undefined;
    const last = end === undefined ? undefined : tokens[end - 1];
    return last === undefined ? [] : [light.span(token.start, last.end)];
  });
});

function isHead(light: Folded, tokens: readonly Token[], at: number): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]];
  if (token?.kind !== "word" || after?.kind !== "word" || (digitOf(after) === undefined && !isTen(after))) return false;
  const { quote } = light.span(token.start, token.end);
  if (!LETTERS.test(quote) && !READ_AS_ONE.has(quote)) return false;
  // Where all is shouted a capital says nothing.
  const next = light.span(after.start, after.end).quote;
  return next !== next.toUpperCase() && !OTHERS.test(token.plain) && !unitTable("vi").folded.has(token.plain);
}

/** Where the digits of a code end: the last of them may begin what is counted or paid. */
function codeEnd(tokens: readonly Token[], from: number): number | undefined {
  const groups: { digits: number; end: number; value: number }[] = [];
  for (let at = from; ;) {
    const group = groupAt(tokens, at);
    if (group === undefined) break;
    groups.push(group);
    at = group.end;
  }
  const next = groups.at(-1)?.end ?? from;
  const after = tokens[next];
  const isPaid = scaleOf(after) !== undefined || isHalf(after) || isPoint(after);
  if (isPaid || (startsUnit(tokens, next) && !isHolder(tokens, next))) {
    const last = groups.pop();
    // `hai ba ngày`: two to three.
    if (!isPaid && last !== undefined && groups.at(-1)?.value === last.value - 1) groups.pop();
  }
  const digits = groups.reduce((sum, group) => sum + group.digits, 0);
  return digits >= (isPaid ? 1 : DIGITS_MIN) && digits <= DIGITS_MAX ? groups.at(-1)?.end : undefined;
}

/** The `bao` of `bao năm ký`: what it holds is told behind it. */
function isHolder(tokens: readonly Token[], at: number): boolean {
  return unitTable("vi").folded.get(tokens[at]?.plain ?? "")?.container === true && groupAt(tokens, at + 1) !== undefined;
}

/** One digit, or two said as tens: `bốn`, `mười bốn`, `hai mươi tư`, `hai tư`. */
function groupAt(tokens: readonly Token[], at: number): { digits: number; end: number; value: number } | undefined {
  const digit = digitOf(tokens[at]);
  if (digit === undefined && !isTen(tokens[at])) return undefined;
  const hasTens = digit !== undefined && digit > 0 && isTens(tokens[at + 1]);
  if (digit !== undefined && isOnlyAfterTens(tokens[at + 1]))
    return { digits: 2, end: at + 2, value: digit * 10 + (digitOf(tokens[at + 1]) ?? 0) };
  if (digit !== undefined && !hasTens) return { digits: 1, end: at + 1, value: digit };
  const end = hasTens ? at + 2 : at + 1;
  const ones = digitOf(tokens[end]);
  const goesOn = ones !== undefined && ones > 0 && !isTens(tokens[end + 1]);
  return { digits: 2, end: goesOn ? end + 1 : end, value: (digit ?? 1) * 10 + (goesOn ? ones : 0) };
}

/** Bare text with its spoken digits written: `om bay ba` is `om 7 3`, `tb muoi bon` `tb 14`. */
export function inDigits(bareText: string): string {
  return bareText.replace(SPOKEN, (said) => {
    const [head = "", ...rest] = said.split(" ");
    const ten = rest[0] === "muoi" ? BARE_DIGITS.indexOf(head) : head === "muoi" ? 1 : -1;
    if (ten === -1) return String(BARE_DIGITS.indexOf(head));
    const one = BARE_DIGITS.indexOf(LATER[rest.at(-1) ?? ""] ?? rest.at(-1) ?? "");
    return `${ten}${Math.max(0, one)}`;
  });
}
const BARE_DIGITS = ["khong", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
const LATER: Readonly<Record<string, string>> = { lam: "nam", tu: "bon" };
const ONE = `(?:${BARE_DIGITS.join("|")})`;
const SPOKEN = new RegExp(`(?<!\\p{L})(?:${ONE} muoi(?: (?:${ONE}|lam|tu))?|muoi(?: (?:${ONE}|lam))?|${ONE})(?!\\p{L})`, "gu");
