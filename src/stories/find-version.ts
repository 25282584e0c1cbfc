import { and, eq } from "#database/drizzle.ts";
import { stories, storyVersions } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import { findTelling, type FoundTelling } from "./find-telling.ts";
import { layEdits } from "./lay-edits.ts";
import { summaryOf } from "./list-versions.ts";
import type { StoryVersion } from "./story.ts";

/** A version as its texts were then. Throws `version_not_found`, also for another account's. */
export async function findVersion(services: Services, accountId: string, storyId: string, version: number): Promise<StoryVersion> {
  const { row, telling } = await readVersion(services, accountId, storyId, version);
  const found: StoryVersion = { ...summaryOf(row), facts: telling.reading?.facts ?? [], pitches: {}, listings: {}, writers: {} };
  for (const { language, pitch, listing, writer } of Object.values(telling.told)) {
    found.pitches[language] = layEdits(pitch, language, row.edits);
    found.listings[language] = listing;
    found.writers[language] = writer;
  }
  return found;
}

type VersionRow = typeof storyVersions.$inferSelect;

/** A version's row and the telling that it shows. Throws `version_not_found`. */
export async function readVersion(
  services: Services,
  accountId: string,
  storyId: string,
  version: number,
): Promise<{ row: VersionRow; telling: FoundTelling }> {
  const [found] = await services.database.db
    .select({ row: storyVersions })
    .from(storyVersions)
    .innerJoin(stories, eq(stories.id, storyVersions.storyId))
    .where(and(eq(storyVersions.storyId, storyId), eq(storyVersions.version, version), eq(stories.accountId, accountId)));
  if (found === undefined) throw new AppError("version_not_found", { storyId, version });
  return { row: found.row, telling: await findTelling(services, storyId, found.row.telling) };
}
