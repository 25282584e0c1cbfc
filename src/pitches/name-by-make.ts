import { z } from "zod";
import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { addReading } from "./japanese-reading.ts";
import data from "./named-by-make.json" with { type: "json" };

const names = z
  .array(z.strictObject({ term: z.string(), said: z.string(), en: z.string(), ja: z.string() }))
  .parse(data.names)
  .map(({ said, ...name }) => ({ ...name, said: new RegExp(`(?<![a-z])(?:${said})(?![a-z])`) }));

/** `nước mắm cá cơm`: anchovy fish sauce, where all that is sold of it is called so. */
export function nameByMake(id: string, language: "en" | "ja", facts: readonly Fact[]): string | undefined {
  const row = names.find(({ term }) => term === id);
  const named = facts.filter(({ kind, term }) => term === id && kind === "product");
  if (row === undefined || named.length === 0 || !named.every(({ quote }) => row.said.test(foldText(quote)))) return undefined;
  return language === "ja" ? addReading(row.ja) : row.en;
}
