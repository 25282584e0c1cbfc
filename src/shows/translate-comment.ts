import { and, eq, inArray, sql } from "drizzle-orm";
import { compareAmounts } from "#checks/compare-amounts.ts";
import { comments, facts, pitches, shows } from "#database/schema.ts";
import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { JobPayload } from "#jobs/contract.ts";
import { ModelError } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import { factOfRow } from "#stories/find-story.ts";
import { answerByCards, type AnswerCards } from "./answer-by-cards.ts";
import { askModelForReply } from "./ask-model-for-reply.ts";
import { guessLanguage } from "./guess-language.ts";
import { lockComments } from "./lock-comments.ts";
import { readCommentPhrase } from "./read-comment-phrase.ts";
import { commentsChannel } from "./read-comments.ts";
import { readQuestion } from "./read-question.ts";
import type { PreparedLine } from "./show.ts";

type Reading = { language: Language | undefined; vi: string | undefined; reply: string | undefined };

const DEADLINE_MS = 20_000;

/** Tells the streamer in Vietnamese what a buyer wrote, with a reply where the show's stories have one. Done twice, it changes nothing. */
export async function translateComment(
  services: Services,
  { showId, commentId }: JobPayload<"comment.translate">,
  signal: AbortSignal,
): Promise<void> {
  const { db } = services.database;
  const [row] = await db
    .select({ comment: comments, accountId: shows.accountId, lines: shows.lines })
    .from(comments)
    .innerJoin(shows, eq(shows.id, comments.showId))
    .where(and(eq(comments.showId, showId), eq(comments.id, commentId)));
  if (row === undefined || row.comment.vi !== null) return;
  const behind = await readBehind(services, row.lines);
  const reading = await readComment(services, { text: row.comment.text, accountId: row.accountId, behind, signal });
  await db.transaction(async (transaction) => {
    await lockComments(transaction, showId);
    await transaction.execute(sql`
      update ${comments} set language = ${reading.language ?? null}, vi = ${reading.vi ?? null}, reply = ${reading.reply ?? null}, seq = default
      where show_id = ${showId} and id = ${commentId} and vi is null`);
  });
  await services.bus.publish(commentsChannel(showId), "").catch(() => {});
}

type Behind = { cards: AnswerCards; facts: Fact[] };
type Comment = { text: string; accountId: string; behind: Behind; signal: AbortSignal };

/** By the phrases that buyers use and the questions they ask, else by the model; without either the streamer sees the original. */
async function readComment(services: Services, comment: Comment): Promise<Reading> {
  const { text, behind } = comment;
  const language = guessLanguage(text);
  const phrase = language && readCommentPhrase(text, language);
  const about = phrase?.about ?? (language && readQuestion(text, language)?.about);
  const vi = language === "vi" ? text : phrase?.vi;
  const byRules: Reading = { language, vi, reply: language && answerByCards(behind.cards, about, language) };
  const isDone = vi !== undefined && (about === undefined || byRules.reply !== undefined);
  return isDone || services.model === undefined ? byRules : readByModel(services, comment, byRules);
}

async function readByModel(services: Services, { text, accountId, behind, signal }: Comment, byRules: Reading): Promise<Reading> {
  const { model, prompts } = services;
  if (model === undefined) return byRules;
  try {
    const { value } = await askModelForReply({ model, prompts }, { text, facts: behind.facts, accountId, deadlineMs: DEADLINE_MS, signal });
    const language = value.language ?? byRules.language;
    const sameNumbers = language === undefined || agree(text, language, value.vi);
    const reply =
      value.reply !== undefined && language !== undefined && restsOn(value.reply, language, behind.facts, value.factIds)
        ? value.reply
        : undefined;
    return { language, vi: byRules.vi ?? (sameNumbers ? value.vi : undefined), reply: byRules.reply ?? reply };
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

/** What the stories of the show know: a line's id begins with its story's. */
async function readBehind(services: Services, lines: readonly PreparedLine[]): Promise<Behind> {
  const storyIds = [...new Set(lines.flatMap(({ id }) => /^(st_[0-9a-z]+)\./.exec(id)?.[1] ?? []))];
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
