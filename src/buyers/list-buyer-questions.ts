import { and, desc, eq, isNull, sql } from "#database/drizzle.ts";
import { readCursor, writeCursor } from "#database/cursor.ts";
import { buyerQuestions } from "#database/schema.ts";
import type { Services } from "#services.ts";
import { findStory } from "#stories/find-story.ts";
import { readAnswers } from "#stories/read-answers.ts";
import type { BuyerQuestion } from "./buyer-question.ts";
import { questionOfRow } from "./question-of-row.ts";

type Page = { limit: number; cursor?: string | undefined; open?: boolean | undefined };

/** What buyers asked on a story's listing, newest first; `open`: only what is not answered. Throws `story_not_found`, `bad_request`. */
export async function listBuyerQuestions(
  services: Services,
  accountId: string,
  storyId: string,
  page: Page,
): Promise<{ items: BuyerQuestion[]; nextCursor?: string }> {
  const story = await findStory(services, accountId, storyId);
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor);
  const { createdAt, id } = buyerQuestions;
  const [rows, answers] = await Promise.all([
    services.database.db
      .select()
      .from(buyerQuestions)
      .where(
        and(
          eq(buyerQuestions.storyId, storyId),
          page.open === true ? isNull(buyerQuestions.answeredAt) : undefined,
          after && sql`(${createdAt}, ${id}) < (${after.createdAt.toISOString()}::timestamptz, ${after.id})`,
        ),
      )
      .orderBy(desc(createdAt), desc(id))
      .limit(page.limit + 1),
    readAnswers(services, storyId),
  ]);
  const grower = { notes: story.notes, answers };
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined;
  return {
    items: rows.slice(0, page.limit).map((row) => questionOfRow(services.words, story, grower, row)),
    ...(last && { nextCursor: writeCursor(last) }),
  };
}
