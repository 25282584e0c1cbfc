import { createHash } from "node:crypto";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";
import { and, eq, isNull, sql } from "#database/drizzle.ts";
import { idempotencyKeys } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import { newSeed } from "#ids.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";

const KEY_HOURS = 24;
/** A request still unanswered after this time died with its process; its key is free again. */
const RUNNING_SECONDS_MAX = 30;
const KEY = /^[\x21-\x7e]{1,255}$/;

type IdempotencyRow = typeof idempotencyKeys.$inferSelect;

/**
 * `Idempotency-Key` of a POST: the first answer again, status and body, with `Idempotency-Replayed: true`; 422 for
 * the same key with another request, 409 while the first still runs. Only a success is kept: what failed may be tried again.
 */
export function answerOnce({ database, logger }: Services) {
  const { db } = database;
  return createMiddleware<AppEnv>(async (c, next) => {
    const key = c.req.header("idempotency-key");
    if (c.req.method !== "POST" || key === undefined) return next();
    if (!KEY.test(key)) throw new AppError("bad_request", { parameter: "Idempotency-Key" });
    const { accountId } = c.get("caller");
    const requestHash = await hashOf(c);
    const own = and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key));
    const running = and(own, isNull(idempotencyKeys.responseStatus));
    const { seed, earlier } = await claim({ db, accountId, key, requestHash });
    if (earlier !== undefined) return replay(earlier, requestHash);
    c.set("seed", seed);

    let kept = false;
    try {
      await next();
      if (c.res.ok) {
        const responseBody = await c.res.clone().text();
        await db.update(idempotencyKeys).set({ responseStatus: c.res.status, responseBody }).where(running);
        kept = true;
      }
    } finally {
      if (!kept) {
        const free = db.delete(idempotencyKeys).where(running);
        await free.catch((error: unknown) => logger.warn({ err: error }, "idempotency key not freed; it will be in a while"));
      }
    }
  });
}

/** Takes the key, or finds who has it. Of a hundred who ask at once, one gets a seed. A dead request's seed goes on to who asks the same again. */
async function claim(ask: {
  db: Services["database"]["db"];
  accountId: string;
  key: string;
  requestHash: string;
}): Promise<{ seed: string; earlier?: undefined } | { seed?: undefined; earlier: IdempotencyRow }> {
  const { db, accountId, key, requestHash } = ask;
  const { createdAt, responseStatus, seed } = idempotencyKeys;
  const expired = sql`${createdAt} < now() - make_interval(hours => ${KEY_HOURS})`;
  const fresh = {
    requestHash,
    seed: sql`case when ${expired} or ${idempotencyKeys.requestHash} <> excluded.request_hash then excluded.seed else ${seed} end`,
    responseStatus: null,
    responseBody: null,
    createdAt: sql`now()`,
  };
  const taken = await db
    .insert(idempotencyKeys)
    .values({ accountId, key, requestHash, seed: newSeed() })
    .onConflictDoUpdate({
      target: [idempotencyKeys.accountId, idempotencyKeys.key],
      set: fresh,
      setWhere: sql`${expired} or (${responseStatus} is null and ${createdAt} < now() - make_interval(secs => ${RUNNING_SECONDS_MAX}))`,
    })
    .returning({ seed });
  if (taken[0] !== undefined) return taken[0];
  const [row] = await db
    .select()
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.accountId, accountId), eq(idempotencyKeys.key, key)));
  // Freed between the two statements: the first failed just now.
  if (row === undefined) throw new AppError("idempotency_running");
  return { earlier: row };
}

function replay(row: IdempotencyRow, requestHash: string): Response {
  if (row.requestHash !== requestHash) throw new AppError("idempotency_mismatch");
  if (row.responseStatus === null) throw new AppError("idempotency_running");
  const headers = new Headers({ "content-type": "application/json", "idempotency-replayed": "true" });
  return new Response(row.responseBody === "" ? null : row.responseBody, { status: row.responseStatus, headers });
}

async function hashOf(c: Context<AppEnv>): Promise<string> {
  // As bytes: read as text, a body that is none would come to its route broken.
  const body = new Uint8Array(await c.req.arrayBuffer());
  return createHash("sha256").update(`${c.req.method} ${c.req.path}\n`).update(body).digest("hex");
}
