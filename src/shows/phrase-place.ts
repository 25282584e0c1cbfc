import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, termsIn, type TermMention } from "#lexicon/lexicon.ts";

/** A place's names, as a phrase tells them. */
export type PlaceNames = Record<Language, string>;

/** Phrases that speak of a place are kept as said of this one. */
export const ANY_PLACE = "Hà Nội";

/** A sentence as if said of the phrases' one place, and the place it was said of; undefined where it names none, or several. */
export function phrasePlace(text: string, called: readonly PlaceNames[]): { text: string; names: PlaceNames } | undefined {
  const places = placesIn(text);
  const [place] = places;
  const term = place && findTerm(place.id);
  if (place === undefined || term === undefined || places.length > 1) return undefined;
  const said = text.slice(place.start, place.end);
  const own = called.find(({ vi }) => foldText(vi) === foldText(said));
  return {
    text: text.slice(0, place.start) + ANY_PLACE + text.slice(place.end),
    names: own ?? { vi: term.vi.name, en: term.en.name, ja: term.ja.name },
  };
}

export function namesPlace(text: string): boolean {
  return placesIn(text).length > 0;
}

function placesIn(text: string): TermMention[] {
  return termsIn(text, "vi").filter(({ id }) => findTerm(id)?.kind === "place");
}
