import { and, eq, isNull, sql } from "#database/drizzle.ts";
import { comments } from "#database/schema.ts";
import type { Transaction } from "#database/connect.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { commentFold } from "./comment-fold.ts";
import { findShowRow } from "./find-show.ts";
import { guessLanguage } from "./guess-language.ts";
import { lockComments } from "./lock-comments.ts";
import { commentsChannel } from "./read-comments.ts";
import { readQuestion } from "./read-question.ts";
import type { CommentRequest } from "./show.ts";

/** `fromPage`: written on the viewers' page, where an answer can be shown. */
type Origin = { fromPage: boolean };

/**
 * Takes a buyer's comment; the same id again is the same comment, and the same text again is counted with the first.
 * It is translated behind all captions. Throws `show_not_found`, `show_ended`, `queue_unavailable`.
 */
export async function addComment(
  services: Services,
  accountId: string,
  showId: string,
  request: CommentRequest,
  { fromPage }: Origin = { fromPage: false },
): Promise<void> {
  services.jobs.requireReady();
  const show = await findShowRow(services, accountId, showId);
  if (show.status === "ended") throw new AppError("show_ended", { showId });
  const commentId = await services.database.db.transaction((transaction) => store(transaction, showId, request, fromPage));
  await services.jobs.enqueue("comment.translate", { showId, commentId });
  void services.bus.publish(commentsChannel(showId), "").catch(() => {});
}

/** The id of the first comment that says this, which may be this one. */
async function store(transaction: Transaction, showId: string, { id, author, text }: CommentRequest, fromPage: boolean): Promise<string> {
  await lockComments(transaction, showId);
  const fold = commentFold(text);
  const [known] = await transaction
    .select()
    .from(comments)
    .where(and(eq(comments.showId, showId), eq(comments.id, id)));
  if (known !== undefined) return known.sameAs ?? known.id;
  const [first] = await transaction
    .select()
    .from(comments)
    .where(and(eq(comments.showId, showId), eq(comments.fold, fold), isNull(comments.sameAs)));
  const language = guessLanguage(text);
  const flag = language && readQuestion(text, language)?.flag;
  await transaction.insert(comments).values({ showId, id, author, text, fold, sameAs: first?.id, flag, fromPage });
  if (first === undefined) return id;
  await transaction.execute(sql`
    update ${comments} set count = count + 1, from_page = from_page or ${fromPage}, seq = default where show_id = ${showId} and id = ${first.id}`);
  return first.id;
}
