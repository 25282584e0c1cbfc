import { z } from "zod";
import { findTerm, loadLexicon } from "#lexicon/lexicon.ts";
import type { Language } from "#i18n/language.ts";
import data from "#lexicon/ingredients.json" with { type: "json" };
import { foldText, hasMarks, lightText, lighten } from "./fold.ts";
import { once } from "./once.ts";

const rows = z
  .strictObject({
    source: z.string(),
    ingredients: z.array(
      z.strictObject({ vi: z.array(z.string()).min(1), en: z.string(), ja: z.string(), also: z.array(z.string()).optional() }),
    ),
  })
  .parse(data).ingredients;

/** What goods are made of: a product of the lexicon, or what nobody sells by itself, named in each language. */
export type Ingredient = { term: string } | { id: string; names: Record<Language, string> };

/** What a whole name in a list of ingredients means; bare of its marks only where it can be but one thing. */
export function ingredientCalled(name: string): Ingredient | undefined {
  const { light, bare } = named();
  return hasMarks(name) ? light.get(lightText(name)) : (light.get(lightText(name)) ?? bare.get(foldText(name))?.one);
}

const named = once(() => {
  const light = new Map<string, Ingredient>();
  const bare = new Map<string, { one: Ingredient; isMain: boolean } | undefined>();
  const add = (name: string, one: Ingredient, isMain: boolean) => {
    if (light.has(lightText(name))) return;
    light.set(lightText(name), one);
    const [plain, entry] = [foldText(name), { one, isMain }];
    const other = bare.get(plain);
    if (!bare.has(plain) || (other !== undefined && !other.isMain && isMain)) bare.set(plain, entry);
    else if (other !== undefined && other.isMain === isMain && !isSame(other.one, one)) bare.set(plain, undefined);
  };
  for (const { vi, en, ja } of rows) for (const name of vi) add(name, { names: { vi: name, en, ja }, id: vi[0] ?? name }, true);
  // `gạo Bao Thai`: a variety by its full name says more than its product, and goes first.
  for (const { id, kind, of, vi } of loadLexicon().toSorted(
    (left, right) => Number(right.kind === "variety") - Number(left.kind === "variety"),
  )) {
    if (kind === "variety")
      for (const name of vi.aliases ?? []) if (name.startsWith(`${findTerm(of ?? "")?.vi.name ?? ""} `)) add(name, { term: id }, true);
    if (kind !== "product") continue;
    add(vi.name, { term: id }, true);
    for (const name of [...(vi.aliases ?? []), ...(vi.weak ?? []), ...(vi.marked ?? [])]) add(name, { term: id }, false);
  }
  return { light, bare };
});

function isSame(left: Ingredient, right: Ingredient): boolean {
  return "term" in left && "term" in right ? left.term === right.term : "id" in left && "id" in right && left.id === right.id;
}

/** Where a text names what nobody sells by itself, each by its Vietnamese name. */
export function ingredientsNamed(text: string, language: Language): { name: string; start: number; end: number }[] {
  const light = lighten(text);
  return patterns[language]().flatMap(({ name, pattern }) =>
    [...light.text.matchAll(pattern)].map(({ index, 0: { length } }) => ({ name, ...light.span(index, index + length) })),
  );
}

const patterns = { vi: once(() => patternsIn("vi")), en: once(() => patternsIn("en")), ja: once(() => patternsIn("ja")) };
function patternsIn(language: Language): { name: string; pattern: RegExp }[] {
  return rows.map(({ vi, en, ja, also = [] }) => {
    const told = [
      language === "en" ? en : ja.replace(/\[.*?\]/gu, ""),
      ...also.filter((name) => /^[\w ]+$/u.test(name) === (language === "en")),
    ];
    const names = language === "vi" ? vi : told.toSorted((left, right) => right.length - left.length);
    const either = names.map((name) => RegExp.escape(lightText(name))).join("|");
    return { name: vi[0] ?? "", pattern: new RegExp(language === "ja" ? either : `(?<!\\p{L})(?:${either})(?!\\p{L})`, "gu") };
  });
}
