import { regionOf, termsIn, type TermMention } from "#lexicon/lexicon.ts";
import { lightText } from "./fold.ts";

const SOUTHERN_WORDS = /(?<!\p{L})(?:hổng|hông|nghen|nha bà con|tui|xài|chớ|mần|dzậy|hén|giùm|trái|ký|kí)(?!\p{L})/u;
const SOUTHERN_BARE = /(?:^|[^a-z])(?:hong co|nghen|nha ba con|tui|xai|trai [0-9]|ky|ki)(?![a-z])/;

/** True where the words or the places are southern: there a tạ, a giạ or a công differ from the northern ones. */
export function isSouthern(text: string): boolean {
  return speaksSouthern(lightText(text), termsIn(text, "vi"));
}

/** As `isSouthern`, of a lightened text and the terms in it. */
export function speaksSouthern(light: string, terms: readonly TermMention[]): boolean {
  const regions = terms.map((term) => regionOf(term.id));
  if (regions.includes("south")) return true;
  if (regions.includes("north") || regions.includes("central")) return false;
  // Bare words as typed: folded, a bag (`túi`) would be a southern I (`tui`).
  return SOUTHERN_WORDS.test(light) || SOUTHERN_BARE.test(light);
}
