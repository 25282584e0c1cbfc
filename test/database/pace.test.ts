import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Pace } from "#database/pace.ts";

/** Runs three pieces of work that were asked for at once; gives how many ran at the same time at most. */
async function runThree(pace: Pace): Promise<number> {
  let running = 0;
  let most = 0;
  const piece = async () => {
    running += 1;
    most = Math.max(most, running);
    await sleep(10);
    running -= 1;
  };
  await Promise.all([pace.spare(piece), pace.spare(piece), pace.spare(piece)]);
  return most;
}

test("what can wait runs all at once while nobody speaks", async () => {
  expect(await runThree(new Pace())).toBe(3);
});

test("while somebody speaks, what can wait comes one at a time", async () => {
  const pace = new Pace();
  pace.live();
  expect(await runThree(pace)).toBe(1);
});

test("a piece that fails tells whoever asked for it, and the next one comes", async () => {
  const pace = new Pace();
  pace.live();
  const failed = pace.spare(async () => {
    throw new Error("not told");
  });
  const next = pace.spare(async () => "told");
  await expect(failed).rejects.toThrow("not told");
  expect(await next).toBe("told");
});
