import { sql } from "#database/drizzle.ts";
import { comments } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";
import { lockComments } from "./lock-comments.ts";
import { commentsChannel } from "./read-comments.ts";

/**
 * The streamer's answer to a comment, for all who wrote the same on the viewers' page; of two the last one counts.
 * Throws `show_not_found`, `comment_not_found`.
 */
export async function replyToComment(
  services: Services,
  accountId: string,
  showId: string,
  commentId: string,
  text: string,
): Promise<void> {
  await findShowRow(services, accountId, showId);
  const first = sql`(select coalesce(same_as, id) from ${comments} where show_id = ${showId} and id = ${commentId})`;
  const { rows } = await services.database.db.transaction(async (transaction) => {
    await lockComments(transaction, showId);
    return transaction.execute(sql`
      update ${comments} set replied = ${text}, seq = default where show_id = ${showId} and id = ${first} returning id`);
  });
  if (rows.length === 0) throw new AppError("comment_not_found", { showId, commentId });
  void services.bus.publish(commentsChannel(showId), "").catch(() => {});
}
