import type { Span } from "#facts/said.ts";

/** `2 tạ trở lên 15k/kg`: from so many on it is the price. */
export function isFloorOf({ end }: Span, price: Span, text: string): boolean {
  return end <= price.start && FLOOR.test(text.slice(end, price.start));
}
const FLOOR = /^ ?(?:trở lên|tro len|đổ lên|do len|or more|and up|以上)(?: (?:giá|gia|thì|thi|tính|tinh|còn|con|là))* ?:?$/iu;
