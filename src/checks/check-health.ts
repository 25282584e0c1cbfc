import type { Found, Told } from "./ground.ts";
import { matchRules, openRules } from "./match-rules.ts";
import { isWhereItIsPut } from "./put-on.ts";
import rules from "./rules/health.json" with { type: "json" };

const book = openRules(rules);

/** Healing, preventing, strengthening, beautifying: food is not sold with it, whoever says so. */
export function checkHealth(told: Told): Found[] {
  return matchRules(told, book)
    .filter((found) => !isWhereItIsPut(told, found))
    .map(({ start, end, quote }) => ({ kind: "health", start, end, message: told.say("health", { quote }) }));
}
