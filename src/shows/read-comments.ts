import { and, asc, eq, gt } from "drizzle-orm";
import { comments } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { findShowRow } from "./find-show.ts";

/** A buyer's comment. `vi`: null until it is translated, and where nobody could. `reply`: in the buyer's language, from the facts. */
export type ShowComment = { id: string; author: string; text: string; language: Language | null; vi: string | null; reply: string | null };
export type CommentEvent = { seq: number; name: "comment"; data: ShowComment };

const COMMENTS_AT_ONCE_MAX = 500;

/** The bus channel that rings when a show has a comment or a translation of one. */
export const commentsChannel = (showId: string): string => `comments:${showId}`;

/** Comments after `afterSeq`, oldest first. One that was translated since comes again with a new seq. Throws `show_not_found`. */
export async function readComments(
  services: Services,
  accountId: string,
  showId: string,
  afterSeq: number,
): Promise<{ events: CommentEvent[]; ended: boolean }> {
  const show = await findShowRow(services, accountId, showId);
  const rows = await services.database.db
    .select()
    .from(comments)
    .where(and(eq(comments.showId, showId), gt(comments.seq, afterSeq)))
    .orderBy(asc(comments.seq))
    .limit(COMMENTS_AT_ONCE_MAX);
  const events = rows.map(({ seq, id, author, text, language, vi, reply }): CommentEvent => ({
    seq,
    name: "comment",
    data: { id, author, text, language, vi, reply },
  }));
  return { events, ended: show.status === "ended" && rows.length < COMMENTS_AT_ONCE_MAX };
}
