import type { FactKind } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { ModelError } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import { answerAsked } from "./answer-asked.ts";
import type { Replies } from "./answer-by-cards.ts";
import { askModelForReply } from "./ask-model-for-reply.ts";
import { agrees, gateReply } from "./gate-reply.ts";
import type { Behind } from "./read-behind.ts";
import { readCommentPhrase } from "./read-comment-phrase.ts";
import { readQuestion, type Topic } from "./read-question.ts";

type BuyerText = {
  text: string;
  /** As far as it is known; a model may know better. */
  language: Language | undefined;
  accountId: string;
  /** Where it was written on a show, whose budget pays too. */
  showId?: string;
  /** What the stories know that a buyer may ask about. */
  behind: readonly Behind[];
  /** Of these the one that was spoken of last. */
  onAir?: Behind | undefined;
  signal: AbortSignal;
};
/** `vi`: undefined where nobody could tell it. `abouts`: what is asked, by rules. `factIds`: what a model's reply rests on. */
export type BuyerReading = {
  language: Language | undefined;
  vi: string | undefined;
  abouts: FactKind[];
  replies: Replies;
  factIds: string[];
};

const DEADLINE_MS = 20_000;

/**
 * A buyer's text in Vietnamese, and a reply: by the phrases that buyers use and the questions they ask, else by the model.
 * What a text only seems to be about is told where nobody knows better.
 */
export async function readBuyerText(services: Services, asked: BuyerText): Promise<BuyerReading> {
  const sentences = sentencesOf(asked.text, asked.language);
  const likely = readByRules(services, asked, sentences, () => true);
  const sure = readByRules(services, asked, sentences, isSure);
  const isDone = sure.vi !== undefined && (sure.abouts.length === 0 || isTold(sure.replies));
  if (isDone || services.model === undefined) return likely;
  const told = await readByModel(services, asked, sure);
  return isTold(told.replies) ? told : { ...told, abouts: likely.abouts, replies: likely.replies };
}

function readByRules(
  { words }: Pick<Services, "words">,
  { text, language, behind, onAir }: BuyerText,
  sentences: readonly string[],
  counts: (topic: Topic) => boolean,
): BuyerReading {
  const abouts = [...new Set(sentences.flatMap((sentence) => aboutOf(sentence, language, counts) ?? []))];
  const vi = language === "vi" ? text : readPhrases(sentences, language);
  return {
    language,
    vi,
    abouts,
    replies: language === undefined ? {} : answerAsked(words, behind, { text, language, abouts, onAir }),
    factIds: [],
  };
}

/** The sellers' three questions are asked in few words, and no model says yes to a certificate; of the others a word alone may mislead. */
function isSure({ flag, about }: Topic): boolean {
  return flag !== undefined || about === "certification";
}

function isTold(replies: Replies): boolean {
  return Object.keys(replies).length > 0;
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
  const { text, accountId, showId, behind, signal } = asked;
  if (model === undefined) return byRules;
  try {
    const facts = behind.flatMap((story) => story.facts);
    const { value } = await askModelForReply({ model, prompts }, { text, facts, accountId, showId, deadlineMs: DEADLINE_MS, signal });
    const language = value.language ?? byRules.language;
    const sameNumbers = language === undefined || agrees(text, language, value.vi, "vi");
    const isAnswered = isTold(byRules.replies) || language === undefined || byRules.abouts.includes("certification");
    const replies = isAnswered ? {} : gateReply(services, behind, language, value.replies, value.factIds);
    return {
      ...byRules,
      language,
      vi: byRules.vi ?? (sameNumbers ? value.vi : undefined),
      ...(isTold(replies) && { replies, factIds: value.factIds }),
    };
  } catch (error) {
    if (error instanceof ModelError) return byRules;
    throw error;
  }
}
