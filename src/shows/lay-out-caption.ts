import type { Language } from "#i18n/language.ts";
import { layOutLines } from "./lay-out-lines.ts";
import { namesOf, type GlossaryTerm } from "./show.ts";

const KEPT_MAX = 1_000;
/** By a show's glossary: it goes when the show is forgotten. */
const laidOut = new WeakMap<readonly GlossaryTerm[], Map<string, readonly string[]>>();

/** The lines of a caption, with the glossary's names whole. What a show says again and again is laid out once. */
export function layOutCaption(text: string, language: Language, glossary: readonly GlossaryTerm[]): readonly string[] {
  const kept = laidOut.get(glossary) ?? new Map<string, readonly string[]>();
  laidOut.set(glossary, kept);
  const key = `${language}:${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const lines = layOutLines(text, language, { names: namesOf(glossary, language) });
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(key, lines);
  return lines;
}
