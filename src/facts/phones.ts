import { lighten } from "./fold.ts";
import { readTokens, type Token } from "./tokens.ts";
import { digitOf } from "./vietnamese-words.ts";

/** A phone or account number: digits are names, never amounts. */
export type PhoneMention = { start: number; end: number; quote: string; digits: string };

const WRITTEN = /(?<![\d.,\p{Script=Latin}])(?:\(?\+?84\)?|0)(?:[ .\-\u200b\u00a0]{0,2}\d){8,10}(?!\d|[.,]\d)/gu;
const LONG_RUN = /(?<![\d.,])\d{9,}(?!\d)/g;
const SPOKEN_DIGITS_MIN = 9;

/** Reads phone and account numbers, written (`0912 345 678`, `+84…`) or spoken (`không chín ba…`). */
export function readPhones(text: string): PhoneMention[] {
  const light = lighten(text);
  const found: PhoneMention[] = [];
  for (const pattern of [WRITTEN, LONG_RUN]) {
    for (const match of light.text.matchAll(pattern)) {
      const span = light.span(match.index, match.index + match[0].length);
      if (found.some((other) => span.start < other.end && other.start < span.end)) continue;
      found.push({ ...span, digits: national(match[0].replace(/\D/g, "")) });
    }
  }
  for (const run of spokenRuns(readTokens(light))) {
    const first = run[0];
    const last = run.at(-1);
    if (first === undefined || last === undefined) continue;
    found.push({ ...light.span(first.start, last.end), digits: run.map((token) => String(digitOf(token))).join("") });
  }
  return found.toSorted((left, right) => left.start - right.start);
}

function national(digits: string): string {
  return digits.startsWith("84") && digits.length >= 11 ? `0${digits.slice(2)}` : digits;
}

function spokenRuns(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  for (const token of [...tokens, undefined]) {
    if (token !== undefined && digitOf(token) !== undefined) {
      run.push(token);
      continue;
    }
    if (run.length >= SPOKEN_DIGITS_MIN) runs.push(run);
    run = [];
  }
  return runs;
}
