import { readHonours } from "./read-honours.ts";
import { readOrigins } from "./read-origins.ts";
import { readProducts } from "./read-products.ts";
import type { Draft, SourceText } from "./source-text.ts";
import { meeting } from "./spans.ts";

/** Products, varieties, places of origin, certificates and awards. */
export function readNamed(read: SourceText): Draft[] {
  const honours = readHonours(read);
  const awards = honours.filter(({ kind }) => kind === "award");
  const named = [...readProducts(read), ...readOrigins(read)].filter((draft) => meeting(awards, draft) === undefined);
  return [...honours, ...named];
}
