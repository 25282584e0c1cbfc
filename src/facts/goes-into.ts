import type { CueHit } from "./cues.ts";
import { foldText } from "./fold.ts";
import { isTraded } from "./is-traded.ts";
import { cueBefore, hitOver, tokenAt } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import { withoutPlaces, type SourceText } from "./source-text.ts";
import { lastBefore, meeting } from "./spans.ts";
import { digitOf } from "./vietnamese-words.ts";

/** `ăn chuối`, `tẩm mắc khén`, `dây chuối`: goes into something, or only stands beside it. */
export function isMadeOf(read: SourceText, mention: Span): boolean {
  if (meeting(read.made, mention) !== undefined || isFertiliser(read, mention)) return true;
  const cue = cueBefore(read, mention, ["made-of"], { words: 0 });
  // The skin of `dâu da` is in its name.
  if (cue !== undefined && (isTreesHad(read, cue) || isSoldBeside(read, cue))) return false;
  return (
    cue !== undefined && cue.next === tokenAt(read, mention.start) && meeting(read.products, cue) === undefined && !isGrownWith(read, cue)
  );
}

/** `ủ đậu nành với cá bón gốc`: left to rot for the trees. */
function isFertiliser(read: SourceText, { start }: Span): boolean {
  const work = hitOver(read, "done", tokenAt(read, start));
  return work !== undefined && ROTS.test(foldText(read.text.slice(work.start, work.end)));
}
const ROTS = /^(?:u|ngam) .* (?:bon|tuoi)(?!\p{L})/u;

/** `có mười gốc mít`: so many trees of it are the grower's own. */
function isTreesHad(read: SourceText, { from, next }: CueHit): boolean {
  const [verb, number, tree] = read.tokens.slice(Math.max(0, from - 2), from + 1);
  if (next !== from + 1 || !/^(?:goc|cay)$/.test(tree?.plain ?? "")) return false;
  return HAS.has(verb?.plain ?? "") && (number?.kind === "digits" || digitOf(number) !== undefined);
}
/** `bán kèm mắm tép`: goods of their own. */
function isSoldBeside(read: SourceText, { from }: CueHit): boolean {
  return read.tokens[from]?.plain === "kem" && read.tokens[from - 1]?.plain === "ban";
}

const HAS = new Set(["co", "trong", "duoc", "con"]);

/** `nuôi ngao với hàu`, `bán trà Tân Cương với giỏ tre`: two things grown or sold, where `với` only lists them. */
function isGrownWith(read: SourceText, { from, start }: CueHit): boolean {
  const first = lastBefore(read.products, start);
  if (!/^(?:voi|vs)$/.test(read.tokens[from]?.plain ?? "") || first === undefined) return false;
  if (withoutPlaces(read, { start: first.end, end: start }).trim() !== "") return false;
  // `khô cá lóc với khô cá sặc`: of two goods that begin alike neither is made with the other.
  const [head, other] = [read.tokens[tokenAt(read, first.start)], read.tokens[from + 1]];
  if (isTradedElsewhere(read, from + 1) || (head !== undefined && head.plain === other?.plain)) return true;
  return (
    GROWS.has(read.tokens[tokenAt(read, first.start) - 1]?.plain ?? "") ||
    OF_GARDEN.test(foldText(read.text.slice(start, start + GARDEN_CHARS)))
  );
}

/** `ổi với mận vườn em`: both are of the garden. */
const OF_GARDEN = /^\p{L}+(?: \p{L}+){1,4} (?:vuon|ray) (?:nha|em|e|minh|tui|toi|chi|anh|co|chu|ba|ong)(?!\p{L})/u;
const GARDEN_CHARS = 48;

/** `mứt gừng với tương ớt nhà làm. Tương ớt 60k/hũ`: what has a price of its own goes into nothing. */
function isTradedElsewhere(read: SourceText, at: number): boolean {
  const goods = meeting(read.products, read.tokens[at] ?? { start: 0, end: 0 });
  return goods !== undefined && read.products.some((other) => other.id === goods.id && other.start > goods.end && isTraded(read, other));
}

const GROWS = new Set(["nuoi", "trong", "ban", "co"]);
