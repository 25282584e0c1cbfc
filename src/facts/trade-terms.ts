import { z } from "zod";
import type { Language } from "#i18n/language.ts";
import { lighten } from "./fold.ts";
import { eitherBare } from "./said.ts";
import data from "./trade-terms.json" with { type: "json" };

const termSchema = z.enum(["fob", "cif", "exw"]);
const portSchema = z.strictObject({ said: z.array(z.string()).min(1), vi: z.string(), en: z.string(), ja: z.string() });
const dataSchema = z.strictObject({
  source: z.string(),
  terms: z.array(z.strictObject({ id: termSchema, said: z.array(z.string()).min(1) })),
  ports: z.array(portSchema),
});
export const { terms, ports } = dataSchema.parse(data);

/** What a price for export holds, and up to which port where one is named. */
export type TradeTerm = { id: z.infer<typeof termSchema>; port?: Record<Language, string> };

const AT = String.raw`(?: (?:${eitherBare("tại|ở|đến|tới|về|cảng|sân bay")}|at|to|port|of))*`;
/** After it a price, a stop, or where the goods are: no port that is not known. */
const BARE = String.raw`(?= ?(?:$|[^\p{L} ]|(?:${eitherBare("giá|là|thì|tại vườn|tại xưởng|tại kho")}|price)(?!\p{L})))`;
const patterns = terms.flatMap(({ id, said }) => {
  const term = String.raw`(?<!\p{L})(?:${said.join("|")})`;
  return [
    ...ports.map(({ said: names, ...port }) => ({
      told: { id, port },
      pattern: new RegExp(String.raw`${term}${AT} (?:${eitherBare(names.join("|"))})(?!\p{L})`, "u"),
    })),
    { told: { id }, pattern: new RegExp(term + BARE, "u") },
  ];
});

/** `FOB Cát Lái`, `giá CIF cảng Yokohama`, `EXW`: in the grower's order. */
export function tradeTerms(raw: string): TradeTerm[] {
  const { text } = lighten(raw);
  return patterns
    .map(({ told, pattern }) => ({ told, at: text.search(pattern) }))
    .filter(({ at }) => at !== -1 && !DENIED.test(text.slice(0, at)))
    .toSorted((left, right) => left.at - right.at)
    .map(({ told }) => told);
}
const DENIED = new RegExp(`(?<!\\p{L})(?:${eitherBare("không|chưa|ko|k|chẳng|hông")})(?: \\p{L}+){0,2} $`, "u");
