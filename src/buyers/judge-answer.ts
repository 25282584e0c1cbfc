import { checkCaption } from "#checks/check-caption.ts";
import { checkTexts } from "#checks/check-texts.ts";
import type { GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { checkTerms } from "#shows/check-terms.ts";
import { termsFor } from "#shows/terms-for.ts";
import type { Story } from "#stories/story.ts";

/** The grower's answer, the language it is told in, and what it is measured by. */
export type AnswerGround = { vi: string; language: Language; story: Story; words: GrowerWords };
export type AnswerFault = { kind: string; quote: string };

/**
 * What is wrong with a told answer: other numbers than the grower's, another language, markup, a word that must not be
 * used, or a claim of a kind that the grower's own words do not make. Nothing where it may go out.
 */
export function judgeAnswer(words: Words, { vi, language, story, words: grower }: AnswerGround, told: string): AnswerFault[] {
  const say = words.in("vi", "findings");
  const { facts, markets } = story;
  const find = (texts: Partial<Record<Language, string>>) => checkTexts({ words: grower, facts, markets, texts, say });
  // The grower was warned of these and sent them all the same.
  const claimed = new Set(find({ vi }).map(({ kind }) => kind));
  const claims = find({ [language]: told }).filter(({ kind, severity }) => severity === "block" && !claimed.has(kind));
  const differs = checkCaption({ source: vi, sourceLanguage: "vi", target: told, language, say });
  const { forbidden } = checkTerms(told, language, termsFor(vi, [], language));
  return [
    ...[...differs, ...claims].map(({ kind, quote }) => ({ kind, quote })),
    ...forbidden.map((quote) => ({ kind: "forbidden", quote })),
  ];
}
