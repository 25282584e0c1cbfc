import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { connectDatabase, type Database } from "#database/connect.ts";
import { accounts, shows, showTokens, tokenReservations, tokenUsage } from "#database/schema.ts";
import { newId } from "#ids.ts";
import { estimateTokens } from "#models/estimate-tokens.ts";
import { ModelError, type LanguageModel, type ModelCall } from "#models/language-model.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { withBudget } from "#models/token-budget.ts";
import { eq } from "#database/drizzle.ts";
import { migratedDatabase } from "../support/migrated-database.ts";
import { postgresAvailable, startPostgresServer, type PostgresServer } from "../support/postgres-server.ts";

const SYSTEM = "s".repeat(400);
const CALL = {
  task: "read-facts",
  system: SYSTEM,
  user: "u",
  schema: z.object({ text: z.string() }),
  maxOutputTokens: 300,
  deadlineMs: 5_000,
};
/** What one call may cost at most: its prompt, a thousand for the schema, its longest answer. */
const RESERVED = estimateTokens(SYSTEM) + estimateTokens("u") + 1_000 + 300;
const SAID = { text: "xin chào" };
const USED = estimateTokens(SYSTEM + "u") + estimateTokens(JSON.stringify(SAID));

const daily = (dailyTokens: number) => ({ dailyTokens, showTokens: 0 });

// PGlite lets one statement in at a time: only on a server are two ever under way at once.
let server: PostgresServer | undefined;
let database: Database;
beforeAll(async () => {
  if (postgresAvailable) server = await startPostgresServer();
  database = await connectDatabase(server === undefined ? { template: await migratedDatabase() } : { databaseUrl: server.url });
}, 60_000);
afterAll(async () => {
  await database.close();
  await server?.stop();
});

async function newAccount(): Promise<ModelCall<{ text: string }>> {
  const accountId = newId("ac");
  await database.db.insert(accounts).values({ id: accountId, name: "Vườn thử" });
  return { ...CALL, accountId };
}

async function countsOf({ accountId }: { accountId: string }): Promise<{ used: number; held: number }> {
  const [row] = await database.db.select().from(tokenUsage).where(eq(tokenUsage.accountId, accountId));
  const held = await database.db.select().from(tokenReservations).where(eq(tokenReservations.accountId, accountId));
  const sum = held.reduce((tokens, reservation) => tokens + reservation.tokens, 0);
  // What is held is counted twice, and the two agree.
  expect(row?.held ?? 0).toBe(sum);
  return { used: row?.used ?? 0, held: sum };
}

const failureOf = (asking: Promise<unknown>) =>
  asking.then(
    () => "answered",
    (error: unknown) => (error instanceof ModelError ? error.failure : error),
  );

test("200 calls at once never pass the cap, not even while they run", async () => {
  const call = await newAccount();
  const cap = 20 * RESERVED + 10;
  let running = 0;
  let runningMax = 0;
  const slow = createScriptedModel(async () => {
    runningMax = Math.max(runningMax, ++running);
    await sleep(300);
    running--;
    return SAID;
  });
  const model = withBudget(slow, database, daily(cap));
  const outcomes = await Promise.all(Array.from({ length: 200 }, () => failureOf(model.ask(call))));
  const answered = outcomes.filter((outcome) => outcome === "answered").length;

  expect(runningMax * RESERVED).toBeLessThanOrEqual(cap);
  expect(answered).toBeGreaterThanOrEqual(20);
  expect(outcomes.filter((outcome) => outcome !== "answered" && outcome !== "budget_spent")).toEqual([]);
  await expect.poll(() => countsOf(call)).toEqual({ used: answered * USED, held: 0 });
  expect(answered * USED).toBeLessThanOrEqual(cap);
}, 30_000);

test("refuses before the model is asked", async () => {
  const call = await newAccount();
  const model = createScriptedModel(() => SAID);
  expect(await failureOf(withBudget(model, database, daily(RESERVED - 1)).ask(call))).toBe("budget_spent");
  expect(model.calls).toHaveLength(0);
});

test("gives back what a call did not use, so that the next one fits", async ({ onTestFinished }) => {
  // What gives it back stands behind a connection that is still to be made.
  const fresh = server === undefined ? database : await connectDatabase({ databaseUrl: server.url });
  if (fresh !== database) onTestFinished(() => fresh.close());
  const call = await newAccount();
  const model: LanguageModel = withBudget(
    createScriptedModel(() => SAID),
    fresh,
    daily(RESERVED + USED),
  );
  expect(await failureOf(model.ask(call))).toBe("answered");
  expect(await failureOf(model.ask(call))).toBe("answered");
  expect(await failureOf(model.ask(call))).toBe("budget_spent");
  await expect.poll(() => countsOf(call)).toEqual({ used: 2 * USED, held: 0 });
});

test("a failed call pays for the tokens it cost all the same", async () => {
  const call = await newAccount();
  const cut = createScriptedModel(() => new ModelError("unreachable", { inputTokens: 200, outputTokens: 40 }));
  expect(await failureOf(withBudget(cut, database, daily(10 * RESERVED)).ask(call))).toBe("unreachable");
  await expect.poll(() => countsOf(call)).toEqual({ used: 240, held: 0 });
});

test("one account's budget is no other's", async () => {
  const [one, other] = [await newAccount(), await newAccount()];
  const model = withBudget(
    createScriptedModel(() => SAID),
    database,
    daily(RESERVED),
  );
  expect(await failureOf(model.ask(one))).toBe("answered");
  expect(await failureOf(model.ask(one))).toBe("budget_spent");
  expect(await failureOf(model.ask(other))).toBe("answered");
});

test("what a crash left reserved runs out", async () => {
  const call = await newAccount();
  const showId = await newShow(call);
  const limits = { dailyTokens: RESERVED, showTokens: RESERVED };
  const never = withBudget(
    createScriptedModel(() => new Promise(() => {})),
    database,
    limits,
  );
  void never.ask({ ...call, showId });
  const model = withBudget(
    createScriptedModel(() => SAID),
    database,
    limits,
  );
  const isHeld = async () => (await countsOf(call)).held === RESERVED;
  await expect.poll(isHeld).toBe(true);
  expect(await failureOf(model.ask(call))).toBe("budget_spent");
  await database.db
    .update(tokenReservations)
    .set({ expiresAt: new Date(Date.now() - 1) })
    .where(eq(tokenReservations.accountId, call.accountId));
  expect(await failureOf(model.ask({ ...call, showId }))).toBe("answered");
  await expect.poll(() => countsOf(call)).toEqual({ used: USED, held: 0 });
});

async function newShow({ accountId }: { accountId: string }): Promise<string> {
  const id = newId("sh");
  await database.db.insert(shows).values({ id, accountId, title: "Vườn", epoch: "e", languages: ["vi", "en"], lines: [], glossary: [] });
  return id;
}

test("a show's calls side by side never pass its cap, and are counted for the account too; one show's is no other's", async () => {
  const call = await newAccount();
  const [showId, other] = [await newShow(call), await newShow(call)];
  const cap = 5 * RESERVED;
  const asked = createScriptedModel(async () => {
    await sleep(50);
    return SAID;
  });
  // Two processes, each with a model of its own.
  const models = [1, 2].map(() => withBudget(asked, database, { dailyTokens: 1_000 * RESERVED, showTokens: cap }));
  const outcomes: unknown[] = [];
  for (let round = 0; round < 40 && outcomes.filter((outcome) => outcome === "show_budget_spent").length < 40; round += 1) {
    outcomes.push(...(await Promise.all(models.flatMap((model) => [1, 2].map(() => failureOf(model.ask({ ...call, showId })))))));
  }
  const answered = outcomes.filter((outcome) => outcome === "answered").length;
  expect(new Set(outcomes)).toEqual(new Set(["answered", "show_budget_spent"]));
  expect(answered * USED).toBeGreaterThan(cap - 2 * RESERVED);
  expect(answered * USED).toBeLessThanOrEqual(cap);
  expect(asked.calls).toHaveLength(answered);
  const ofShow = async () => (await database.db.select().from(showTokens).where(eq(showTokens.showId, showId)))[0];
  await expect.poll(ofShow).toEqual({ showId, used: answered * USED, held: 0, spent: true });
  expect(await failureOf(models[0]?.ask({ ...call, showId: other }) ?? Promise.reject())).toBe("answered");
  expect(await failureOf(models[0]?.ask(call) ?? Promise.reject())).toBe("answered");
  await expect.poll(() => countsOf(call)).toEqual({ used: (answered + 2) * USED, held: 0 });
});

test("a show that may use more after all is no longer spent", async () => {
  const call = await newAccount();
  const showId = await newShow(call);
  const within = (tokens: number) =>
    withBudget(
      createScriptedModel(() => SAID),
      database,
      { dailyTokens: 1_000 * RESERVED, showTokens: tokens },
    );
  const isSpent = async () => (await database.db.select().from(showTokens).where(eq(showTokens.showId, showId)))[0]?.spent;
  expect(await failureOf(within(RESERVED - 1).ask({ ...call, showId }))).toBe("show_budget_spent");
  expect(await isSpent()).toBe(true);
  expect(await failureOf(within(RESERVED).ask({ ...call, showId }))).toBe("answered");
  expect(await isSpent()).toBe(false);
});

test("a show's next call waits for no statement where its budget is far from its end", async ({ skip }) => {
  skip(server === undefined, "only a server lets two statements in at once");
  const call = await newAccount();
  const showId = await newShow(call);
  const asked = createScriptedModel(() => SAID);
  const model = withBudget(asked, database, { dailyTokens: 1_000 * RESERVED, showTokens: 1_000 * RESERVED });
  expect(await failureOf(model.ask({ ...call, showId }))).toBe("answered");
  const ahead = 500 * Math.ceil(RESERVED / 500);
  await expect.poll(() => countsOf(call)).toEqual({ used: USED, held: ahead });
  await database.db.transaction(async (tx) => {
    await tx.select().from(tokenUsage).where(eq(tokenUsage.accountId, call.accountId)).for("update");
    expect(await failureOf(model.ask({ ...call, showId }))).toBe("answered");
    expect(asked.calls).toHaveLength(2);
  });
  await expect.poll(() => countsOf(call)).toEqual({ used: 2 * USED, held: ahead });
  // What is held is no other show's, and a longer call holds its own.
  const other = await newShow(call);
  expect(await failureOf(model.ask({ ...call, showId: other }))).toBe("answered");
  expect(await failureOf(model.ask({ ...call, showId, maxOutputTokens: 2_000 }))).toBe("answered");
  const longer = 500 * Math.ceil((RESERVED + 1_700) / 500);
  await expect.poll(() => countsOf(call)).toEqual({ used: 4 * USED, held: 2 * ahead + longer });
});

test("what was held ahead for a show that is silent is given back by the next one's call", async ({ onTestFinished }) => {
  onTestFinished(() => void vi.useRealTimers());
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-06-15T12:00:00Z") });
  const call = await newAccount();
  const [silent, next] = [await newShow(call), await newShow(call)];
  const model = withBudget(
    createScriptedModel(() => SAID),
    database,
    { dailyTokens: 1_000 * RESERVED, showTokens: 1_000 * RESERVED },
  );
  const ahead = 500 * Math.ceil(RESERVED / 500);
  expect(await failureOf(model.ask({ ...call, showId: silent }))).toBe("answered");
  await expect.poll(() => countsOf(call)).toEqual({ used: USED, held: ahead });
  vi.setSystemTime(new Date("2026-06-15T12:02:10Z"));
  expect(await failureOf(model.ask({ ...call, showId: silent }))).toBe("answered");
  await expect.poll(() => countsOf(call)).toEqual({ used: 2 * USED, held: ahead });
  expect(await failureOf(model.ask({ ...call, showId: next }))).toBe("answered");
  await expect.poll(() => countsOf(call)).toEqual({ used: 3 * USED, held: 2 * ahead });
});
