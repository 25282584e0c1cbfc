import type { Span } from "#facts/said.ts";

/** A price per kilo is of no pack, and of no other; of `2 tạ trở lên 15k/kg` it may be told with how many it holds from. */
export function floorsOf<Label extends Span>(labels: readonly Label[], price: Span, text: string): (Label & { loose: true })[] {
  const floor = labels.findLast(({ end }) => end <= price.start && FLOOR.test(text.slice(end, price.start)));
  return floor === undefined ? [] : [{ ...floor, loose: true }];
}
const FLOOR = /^ ?(?:trở lên|tro len|đổ lên|do len|or more|and up|以上)(?: (?:giá|gia|thì|thi|tính|tinh|còn|con|là))* ?:?$/iu;
