import { agrees } from "#facts/agree-amounts.ts";
import { shareLabel, type Bound } from "./bind-amounts.ts";

/** The scented kind's own price is told of another, or the days to one town of the other: then the one beside it is not its own. */
export function isGivenAway(known: Bound, one: Bound, told: readonly Bound[], family: string): boolean {
  if (!GIVEN_AWAY.has(one.class) || agrees(one.amount, known.amount)) return false;
  // "From 50 kg 75,000 a kilo, below that 68,000": the second is a kilo's as well.
  const unsaid = family === "band" ? { per: known.amount.per } : {};
  return told.some(
    (other) =>
      other !== one &&
      other.class === one.class &&
      agrees({ ...other.amount, ...unsaid }, known.amount, { strict: true }) &&
      !shareLabel(
        // So long in the fridge is how long it keeps wherever it is, and a set's price the set's whatever is in it.
        firm(known).filter((label) => (family !== "storage" && family !== "set") || label.family === family),
        other.labels,
      ),
  );
}

const GIVEN_AWAY = new Set<Bound["class"]>(["money", "time", "people"]);

/** What is surely its own. */
export function firm({ labels }: Bound): Bound["labels"] {
  return labels.filter((label) => label.loose !== true);
}
