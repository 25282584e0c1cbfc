import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { namePlace, nameProduct } from "#pitches/name-product.ts";

const WORDS_LENGTH_MAX = 60;
const ID_LENGTH = 8;

/** A listing's address, the same in every language: `vai-thieu-luc-ngan-1a2b3c4d`, `[a-z0-9-]`, ending in the end of the story's id. */
export function listingSlug(storyId: string, facts: readonly Fact[]): string {
  const words = [nameProduct(facts), namePlace(facts)].flatMap((name) => (name === undefined ? [] : [slugText(name.text("vi"))]));
  const name = words.join("-").slice(0, WORDS_LENGTH_MAX).replace(/-+$/, "");
  const id = storyId
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .slice(-ID_LENGTH);
  return [name === "" ? "listing" : name, id].filter((part) => part !== "").join("-");
}

/** A text folded to `[a-z0-9-]`, empty where nothing of it is left. */
export function slugText(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
