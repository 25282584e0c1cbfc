import { inArray } from "drizzle-orm";
import { compareAmounts } from "#checks/compare-amounts.ts";
import { facts, pitches } from "#database/schema.ts";
import type { Fact, FactKind } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { ModelError } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import { factOfRow } from "#stories/find-story.ts";
import { answerByCards, type AnswerCards } from "./answer-by-cards.ts";
import { askModelForReply } from "./ask-model-for-reply.ts";
import { readCommentPhrase } from "./read-comment-phrase.ts";
import { readQuestion, type Topic } from "./read-question.ts";

/** What the stories know that a buyer may ask about. */
export type Behind = { cards: AnswerCards; facts: Fact[] };
type BuyerText = {
  text: string;
  /** As far as it is known; a model may know better. */
  language: Language | undefined;
  accountId: string;
  behind: Behind;
  signal: AbortSignal;
};
/** `vi`, `reply`: undefined where nobody could tell them. `abouts`: what is asked, by rules. `factIds`: what a model's reply rests on. */
export type BuyerReading = {
  language: Language | undefined;
  vi: string | undefined;
  abouts: FactKind[];
  reply: string | undefined;
  factIds: string[];
};

const DEADLINE_MS = 20_000;

/**
 * A buyer's text in Vietnamese, and a reply: by the phrases that buyers use and the questions they ask, else by the model.
 * What a text only seems to be about is told where nobody knows better.
 */
export async function readBuyerText(services: Services, asked: BuyerText): Promise<BuyerReading> {
  const sentences = sentencesOf(asked.text, asked.language);
  const likely = readByRules(asked, sentences, () => true);
  const sure = readByRules(asked, sentences, isSure);
  const isDone = sure.vi !== undefined && (sure.abouts.length === 0 || sure.reply !== undefined);
  if (isDone || services.model === undefined) return likely;
  const told = await readByModel(services, asked, sure);
  return told.reply === undefined ? { ...told, abouts: likely.abouts, reply: likely.reply } : told;
}

function readByRules({ text, language, behind }: BuyerText, sentences: readonly string[], counts: (topic: Topic) => boolean): BuyerReading {
  const abouts = [...new Set(sentences.flatMap((sentence) => aboutOf(sentence, language, counts) ?? []))];
  const vi = language === "vi" ? text : readPhrases(sentences, language);
  return { language, vi, abouts, reply: language && answerAll(behind.cards, abouts, language), factIds: [] };
}

/** The sellers' three questions are asked in few words; of the others a word alone may mislead. */
function isSure({ flag }: Topic): boolean {
  return flag !== undefined;
}

/** The cards' answers to all that is asked; undefined where one of them is missing. */
export function answerAll(cards: AnswerCards, abouts: readonly FactKind[], language: Language): string | undefined {
  const answers = [...new Set(abouts.map((about) => answerByCards(cards, about, language)))];
  return answers.length === 0 || answers.includes(undefined) ? undefined : answers.join(language === "ja" ? "" : " ");
}

/** One where it is a phrase as it stands. */
function sentencesOf(text: string, language: Language | undefined): string[] {
  if (language !== undefined && readCommentPhrase(text, language) !== undefined) return [text];
  return text.split(/(?<=[!?。！？])|(?<=\.)(?!\d)|\n/u).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function aboutOf(sentence: string, language: Language | undefined, counts: (topic: Topic) => boolean): FactKind | undefined {
  if (language === undefined) return undefined;
  const topic = readQuestion(sentence, language);
  return readCommentPhrase(sentence, language)?.about ?? (topic !== undefined && counts(topic) ? topic.about : undefined);
}

/** All of them have to be known, or nothing is. */
function readPhrases(sentences: readonly string[], language: Language | undefined): string | undefined {
  const told = sentences.map((sentence) => language && readCommentPhrase(sentence, language)?.vi);
  return told.length === 0 || told.includes(undefined) ? undefined : told.join(" ");
}

async function readByModel(services: Services, asked: BuyerText, byRules: BuyerReading): Promise<BuyerReading> {
  const { model, prompts } = services;
  const { text, accountId, behind, signal } = asked;
  if (model === undefined) return byRules;
  try {
    const { value } = await askModelForReply({ model, prompts }, { text, facts: behind.facts, accountId, deadlineMs: DEADLINE_MS, signal });
    const language = value.language ?? byRules.language;
    const sameNumbers = language === undefined || agree(text, language, value.vi);
    const isGrounded = value.reply !== undefined && language !== undefined && restsOn(value.reply, language, behind.facts, value.factIds);
    return {
      ...byRules,
      language,
      vi: byRules.vi ?? (sameNumbers ? value.vi : undefined),
      ...(byRules.reply === undefined && isGrounded && { reply: value.reply, factIds: value.factIds }),
    };
  } catch (error) {
    if (error instanceof ModelError) return byRules;
    throw error;
  }
}

function agree(text: string, language: Language, vi: string): boolean {
  const { missing, extra } = compareAmounts(text, language, vi, "vi");
  return missing.length === 0 && extra.length === 0;
}

/** Every number of the reply is one of the facts it names. */
function restsOn(reply: string, language: Language, known: readonly Fact[], factIds: readonly string[]): boolean {
  const told = known.filter(({ id }) => factIds.includes(id)).map(({ text }) => text);
  return compareAmounts(told.join(". "), "vi", reply, language).extra.length === 0;
}

export async function readBehind(services: Services, storyIds: readonly string[]): Promise<Behind> {
  if (storyIds.length === 0) return { cards: [], facts: [] };
  const { db } = services.database;
  const [factRows, pitchRows] = await Promise.all([
    db.select().from(facts).where(inArray(facts.storyId, storyIds)),
    db.select().from(pitches).where(inArray(pitches.storyId, storyIds)),
  ]);
  const cards = storyIds.map((storyId) => ({
    pitches: Object.fromEntries(pitchRows.filter((row) => row.storyId === storyId).map((row) => [row.language, row.pitch])),
    kindOf: new Map(factRows.filter((row) => row.storyId === storyId).map((row) => [row.id, row.kind])),
  }));
  return { cards, facts: factRows.map(factOfRow) };
}
