import type { SourceText } from "./source-text.ts";

/** An amount whose size the region decides, and what it must be told in. */
export type RegionalUnit = {
  quote: string;
  measure: "mấy mét vuông" | "mấy ký" | "mấy trái";
  land: boolean;
  start: number;
  source: SourceText["source"];
};

const LAND = /(?:sào|công|mẫu|sao|cong|mau)(?:\s\p{L}+)?\s*$/iu;

/** A thousand or, where ten is twelve, 1,200. */
const FRUIT = /(?:trái|trai)\s*$/iu;

/** `3 sào`, a southern `8 tạ`, `20 giạ`: never converted, always asked about. Each unit once. */
export function regionalUnits(sources: readonly SourceText[]): RegionalUnit[] {
  const seen = new Set<string>();
  return sources.flatMap(({ amounts, source }) =>
    amounts.flatMap(({ dimension, quote, start }): RegionalUnit[] => {
      const unit = quote.replace(/^[\d.,\s–-]+/u, "");
      if (dimension !== "regional" || seen.has(unit)) return [];
      seen.add(unit);
      const land = LAND.test(quote.normalize("NFC"));
      return [{ quote, measure: land ? "mấy mét vuông" : FRUIT.test(quote.normalize("NFC")) ? "mấy trái" : "mấy ký", land, start, source }];
    }),
  );
}
