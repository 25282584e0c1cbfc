import type { Language } from "#i18n/language.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import type { Span } from "./is-inside.ts";

const NAMED = new Set(["product", "variety", "place", "certificate"]);

/** The names in a caption: those given, and what the lexicon knows. */
export function nameSpans(text: string, language: Language, names: readonly string[]): Span[] {
  const known = termsIn(text, language).filter(({ id }) => NAMED.has(findTerm(id)?.kind ?? ""));
  return [...known, ...names.flatMap((name) => spansOf(text, name))];
}

function spansOf(text: string, name: string): Span[] {
  const words = name.normalize("NFC").trim();
  if (words === "") return [];
  const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
  // Katakana and kanji have no spaces to begin a word at. In English a name may have an ending: `foam boxes`.
  const isLatin = /^[\p{Script=Latin}\p{N}]/u.test(words);
  const pattern = new RegExp(isLatin ? String.raw`(?<![\p{Script=Latin}\p{M}\p{N}])${escaped}` : escaped, "giu");
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
}
