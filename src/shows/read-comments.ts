import { and, asc, desc, eq, gt, isNull } from "#database/drizzle.ts";
import { comments } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import type { Replies } from "./answer-by-cards.ts";
import { findShowRow } from "./find-show.ts";
import { isOutdated } from "./is-outdated.ts";
import type { CommentFlag } from "./read-question.ts";

/**
 * A buyer's comment. `vi`: null until it is translated, and where nobody could. `reply`: in the buyer's language, from
 * the facts; `replies`: the same in each language it is told in, for whoever sends it. `count`: how many wrote the same. `renewed`: the show
 * has said otherwise, and what was suggested before, or the stories would suggest, is no longer. `canReply`: an answer reaches who wrote it;
 * `replied`: the one that did; `outdated`: it was a suggestion, and the show has said otherwise since.
 */
export type ShowComment = {
  id: string;
  author: string;
  text: string;
  language: Language | null;
  vi: string | null;
  reply: string | null;
  replies: Replies;
  renewed: boolean;
  flag: CommentFlag | null;
  count: number;
  canReply: boolean;
  replied: string | null;
  outdated: boolean;
};
export type CommentEvent = { seq: number; name: "comment"; data: ShowComment };

const COMMENTS_AT_ONCE_MAX = 500;

/** The bus channel that rings when a show has a comment or a translation of one. */
export const commentsChannel = (showId: string): string => `comments:${showId}`;

/**
 * Comments after `afterSeq`, oldest first, each text once; from the beginning of time, the last ones. One that was
 * translated, answered or said again since comes again with a new seq. Throws `show_not_found`.
 */
export async function readComments(
  services: Services,
  accountId: string,
  showId: string,
  afterSeq: number,
): Promise<{ events: CommentEvent[]; more: boolean; ended: boolean }> {
  const show = await findShowRow(services, accountId, showId);
  const isFirst = afterSeq === 0;
  const rows = await services.database.db
    .select()
    .from(comments)
    .where(and(eq(comments.showId, showId), isNull(comments.sameAs), gt(comments.seq, afterSeq)))
    .orderBy(isFirst ? desc(comments.seq) : asc(comments.seq))
    .limit(COMMENTS_AT_ONCE_MAX);
  const events = (isFirst ? rows.toReversed() : rows).map(
    ({ seq, id, author, text, language, vi, reply, replies, suggested, basis, flag, count, fromPage, replied }): CommentEvent => ({
      seq,
      name: "comment",
      data: {
        id,
        author,
        text,
        language,
        vi,
        reply,
        replies,
        renewed: isRenewed(suggested, replies) || (basis !== null && reply === null),
        flag,
        count,
        canReply: fromPage,
        replied,
        outdated: isOutdated({ replied, suggested, replies }),
      },
    }),
  );
  const more = !isFirst && rows.length === COMMENTS_AT_ONCE_MAX;
  return { events, more, ended: show.status === "ended" && !more };
}

function isRenewed(suggested: readonly string[], replies: Replies): boolean {
  const now = Object.values(replies);
  return suggested.some((text) => !now.includes(text));
}
