import { readFileSync } from "node:fs";
import { z } from "zod";

const pricesSchema = z.strictObject({
  /** The day on which the vendor's price list was read. */
  date: z.iso.date(),
  currency: z.string().min(1),
  /** By the name that `MODELS` takes; per million tokens. */
  models: z.record(z.string(), z.strictObject({ input: z.number().min(0), output: z.number().min(0) })),
});
export type Prices = z.infer<typeof pricesSchema>;

export function readPrices(file: string): Prices {
  return pricesSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** What a model's tokens cost; undefined where the list does not name it. The rules cost nothing. */
export function costOf(
  writer: string,
  tokens: { inputTokens: number; outputTokens: number },
  prices: Prices | undefined,
): number | undefined {
  if (writer === "rules") return 0;
  const price = prices?.models[writer];
  return price && (tokens.inputTokens * price.input + tokens.outputTokens * price.output) / 1_000_000;
}
