import { z } from "zod";
import type { Language } from "#i18n/language.ts";
import { indexLines } from "./index-lines.ts";
import data from "./phrasebook.json" with { type: "json" };
import { scriptTexts } from "./script-texts.ts";
import type { PreparedLine } from "./show.ts";

const phrasebook = z
  .object({
    source: z.string(),
    units: z.array(z.object({ vi: z.string(), en: z.string(), plural: z.string(), ja: z.string(), per: z.string() })),
    phrases: z.array(z.tuple([z.string(), z.string(), z.string()])),
  })
  .parse(data);

const index = indexLines(phrasebook.phrases.flatMap(([vi, en, ja], row) => linesOf({ id: `phrase${row + 1}`, vi, en, ja })));

/** A spoken Vietnamese sentence by a phrase that says just the same, with its own numbers; undefined where none does. */
export function translateByPhrasebook(text: string, language: Exclude<Language, "vi">): string | undefined {
  const show = { index, next: -1, languages: ["vi", language] as const, strictness: "whole" } as const;
  return scriptTexts(show, { text, final: true })?.texts[language];
}

/** One line for each unit that a phrase is said of. */
function linesOf(phrase: Required<PreparedLine>): PreparedLine[] {
  if (!phrase.vi.includes("{unit}")) return [phrase];
  return phrasebook.units.map(({ vi, en, plural, ja, per }, at) => ({
    id: `${phrase.id}.${at + 1}`,
    vi: phrase.vi.replaceAll("{unit}", vi),
    en: phrase.en.replaceAll("{units}", plural).replaceAll("{unit}", en),
    ja: phrase.ja.replaceAll("{unit}", ja).replaceAll("{per}", per),
  }));
}
