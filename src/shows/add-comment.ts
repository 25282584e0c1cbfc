import { sql } from "drizzle-orm";
import { comments } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";
import { lockComments } from "./lock-comments.ts";
import { commentsChannel } from "./read-comments.ts";
import type { CommentRequest } from "./show.ts";

/**
 * Takes a buyer's comment; the same id again is the same comment. It is translated behind all captions.
 * Throws `show_not_found`, `show_ended`, `queue_unavailable`.
 */
export async function addComment(services: Services, accountId: string, showId: string, request: CommentRequest): Promise<void> {
  services.jobs.requireReady();
  const show = await findShowRow(services, accountId, showId);
  if (show.status === "ended") throw new AppError("show_ended", { showId });
  await services.database.db.transaction(async (transaction) => {
    await lockComments(transaction, showId);
    await transaction.execute(sql`
      insert into ${comments} (show_id, id, author, text) select ${showId}, ${request.id}, ${request.author}, ${request.text}
      where not exists (select 1 from ${comments} where show_id = ${showId} and id = ${request.id})`);
  });
  await services.jobs.enqueue("comment.translate", { showId, commentId: request.id });
  void services.bus.publish(commentsChannel(showId), "").catch(() => {});
}
