import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectDatabase } from "#database/connect.ts";
import { sql } from "#database/drizzle.ts";
import { comments } from "#database/schema.ts";
import { readOnAir } from "#shows/read-on-air.ts";
import { renewStaleSuggestions } from "#shows/renew-stale-suggestions.ts";
import { renewSuggestions } from "#shows/renew-suggestions.ts";
import { openShow } from "#shows/open-show.ts";
import { postgresAvailable, startPostgresServer } from "../support/postgres-server.ts";
import { openTestShow, type ShowStage } from "./show-fixture.ts";

const LINES = 300;
const script = Array.from({ length: LINES }, (_, at) => ({
  id: `k${at}`,
  vi: `Rổ số ${at} em để ${20 + (at % 60)} nghìn một cân, từ ${2 + (at % 7)} cân trở lên em bớt cho.`,
}));

let stage: ShowStage;
beforeAll(async () => {
  stage = await openTestShow({}, { title: "Chợ phiên", script, languages: ["vi", "en", "ja"] });
});
afterAll(() => stage.services.close());

/** A show that has said each line and as much free talk, in three languages. */
const sayMuch = (services: Pick<ShowStage["services"], "database">, showId: string, sentences = 2 * LINES) =>
  services.database.db.execute(sql`
    insert into farmcast.cues (show_id, language, seq, cue, rev, text, lines, status, line, provenance, start_ms, end_ms, latency_ms)
    select ${showId}, language, at, 'q' || at, 1, 'hôm nay còn ' || at || ' rổ, ' || 20 + at % 60 || ' nghìn một cân nha', '[]', 'final',
      case when at % 2 = 0 then 'k' || (at / 2) % ${sql.raw(String(LINES))} end, 'machine', at * 2000, at * 2000 + 1900, 50
    from generate_series(1, ${sql.raw(String(sentences))}) as at, unnest(array['vi', 'en', 'ja']) as language`);

const ask = (showId: string, at: number) =>
  stage.services.database.db.insert(comments).values({
    showId,
    id: `c${at}`,
    author: "Ann",
    text: `how much is basket ${at}?`,
    fold: `how much is basket ${at}`,
    language: "en",
    reply: `${20 + at},000 dong a kilo.`,
    replies: { en: `${20 + at},000 dong a kilo.` },
    basis: {
      replies: { en: `${20 + at},000 dong a kilo.`, vi: `${20 + at} nghìn một cân, còn ${at} rổ, từ ${at} cân.` },
      abouts: ["price"],
      storyIds: [],
    },
  });

test("twenty different suggestions of a long show are held against it without keeping captions waiting", { timeout: 60_000 }, async () => {
  const { services, show } = stage;
  await sayMuch(services, show.id);
  for (let at = 0; at < 20; at += 1) await ask(show.id, at);
  await renewSuggestions(services, show.id);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await renewSuggestions(services, show.id);
  await sleep(20);
  delay.disable();
  // The store of this test is in its process, too: it alone takes some of that.
  expect(delay.max / 1e6).toBeLessThan(400);
});

test("many shows are looked at each by itself, once while it waits, so that what comes round comes round", async () => {
  const { services, accountId } = stage;
  for (let at = 0; at < 3; at += 1) {
    const { id } = await openShow(services, accountId, { title: "Sạp rau", script });
    await ask(id, at);
    await services.database.db.execute(sql`update farmcast.streams set seq = 9 where show_id = ${id}`);
  }
  const waiting = async () => (await services.jobs.counts()).find(({ queue }) => queue === "comments")?.waiting;
  const before = (await waiting()) ?? 0;
  await renewStaleSuggestions(services);
  await renewStaleSuggestions(services);
  expect(await waiting()).toBe(before + 3);
});

test.runIf(postgresAvailable)(
  "six hours are read from PostgreSQL by the index, not once for each sentence",
  { timeout: 60_000 },
  async () => {
    const server = await startPostgresServer();
    const database = await connectDatabase({ databaseUrl: server.url });
    try {
      const { db } = database;
      await db.execute(sql`insert into farmcast.accounts (id, name) values ('ac_x', 'A stall')`);
      await db.execute(sql`
      insert into farmcast.shows (id, account_id, title, languages, glossary, lines, epoch)
      select 'sh_' || at, 'ac_x', 'Chợ', '{vi,en,ja}', '[]', '[]', 'e' from generate_series(0, 100) as at`);
      await db.execute(sql`
      insert into farmcast.streams (show_id, language) select id, language from farmcast.shows, unnest(array['vi', 'en', 'ja']) as language`);
      await sayMuch({ database }, "sh_0", 10_000);
      for (let at = 1; at <= 100; at += 1) await sayMuch({ database }, `sh_${at}`, 300);
      await db.execute(sql`analyze farmcast.cues`);
      const blocks = async () => {
        const { rows } = await db.execute<{ blocks: number }>(sql`
        select (heap_blks_hit + heap_blks_read + idx_blks_hit + idx_blks_read)::int as blocks, pg_stat_clear_snapshot(), pg_stat_force_next_flush()
        from pg_statio_user_tables where relname = 'cues'`);
        return rows[0]?.blocks ?? 0;
      };
      await blocks();
      const before = await blocks();
      const said = await readOnAir({ database }, "sh_0", script);
      expect(said).toHaveLength(LINES + 200);
      expect(said.at(-1)?.texts).toHaveProperty("ja");
      await expect.poll(blocks, { timeout: 5_000 }).toBeGreaterThan(before);
      expect((await blocks()) - before).toBeLessThan(20_000);
    } finally {
      await database.close();
      await server.stop();
    }
  },
);
