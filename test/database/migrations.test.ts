import { and, eq } from "#database/drizzle.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectDatabase, type Database } from "#database/connect.ts";
import { expireRecords } from "#database/expire-records.ts";
import { accounts, comments, idempotencyKeys, photos, sessions, shows, stories } from "#database/schema.ts";
import { postgresAvailable, startPostgresServer, type PostgresServer } from "../support/postgres-server.ts";
import { startModule } from "../support/run-module.ts";
import { createTestServices } from "../support/test-services.ts";

const stores = [
  { store: "PGlite", available: true },
  { store: "PostgreSQL", available: postgresAvailable },
];

describe.each(stores)("the records on $store", ({ store, available }) => {
  describe.skipIf(!available)("after the migrations", () => {
    let server: PostgresServer | undefined;
    let database: Database;

    beforeAll(async () => {
      if (store === "PostgreSQL") server = await startPostgresServer();
      database = await connectDatabase({ databaseUrl: server?.url });
      await database.db.insert(accounts).values({ id: "ac_1", name: "Vườn vải Lục Ngạn" });
    });
    afterAll(async () => {
      await database?.close();
      await server?.stop();
    });

    const story: Omit<typeof stories.$inferInsert, "id"> = { accountId: "ac_1", notes: "vải thiều 55k/kg", markets: ["vn", "jp"] };

    it("answer a ping", async () => {
      await expect(database.ping()).resolves.toBeUndefined();
    });

    it("give back text, numbers, arrays, JSON and times as they were stored", async () => {
      const { db } = database;
      const before = Date.now();
      await db
        .insert(stories)
        .values({ ...story, id: "st_1", minutes: 4.5, questions: [{ id: "q1", about: "price", text: "Giá bao nhiêu một ký?" }] });
      const [row] = await db.select().from(stories).where(eq(stories.id, "st_1"));
      expect(row).toMatchObject({
        ...story,
        minutes: 4.5,
        status: "requested",
        telling: 1,
        questions: [{ id: "q1", about: "price", text: "Giá bao nhiêu một ký?" }],
        conflicts: [],
        writer: null,
      });
      expect(Math.abs((row?.createdAt.getTime() ?? 0) - before)).toBeLessThan(60_000);
    });

    it("give back a photo's bytes as they were stored, also in a transaction", async () => {
      const { db } = database;
      await db.insert(stories).values({ ...story, id: "st_photo" });
      const [large, small] = [Uint8Array.from({ length: 70_000 }, (_, at) => at % 256), new Uint8Array()];
      const photo = { id: "ph_1", storyId: "st_photo", hash: "00", width: 4, height: 3, large, small };
      await db.transaction((transaction) => transaction.insert(photos).values(photo));
      const [row] = await db.select().from(photos);
      expect([Buffer.compare(Buffer.from(row?.large ?? ""), large), row?.small.length]).toEqual([0, 0]);
    });

    it("let one of fifty claim a row", async () => {
      const { db } = database;
      await db.insert(stories).values({ ...story, id: "st_claim" });
      const claims = await Promise.all(
        Array.from({ length: 50 }, (_, claimant) =>
          db
            .update(stories)
            .set({ status: "writing", claim: String(claimant) })
            .where(and(eq(stories.id, "st_claim"), eq(stories.status, "requested")))
            .returning({ claim: stories.claim }),
        ),
      );
      const won = claims.flat();
      expect(won).toHaveLength(1);
      const [row] = await db.select().from(stories).where(eq(stories.id, "st_claim"));
      expect(row?.claim).toBe(won[0]?.claim);
    });

    it("refuse a story of nobody, and take an account's stories away with it", async () => {
      const { db } = database;
      await expect(db.insert(stories).values({ ...story, id: "st_nobody", accountId: "ac_none" })).rejects.toThrow();
      await db.insert(accounts).values({ id: "ac_2", name: "Gone soon" });
      await db.insert(stories).values({ ...story, id: "st_gone", accountId: "ac_2" });
      await db.delete(accounts).where(eq(accounts.id, "ac_2"));
      expect(await db.select().from(stories).where(eq(stories.id, "st_gone"))).toEqual([]);
    });

    it("number comments upwards in the order in which they came", async () => {
      const { db } = database;
      await db
        .insert(shows)
        .values({ id: "sh_1", accountId: "ac_1", title: "Vải", languages: ["vi", "ja"], glossary: [], lines: [], epoch: "e1" });
      for (const id of ["c", "a", "b"]) await db.insert(comments).values({ showId: "sh_1", id, author: "Mai", text: "còn không?" });
      const rows = await db.select().from(comments).where(eq(comments.showId, "sh_1")).orderBy(comments.seq);
      expect(rows.map(({ id }) => id)).toEqual(["c", "a", "b"]);
      const seqs = rows.map(({ seq }) => seq);
      expect(seqs).toEqual(seqs.toSorted((one, other) => one - other));
    });

    it("forget idempotency keys after 24 hours and sessions after their time, and nothing else", async () => {
      const { db } = database;
      const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
      const key = { accountId: "ac_1", requestHash: "0", seed: "0" };
      await db.insert(idempotencyKeys).values([
        { ...key, key: "old", createdAt: hoursAgo(25) },
        { ...key, key: "young", createdAt: hoursAgo(23) },
      ]);
      await db.insert(sessions).values([
        { hash: "over", kind: "link", accountId: "ac_1", expiresAt: hoursAgo(0.01) },
        { hash: "open", kind: "session", accountId: "ac_1", expiresAt: hoursAgo(-1) },
      ]);
      const services = await createTestServices();
      await expireRecords({ ...services, database });
      await services.close();
      expect((await db.select().from(idempotencyKeys)).map((row) => row.key)).toEqual(["young"]);
      expect((await db.select().from(sessions)).map((row) => row.hash)).toEqual(["open"]);
    });
  });
});

describe("one database and several processes", () => {
  it.skipIf(!postgresAvailable)("is brought up to date once when three start at the same time on PostgreSQL", async () => {
    const server = await startPostgresServer();
    const connect = `
      import { connectDatabase } from "#database/connect.ts";
      const { db, ping } = await connectDatabase({ databaseUrl: process.argv[1] });
      await ping();
      process.stdout.write("ready\\n");`;
    const starting = [1, 2, 3].map(() => startModule(connect, [server.url]));
    expect(await Promise.all(starting.map(({ firstLine }) => firstLine))).toEqual(["ready", "ready", "ready"]);
    await Promise.all(starting.map((one) => one.kill()));
    await server.stop();
  });

  it.skipIf(!postgresAvailable)("is reported as out of reach, with a code, where no server answers", async () => {
    await expect(connectDatabase({ databaseUrl: "postgres://farmcast@127.0.0.1:1/none" })).rejects.toMatchObject({
      code: "store_unavailable",
    });
  });
});
