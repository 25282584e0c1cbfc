import { and, eq } from "#database/drizzle.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cues, segments, streams } from "#database/schema.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { saySegment } from "#shows/say-segment.ts";
import { postgresAvailable, startPostgresServer, type PostgresServer } from "../support/postgres-server.ts";
import { openTestShow, type ShowStage } from "./show-fixture.ts";

const STORES = [
  { store: "PGlite", available: true },
  { store: "PostgreSQL", available: postgresAvailable },
];

describe.each(STORES)("what is said at once, on $store", ({ store, available }) => {
  let server: PostgresServer | undefined;
  let stage: ShowStage;
  beforeAll(async () => {
    if (!available) return;
    server = store === "PostgreSQL" ? await startPostgresServer() : undefined;
    stage = await openTestShow({ env: server === undefined ? {} : { DATABASE_URL: server.url } });
  });
  afterAll(async () => {
    await stage?.services.close();
    await server?.stop();
  });
  const say = (id: string, text: string) => saySegment(stage.services, stage.accountId, stage.show.id, { id, text, final: true });
  const stored = (id: string) => stage.services.database.db.select().from(segments).where(eq(segments.id, id));

  it.skipIf(!available)("is shown once each, numbered without a hole in every language", async () => {
    const sentences = Array.from({ length: 30 }, (_, at) => [
      `n${at}`,
      at % 2 === 0 ? "giá hôm nay bốn mươi nghìn một cân" : `con trâu thứ ${at}`,
    ]);
    const answers = await Promise.all([...sentences, ...sentences].map(([id = "", text = ""]) => say(id, text)));
    expect(new Set(answers.map(({ cueId }) => cueId)).size).toBe(30);
    for (const language of LANGUAGES) {
      const rows = await stage.services.database.db
        .select()
        .from(cues)
        .where(and(eq(cues.showId, stage.show.id), eq(cues.language, language)))
        .orderBy(cues.seq);
      expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, at) => at + 1));
      expect(new Set(rows.map(({ cue }) => cue)).size).toBe(language === "vi" ? 30 : 15);
    }
  });

  it.skipIf(!available)("is stored and shown, or neither: what fails in between may be said again", async () => {
    const { db } = stage.services.database;
    const ofEnglish = and(eq(streams.showId, stage.show.id), eq(streams.language, "en"));
    const [before] = await db.select().from(streams).where(ofEnglish);
    // Its next number is taken, so that the caption cannot be stored.
    const [taken] = await db.select().from(cues).where(eq(cues.language, "en")).limit(1);
    if (taken === undefined || before === undefined) throw new Error("nothing was said before");
    const inTheWay = { ...taken, seq: before.seq + 1, cue: "in-the-way" };
    await db.insert(cues).values(inTheWay);
    await expect(say("again", "giá hôm nay bốn mươi nghìn một cân")).rejects.toThrow();
    expect(await stored("again")).toEqual([]);
    expect(await db.select().from(streams).where(ofEnglish)).toEqual([before]);
    await db.delete(cues).where(and(eq(cues.showId, stage.show.id), eq(cues.cue, "in-the-way")));
    await say("again", "giá hôm nay bốn mươi nghìn một cân");
    expect(await stored("again")).toMatchObject([{ final: true, pending: [] }]);
    expect(await db.select().from(streams).where(ofEnglish)).toMatchObject([{ seq: before.seq + 1 }]);
  });
});
