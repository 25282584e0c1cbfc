import { and, desc, eq, like, sql } from "#database/drizzle.ts";
import { comments, cues, shows } from "#database/schema.ts";
import type { JobPayload } from "#jobs/contract.ts";
import type { Services } from "#services.ts";
import { guessLanguage } from "./guess-language.ts";
import { lockComments } from "./lock-comments.ts";
import { readBehind } from "./read-behind.ts";
import { readBuyerText } from "./read-buyer-text.ts";
import { commentsChannel } from "./read-comments.ts";
import { readOnAir } from "./read-on-air.ts";
import { renewSuggestions } from "./renew-suggestions.ts";
import { storiesOf, storiesAsked, storyOf } from "./stories-asked.ts";
import { suggestNow } from "./suggestion-basis.ts";

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
  if (row === undefined) return;
  if (row.comment.vi !== null) {
    await renewSuggestions(services, showId, { askedAgain: commentId });
    return;
  }
  const { text } = row.comment;
  const storyIds = storiesOf(row.lines);
  const [behind, last] = await Promise.all([readBehind(services, storyIds), storyIds.length > 1 ? lastStory(services, showId) : undefined]);
  const onAir = behind.find(({ storyId }) => storyId === last);
  const reading = await readBuyerText(services, {
    text,
    language: guessLanguage(text),
    accountId: row.accountId,
    showId,
    behind,
    onAir,
    signal,
  });
  const { language, vi, abouts } = reading;
  const isTold = language !== undefined && reading.replies[language] !== undefined;
  const asked = isTold ? abouts.flatMap((about) => storiesAsked(behind, { text, language, about, onAir })) : [];
  const basis = isTold ? { replies: reading.replies, abouts, storyIds: asked.map(({ storyId }) => storyId) } : undefined;
  const said = isTold ? await readOnAir(services, showId, row.lines) : [];
  const replies = basis && language ? suggestNow(basis, { language, behind, said }) : {};
  const reply = language && replies[language];
  await db.transaction(async (transaction) => {
    await lockComments(transaction, showId);
    await transaction.execute(sql`
      update ${comments} set language = ${language ?? null}, vi = ${vi ?? null}, reply = ${reply ?? null}, replies = ${JSON.stringify(replies)}::jsonb,
        basis = ${basis === undefined ? null : JSON.stringify(basis)}::jsonb, suggested = ${JSON.stringify(Object.values(replies))}::jsonb,
        read_at = now(), seq = default
      where show_id = ${showId} and id = ${commentId} and vi is null`);
  });
  await services.bus.publish(commentsChannel(showId), "").catch(() => {});
}

/** The story that was spoken of last. */
async function lastStory({ database: { db } }: Services, showId: string): Promise<string | undefined> {
  const [last] = await db
    .select({ line: cues.line })
    .from(cues)
    .where(and(eq(cues.showId, showId), like(cues.line, String.raw`st\_%`)))
    .orderBy(desc(cues.createdAt))
    .limit(1);
  return storyOf(last?.line ?? "");
}
