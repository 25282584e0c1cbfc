import { and, isNotNull, isNull, lt, or } from "#database/drizzle.ts";
import { buyerQuestions } from "#database/schema.ts";
import type { Services } from "#services.ts";

/** Longer than reading or telling takes, so that whoever is at work has had their time. */
const FORGOTTEN_MS = 30_000;
const AT_ONCE_MAX = 200;

/** Job `questions.recover`: finds what nobody has read or told in the buyer's language, and asks for it again. */
export async function recoverBuyerQuestions(services: Services): Promise<void> {
  const before = new Date(Date.now() - FORGOTTEN_MS);
  const { readAt, createdAt, answeredAt, answerSource } = buyerQuestions;
  const forgotten = await services.database.db
    .select({ questionId: buyerQuestions.id, round: buyerQuestions.round, readAt })
    .from(buyerQuestions)
    .where(or(and(isNull(readAt), lt(createdAt, before)), and(isNotNull(answeredAt), isNull(answerSource), lt(answeredAt, before))))
    .orderBy(createdAt)
    .limit(AT_ONCE_MAX);
  for (const { questionId, round, readAt } of forgotten) {
    if (readAt === null) await services.jobs.enqueue("question.read", { questionId });
    else await services.jobs.enqueue("answer.translate", { questionId, round });
  }
}
