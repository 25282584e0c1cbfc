import { clauseAt, sentenceAt } from "./clauses.ts";
import type { Cue, CueHit } from "./cues.ts";
import type { Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";
import { indexFrom, lastBefore, meeting, nextFrom } from "./spans.ts";

type Reading = Pick<SourceText, "tokens" | "cues" | "clauses" | "sentences" | "text" | "amounts">;
/** How far to look: words between that say nothing of amounts (`khoảng`, `được`) are free. */
type Reach = { words: number; over?: "clause" | "sentence" };

/** The cue that stands nearest before a span, in its clause, with at most so many other words between; the longer one where two end together. */
export function cueBefore(read: Reading, span: Span, cues: readonly Cue[], { words, over = "clause" }: Reach): CueHit | undefined {
  const bound = (over === "clause" ? clauseAt : sentenceAt)(read, span.start).start;
  const at = tokenAt(read, span.start);
  let best: CueHit | undefined;
  for (const cue of cues) {
    const hit = lastBefore(read.cues.get(cue) ?? [], span.start);
    if (hit === undefined || hit.start < bound || hit.next > at) continue;
    if (best === undefined || hit.next > best.next || (hit.next === best.next && hit.from < best.from)) best = hit;
  }
  return best !== undefined && wordsBetween(read, best.next, at, words) <= words ? best : undefined;
}

/** As `cueBefore`, for what follows a span. */
export function cueAfter(read: Reading, span: Span, cues: readonly Cue[], { words, over = "clause" }: Reach): CueHit | undefined {
  const bound = (over === "clause" ? clauseAt : sentenceAt)(read, span.start).end;
  const at = tokenAt(read, span.end);
  let best: CueHit | undefined;
  for (const cue of cues) {
    const hit = nextFrom(read.cues.get(cue) ?? [], span.end);
    if (hit === undefined || hit.end > bound) continue;
    if (best === undefined || hit.from < best.from || (hit.from === best.from && hit.next > best.next)) best = hit;
  }
  return best !== undefined && wordsBetween(read, at, best.from, words) <= words ? best : undefined;
}

/** Words between two tokens, counted up to one more than `most`; another number is a wall. */
export function wordsBetween(read: Reading, from: number, to: number, most: number): number {
  let count = 0;
  for (let at = from; at < to && count <= most; at += 1) {
    const token = read.tokens[at];
    if (token === undefined || isWarm(read, token.start)) continue;
    if (token.kind === "digits") return Infinity;
    if (token.kind === "word" && !isFiller(read, at)) count += 1;
  }
  return count;
}

/** The first token that starts at or after an offset. */
export function tokenAt(read: Pick<Reading, "tokens">, offset: number): number {
  return indexFrom(read.tokens, offset);
}

/** A temperature says where, not how much: `tủ lạnh 4 độ được 7 ngày`. */
function isWarm(read: Reading, at: number): boolean {
  return meeting(read.amounts, { start: at, end: at + 1 })?.dimension === "celsius";
}

function isFiller(read: Reading, at: number): boolean {
  return hitOver(read, "about", at) !== undefined;
}

/** The hit of a cue that begins, or that ends, at a token. */
export function hitFrom(read: Pick<Reading, "cues">, cue: Cue, at: number): CueHit | undefined {
  const hit = hitOver(read, cue, at);
  return hit?.from === at ? hit : undefined;
}

export function hitTo(read: Pick<Reading, "cues">, cue: Cue, at: number): CueHit | undefined {
  const hit = hitOver(read, cue, at - 1);
  return hit?.next === at ? hit : undefined;
}

/** The hit of a cue that a token is part of. */
export function hitOver(read: Pick<Reading, "cues">, cue: Cue, at: number): CueHit | undefined {
  const hits = read.cues.get(cue) ?? [];
  let [low, high] = [0, hits.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.next ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const hit = hits[low];
  return hit !== undefined && hit.from <= at ? hit : undefined;
}

/** From an offset to the end of its clause nothing is said but `nha`, `ạ`. */
export function endsClause(read: Reading, { start, end }: Span): boolean {
  const clause = clauseAt(read, start);
  const [from, next] = [tokenAt(read, end), tokenAt(read, clause.end)];
  for (let at = from; at < next; at += 1)
    if (read.tokens[at]?.kind !== "symbol" && hitOver(read, "end-word", at) === undefined) return false;
  return true;
}
