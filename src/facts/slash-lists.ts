import type { AmountMention } from "./amounts.ts";

const FILLS = new Set(["mass", "volume"]);

/** `chai 250ml 35k / chai 500ml 60k`: the stroke parts two packs of a list, and no bottle is what the first price is per. */
export function slashLists(text: string, found: readonly AmountMention[]): AmountMention[] {
  const all = [...found];
  for (let at = all.length - 3; at > 0; at -= 1) {
    const [fill, price, next, last] = all.slice(at - 1, at + 3);
    if (price?.per === undefined || price.dimension !== "VND" || last?.dimension !== "VND" || last.per !== undefined) continue;
    const stroke = price.quote.indexOf("/");
    if (stroke === -1 || fill === undefined || next === undefined || !FILLS.has(fill.dimension) || !FILLS.has(next.dimension)) continue;
    if (![fill.end, next.end].every((end, which) => TO_PRICE.test(text.slice(end, which === 0 ? price.start : last.start)))) continue;
    if (text.slice(price.end, next.start).trim() !== "") continue;
    const quote = price.quote.slice(0, stroke).trimEnd();
    const { per: _parted, ...whole } = price;
    all.splice(at, 1, { ...whole, quote, end: price.start + quote.length });
  }
  return all;
}
const TO_PRICE = /^\s*(?:giá|gia|là|la|:|=|-)?\s*$/iu;
