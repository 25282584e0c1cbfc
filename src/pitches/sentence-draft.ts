import { z } from "zod";
import type { Language } from "#i18n/language.ts";

/** A sentence as a model wrote it, with the facts it says it rests on. Nothing of it is believed before the gate. */
export const sentenceDraftSchema = z.object({ text: z.string().min(1), factIds: z.array(z.string()) });
export type SentenceDraft = z.infer<typeof sentenceDraftSchema>;

/** What a sentence has become: itself, mended, or undefined where it is left out. */
export type Settle = (sentence: SentenceDraft) => SentenceDraft | undefined;

export function settleAll(sentences: readonly SentenceDraft[], settle: Settle): SentenceDraft[] {
  return sentences.flatMap((sentence) => settle(sentence) ?? []);
}

/** The facts that sentences rest on, each once. */
export function factIdsOf(sentences: readonly SentenceDraft[]): string[] {
  return [...new Set(sentences.flatMap(({ factIds }) => factIds))];
}

const GAP: Record<Language, string> = { vi: " ", en: " ", ja: "" };

export function joinSentences(sentences: readonly SentenceDraft[], language: Language): string {
  return sentences.map(({ text }) => text.trim()).join(GAP[language]);
}
