import { findTerm } from "#lexicon/lexicon.ts";
import type { Reading } from "./choose-readings.ts";
import type { Piece } from "./pieces.ts";

const ANIMALS = new Set(["meat", "seafood"]);
const WEIGHTS = new Set(["kg", "ky", "ki", "can", "lang", "g", "gr", "gam"]);
/** Nobody's hen or fish is heavier; more kilos than that are what is left. */
const KILOS_MAX = 9;
/** More than the habit of `còn` before a number. */
const EACH = 6;

/** `ga ta, con 3kg`: an animal by its weight, not what is `còn` left, where the text sells animals. */
export function eachAnimal(text: string, pieces: readonly Piece[], termIds: readonly string[]): Reading[] {
  if (!termIds.some((id) => ANIMALS.has(findTerm(id)?.family ?? ""))) return [];
  return pieces.flatMap(({ plain }, at) => {
    const [number, unit] = [pieces[at + 1], pieces[at + 2]];
    if (plain !== "con" || number?.plain !== "#" || unit === undefined || !WEIGHTS.has(unit.plain)) return [];
    const kilos = Number(text.slice(number.start, number.end).replace(",", "."));
    const grams = unit.plain.startsWith("g") || unit.plain === "lang";
    return grams || kilos <= KILOS_MAX ? [{ at, texts: ["con"], weight: EACH }] : [];
  });
}
