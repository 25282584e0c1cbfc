import type { Language } from "#i18n/language.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import type { Span } from "./is-inside.ts";

const NAMED = new Set(["product", "variety", "place", "certificate"]);

/** A name as it is looked for: most stand in none of a show's captions, and a pattern for each costs more than all else of the layout. */
type Name = { small: string; pattern(): RegExp };
/** By a show's names: they go when its glossary does. */
const looked = new WeakMap<readonly string[], readonly Name[]>();

/** The names in a caption: those given, and what the lexicon knows. */
export function nameSpans(text: string, language: Language, names: readonly string[]): Span[] {
  const known = termsIn(text, language).filter(({ id }) => NAMED.has(findTerm(id)?.kind ?? ""));
  const given = looked.get(names) ?? names.flatMap(nameOf);
  looked.set(names, given);
  const small = text.toLowerCase();
  return [...known, ...given.flatMap((name) => (small.includes(name.small) ? spansOf(text, name.pattern()) : []))];
}

function nameOf(name: string): Name[] {
  const words = name.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  if (words === "") return [];
  let made: RegExp | undefined;
  return [{ small: words.toLowerCase(), pattern: () => (made ??= patternOf(words)) }];
}

function patternOf(words: string): RegExp {
  const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  // Katakana and kanji have no spaces to begin a word at. In English a name may have an ending: `foam boxes`.
  const isLatin = /^[\p{Script=Latin}\p{N}]/u.test(words);
  return new RegExp(isLatin ? String.raw`(?<![\p{Script=Latin}\p{M}\p{N}])${escaped}` : escaped, "giu");
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}
