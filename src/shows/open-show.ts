import { eq } from "#database/drizzle.ts";
import { randomText, newId } from "#ids.ts";
import { shows, streams } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import { LANGUAGES } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { findStory } from "#stories/find-story.ts";
import type { Story } from "#stories/story.ts";
import { carryOver, NOTHING } from "./carry-over.ts";
import { putRight } from "./put-right.ts";
import { storyLines, storyOf } from "./story-lines.ts";
import { showOfRow } from "./show-of-row.ts";
import { GLOSSARY_TERMS_MAX, SCRIPT_LINES_MAX, type PreparedLine, type Show, type ShowRequest } from "./show.ts";

/**
 * Opens a show, once for one `seed`. Its lines are taken as they are now: the stories' blocks and answers in every language told, then what
 * an earlier show leaves to it, then the streamer's own script. Throws `story_not_found` and `show_not_found`, also for another account's,
 * `story_being_told` of one that is not told in every language yet, and `too_much_carried`.
 */
export async function openShow(services: Services, accountId: string, request: ShowRequest, seed?: string): Promise<Show> {
  const carried = request.after === undefined ? NOTHING : await carryOver(services, accountId, request.after);
  const storyIds = new Set(request.storyIds ?? carried.storyIds);
  const stories = await Promise.all([...storyIds].map((storyId) => findStory(services, accountId, storyId)));
  const untold = stories.find(isBeingTold);
  if (untold !== undefined) throw new AppError("story_being_told", { storyId: untold.id });
  const prepared = putRight([...stories.flatMap(storyLines), ...carried.script], carried.corrected);
  const lines = withoutRepeats([...prepared, ...(request.script ?? [])]);
  const terms = request.glossary ?? [];
  const anew = new Set(terms.map(keyOf));
  const glossary = [...carried.glossary.filter((term) => !anew.has(keyOf(term))), ...terms];
  const ownLines = lines.filter((line) => storyOf(line) === undefined);
  // What comes with the request alone has its limits at the edge.
  if (request.after !== undefined && (ownLines.length > SCRIPT_LINES_MAX || glossary.length > GLOSSARY_TERMS_MAX))
    throw new AppError("too_much_carried", { lines: SCRIPT_LINES_MAX, terms: GLOSSARY_TERMS_MAX });
  const row = {
    id: newId("sh", seed),
    accountId,
    title: request.title,
    languages: LANGUAGES.filter((language) => (request.languages ?? carried.languages).includes(language)),
    glossary,
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
  return [...new Map(lines.map((line) => [keyOf(line), line])).values()];
}

function keyOf({ vi }: { vi: string }): string {
  return vi.normalize("NFC").toLowerCase();
}
