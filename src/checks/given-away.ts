import { agrees } from "#facts/agree-amounts.ts";
import { firm, shareLabel, type Bound } from "./bind-amounts.ts";

/** The scented kind's own price is told of another, or the days to one town of the other: then the one beside it is not its own. */
export function isGivenAway(known: Bound, one: Bound, told: readonly Bound[], family: string, text: string): boolean {
  if (!GIVEN_AWAY.has(one.class) || agrees(one.amount, known.amount)) return false;
  // "From 50 kg 75,000 a kilo, below that 68,000": the second is a kilo's as well.
  const unsaid = family === "band" ? { per: known.amount.per } : {};
  return told.some(
    (other) =>
      other !== one &&
      other.class === one.class &&
      !(family === "storage" && isKeptThereToo(text, one, other)) &&
      agrees({ ...other.amount, ...unsaid }, known.amount, { strict: true }) &&
      !shareLabel(
        // So long in the fridge is how long it keeps wherever it is, and a set's price the set's whatever is in it.
        firm(known).filter((label) => (family !== "storage" && family !== "set") || label.family === family),
        other.labels,
      ),
  );
}

/** "In the fridge fresh ones keep 25 days, salted ones three months": the place said once is of both sorts. */
function isKeptThereToo(text: string, { amount: { end } }: Bound, { amount, labels }: Bound): boolean {
  if (amount.start <= end || labels.some(({ family }) => family === "storage")) return false;
  const between = text.slice(end, amount.start);
  return (
    !/[.;!?。\n]/u.test(between) && (labels.some(({ family }) => SORTS.has(family)) || /(?<!\p{L})(?:ones|those)(?!\p{L})/u.test(between))
  );
}
const SORTS = new Set(["product", "variety", "form", "style"]);

const GIVEN_AWAY = new Set<Bound["class"]>(["money", "time", "people", "share"]);
