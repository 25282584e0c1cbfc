import type { Fact } from "#facts/fact.ts";
import { lightText } from "#facts/fold.ts";
import { nameOf } from "#lexicon/lexicon.ts";
import { namePlace, nameProduct } from "./name-product.ts";
import { plainText } from "./ruby.ts";
import type { Slot } from "./sentence.ts";

/** Where goods come from, beside their name: of `tranh Đông Hồ` only what lies around it; `alone`: the name holds all there is. */
export function placeBeside(facts: readonly Fact[]): { place: Slot | undefined; alone: boolean } {
  const all = namePlace(facts);
  const name = lightText(plainText(nameProduct(facts)?.text("vi") ?? ""));
  const others = facts.filter(({ kind, term }) => kind !== "origin" || term === undefined || !isIn(term, name));
  const apart = others.length === facts.length ? all : namePlace(others);
  if (all === undefined || apart === undefined) return { place: all, alone: all !== undefined };
  return { place: { ...apart, factIds: all.factIds }, alone: false };
}

function isIn(place: string, name: string): boolean {
  return ` ${name} `.includes(` ${lightText(nameOf(place, "vi") ?? "\n")} `);
}
