/** Clauses as one sentence, the last joined by `and`; what has been said is not said again. `isEither`: two places, of which one will do. */
export function joinInEnglish(clauses: readonly string[], isEither: boolean): string {
  // "keep it in the freezer or in the fridge"
  if (isEither) return clauses.map((clause, at) => (at > 0 ? clause.replace(KEEP[0], "") : clause)).join(" or ");
  const told = unrepeat(clauses.reduce<string[]>(listTowns, []));
  const last = told.at(-1) ?? "";
  return told.length < 2 ? last : `${told.slice(0, -1).join(", ")}${told.length > 2 ? "," : ""} and ${last}`;
}

/** `keep it in a dry place and out of the sun`, `we use no colouring and no borax`. */
function unrepeat(told: readonly string[]): string[] {
  const [head, rest] = [USE_NO, WE].find(([pattern]) => told.every((clause) => pattern.test(clause))) ?? KEEP;
  return told.map((clause, at) => (at > 0 && told.slice(0, at + 1).every((each) => head.test(each)) ? clause.replace(head, rest) : clause));
}
const KEEP = [/^keep (?:it|them) /, ""] as const;
const USE_NO = [/^we use no /, "no "] as const;
const WE = [/^we /, ""] as const;

/** `we deliver to Saigon and Hanoi` */
function listTowns(told: string[], clause: string): string[] {
  const last = told.at(-1) ?? "";
  return TO.test(clause) && TO.test(last) ? [...told.slice(0, -1), `${last} and ${clause.replace(TO, "")}`] : [...told, clause];
}
const TO = /^we deliver to (?=\p{Lu})/u;
