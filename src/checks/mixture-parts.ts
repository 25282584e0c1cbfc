import { ingredientCalled, ingredientsNamed } from "#facts/ingredient-names.ts";
import type { Span } from "#facts/said.ts";
import type { Bound, Label } from "./bind-amounts.ts";
import type { ReadText } from "./ground.ts";

/** `60% muoi, 25% ot`, "20% sugar": of a mixture, parts that are no goods by themselves or are typed bare. */
export function mixtureParts({ text, language }: ReadText, sentence: Span, bound: readonly Bound[]): Label[] {
  const shares = bound.filter((one) => one.class === "share");
  if (shares.length < 2) return [];
  const named = ingredientsNamed(text.slice(sentence.start, sentence.end), language).map(({ name, start, end }): Label => {
    return { family: "product", start: sentence.start + start, end: sentence.start + end, id: name };
  });
  return language === "vi" ? [...named, ...shares.flatMap(({ amount: { end } }) => typedAfter(text, end))] : named;
}

function typedAfter(text: string, from: number): Label[] {
  for (const words of [3, 2, 1]) {
    const said = new RegExp(`^ (?:\\p{L}+ ){${words - 1}}\\p{L}+(?!\\p{L})`, "u").exec(text.slice(from, from + NAME_MAX))?.[0];
    const one = said === undefined ? undefined : ingredientCalled(said.trim());
    if (said === undefined || one === undefined) continue;
    return [{ family: "product", start: from + 1, end: from + said.length, id: "term" in one ? one.term : one.id }];
  }
  return [];
}
const NAME_MAX = 24;

/** カジキ3割とサワラ7割: the second's name is not the first's. */
export function isParted(text: string, amount: Span, label: Span): boolean {
  return label.start >= amount.end && /[とや]/u.test(text.slice(amount.end, label.start));
}
