import type { AmountMention } from "./amounts.ts";
import type { Unit } from "./fact.ts";
import { foldText } from "./fold.ts";
import type { Span } from "./said.ts";

/**
 * `củ lớn trăm hai một ký, à quên củ lớn nay trăm ba một ký`: the sort that is named again has the later price; another sort
 * (`à quên, củ nhỏ …`) only was forgotten.
 */
export function namedAgain(text: string, slips: readonly Span[], amounts: readonly AmountMention[]): Span[] {
  return slips.flatMap((slip): Span[] => {
    if (!FORGOTTEN.test(foldText(text.slice(slip.start, slip.end)))) return [];
    const instead = amounts.find(({ unit, start }) => unit !== undefined && MONEY.has(unit) && start >= slip.end);
    if (instead === undefined || instead.start - slip.end > NAME_CHARS) return [];
    const name = sortIn(text.slice(slip.end, instead.start));
    if (name.length === 0) return [];
    const taken = amounts.findLast(
      ({ unit, start, end }) => unit === instead.unit && end <= slip.start && slip.start - end < REACH && isOf(text, start, name),
    );
    return taken === undefined ? [] : [{ start: taken.start, end: taken.end }];
  });
}
const FORGOTTEN = /(?<!\p{L})quen(?!\p{L})/u;
const MONEY: ReadonlySet<Unit> = new Set<Unit>(["VND", "USD", "JPY"]);
const NAME_CHARS = 40;
const REACH = 200;

/** The words right before a price end in the sort's own. */
function isOf(text: string, start: number, name: readonly string[]): boolean {
  const before = sortIn(text.slice(Math.max(0, start - NAME_CHARS), start)).slice(-name.length);
  return before.length === name.length && before.every((word, at) => word === name[at]);
}

/** The words that tell one sort from another, without `loại`, `giờ`, `giá`. */
function sortIn(words: string): string[] {
  return (foldText(words.normalize("NFC")).match(/[\p{L}\d]+/gu) ?? []).filter((word) => !SAYS_NO_SORT.has(word));
}
const SAYS_NO_SORT = new Set(
  "loai hang cu trai qua con hat cai size co gia la thi gio nay ni bua hom bay nam vu em e nha minh tui toi ban lay tinh chi de cua vua moi len xuong phai".split(
    " ",
  ),
);
