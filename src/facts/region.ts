import { foldText, lightText } from "./fold.ts";
import { termsIn, regionOf } from "#lexicon/lexicon.ts";

const SOUTHERN_WORDS = /(?<!\p{L})(?:hổng|hông|nghen|nha bà con|tui|xài|chớ|mần|dzậy|hén|giùm|trái|ký|kí)(?!\p{L})/u;
const SOUTHERN_BARE = /(?:^|[^a-z])(?:hong co|nghen|nha ba con|tui|xai|trai [0-9]|ky|ki)(?![a-z])/;

/** True where the words or the places are southern: there a tạ, a giạ or a công differ from the northern ones. */
export function isSouthern(text: string): boolean {
  const regions = termsIn(text, "vi").map((term) => regionOf(term.id));
  if (regions.includes("south")) return true;
  if (regions.includes("north") || regions.includes("central")) return false;
  return SOUTHERN_WORDS.test(lightText(text)) || SOUTHERN_BARE.test(foldText(text));
}
