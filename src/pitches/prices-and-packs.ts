import type { Told } from "./plan-pitch.ts";
import type { Telling } from "./sentence.ts";

/** The prices, then the packs that no price has named. */
export function pricesAndPacks(tell: Told["tell"]): Telling[] {
  const prices = tell("price");
  const named = new Set(prices.flatMap(factsOf));
  return [...prices, ...tell("pack").filter((pack) => factsOf(pack).some((id) => !named.has(id)))];
}

function factsOf({ slots }: Telling): string[] {
  return Object.values(slots).flatMap(({ factIds }) => [...factIds]);
}
