import { and, eq, lte, sql } from "#database/drizzle.ts";
import type { Transaction } from "#database/connect.ts";
import { blockEdits, stories, storyVersions } from "#database/schema.ts";
import type { Language } from "#i18n/language.ts";
import type { VersionSummary } from "./story.ts";

/** Older versions are forgotten; what was told stays in the events. */
const VERSIONS_MAX = 200;

/**
 * Keeps the story's texts as they are now: the telling that is shown (`telling`, else the one shown last) and all edits over it.
 * Belongs into the transaction that changed them, whose caller holds the story's row.
 */
export async function appendVersion(
  transaction: Transaction,
  storyId: string,
  { cause, telling, language, blockId }: { cause: VersionSummary["cause"]; telling?: number; language?: Language; blockId?: string },
): Promise<void> {
  const { rows } = await transaction.execute<{ version: number }>(sql`
    insert into ${storyVersions} (story_id, version, telling, cause, language, block_id, edits)
    select ${storyId}, coalesce(last.version, 0) + 1, coalesce(${telling ?? null}::int, last.telling, story.telling), ${cause},
      ${language ?? null}, ${blockId ?? null}, edits.all
    from ${stories} as story
    left join lateral (select version, telling from ${storyVersions} where story_id = story.id order by version desc limit 1) as last on true
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('language', language, 'blockId', block_id, 'say', say, 'do', "do", 'show', "show")), '[]') as all
      from ${blockEdits} where story_id = story.id
    ) as edits
    where story.id = ${storyId}
    returning version`);
  const oldest = (rows[0]?.version ?? 0) - VERSIONS_MAX;
  if (oldest <= 0) return;
  await transaction.delete(storyVersions).where(and(eq(storyVersions.storyId, storyId), lte(storyVersions.version, oldest)));
}
