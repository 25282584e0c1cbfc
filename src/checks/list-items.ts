import type { Span } from "#facts/said.ts";

/** A number with the mark of a list, where an item may begin: `(2)` anywhere, `2)` behind a space, `2.` behind a sentence's end. */
const MARKED =
  /(?<open>[(（])(?<bracketed>\d{1,2})[)）]|(?<=^|[\s。、;；:：,])(?<shut>\d{1,2})(?<close>[)）])|(?<=^[^\S\n]*|[.!?;:。！？；：][^\S\n]*)(?<dotted>\d{1,2})(?<dot>[.．、])(?=\s|\p{L})/gmu;
const SHORTEST = 2;

/** The numbers that count a list's items: "1. Soak it. 2. Boil it.", `(1) ngâm; (2) luộc`: from 1 on, one by one, all marked alike. */
export function itemNumbers(text: string): Span[] {
  const lists = new Map<string, Span[]>();
  for (const { index, groups = {}, 0: marked } of text.matchAll(MARKED)) {
    const mark = groups["open"] === undefined ? (groups["close"] === undefined ? "." : ")") : "(";
    const number = groups["bracketed"] ?? groups["shut"] ?? groups["dotted"] ?? "";
    const items = lists.get(mark) ?? [];
    if (Number(number) !== items.length + 1) continue;
    const start = index + marked.indexOf(number);
    lists.set(mark, [...items, { start, end: start + number.length }]);
  }
  return [...lists.values()].filter((items) => items.length >= SHORTEST).flat();
}
