import { inArray, sql, type SQL } from "#database/drizzle.ts";
import type { Transaction } from "#database/connect.ts";
import { pitches, type stories } from "#database/schema.ts";
import type { Reading } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { hashOf } from "#pitches/choose.ts";
import type { Block } from "#pitches/pitch.ts";
import type { Services } from "#services.ts";
import { appendVersion } from "./append-version.ts";
import { saveAsClaimant, type Telling } from "./claim-story.ts";
import { factsFromEvent, pitchFromEvent, replaceFacts } from "./replace-told.ts";
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
  let last = Promise.resolve();
  /** One at a time: events are counted from those before them. `andThen` sees what changed while it waited for the story's row. */
  const save = (events: NewStoryEvent[], { set = {}, changes = [], andThen }: Change = {}): Promise<void> => {
    const all = { set, changes: [...appendStoryEvents(storyId, events), ...changes] };
    const { db } = services.database;
    const saved = last.then(async () => {
      if (andThen === undefined) await saveAsClaimant(db, telling, all);
      else
        await db.transaction(async (transaction) => {
          await saveAsClaimant(transaction, telling, all);
          await andThen(transaction);
        });
      await announceStoryEvents(services, storyId);
    });
    last = saved.catch(() => {});
    return saved;
  };

  const start = event("story-start", { storyId, languages: LANGUAGES });

  return {
    start: () => save([start]),

    /** The start comes with it where it was not told before. */
    facts: (reading: Reading) => save([start, event("facts", reading)], { set: openOf(reading), changes: factsFromEvent(storyId) }),

    block: (language: Language, part: "intro" | "loop", block: Block) => save([blockEvent(language, part, block)]),

    told({ language, pitch, listing, writer, findings }: TellingInOneLanguage) {
      const events = [
        ...pitch.intro.map((block) => blockEvent(language, "intro", block)),
        ...pitch.loop.map((block) => blockEvent(language, "loop", block)),
        event("pitch", { language, pitch, listing, writer, findings }, language),
      ];
      return save(events, { changes: pitchFromEvent(storyId) });
    },

    untold: (language: Language, code: string) => save([event("pitch-failed", { language, code }, language)]),

    end(told: readonly TellingInOneLanguage[], failures: Story["failures"], writer: Writer) {
      const findings = told.flatMap((one) => one.findings);
      return save([event("story-end", { storyId, status: "ready", writer, failures })], {
        set: { status: "ready", findings, writer, failures, errorCode: null },
        changes: removePitches(storyId, failures),
        andThen: (transaction) => appendVersion(transaction, storyId, { cause: "told", telling: telling.telling }),
      });
    },

    /** Nothing could be told: what the story said before stays, with the facts that it rests on. */
    failed: (code: string, before: Reading | undefined) =>
      save([event("story-failed", { storyId, code })], {
        set: { status: "failed", errorCode: code, ...(before && openOf(before)) },
        andThen: async (transaction) => before && replaceFacts(transaction, storyId, before),
      }),
  };
}

type Change = {
  set?: Partial<typeof stories.$inferInsert>;
  changes?: readonly SQL[];
  andThen?: (transaction: Transaction) => Promise<void>;
};

const openOf = ({ questions, conflicts }: Reading) => ({ questions, conflicts });

/** What an earlier telling said in a language that failed rests on facts that may have changed. It stays in the story's versions. */
function removePitches(storyId: string, failures: Story["failures"]): SQL[] {
  const languages = LANGUAGES.filter((language) => failures[language] !== undefined);
  if (languages.length === 0) return [];
  return [sql`removed as (delete from ${pitches} using held where story_id = ${storyId} and ${inArray(pitches.language, languages)})`];
}
