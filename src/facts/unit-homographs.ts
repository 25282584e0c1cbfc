import { foldText, lightText, type Folded } from "./fold.ts";

/** So few marks are typed by somebody who leaves them out. */
const MARKED_SHARE_MAX = 0.3;

/**
 * Vessels that are spelled like another unit without its mark, and what in a bare text speaks for the vessel: a jerrycan
 * (`can`, not `cân`) is told with what it holds or is in use for these liquids, a jar of clay (`chum`, not `chùm`) is a potter's,
 * a stick (`đòn`, not `đơn`) a cake's or a sausage's, a basket (`giỏ`, not `giờ`) a weaver's.
 */
const VESSELS: Record<string, RegExp> = {
  can: /(?<!\p{L})(?:can(?: nhua)? ?(?:\d+(?:[.,]\d+)?|(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi)(?: muoi| lam| ruoi)?) ?(?:l|lit|kg|ky|ki)|nuoc mam|mat ong|mat mia|mat dua|(?<!ngam )ruou)(?!\p{L})/u,
  don: /(?<!\p{L})(?:banh tet|banh chung|(?:gio|cha) (?:lua|bo|thu|heo|que|ca))(?!\p{L})/u,
  gio: /(?<!\p{L})(?:gio (?:luc binh|may|tre|coi|nhua|xach|di cho|qua tet|dung|dan|hoa|trai cay)|(?:dan|quai|lot) gio)(?!\p{L})/u,
  chum: /(?<!\p{L})(?:gom|sanh|nung|chum (?:vai|ruou|tuong|muoi|nuoc))(?!\p{L})/u,
};

export const VESSEL_NAMES: ReadonlySet<string> = new Set(Object.keys(VESSELS));

const known = new WeakMap<Folded, Map<string, boolean>>();

/** True where a unit typed `can`, `chum` or `don` is that vessel or may be it: nothing is then a kilo, a bunch or an order. */
export function isVessel(word: string, light: Folded): boolean {
  const vessel = VESSELS[word];
  if (vessel === undefined) return false;
  const words = known.get(light) ?? new Map<string, boolean>();
  known.set(light, words);
  // An hour is typed without its mark among marked words as well.
  const found = words.get(word) ?? ((word !== "gio" && isMarked(light.raw)) || vessel.test(foldText(light.raw)));
  words.set(word, found);
  return found;
}

function isMarked(text: string): boolean {
  const words = lightText(text).match(/\p{Script=Latin}+/gu) ?? [];
  return words.filter((word) => foldText(word) !== word).length > words.length * MARKED_SHARE_MAX;
}
