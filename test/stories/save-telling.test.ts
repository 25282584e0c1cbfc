import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount } from "#access/create-account.ts";
import { LANGUAGES } from "#i18n/language.ts";
import type { Block } from "#pitches/pitch.ts";
import { ClaimLost, claimStory } from "#stories/claim-story.ts";
import { requestStory } from "#stories/request-story.ts";
import { openSaves } from "#stories/save-telling.ts";
import { readStoryEvents } from "#stories/story-events.ts";
import { postgresAvailable, startPostgresServer, type PostgresServer } from "../support/postgres-server.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

const STORES = [
  { store: "PGlite", available: true },
  { store: "PostgreSQL", available: postgresAvailable },
];
const WRITERS = 4;
const BLOCKS = 8;
const block = (id: string): Block => ({ id, beat: "hook", say: `Cả nhà ơi, ${id}!`, seconds: 2, factIds: [], edited: false });

describe.each(STORES)("on $store", ({ store, available }) => {
  describe.skipIf(!available)("what a writer saves", () => {
    let server: PostgresServer | undefined;
    let services: TestServices;
    let account: string;

    beforeAll(async () => {
      if (store === "PostgreSQL") server = await startPostgresServer();
      services = await createTestServices({ env: server === undefined ? {} : { DATABASE_URL: server.url } });
      account = await createAccount(services, "grower");
    });
    afterAll(async () => {
      await services.close();
      await server?.stop();
    });

    test("in all languages at once, while others take the story over, is told once each and without a hole", async () => {
      const { id } = await requestStory(services, account, { notes: "vải thiều 45k/kg" });
      const saved: Promise<string | undefined>[] = [];
      for (let writer = 0; writer < WRITERS; writer += 1) {
        const telling = await claimStory(services, id, 1);
        if (telling === undefined) throw new Error("not claimed");
        const saves = openSaves(services, telling);
        const save = async (language: (typeof LANGUAGES)[number], name: string) => {
          try {
            await saves.block(language, "loop", block(name));
            return `${language} ${name}`;
          } catch (error) {
            if (error instanceof ClaimLost) return undefined;
            throw error;
          }
        };
        // Every second block is told by all writers: the first to say it has said it for all.
        const names = Array.from({ length: BLOCKS }, (_, at) => (at % 2 === 0 ? `b${at}` : `b${at}-${writer}`));
        const mine = names.flatMap((name) => LANGUAGES.map((language) => save(language, name)));
        saved.push(...mine);
        // The next one claims in the midst of it; the last is left alone.
        await mine[0];
      }
      const told = new Set((await Promise.all(saved)).filter((one) => one !== undefined));
      const { events } = await readStoryEvents(services, account, id, 0);
      expect(told.size).toBeGreaterThanOrEqual(BLOCKS * LANGUAGES.length);
      expect(events).toHaveLength(told.size);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
    });
  });
});
