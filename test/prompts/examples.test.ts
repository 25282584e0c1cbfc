import { describe, expect, test } from "vitest";
import { z } from "zod";
import { acceptModelFacts } from "#facts/accept-model-facts.ts";
import { checkCaption } from "#checks/check-caption.ts";
import { factSchema, type Fact } from "#facts/fact.ts";
import { languageSchema, marketSchema } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { readExamples } from "#prompts/load-prompts.ts";
import { sentenceDraftSchema, type SentenceDraft } from "#pitches/sentence-draft.ts";
import { openGate } from "#stories/settle-sentences.ts";

const words = loadWords();
const askedSchema = z.object({
  language: languageSchema,
  markets: z.array(marketSchema),
  facts: z.array(factSchema.partial({ source: true, start: true, end: true })),
});

/** Every sentence of an answer, wherever it stands. */
function sentencesIn(value: unknown): SentenceDraft[] {
  const sentence = sentenceDraftSchema.safeParse(value);
  if (sentence.success) return [sentence.data];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentencesIn) : [];
}

describe.each(["write-pitch", "write-listing", "repair-sentences"])("what the examples of %s say", (task) => {
  test.each(readExamples(task).map((example) => [example.variables["language"], example]))("in %s passes the gate", (_, { variables, answer }) => {
    const { language, markets, facts } = askedSchema.parse(variables);
    const known = facts.map((fact): Fact => ({ source: "notes", start: 0, end: 0, ...fact }));
    const notes = { notes: known.map(({ quote }) => quote).join(", "), answers: [] };
    const gate = openGate(words, { words: notes, facts: known, markets, language });
    const said = sentencesIn(answer);
    expect(said.length).toBeGreaterThan(1);
    for (const sentence of said) expect(gate(sentence).map(({ kind, quote, message }) => [sentence.text, kind, quote, message])).toEqual([]);
  });
});

test("every fact of the examples stands in their sources", () => {
  const example = z.object({
    variables: z.object({ sources: z.array(z.object({ source: z.string(), text: z.string() })) }),
    answer: z.object({ facts: z.array(z.looseObject({ kind: factSchema.shape.kind, source: z.string(), quote: z.string(), text: z.string() })) }),
  });
  for (const { variables, answer } of readExamples("read-facts").map((each) => example.parse(each))) {
    const [notes, ...answers] = variables.sources;
    const said = { notes: notes?.text ?? "", answers: answers.map(({ source, text }) => ({ questionId: source.slice("answer:".length), text })) };
    const candidates = answer.facts.map(({ kind, source, quote, text }) => ({ kind, source, quote, text }));
    expect(acceptModelFacts(said, [], candidates)).toMatchObject({ dropped: 0, facts: candidates });
  }
});

test("the example answers to buyers keep their numbers", () => {
  const example = z.object({ variables: z.object({ to: languageSchema, answer: z.string() }), answer: z.object({ text: z.string() }) });
  for (const { variables, answer } of readExamples("translate-answer").map((each) => example.parse(each))) {
    const say = words.in("en", "findings");
    expect(checkCaption({ source: variables.answer, sourceLanguage: "vi", target: answer.text, language: variables.to, say })).toEqual([]);
  }
});

test("the example captions keep their numbers, and their length", () => {
  const example = z.object({
    variables: z.object({ to: languageSchema, sentence: z.string(), charactersMax: z.number() }),
    answer: z.object({ text: z.string() }),
  });
  for (const { variables, answer } of readExamples("translate-caption").map((each) => example.parse(each))) {
    const say = words.in("en", "findings");
    expect(checkCaption({ source: variables.sentence, sourceLanguage: "vi", target: answer.text, language: variables.to, say })).toEqual([]);
    expect(answer.text.length).toBeLessThanOrEqual(variables.charactersMax);
  }
});
