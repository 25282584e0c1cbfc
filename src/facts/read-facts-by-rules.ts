import { nameOf } from "#lexicon/lexicon.ts";
import type { Market } from "#i18n/language.ts";
import { askBack } from "./ask-back.ts";
import { findConflicts } from "./conflicts.ts";
import { asContracted } from "./loose-packs.ts";
import type { Fact, GrowerWords, Reading } from "./fact.ts";
import { compose } from "./fold.ts";
import { readAnswer, settledBy } from "./read-answer.ts";
import { readDrafts } from "./read-drafts.ts";
import { restore } from "./restore.ts";
import { readSource, trim, type Draft, type SourceText } from "./source-text.ts";

/** Reads the grower's words without a model. Facts stand by source and place, ids `f1`…; questions are Vietnamese, at most five. */
export function readFactsByRules(words: GrowerWords, markets: readonly Market[]): Reading {
  const composed = inWholeLetters(words);
  const sources = sourcesOf(composed);
  const facts = sources.flatMap(factsOf).map((fact, index): Fact => ({ id: `f${index + 1}`, ...fact }));
  return {
    facts: composed === words ? facts : facts.map((fact) => asTyped(words, fact)),
    questions: askBack(facts, sources, markets, settledBy(composed, facts)),
    conflicts: findConflicts(facts, sources, markets),
  };
}

/** Some keyboards type a letter and its mark apart (`a` + `̂`): read are whole letters, and `asTyped` finds the way back. */
function inWholeLetters(words: GrowerWords): GrowerWords {
  const isWhole = (text: string) => text.normalize("NFC") === text;
  if (isWhole(words.notes) && words.answers.every(({ text }) => isWhole(text))) return words;
  const answers = words.answers.map((answer) => ({ ...answer, text: compose(answer.text).text }));
  return { notes: compose(words.notes).text, answers };
}

function asTyped({ notes, answers }: GrowerWords, fact: Fact): Fact {
  const answer = answers.find(({ questionId }) => fact.source === `answer:${questionId}`);
  return { ...fact, ...compose(answer?.text ?? notes).span(fact.start, fact.end) };
}

export function sourcesOf(words: GrowerWords): SourceText[] {
  return [readSource("notes", words.notes), ...words.answers.map(({ questionId, text }) => readSource(`answer:${questionId}`, text))];
}

function factsOf(read: SourceText): Omit<Fact, "id">[] {
  const drafts = read.source === "notes" ? readDrafts(read) : readAnswer(read, read.source.slice("answer:".length));
  const restored = restore(read.text);
  return withoutRepeats(drafts.map((draft) => ({ ...draft, ...trim(read, draft) }))).map((draft) => factOf(read, restored, draft));
}

function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const sorted = drafts.toSorted((left, right) => left.start - right.start || left.end - right.end);
  const ends = new Map<Draft["kind"], number>();
  return sorted.filter(({ kind, start, end }) => {
    const free = end > start && start >= (ends.get(kind) ?? 0);
    ends.set(kind, Math.max(end, ends.get(kind) ?? 0));
    return free;
  });
}

function factOf(read: SourceText, restored: string, { kind, start, end, amount, date, term, text }: Draft): Omit<Fact, "id"> {
  const quote = read.text.slice(start, end);
  const named = term !== undefined && (kind === "product" || kind === "origin") ? nameOf(term, "vi") : undefined;
  return {
    kind,
    source: read.source,
    quote,
    start,
    end,
    text: named ?? text ?? restored.slice(start, end).normalize("NFC").replace(/\s+/g, " "),
    ...(amount === undefined ? {} : { amount: isTraded(kind) ? asContracted(quote, amount) : amount }),
    ...(date === undefined ? {} : { date }),
    ...(term === undefined ? {} : { term }),
  };
}

function isTraded(kind: Draft["kind"]): boolean {
  return kind === "price" || kind === "pack";
}
