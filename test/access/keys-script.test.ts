import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findCallerByKey } from "#access/find-caller-by-key.ts";
import { readConfig } from "#config.ts";
import { connectDatabase } from "#database/connect.ts";
import { migratedDatabase } from "../support/migrated-database.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "farmcast-keys-"));
  // As a service leaves it: that one is made from nothing is shown where a service starts in an empty folder.
  await (await connectDatabase({ dataDir: folder, template: await migratedDatabase() })).close();
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

type Run = { code: number; out: string; errors: string };

function keys(...args: string[]): Promise<Run> {
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], DATA_DIR: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/keys.ts", ...args], { env }, (error, out, errors) =>
      resolve({ code: error === null ? 0 : 1, out, errors }),
    );
  });
}

test("keys are made, listed and revoked on the embedded records", async () => {
  const made = await keys("create", "phone", "--scopes", "read,stream", "--account", "Vườn nhà Tám");
  expect([made.code, made.errors]).toEqual([0, expect.stringContaining("Vườn nhà Tám")]);
  const key = made.out.trim();
  expect(key).toMatch(/^fc_\w+$/);
  const list = await keys("list");
  expect(list.out).toContain("read,stream");
  expect(list.out).not.toContain(key.split("_")[2]);
  const id = /^ke_\w+/.exec(list.out)?.[0] ?? "";

  const database = await connectDatabase({ dataDir: folder });
  expect(await findCallerByKey({ config: readConfig({}), database }, key)).toMatchObject({ keyId: id, scopes: ["read", "stream"] });
  const held = await keys("list");
  expect([held.code, held.errors]).toEqual([1, expect.stringContaining("A running server holds")]);
  expect(held.errors).toContain("/v1/keys");
  await database.close();

  expect((await keys("revoke", id)).code).toBe(0);
  expect((await keys("list")).out).toContain("revoked");
  expect((await keys("revoke", "ke_none")).code).toBe(1);
}, 180_000);

test("a wrong command or scope says what is right", async () => {
  expect(await keys()).toMatchObject({ code: 1, errors: expect.stringContaining("create NAME") });
  expect(await keys("create", "x", "--scopes", "read,admin")).toMatchObject({
    code: 1,
    errors: expect.stringContaining("read,write,stream"),
  });
});
