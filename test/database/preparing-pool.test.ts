import { expect, test } from "vitest";
import { connectDatabase } from "#database/connect.ts";
import { sql } from "#database/drizzle.ts";
import { postgresAvailable, startPostgresServer } from "../support/postgres-server.ts";

test.skipIf(!postgresAvailable)("a server reads a statement with parameters once, and other statements as they come", async () => {
  const server = await startPostgresServer();
  const { db, close } = await connectDatabase({ databaseUrl: server.url });
  try {
    for (const times of [1, 2, 3]) {
      const { rows } = await db.execute(sql`select ${times}::int * 2 as doubled`);
      expect(rows).toEqual([{ doubled: times * 2 }]);
      await db.transaction(async (tx) => {
        expect((await tx.execute(sql`select ${times}::int * 3 as tripled`)).rows).toEqual([{ tripled: times * 3 }]);
      });
    }
    for (let at = 0; at < 400; at += 1) {
      const { rows } = await db.execute(sql`select ${at}::int + ${sql.raw(String(at))} as sum`);
      expect(rows).toEqual([{ sum: 2 * at }]);
    }
    const { rows } = await db.execute(sql`select statement from pg_prepared_statements`);
    const statements = rows.map(({ statement }) => String(statement));
    expect(statements.filter((statement) => /\* [23] as/.test(statement)).toSorted()).toEqual([
      "select $1::int * 2 as doubled",
      "select $1::int * 3 as tripled",
    ]);
    expect(statements.length).toBeLessThanOrEqual(300);
  } finally {
    await close();
    await server.stop();
  }
});
