import fc from "fast-check";
import { eq } from "#database/drizzle.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ensureOwner } from "#access/ensure-owner.ts";
import { openStreamToken } from "#access/open-stream-token.ts";
import { AUDIENCES, signStreamToken } from "#access/stream-token.ts";
import { settings, shows } from "#database/schema.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

const SHOW = "sh_00000000000000000abc";
const DAY_MS = 86_400_000;

let services: TestServices;
beforeAll(async () => {
  services = await createTestServices();
  const accountId = await ensureOwner(services);
  await services.database.db
    .insert(shows)
    .values({ id: SHOW, accountId, title: "live", languages: ["vi"], glossary: [], lines: [], epoch: "e" });
}, 60_000);
afterAll(() => services.close());

const sign = (version = 1, now?: number) => signStreamToken(services, { showId: SHOW, audience: "watch", version }, now);

test("a token opens its show for its audience, is safe in a path and comes out the same again", async () => {
  for (const audience of AUDIENCES) {
    const token = await signStreamToken(services, { showId: SHOW, audience, version: 1 });
    expect(token).toMatch(/^[\w.-]+$/);
    expect(await signStreamToken(services, { showId: SHOW, audience, version: 1 })).toBe(token);
    expect(await openStreamToken(services, token)).toEqual({ showId: SHOW, audience, accountId: "ac_owner" });
  }
});

test("a token altered anywhere opens nothing", async () => {
  const token = await sign();
  await fc.assert(
    fc.asyncProperty(fc.nat(token.length - 1), fc.string({ unit: "binary-ascii", minLength: 0, maxLength: 3 }), async (at, put) => {
      const altered = token.slice(0, at) + put + token.slice(at + 1);
      fc.pre(altered !== token);
      await expect(openStreamToken(services, altered)).rejects.toMatchObject({ code: "stream_token_refused" });
    }),
    { numRuns: 300 },
  );
});

test("a signature does not carry over to another audience, show or version", async () => {
  const [show, audience, version, day, mac] = (await sign()).split(".");
  for (const forged of [
    [show, "captions", version, day, mac],
    ["sh_00000000000000000abd", audience, version, day, mac],
    [show, audience, "2", day, mac],
    [show, audience, version, String(Number(day) + 1), mac],
  ]) {
    await expect(openStreamToken(services, forged.join("."))).rejects.toMatchObject({ code: "stream_token_refused" });
  }
});

test("a token ends after its days, and not before", async () => {
  await expect(openStreamToken(services, await sign(1, Date.now() - 8 * DAY_MS))).rejects.toMatchObject({ code: "stream_token_refused" });
  await expect(openStreamToken(services, await sign(1, Date.now() - 6 * DAY_MS))).resolves.toMatchObject({ showId: SHOW });
});

test("raising the show's version revokes every earlier token", async () => {
  const token = await sign();
  await services.database.db.update(shows).set({ tokenVersion: 2 }).where(eq(shows.id, SHOW));
  await expect(openStreamToken(services, token)).rejects.toMatchObject({ code: "stream_token_refused" });
  await expect(openStreamToken(services, await sign(2))).resolves.toMatchObject({ showId: SHOW });
});

test("processes that start at once agree on one secret", async () => {
  const other = { database: { ...services.database } };
  await services.database.db.delete(settings);
  const others = Array.from({ length: 5 }, () => ({ database: { ...services.database } }));
  const tokens = await Promise.all(
    [other, ...others].map((process) => signStreamToken(process, { showId: SHOW, audience: "watch", version: 2 })),
  );
  expect(new Set(tokens).size).toBe(1);
});
