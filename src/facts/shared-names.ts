import { findTerm, loadLexicon } from "#lexicon/lexicon.ts";
import { tokenAt } from "./nearest-cue.ts";
import { once } from "./once.ts";
import type { Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";
import { foldText } from "./fold.ts";

/** Names that many places have (`Thanh Bình`): which is meant is not known, but that it is a place. */
const sharedNames = once(
  () =>
    new Set(
      loadLexicon().flatMap(({ kind, withProvince, vi }) =>
        kind === "place" && withProvince === true ? [vi.name.toLowerCase(), foldText(vi.name)] : [],
      ),
    ),
);

/** `bán ớt chỉ thiên tân hiệp, 22k/kg`: in small letters, right behind the first goods, and no more in its clause. */
export function sharedNamesIn(read: Pick<SourceText, "text" | "tokens" | "terms">): Span[] {
  const at = read.terms.findIndex(({ id }) => findTerm(id)?.kind === "product");
  const goods = read.terms[at];
  if (goods === undefined) return [];
  const variety = read.terms.slice(at).find(({ id, start }) => findTerm(id)?.of === goods.id && start - goods.end <= 1);
  const from = tokenAt(read, Math.max(goods.end, variety?.end ?? 0));
  const [first, second, after] = read.tokens.slice(from, from + 3);
  if (first === undefined || second === undefined || (after?.kind ?? "symbol") !== "symbol") return [];
  return sharedNames().has(`${first.text} ${second.text}`) ? [{ start: first.start, end: second.end }] : [];
}
