import type { Fact } from "#facts/fact.ts";
import { PLACES_TO_KEEP } from "./join-japanese.ts";
import { knownClauses } from "./known-clauses.ts";

/** The fact says no more of its keeping than a place. */
export function isPlaceToKeep(fact: Fact): boolean {
  const known = fact.kind === "storage" && fact.amount === undefined ? knownClauses(fact) : [];
  return known.length > 0 && known.every(({ id }) => PLACES_TO_KEEP.has(id));
}

/** In the fridge, in the freezer or in the room, where the notes say how cold: place and degrees are one request. */
export function chilledAt(fact: Fact): string | undefined {
  if (fact.kind !== "storage" || fact.amount?.unit !== "celsius") return undefined;
  const cold = knownClauses(fact).filter(({ id }) => CHILLED.has(id));
  return cold.length === 1 ? cold[0]?.id : undefined;
}
const CHILLED: ReadonlySet<string> = new Set(["fridge", "freezer", "room-temperature"]);
