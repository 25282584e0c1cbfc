import { eq, sql } from "#database/drizzle.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount } from "#access/create-account.ts";
import { stories, storyVersions } from "#database/schema.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Block } from "#pitches/pitch.ts";
import { answerQuestions } from "#stories/answer-questions.ts";
import { editBlock, type BlockPlace } from "#stories/edit-block.ts";
import { findStory } from "#stories/find-story.ts";
import { findVersion } from "#stories/find-version.ts";
import { listVersions } from "#stories/list-versions.ts";
import { requestStory } from "#stories/request-story.ts";
import { restoreVersion } from "#stories/restore-version.ts";
import type { Story } from "#stories/story.ts";
import { undoEdit } from "#stories/undo-edit.ts";
import { writeStory } from "#stories/write-story.ts";
import { postgresAvailable, startPostgresServer, type PostgresServer } from "../support/postgres-server.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

const NOTES = "vải thiều lục ngạn nhà em, có vietgap, ngọt 18-20 brix, thùng xốp 10kg";
const OWN = "Bà con ơi, nhà em nói theo ý nhà em nhé!";
const never = new AbortController().signal;

const STORES = [
  { store: "PGlite", available: true },
  { store: "PostgreSQL", available: postgresAvailable },
];

describe.each(STORES)("on $store", ({ store, available }) => {
  describe.skipIf(!available)("the versions of a story", () => {
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

    async function tell(notes = NOTES): Promise<Story> {
      const { id } = await requestStory(services, account, { notes });
      await writeStory(services, { storyId: id, telling: 1 }, never);
      return findStory(services, account, id);
    }

    /** Answers the question about `about` and has the story told again. */
    async function answer({ id, questions }: Story, about: string, text: string): Promise<Story> {
      const question = questions.find((one) => one.about === about) ?? { id: `q-${about}` };
      await answerQuestions(services, account, id, { answers: [{ questionId: question.id, text }] });
      const [row] = await services.database.db.select({ telling: stories.telling }).from(stories).where(eq(stories.id, id));
      await writeStory(services, { storyId: id, telling: row?.telling ?? 0 }, never);
      return findStory(services, account, id);
    }

    const place = (story: Story, blockId: string, language: Language = "vi"): BlockPlace => ({ storyId: story.id, language, blockId });
    const edit = (story: Story, blockId: string, say: string) => editBlock(services, account, place(story, blockId), { say });
    const causes = async (story: Story) =>
      (await listVersions(services, account, story.id, { limit: 100 })).items.map(({ cause }) => cause);

    test("an edit sent twice, as a phone does that lost the answer, is one version, which says what was written", async () => {
      const story = await tell();
      for (let time = 0; time < 2; time += 1) await edit(story, "loop-hook", OWN);
      expect(await causes(story)).toEqual(["edited", "told"]);
      await edit(story, "loop-hook", `${OWN} Em nói lại nha.`);
      const { items } = await listVersions(services, account, story.id, { limit: 100 });
      expect(items.map(({ say, telling }) => [say, telling])).toEqual([
        [`${OWN} Em nói lại nha.`, 1],
        [OWN, 1],
        [undefined, 1],
      ]);
    });

    test("one for the telling, each edit, and each edit taken back, newest first and page by page", async () => {
      const story = await tell();
      await edit(story, "loop-hook", OWN);
      await edit(story, "loop-hook", `${OWN} Em nói lại nha.`);
      await undoEdit(services, account, place(story, "loop-hook"));
      const first = await listVersions(services, account, story.id, { limit: 3 });
      const rest = await listVersions(services, account, story.id, { limit: 3, cursor: first.nextCursor });
      expect([...first.items, ...rest.items].map(({ version, cause, blockId }) => [version, cause, blockId])).toEqual([
        [4, "undone", "loop-hook"],
        [3, "edited", "loop-hook"],
        [2, "edited", "loop-hook"],
        [1, "told", undefined],
      ]);
      expect(rest.nextCursor).toBeUndefined();
    });

    test("an edit taken back leaves the writer's words, and there is none to take back a second time", async () => {
      const story = await tell();
      await edit(story, "loop-hook", OWN);
      await undoEdit(services, account, place(story, "loop-hook"));
      expect((await findStory(services, account, story.id)).pitches).toEqual(story.pitches);
      await expect(undoEdit(services, account, place(story, "loop-hook"))).rejects.toMatchObject({ code: "block_not_found" });
    });

    test("each is shown as it was, and can be brought back, forwards too", async () => {
      const story = await tell();
      await edit(story, "loop-hook", OWN);
      const edited = await findStory(services, account, story.id);
      const again = await answer(edited, "price", "35 nghìn một cân");
      expect((await findVersion(services, account, story.id, 1)).pitches).toEqual(story.pitches);
      expect((await findVersion(services, account, story.id, 2)).pitches).toEqual(edited.pitches);
      expect((await findVersion(services, account, story.id, 3)).pitches).toEqual(again.pitches);

      const before = await restoreVersion(services, account, story.id, 1);
      expect(before).toMatchObject({ pitches: story.pitches, listings: story.listings, facts: story.facts, status: "ready" });
      expect(before.questions.map(({ about }) => about)).not.toContain("price");
      const redone = await restoreVersion(services, account, story.id, 3);
      expect(redone).toMatchObject({ pitches: again.pitches, listings: again.listings, facts: again.facts });
      expect(await causes(story)).toEqual(["restored", "restored", "told", "edited", "told"]);
    });

    test("what the grower has taken back since does not come back with the version that told it", async () => {
      const story = await answer(await tell(), "price", "35 nghìn một cân");
      await answer(story, "price", "40 nghìn một cân");
      const restored = await restoreVersion(services, account, story.id, 2);
      expect(JSON.stringify([restored.pitches, restored.listings])).not.toMatch(/35[.,]000|3万5千/);
      expect(restored.facts.filter(({ kind }) => kind === "price")).toEqual([]);
      for (const language of LANGUAGES) {
        expect(restored.pitches[language]?.loop.find(({ id }) => id === "loop-hook")).toEqual(
          story.pitches[language]?.loop.find(({ id }) => id === "loop-hook"),
        );
      }
    });

    test("none is brought back while the story is being told", async () => {
      const story = await tell();
      await services.database.db.update(stories).set({ status: "writing" }).where(eq(stories.id, story.id));
      await expect(restoreVersion(services, account, story.id, 1)).rejects.toMatchObject({ code: "story_busy" });
    });

    test("the last two hundred are kept", async () => {
      const story = await tell();
      await services.database.db.execute(sql`
        insert into ${storyVersions} (story_id, version, telling, cause, edits)
        select ${story.id}, number, 1, 'edited', '[]' from generate_series(2, 230) as number`);
      await edit(story, "loop-hook", OWN);
      const [newest] = (await listVersions(services, account, story.id, { limit: 1 })).items;
      expect(newest?.version).toBe(231);
      const rows = await services.database.db.select().from(storyVersions).where(eq(storyVersions.storyId, story.id));
      expect(rows).toHaveLength(200);
    });

    test("another account finds none of them", async () => {
      const story = await tell();
      const other = await createAccount(services, "other");
      await expect(listVersions(services, other, story.id, { limit: 1 })).rejects.toMatchObject({ code: "story_not_found" });
      await expect(findVersion(services, other, story.id, 1)).rejects.toMatchObject({ code: "version_not_found" });
      await expect(restoreVersion(services, other, story.id, 1)).rejects.toMatchObject({ code: "version_not_found" });
    });

    test("a person's words stay over ten tellings, also in a block that is told no more", async () => {
      let story = await answer(await tell(), "stock", "còn 2 tấn");
      const urgency = story.pitches.vi?.loop.find(({ beat }) => beat === "urgency");
      expect(urgency).toBeDefined();
      await edit(story, urgency?.id ?? "", OWN);
      await edit(story, "intro-who", `${OWN} Em là Thảo.`);
      for (let telling = 1; telling <= 10; telling += 1)
        story = await answer(story, "stock", telling % 2 === 1 ? "chưa biết" : `còn ${telling} tấn`);
      const said = [...(story.pitches.vi?.intro ?? []), ...(story.pitches.vi?.loop ?? [])].filter(({ edited }) => edited);
      expect(said.map(({ id, say }) => [id, say])).toEqual([
        ["intro-who", `${OWN} Em là Thảo.`],
        [urgency?.id, OWN],
      ]);
      story = await answer(story, "stock", "chưa biết");
      expect(story.pitches.vi?.loop.find(({ id }) => id === urgency?.id)).toMatchObject({ say: OWN, edited: true, beat: "urgency" });
    });

    test("a person's words stay on the block about the same, also where a new fact comes before it", async () => {
      const story = await tell("vải thiều lục ngạn, ngọt 18-20 brix, 30 quả một cân");
      const sweet = story.facts.find(({ kind }) => kind === "sweetness")?.id ?? "";
      const about = (one: Story) => one.pitches.vi?.loop.find(({ beat, factIds }) => beat === "feature" && factIds.includes(sweet));
      await edit(story, about(story)?.id ?? "", OWN);
      const again = await answer(story, "price", "35 nghìn một cân, có VietGAP");
      const features = again.pitches.vi?.loop.filter(({ beat }) => beat === "feature") ?? [];
      const certificate = again.facts.find(({ kind }) => kind === "certification")?.id ?? "";
      expect(features[0]).toMatchObject({ edited: false, factIds: expect.arrayContaining([certificate]) });
      expect(about(again)).toMatchObject({ say: OWN, edited: true, id: about(story)?.id });
      expect(new Set(features.map(({ id }) => id)).size).toBe(features.length);
    });

    test("a warning about a person's words goes when an answer brings the fact they lacked", async () => {
      const story = await tell();
      await edit(story, "loop-hook", "Vải nhà em 35 nghìn một cân.");
      const warned = await findStory(services, account, story.id);
      const warnings = ({ findings }: Story) => findings.flatMap(({ kind, severity }) => (severity === "warn" ? [kind] : []));
      expect(warnings(warned)).toEqual(["number"]);
      expect(warnings(await answer(warned, "price", "35 nghìn một cân"))).toEqual([]);
    });

    test.each([NOTES, "gao st25 soc trang nha trong, tui 5kg", "mật ong hoa nhãn Hưng Yên, chai 1 lít, quay tay", "hủ tiếu nhà làm"])(
      "an answer changes only what rests on it: %s",
      async (notes) => {
        const story = await tell(notes);
        const again = await answer(story, "price", "35 nghìn một cân");
        const price = again.facts.find(({ kind }) => kind === "price")?.id ?? "";
        for (const language of LANGUAGES) {
          for (const part of ["intro", "loop"] as const) {
            const before = story.pitches[language]?.[part] ?? [];
            const after = again.pitches[language]?.[part] ?? [];
            const unchanged = after.filter(({ factIds }) => !factIds.includes(price));
            expect(unchanged.length).toBeLessThan(after.length);
            const byId = new Map(before.map((block): [string, Block] => [block.id, block]));
            // An introduction that would last over a minute with it gives way where it saves the most.
            const other = unchanged.filter((block) => JSON.stringify(block) !== JSON.stringify(byId.get(block.id)));
            const saved = other.reduce((sum, block) => sum + (byId.get(block.id)?.seconds ?? 0) - block.seconds, 0);
            const seconds = after.reduce((sum, block) => sum + block.seconds, 0);
            if (part === "loop" || seconds + saved <= 60) expect(other).toEqual([]);
            expect(unchanged.length - other.length).toBeGreaterThan(1);
          }
        }
      },
    );
  });
});
