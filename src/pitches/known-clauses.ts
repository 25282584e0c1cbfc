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
const DENIED = /(?<![a-z\d]|chan )(?:khong|ko|k|hong|chua|chang|dung|dau|(?<!(?:hun|xong|treo|day) )khoi)(?: [a-z]+){0,2} $/;

/** The growers' phrases in a free-text fact that all languages can tell, in the grower's order. */
export function knownClauses(fact: Fact): Pick<Clause, "id" | "frame" | "negative">[] {
  const text = foldText(fact.text);
  if (fact.kind === "practice" && OTHERS.test(text)) return [];
  return matchers
    .filter(({ clause }) => clause.kinds.includes(fact.kind))
    .flatMap(({ clause, patterns }) => {
      const found = patterns.flatMap((pattern) => saidAt(text, pattern, clause.negative));
      return found.length === 0 ? [] : [{ clause, at: Math.min(...found) }];
    })
    .toSorted((left, right) => left.at - right.at)
    .map(({ clause }) => clause);
}

/** `các bác thợ trong làng đan tay`: all phrases say that the grower does it. */
const OTHERS = /^(?:(?:cac|may) [a-z]+ )?(?:tho|ba con|xa vien|chi em|nghe nhan|dan lang|nguoi lang)(?![a-z])/;

function saidAt(text: string, pattern: RegExp, negative: boolean): number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index).filter((index) => negative || !DENIED.test(text.slice(0, index)));
}
