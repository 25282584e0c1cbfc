import { sql } from "#database/drizzle.ts";
import { comments } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { Replies } from "./answer-by-cards.ts";
import { isOutdated } from "./is-outdated.ts";

/** What a buyer was answered; `outdated`: the show has said otherwise since. */
export type ToldReply = { reply: string | null; outdated: boolean };

/** What the streamer answered to a comment; null as long as nothing. Throws `comment_not_found`. */
export async function findReply(services: Pick<Services, "database">, showId: string, commentId: string): Promise<ToldReply> {
  const { rows } = await services.database.db.execute<{ replied: string | null; suggested: string[]; replies: Replies }>(sql`
    select first.replied, first.suggested, first.replies from ${comments} own join ${comments} first on first.show_id = own.show_id and first.id = coalesce(own.same_as, own.id)
    where own.show_id = ${showId} and own.id = ${commentId}`);
  const [row] = rows;
  if (row === undefined) throw new AppError("comment_not_found", { showId, commentId });
  return { reply: row.replied, outdated: isOutdated(row) };
}
