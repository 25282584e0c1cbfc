import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "#database/drizzle.ts";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PGlite } from "@electric-sql/pglite";
import { connectDatabase, type Database } from "#database/connect.ts";
import { PglitePool } from "#database/pglite-pool.ts";
import { accounts } from "#database/schema.ts";
import { migratedDatabase } from "../support/migrated-database.ts";
import { runModule, startModule } from "../support/run-module.ts";

describe("a pool over one PGlite", () => {
  let pglite: PGlite;
  let pool: PglitePool;

  beforeAll(async () => {
    pglite = await PGlite.create({ loadDataDir: await migratedDatabase() });
  });
  afterAll(() => pglite.close());
  beforeEach(async () => {
    pool = new PglitePool(pglite);
    await pool.query("DROP TABLE IF EXISTS steps; CREATE TABLE steps (id serial PRIMARY KEY, writer int, step int)");
  });
  afterEach(() => pool.end());

  it("keeps the statements of a transaction together while fifty others write", async () => {
    const writers = Array.from({ length: 50 }, (_, writer) => writer);
    await Promise.all(
      writers.map(async (writer) => {
        const client = await pool.connect();
        await client.query("BEGIN");
        for (const step of [1, 2, 3]) {
          await client.query("INSERT INTO steps (writer, step) VALUES ($1, $2)", [writer, step]);
          await new Promise(setImmediate);
        }
        await client.query(writer % 5 === 0 ? "ROLLBACK" : "COMMIT");
        client.release();
        await pool.query("INSERT INTO steps (writer, step) VALUES ($1, 4)", [writer]);
      }),
    );
    const { rows } = await pool.query({ text: "SELECT writer, step FROM steps WHERE step < 4 ORDER BY id", rowMode: "array" });
    expect(rows).toHaveLength(40 * 3);
    const steps = rows.map((row) => JSON.stringify(row));
    for (let at = 0; at < steps.length; at += 3) {
      const writer = steps[at]?.match(/\d+/)?.[0];
      expect(steps.slice(at, at + 3)).toEqual([1, 2, 3].map((step) => `[${writer},${step}]`));
    }
    expect((await pool.query("SELECT FROM steps WHERE step = 4")).rows).toHaveLength(50);
  });

  it("keeps statements in line that were asked for without waiting", async () => {
    const client = await pool.connect();
    const asked = [
      client.query("BEGIN"),
      client.query("INSERT INTO steps (writer, step) VALUES ($1, $2)", [1, 1]),
      client.query("INSERT INTO steps (writer, step) VALUES ($1, $2)", [1, 2]),
      client.query("ROLLBACK"),
      pool.query("INSERT INTO steps (writer, step) VALUES ($1, $2)", [2, 1]),
    ];
    await Promise.all(asked);
    client.release();
    expect((await pool.query("SELECT writer, step FROM steps")).rows).toEqual([{ writer: 2, step: 1 }]);
  });

  it("passes a notification on to every listening client, with its channel and payload", async () => {
    const clients = await Promise.all([pool.connect(), pool.connect(), pool.connect()]);
    const heard = clients.map((client) => new Promise((resolve) => client.once("notification", resolve)));
    await Promise.all(clients.map((client) => client.query("LISTEN doorbell")));
    await pool.query("SELECT pg_notify('doorbell', 'live')");
    for (const message of await Promise.all(heard)) expect(message).toMatchObject({ channel: "doorbell", payload: "live" });
    for (const client of clients) client.release();
  });

  it("stays usable after a statement that fails on its own", async () => {
    await expect(pool.query("SELECT nothing FROM nowhere")).rejects.toThrow("nowhere");
    await expect(pool.query("SELECT $1::int", ["not a number"])).rejects.toThrow("not a number");
    expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  });

  it("stays usable after a statement that fails inside a transaction", async () => {
    const client = await pool.connect();
    await client.query("BEGIN");
    await client.query("INSERT INTO steps (writer, step) VALUES (1, 1)");
    await expect(client.query("SELECT nothing FROM nowhere")).rejects.toThrow("nowhere");
    await expect(client.query("INSERT INTO steps (writer, step) VALUES (1, 2)")).rejects.toThrow("aborted");
    const waiting = pool.query("INSERT INTO steps (writer, step) VALUES (2, 1)");
    await client.query("ROLLBACK");
    client.release();
    await waiting;
    expect((await pool.query("SELECT writer, step FROM steps")).rows).toEqual([{ writer: 2, step: 1 }]);
  });

  it("goes on in a transaction that rolls back to a savepoint", async () => {
    const client = await pool.connect();
    await client.query("BEGIN");
    await client.query("INSERT INTO steps (writer, step) VALUES (1, 1)");
    await client.query("SAVEPOINT before_mistake");
    const waiting = pool.query("INSERT INTO steps (writer, step) VALUES (2, 1)");
    await expect(client.query("SELECT nothing FROM nowhere")).rejects.toThrow("nowhere");
    await client.query("ROLLBACK TO SAVEPOINT before_mistake");
    await client.query("INSERT INTO steps (writer, step) VALUES (1, 2)");
    await client.query("COMMIT");
    client.release();
    await waiting;
    expect((await pool.query("SELECT writer, step FROM steps ORDER BY id")).rows).toEqual([
      { writer: 1, step: 1 },
      { writer: 1, step: 2 },
      { writer: 2, step: 1 },
    ]);
  });

  it("rolls back what a client had begun when it is given back", async () => {
    const client = await pool.connect();
    await client.query("BEGIN");
    await client.query("INSERT INTO steps (writer, step) VALUES (1, 1)");
    client.release();
    expect((await pool.query("SELECT FROM steps")).rows).toHaveLength(0);
  });

  it("keeps no more statements read than it has room for, and reads the oldest anew", async () => {
    const ask = (at: number) => pool.query(`SELECT $1::int + ${at} AS sum`, [at]);
    for (let at = 0; at < 400; at += 1) expect((await ask(at)).rows).toEqual([{ sum: 2 * at }]);
    expect((await ask(0)).rows).toEqual([{ sum: 0 }]);
    const { rows } = await pool.query("SELECT count(*)::int AS kept FROM pg_prepared_statements WHERE statement LIKE '%AS sum'");
    expect(rows).toEqual([{ kept: 300 }]);
  });

  it("takes the same statement with one kind of value after another", async () => {
    const ask = async (value: unknown) => (await pool.query("SELECT $1::jsonb AS it", [value])).rows;
    expect(await ask({ fields: ["a", null] })).toEqual([{ it: { fields: ["a", null] } }]);
    expect(await ask(null)).toEqual([{ it: null }]);
    await expect(pool.query("INSERT INTO steps (writer) VALUES ($1)", ["none"])).rejects.toThrow("none");
    await pool.query("INSERT INTO steps (writer) VALUES ($1)", [7]);
    expect((await pool.query("SELECT writer FROM steps WHERE writer = any($1)", [[6, 7]])).rows).toEqual([{ writer: 7 }]);
  });

  it("keeps long texts as they are, whatever their type", async () => {
    const long = "vải thiều Lục Ngạn 🥭 ".repeat(200);
    const { rows } = await pool.query(
      "SELECT $1::text AS text, $2::json AS json, $3::jsonb AS jsonb, $4::varchar AS varchar, $5::text[] AS list",
      [long, { long }, { long }, long, [long]],
    );
    expect(rows).toEqual([{ text: long, json: { long }, jsonb: { long }, varchar: long, list: [long] }]);
  });

  it("refuses new work once it has ended", async () => {
    const other = new PglitePool(pglite);
    await other.end();
    await expect(other.query("SELECT 1")).rejects.toThrow("after calling end");
    await expect(other.connect()).rejects.toThrow("after calling end");
  });
});

describe("the records on PGlite", () => {
  let database: Database;
  beforeAll(async () => {
    database = await connectDatabase({ template: await migratedDatabase() });
  });
  afterAll(() => database?.close());

  it("rolls a failed drizzle transaction back, the nested part alone where only that failed", async () => {
    const { db } = database;
    await expect(
      db.transaction(async (transaction) => {
        await transaction.insert(accounts).values({ id: "ac_lost", name: "Lost" });
        throw new Error("changed my mind");
      }),
    ).rejects.toThrow("changed my mind");
    await db.transaction(async (transaction) => {
      await transaction.insert(accounts).values({ id: "ac_kept", name: "Kept" });
      await transaction
        .transaction(async (nested) => {
          await nested.insert(accounts).values({ id: "ac_half", name: "Half" });
          throw new Error("only this part");
        })
        .catch(() => {});
    });
    const rows = await db.select({ id: accounts.id }).from(accounts);
    expect(rows).toEqual([{ id: "ac_kept" }]);
  });

  it("counts right when fifty transactions add to one row at once", async () => {
    const { db } = database;
    await db.insert(accounts).values({ id: "ac_count", name: "0" });
    await Promise.all(
      Array.from({ length: 50 }, () =>
        db.transaction(async (transaction) => {
          const [row] = await transaction.select().from(accounts).where(eq(accounts.id, "ac_count"));
          await transaction
            .update(accounts)
            .set({ name: String(Number(row?.name) + 1) })
            .where(eq(accounts.id, "ac_count"));
        }),
      ),
    );
    const [row] = await db.select().from(accounts).where(eq(accounts.id, "ac_count"));
    expect(row?.name).toBe("50");
  });
});

describe("a data folder", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "farmcast-data-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const hold = `
    import { lockFolder } from "#database/lock-folder.ts";
    try { await lockFolder(process.argv[1]); process.stdout.write("held\\n"); setInterval(() => {}, 1000); }
    catch (error) { process.stdout.write(error.message + "\\n"); }`;

  it("is refused to a second process while the first one runs, and open again when it ends", async () => {
    const database = await connectDatabase({ dataDir: folder, template: await migratedDatabase() });
    expect(await runModule(hold, [folder])).toContain(`another process is using ${folder}`);
    await database.close();
    const reopened = await connectDatabase({ dataDir: folder });
    await reopened.close();
  }, 30_000);

  it("is open again after its process was killed, and then to one of many only", async () => {
    const killed = startModule(hold, [folder]);
    expect(await killed.firstLine).toBe("held");
    await killed.kill();
    const racers = Array.from({ length: 6 }, () => startModule(hold, [folder]));
    const lines = await Promise.all(racers.map((racer) => racer.firstLine));
    await Promise.all(racers.map((racer) => racer.kill()));
    expect(lines.filter((line) => line === "held")).toHaveLength(1);
  }, 30_000);
});
