import { z } from "zod";
import { factKindSchema, type Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import data from "./known-clauses.json" with { type: "json" };

const clauseSchema = z.strictObject({
  id: z.string(),
  kinds: z.array(factKindSchema),
  /** `tell`: a statement; `store`: what the buyer is asked to do. */
  frame: z.enum(["tell", "store"]),
  /** Its words deny something themselves: `không phun thuốc`. */
  negative: z.boolean(),
  patterns: z.array(z.string()),
});
type Clause = z.infer<typeof clauseSchema>;

const clauses = z.array(clauseSchema).parse(data.clauses);
const matchers = clauses.map((clause) => ({
  clause,
  patterns: clause.patterns.map((pattern) => new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9])`, "g")),
}));
/** `không …`, `chưa …`, `đừng …`: what follows is not so. */
const DENIED = /(?<![a-z]|chan )(?:khong|ko|k|hong|chua|chang|dung|dau)(?: [a-z]+){0,2} $/;

/** The growers' phrases in a free-text fact that all languages can tell. */
export function knownClauses(fact: Fact): Pick<Clause, "id" | "frame" | "negative">[] {
  const text = foldText(fact.text);
  return matchers
    .filter(({ clause, patterns }) => clause.kinds.includes(fact.kind) && patterns.some((pattern) => says(text, pattern, clause.negative)))
    .map(({ clause }) => clause);
}

function says(text: string, pattern: RegExp, negative: boolean): boolean {
  return [...text.matchAll(pattern)].some(({ index }) => negative || !DENIED.test(text.slice(0, index)));
}
