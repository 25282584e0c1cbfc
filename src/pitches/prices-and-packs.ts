import type { Told } from "./plan-pitch.ts";
import type { Telling } from "./sentence.ts";

/** The prices, then the packs that no price has named. */
export function pricesAndPacks(tell: Told["tell"]): Telling[] {
  const prices = tell("price");
  const named = new Set(prices.flatMap(factsOf));
  return [...prices, ...packsTold(tell).filter((pack) => factsOf(pack).some((id) => !named.has(id)))];
}

/** How much a pack holds. */
export function packsTold(tell: Told["tell"]): Telling[] {
  return tell("pack").filter(({ key }) => key !== PACKING);
}

/** What goods are sent in; it is told with the way they go. */
export function packingTold(tell: Told["tell"]): Telling[] {
  return tell("pack").filter(({ key }) => key === PACKING);
}
const PACKING = "tell.packing";

function factsOf({ slots }: Telling): string[] {
  return Object.values(slots).flatMap(({ factIds }) => [...factIds]);
}
