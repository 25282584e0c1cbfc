import { overlaps, said } from "#facts/said.ts";
import { lightText } from "#facts/fold.ts";
import { agrees } from "#facts/agree-amounts.ts";
import type { Found, Told } from "./ground.ts";
import { matchRules, openRules } from "./match-rules.ts";
import rules from "./rules/urgency.json" with { type: "json" };

const book = openRules(rules);
const TODAY = said("hôm nay|tối nay|trong live|phiên live|livestream|ngày cuối|hết hôm nay");

/** Scarcity needs a stock in the notes, haste a stock or a season, a last day the grower's own word for it. */
export function checkUrgency(told: Told): Found[] {
  return matchRules(told, book)
    .filter((found) => !isHonest(told, found))
    .map(({ start, end, quote }) => ({ kind: "urgency", start, end, message: told.say("urgency", { quote }) }));
}

function isHonest(told: Told, found: { id: string; start: number; end: number }): boolean {
  const { facts, amounts, notes } = told.ground;
  const stock = facts.some(({ kind }) => kind === "stock");
  if (found.id === "deadline") return lightText(notes).search(TODAY) !== -1;
  if (found.id === "haste") return stock || facts.some(({ kind }) => kind === "season");
  const number = told.amounts.find((amount) => overlaps(amount, found));
  if (number === undefined) return stock;
  return stock && amounts.some((held) => agrees(number, held));
}
