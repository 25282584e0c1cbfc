import { findTerm } from "#lexicon/lexicon.ts";
import { sentenceAt } from "./clauses.ts";
import { tokenAt } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";
import { indexFrom, meeting } from "./spans.ts";

/** Where the grower was born, and where the farm is now. */
export type Move = { born: Span; now: Span };

/** `quê Thái Bình vào Krông Năng trồng tiêu`, `gốc Hà Tĩnh, nay ở Lâm Hà làm cà phê`: the goods come from where the work is. */
export function movesIn(read: SourceText): Move[] {
  return read.tokens.flatMap((token, at) => {
    if (!isBirth(read, at)) return [];
    const born = placesFrom(read, skip(read, at + 1, AT));
    if (born === undefined) return [];
    const moved = skip(read, born.next, BETWEEN);
    if (!MOVED.has(read.tokens[moved]?.plain ?? "") && !MOVED.has(read.tokens[moved - 1]?.plain ?? "")) return [];
    const now = placesFrom(read, skip(read, moved, MOVED, AT));
    if (now === undefined || !worksThere(read, now.next, token)) return [];
    return [{ born: born.span, now: now.span }];
  });
}

/** A bare `que` or `goc` before a place; the `quê` of `làng quê` is no birth. */
function isBirth(read: SourceText, at: number): boolean {
  const [word, next] = [read.tokens[at]?.plain ?? "", read.tokens[at + 1]?.plain];
  return BIRTH.has(word) || (word === "sinh" && next === "ra");
}
const BIRTH = new Set(["que", "goc", "nguoi", "dan"]);
const AT = new Set("o tai em tui toi minh nha chau con ra noi huyen tinh xa tan mien vung goc".split(" "));
const BETWEEN = new Set(", em tui toi minh nha chau con ma thi roi cha me ong ba gia dinh theo di chuyen doi nay gio hien bay".split(" "));
const MOVED = new Set("vao vo ra len xuong ve sang qua toi den nay gio o".split(" "));

function skip(read: SourceText, at: number, ...words: readonly ReadonlySet<string>[]): number {
  let next = at;
  while (next - at < SKIPPED_MAX && words.some((set) => set.has(read.tokens[next]?.plain ?? "")) && !beginsPlace(read, next)) next += 1;
  return next;
}
const SKIPPED_MAX = 5;

function beginsPlace(read: SourceText, at: number): boolean {
  const token = read.tokens[at];
  return token !== undefined && placeFrom(read, token.start) !== undefined;
}

function placeFrom(read: SourceText, start: number): Span | undefined {
  const term = read.terms[indexFrom(read.terms, start)];
  if (term?.start === start && findTerm(term.id)?.kind === "place") return term;
  const place = meeting(read.places, { start, end: start + 1 });
  return place?.start === start ? place : undefined;
}

/** The places that stand together from a token on: `Lâm Hà, Lâm Đồng`. */
function placesFrom(read: SourceText, at: number): { span: Span; next: number } | undefined {
  let span: Span | undefined;
  let next = at;
  for (let from = at; from < read.tokens.length;) {
    const place = placeFrom(read, read.tokens[from]?.start ?? 0);
    if (place === undefined) break;
    span = { start: span?.start ?? place.start, end: place.end };
    next = tokenAt(read, place.end);
    while (LISTED.test(read.tokens[next]?.plain ?? "")) next += 1;
    from = next;
  }
  return span === undefined ? undefined : { span, next: tokenAt(read, span.end) };
}
const LISTED = /^(?:[,()]|huyen|tinh|xa)$/u;

/** What is done there stands behind, in the same sentence. */
function worksThere(read: SourceText, next: number, birth: Span): boolean {
  const { end } = sentenceAt(read, birth.start);
  return read.tokens
    .slice(next, next + WORK_WORDS)
    .some(
      ({ plain, start }, index, words) => start < end && (WORKS.has(plain) || (plain === "lap" && words[index + 1]?.plain === "nghiep")),
    );
}
const WORK_WORDS = 6;
const WORKS = new Set(["lam", "trong", "nuoi", "san", "khai", "mo", "song", "dinh", "rang", "nau", "det"]);
