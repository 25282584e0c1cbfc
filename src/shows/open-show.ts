import { eq } from "#database/drizzle.ts";
import { randomText, newId } from "#ids.ts";
import { shows, streams } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import { LANGUAGES } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { findStory } from "#stories/find-story.ts";
import type { Story } from "#stories/story.ts";
import { storyLines } from "./story-lines.ts";
import { showOfRow } from "./show-of-row.ts";
import type { PreparedLine, Show, ShowRequest } from "./show.ts";

/**
 * Opens a show, once for one `seed`. Its lines are taken as they are now: the stories' blocks and answers in every language told, then the
 * streamer's own script. Throws `story_not_found`, also for another account's, and `story_being_told` of one that is not told in every
 * language yet.
 */
export async function openShow(services: Services, accountId: string, request: ShowRequest, seed?: string): Promise<Show> {
  const stories = await Promise.all([...new Set(request.storyIds)].map((storyId) => findStory(services, accountId, storyId)));
  const untold = stories.find(isBeingTold);
  if (untold !== undefined) throw new AppError("story_being_told", { storyId: untold.id });
  const lines = withoutRepeats([...stories.flatMap(storyLines), ...(request.script ?? [])]);
  const row = {
    id: newId("sh", seed),
    accountId,
    title: request.title,
    languages: LANGUAGES.filter((language) => (request.languages ?? LANGUAGES).includes(language)),
    glossary: request.glossary ?? [],
    lines,
    epoch: randomText(8),
  };
  const stored = await services.database.db.transaction(async (transaction) => {
    await transaction.insert(shows).values(row).onConflictDoNothing();
    await transaction
      .insert(streams)
      .values(row.languages.map((language) => ({ showId: row.id, language })))
      .onConflictDoNothing();
    return transaction.query.shows.findFirst({ where: eq(shows.id, row.id) });
  });
  if (stored === undefined) throw new Error("an insert returned no row");
  return showOfRow(services, stored);
}

/** One that is told again has its languages from before. */
function isBeingTold({ status, pitches }: Story): boolean {
  return (status === "requested" || status === "writing") && LANGUAGES.some((language) => pitches[language] === undefined);
}

/** The loop says some of the introduction again: once is enough to find it. The streamer's own line goes before a story's. */
function withoutRepeats(lines: readonly PreparedLine[]): PreparedLine[] {
  return [...new Map(lines.map((line) => [line.vi.normalize("NFC").toLowerCase(), line])).values()];
}
