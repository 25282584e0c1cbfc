import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#database/connect.ts";
import { facts as factsTable, pitches, stories } from "#database/schema.ts";
import type { Reading } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { hashOf } from "#pitches/choose.ts";
import type { Block } from "#pitches/pitch.ts";
import type { Services } from "#services.ts";
import { appendVersion } from "./append-version.ts";
import { saveAsClaimant, type Telling } from "./claim-story.ts";
import { announceStoryEvents, appendStoryEvents, markOf, type NewStoryEvent } from "./story-events.ts";
import type { Story, StoryEventName, TellingInOneLanguage, Writer } from "./story.ts";

/** Saves what a telling has come to, as its claimant, and announces it. Throws `ClaimLost` where it is another's by now. */
export function openSaves(services: Services, telling: Telling) {
  const { storyId } = telling;
  const event = (name: StoryEventName, data: unknown, part = ""): NewStoryEvent => {
    return { mark: markOf(telling.telling, name, part), name, data };
  };
  /** The same block is told once; one that has changed since is told again. */
  const blockEvent = (language: Language, part: "intro" | "loop", block: Block) =>
    event("block", { language, part, block }, `${language}/${part}/${block.id}/${hashOf(JSON.stringify(block))}`);
  const save = async (events: NewStoryEvent[], change?: (transaction: Transaction) => Promise<unknown>) => {
    await saveAsClaimant(services, telling, async (transaction) => {
      await change?.(transaction);
      await appendStoryEvents(transaction, storyId, events);
    });
    await announceStoryEvents(services, storyId);
  };

  const start = event("story-start", { storyId, languages: LANGUAGES });

  return {
    start: () => save([start]),

    /** The start comes with it where it was not told before. */
    facts: (reading: Reading) => save([start, event("facts", reading)], (transaction) => replaceReading(transaction, storyId, reading)),

    block: (language: Language, part: "intro" | "loop", block: Block) => save([blockEvent(language, part, block)]),

    told({ language, pitch, listing, writer, findings }: TellingInOneLanguage) {
      const events = [
        ...pitch.intro.map((block) => blockEvent(language, "intro", block)),
        ...pitch.loop.map((block) => blockEvent(language, "loop", block)),
        event("pitch", { language, pitch, listing, writer, findings }, language),
      ];
      return save(events, (transaction) => replacePitch(transaction, storyId, { language, pitch, listing, writer }));
    },

    untold: (language: Language, code: string) => save([event("pitch-failed", { language, code }, language)]),

    end(told: readonly TellingInOneLanguage[], failures: Story["failures"], writer: Writer) {
      const findings = told.flatMap((one) => one.findings);
      return save([event("story-end", { storyId, status: "ready", writer, failures })], async (transaction) => {
        await removePitches(transaction, storyId, failures);
        const done = { status: "ready", findings, writer, failures, errorCode: null } as const;
        await transaction.update(stories).set(done).where(eq(stories.id, storyId));
        await appendVersion(transaction, storyId, { cause: "told", telling: telling.telling });
      });
    },

    /** Nothing could be told: what the story said before stays, with the facts that it rests on. */
    failed: (code: string, before: Reading | undefined) =>
      save([event("story-failed", { storyId, code })], async (transaction) => {
        if (before !== undefined) await replaceReading(transaction, storyId, before);
        await transaction.update(stories).set({ status: "failed", errorCode: code }).where(eq(stories.id, storyId));
      }),
  };
}

export async function replaceReading(transaction: Transaction, storyId: string, { facts, questions, conflicts }: Reading): Promise<void> {
  await transaction.delete(factsTable).where(eq(factsTable.storyId, storyId));
  if (facts.length > 0) {
    await transaction.insert(factsTable).values(facts.map((fact, position) => ({ storyId, position, ...fact })));
  }
  await transaction.update(stories).set({ questions, conflicts }).where(eq(stories.id, storyId));
}

export async function replacePitch(
  transaction: Transaction,
  storyId: string,
  { language, pitch, listing, writer }: Omit<TellingInOneLanguage, "findings">,
): Promise<void> {
  const row = { pitch, listing, slug: listing.slug, writer };
  await transaction
    .insert(pitches)
    .values({ storyId, language, ...row })
    .onConflictDoUpdate({ target: [pitches.storyId, pitches.language], set: row });
}

/** What an earlier telling said in a language that failed rests on facts that may have changed. It stays in the story's versions. */
async function removePitches(transaction: Transaction, storyId: string, failures: Story["failures"]): Promise<void> {
  const languages = LANGUAGES.filter((language) => failures[language] !== undefined);
  if (languages.length === 0) return;
  await transaction.delete(pitches).where(and(eq(pitches.storyId, storyId), inArray(pitches.language, languages)));
}
