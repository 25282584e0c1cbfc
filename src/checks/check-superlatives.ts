import { sentenceOf, type Found, type Told } from "./ground.ts";
import { matchRules, openRules } from "./match-rules.ts";
import rules from "./rules/superlative.json" with { type: "json" };

const book = openRules(rules);

/** "Best", "only", "No. 1": lawful only where a named and dated award of the notes stands in the same sentence. */
export function checkSuperlatives(told: Told): Found[] {
  return matchRules(told, book)
    .filter(({ start }) => !isProven(told, start))
    .map(({ start, end, quote }) => ({ kind: "superlative", start, end, message: told.say("superlative", { quote }) }));
}

function isProven(told: Told, at: number): boolean {
  const { start, end } = sentenceOf(told.text, at);
  const sentence = told.text.slice(start, end);
  return told.ground.facts.some(
    (fact) => fact.kind === "award" && (fact.quote.match(/(?:19|20)\d{2}/g) ?? []).some((year) => sentence.includes(year)),
  );
}
