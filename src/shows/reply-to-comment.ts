import { and, eq, sql } from "#database/drizzle.ts";
import { comments } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";
import { lockComments } from "./lock-comments.ts";
import { commentsChannel } from "./read-comments.ts";
import { renewSuggestions } from "./renew-suggestions.ts";

/**
 * The streamer's answer to a comment, for all who wrote the same on the viewers' page; of two the last one counts. A
 * suggestion goes out only as long as the show has said nothing else; her own words are hers.
 * Throws `show_not_found`, `comment_not_found`, `reply_outdated`.
 */
export async function replyToComment(
  services: Services,
  accountId: string,
  showId: string,
  commentId: string,
  text: string,
): Promise<void> {
  await findShowRow(services, accountId, showId);
  const asked = await findFirst(services, showId, commentId);
  if (asked === undefined) throw new AppError("comment_not_found", { showId, commentId });
  if (asked.basis !== null && asked.suggested.includes(text)) {
    await renewSuggestions(services, showId, { commentId: asked.id });
    const now = await findFirst(services, showId, asked.id);
    if (!Object.values(now?.replies ?? {}).includes(text)) throw new AppError("reply_outdated", { showId, commentId });
  }
  await services.database.db.transaction(async (transaction) => {
    await lockComments(transaction, showId);
    await transaction.execute(sql`
      update ${comments} set replied = ${text}, seq = default where show_id = ${showId} and id = ${asked.id}`);
  });
  void services.bus.publish(commentsChannel(showId), "").catch(() => {});
}

/** The comment that others with the same text are counted with. */
async function findFirst({ database: { db } }: Services, showId: string, commentId: string) {
  const first = sql`(select coalesce(same_as, id) from ${comments} where show_id = ${showId} and id = ${commentId})`;
  const [row] = await db
    .select()
    .from(comments)
    .where(and(eq(comments.showId, showId), eq(comments.id, first)));
  return row;
}
