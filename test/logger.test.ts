import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { AppError } from "#errors.ts";
import { createLogger } from "#logger.ts";

test("a logged error keeps its code and where it happened, and not one word of what people wrote", () => {
  const log = new PassThrough();
  const query = new Error("Failed query: insert into stories params: vải thiều CANARY 35k/kg");
  const refused = Object.assign(new Error("duplicate key CANARY"), { code: "23505" });
  createLogger("info", log).warn({ storyId: "st_1", err: new AppError("store_unavailable", {}, { cause: query }) }, "first");
  createLogger("info", log).warn({ err: Object.assign(query, { cause: refused }) }, "second");
  const said = String(log.read());
  expect(said).toContain("store_unavailable");
  expect(said).toContain("23505");
  expect(said).toContain("logger.test.ts");
  expect(said).not.toContain("CANARY");
});
