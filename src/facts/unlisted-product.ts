import type { Cue } from "./cues.ts";
import { hitOver } from "./nearest-cue.ts";
import { overlaps, type Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";

const WORDS_MAX = 3;
/** Where the goods' name is over: trade, keeping, growing begins. */
const STOPS: readonly Cue[] = [
  "turn",
  "left",
  "gone",
  "priced",
  "sent",
  "kept",
  "done",
  "least",
  "order",
  "hearsay",
  "plan",
  "place-word",
  "grown",
  "ripens",
  "holder",
  "weight",
];

const DENIES = new Set(["chưa", "không", "chẳng"]);

/** Goods that no list holds, when the notes name no others: the words that head the notes, after a greeting. */
export function unlistedProduct(read: SourceText): Span | undefined {
  const from = read.tokens.findIndex((token, at) => token.kind === "word" && !isAny(read, ["greet"], at));
  let next = from;
  while (next >= 0 && next - from < WORDS_MAX && names(read, from, next)) next += 1;
  const [first, last] = [read.tokens[from], read.tokens[next - 1]];
  return first === undefined || last === undefined || next <= from ? undefined : { start: first.start, end: last.end };
}

function names(read: SourceText, from: number, at: number): boolean {
  const token = read.tokens[at];
  if (
    token?.kind !== "word" ||
    token.text.length < 2 ||
    DENIES.has(token.text) ||
    read.shut.some((shut) => shut.kinds === undefined && overlaps(shut, token))
  )
    return false;
  if (at > from && !/^\s+$/u.test(read.text.slice(read.tokens[at - 1]?.end, token.start))) return false;
  const named = [...read.terms, ...read.places, ...read.amounts, ...read.dates, ...read.phones].some((span) => overlaps(span, token));
  return !named && !isAny(read, STOPS, at) && (at === from || !isAny(read, ["greet"], at));
}

function isAny(read: SourceText, cues: readonly Cue[], at: number): boolean {
  return cues.some((cue) => hitOver(read, cue, at) !== undefined);
}
