import { z } from "zod";
import { factKindSchema, type FactKind } from "#facts/fact.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import data from "./comment-phrases.json" with { type: "json" };

const { phrases } = z
  .object({
    source: z.string(),
    phrases: z.array(z.object({ about: factKindSchema.optional(), vi: z.string(), en: z.array(z.string()), ja: z.array(z.string()) })),
  })
  .parse(data);

export type CommentPhrase = { vi: string; about: FactKind | undefined };

const known: Record<"en" | "ja", ReadonlyMap<string, CommentPhrase>> = { en: phrasesIn("en"), ja: phrasesIn("ja") };

/** What a buyer asks, where it is one of the phrases that buyers use; undefined for all else. */
export function readCommentPhrase(text: string, language: Language): CommentPhrase | undefined {
  return language === "vi" ? undefined : known[language].get(settle(text));
}

function phrasesIn(language: "en" | "ja"): Map<string, CommentPhrase> {
  return new Map(phrases.flatMap(({ vi, about, ...told }) => told[language].map((phrase) => [settle(phrase), { vi, about }] as const)));
}

/** Case, punctuation, emoji and courtesy make no other question. */
function settle(text: string): string {
  return lightText(text)
    .replaceAll("’", "'")
    .replaceAll(/[^\p{L}\p{N}\p{M}'ー]+/gu, " ")
    .trim()
    .replace(/^(?:(?:please|hi|hello|hey|excuse me|sorry) )+(?=\S)/u, "")
    .replace(/ (?:please|pls|thanks|thank you)$/u, "");
}
