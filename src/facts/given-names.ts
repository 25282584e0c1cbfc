import { z } from "zod";
import { foldText, lightText } from "./fold.ts";
import data from "./given-names.json" with { type: "json" };

const given = new Set(
  z
    .array(z.string())
    .parse(data.names)
    .flatMap((name) => [lightText(name), foldText(name)]),
);
const families = z.array(z.string()).parse(data.families);
const familiesMarked = new Set(families.map(lightText));
const familiesBare = new Set(families.map(foldText));

/** A name that many bear, with its marks or without; `Thuý` is `Thúy`. */
export function isGivenName(name: string): boolean {
  return given.has(lightText(name)) || (/^\p{Lu}/u.test(name) && given.has(foldText(name)));
}

/** Typed without its marks, a family's name is one before a middle name only: `Ban` may be Bàn or to sell. */
export function beginsFullName([family = "", middle = ""]: readonly string[]): boolean {
  return familiesMarked.has(lightText(family)) || (familiesBare.has(foldText(family)) && MIDDLE.test(foldText(middle)));
}
const MIDDLE = /^(?:a|thi|van|mi|seo)$/;
