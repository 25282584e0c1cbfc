import { codesIn } from "./codes.ts";
import { lighten, type Folded } from "./fold.ts";
import { oncePerText } from "./once-per-text.ts";
import { overlaps } from "./said.ts";
import { readTokens, type Token } from "./tokens.ts";
import { digitOf } from "./vietnamese-words.ts";

/** A phone or account number: digits are names, never amounts. */
export type PhoneMention = { start: number; end: number; quote: string; digits: string };

const APART = String.raw`[ .\-‐–()・\u200b\u00a0]{0,3}`;
/** As long as numbers in Vietnam are, and no longer: `0912 345 678. 5-6 quả/kg`, `024 3825 1234 - 5 hộp`. */
export const NATIONAL = new RegExp(
  String.raw`(?<![\d.,\p{Script=Latin}])(?:\(?(?:\+|00)?84\)?${APART}(?:\(0\)${APART})?|\(?0)(?:[35789](?:${APART}\d){8}|2(?:(?!\.\s)${APART}\d){9})(?![\d\p{Script=Latin}]|[.,]\d)`,
  "gu",
);
const WRITTEN = /(?<![\d.,\p{Script=Latin}])(?:\(?\+?84\)?|0)(?:[ .\-\u200b\u00a0]{0,2}\d){8,10}(?!\d|[.,]\d)/gu;
/** `(024) 3825 1234` */
const AREA = /(?<![\d.,\p{Script=Latin}])\(0\d{1,4}\)(?:[ .\-\u00a0]{0,2}\d){6,8}(?!\d|[.,]\d)/gu;
/** `1900 1234`, a call centre. */
const HOTLINE = /(?<![\d.,\p{Script=Latin}])1[89]00[ .-]?\d{2,4}(?:[ .-]?\d{2})?(?![\d.,]\d|\d|\s?(?:đ|k|vnd|vnđ|ドン|円|yen|dong|usd))/gu;
/** Six digits or more, with what may part them: nothing shorter is a phone or an account. */
const DIGITS = /[+(]{0,2}\d(?:[ .\-‐–()・\u200b\u00a0]{0,4}\d){5,}/gu;
/** So much around them tells whether they are. */
const CONTEXT = 48;
const runsOfDigits = oncePerText((light: Folded) =>
  [...light.text.matchAll(DIGITS)].map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
);

/** The matches of a phone or account pattern, looked for only where digits run long enough; offsets are those of the lightened text. */
export function matchesAmongDigits(light: Folded, pattern: RegExp): { index: number; text: string }[] {
  return runsOfDigits(light).flatMap(({ start, end }) => {
    const from = Math.max(0, start - CONTEXT);
    return [...light.text.slice(from, end + CONTEXT).matchAll(pattern)]
      .map((match) => ({ index: from + match.index, text: match[0] }))
      .filter(({ index, text }) => index >= start && index < end && !isPricedVariety(light, index, text));
  });
}

/** `bơ 034 40.000`: an avocado and its price. */
function isPricedVariety(light: Folded, index: number, digits: string): boolean {
  return (
    /^0\d{2} [1-9]\d{0,2}[.,]000(?!\d)/u.test(digits) &&
    /(?:(?<!\p{L})(?:bơ|bo|avocados?) ?|アボカド ?)$/u.test(light.text.slice(Math.max(0, index - 9), index))
  );
}
const LONG_RUN = /(?<![\d.,])\d{9,}(?!\d)/g;
const SPOKEN_DIGITS_MIN = 9;
/** So many short words in a row: a Japanese text, which has them seldom, is not cut into words for fewer. */
const MAY_BE_SPOKEN = /(?:[\p{Script=Latin}\p{M}\d]{1,6}[^\p{L}\p{M}\d]{1,6}){8}[\p{Script=Latin}\d]/u;
const SPOKEN_DIGITS = 10;

/** Reads phone and account numbers, written (`0912 345 678`, `+84…`) or spoken (`không chín ba…`). */
export function readPhones(text: string): readonly PhoneMention[] {
  return phonesIn(lighten(text));
}

/** As `readPhones`, of a text already lightened. */
export const phonesIn: (light: Folded) => readonly PhoneMention[] = oncePerText(findPhones);

function findPhones(light: Folded): PhoneMention[] {
  const found: PhoneMention[] = [];
  const codes = codesIn(light);
  for (const pattern of [NATIONAL, WRITTEN, AREA, HOTLINE, LONG_RUN]) {
    for (const match of matchesAmongDigits(light, pattern)) {
      const span = light.span(match.index, match.index + match.text.length);
      if (found.some((other) => span.start < other.end && other.start < span.end) || codes.some((code) => overlaps(code, span))) continue;
      found.push({ ...span, digits: national(match.text.replace(/\D/g, "")) });
    }
  }
  for (const spoken of MAY_BE_SPOKEN.test(light.text) ? spokenRuns(readTokens(light)) : []) {
    // `chị Tám không chín ba…`: the eighth child, then the number.
    const run =
      spoken.length > SPOKEN_DIGITS && digitOf(spoken[0]) !== 0 ? spoken.slice(spoken.findIndex((token) => digitOf(token) === 0)) : spoken;
    const first = run[0];
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    found.push({ ...light.span(first.start, last.end), digits: run.map((token) => String(digitOf(token))).join("") });
  }
  return found.toSorted((left, right) => left.start - right.start);
}

function national(digits: string): string {
  return digits.replace(/^(?:00)?840?(?=\d{9,10}$)/, "0");
}

/** Digits said one by one, with the pauses of a careful speaker. */
function spokenRuns(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    if (token !== undefined && digitOf(token) !== undefined) {
      run.push(token);
      continue;
    }
    if (token !== undefined && run.length > 1 && /^[,.-]$/.test(token.text) && digitOf(tokens[at + 1]) !== undefined) continue;
    if (run.length >= SPOKEN_DIGITS_MIN) runs.push(run);
    if (run.length > 0) run = [];
  }
  return runs;
}
