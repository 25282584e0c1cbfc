import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { within } from "#jobs/within.ts";

/** Keeps the process from everything else. */
function holdUp(ms: number) {
  const untilMs = performance.now() + ms;
  while (performance.now() < untilMs);
}

/** An answer that needs the process free `turns` times, held up before each. */
async function answered(turns: number, heldUpMs: number) {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    holdUp(heldUpMs);
  }
  return "answer";
}

test("an answer that needs a busy process a few times more is no missing one", async () => {
  expect(await within(180, answered(4, 100))).toBe("answer");
});

test("an answer that does not come fails in time, and a late one is let go of", async () => {
  const startedMs = performance.now();
  await expect(within(60, sleep(5_000, "late", { ref: false }))).rejects.toThrow("no answer within 60 ms");
  expect(performance.now() - startedMs).toBeGreaterThanOrEqual(59);
});
