import { and, desc, eq, inArray } from "#database/drizzle.ts";
import { storyEvents, storyVersions } from "#database/schema.ts";
import type { Reading } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { markOf } from "./story-events.ts";
import { factsEventSchema, pitchEventSchema, type TellingInOneLanguage } from "./story.ts";

/** What a telling has announced: the reading, and each language that it has told. */
export type FoundTelling = { reading: Reading | undefined; told: Partial<Record<Language, TellingInOneLanguage>> };

/** Reads a telling back from its events; they never change, whatever a later telling does to the story. */
export async function findTelling(services: Services, storyId: string, telling: number): Promise<FoundTelling> {
  const marks = [markOf(telling, "facts"), ...LANGUAGES.map((language) => markOf(telling, "pitch", language))];
  const rows = await services.database.db
    .select({ name: storyEvents.name, data: storyEvents.data })
    .from(storyEvents)
    .where(and(eq(storyEvents.storyId, storyId), inArray(storyEvents.mark, marks)));
  const facts = factsEventSchema.safeParse(rows.find(({ name }) => name === "facts")?.data);
  const pitches = rows.filter(({ name }) => name === "pitch").flatMap(({ data }) => pitchEventSchema.safeParse(data).data ?? []);
  return { reading: facts.data, told: Object.fromEntries(pitches.map((told) => [told.language, told])) };
}

/** The telling whose texts the story shows now: the last, unless an earlier version was brought back. Undefined for a story that was never told. */
export async function findShownTelling(services: Services, storyId: string): Promise<FoundTelling | undefined> {
  const [shown] = await services.database.db
    .select({ telling: storyVersions.telling })
    .from(storyVersions)
    .where(eq(storyVersions.storyId, storyId))
    .orderBy(desc(storyVersions.version))
    .limit(1);
  return shown && findTelling(services, storyId, shown.telling);
}
