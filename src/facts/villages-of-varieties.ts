import { findTerm, loadLexicon, type TermMention } from "#lexicon/lexicon.ts";
import { foldText } from "./fold.ts";
import { once } from "./once.ts";
import type { SourceText } from "./source-text.ts";
import { nextFrom } from "./spans.ts";

const placesByName = once(() => new Map(loadLexicon().flatMap((term) => (term.kind === "place" ? [[foldText(term.vi.name), term]] : []))));

/** `gạo nàng thơm Chợ Đào, Cần Đước`: a variety may be grown anywhere, but here its village's own district stands behind it. */
export function villagesOfVarieties(read: SourceText): TermMention[] {
  return read.terms.flatMap(({ id, start, end }): TermMention[] => {
    if (findTerm(id)?.kind !== "variety") return [];
    const name = TWO_WORDS.exec(read.text.slice(start, end))?.[0];
    const village = name === undefined ? undefined : placesByName().get(foldText(name));
    const next = nextFrom(read.terms, end);
    if (name === undefined || village === undefined || next === undefined) return [];
    const around = findTerm(next.id);
    const near = around?.kind === "place" && /^\s*[,(]?\s*$/u.test(read.text.slice(end, next.start));
    const provinces = [village.province, village.formerProvince].filter((each) => each !== undefined);
    const same = provinces.some((each) => each === next.id || each === around?.formerProvince);
    return near && same ? [{ id: village.id, start: end - name.length, end }] : [];
  });
}
const TWO_WORDS = /\p{L}+ \p{L}+$/u;
