import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { QueryPromise } from "#database/drizzle.ts";
import { Line } from "#database/line.ts";

/** Waits for a turn, notes it, and keeps it for a turn of the event loop. */
async function take(line: Line, name: string, taken: string[]): Promise<void> {
  const leave = await line.enter();
  taken.push(name);
  await new Promise(setImmediate);
  leave();
}

test("all come in the order in which they asked, and live work before them", async () => {
  const line = new Line();
  const taken: string[] = [];
  const others = ["a", "b", "c"].map((name) => take(line, name, taken));
  const live = line.first(async () => {
    await take(line, "live 1", taken);
    await take(line, "live 2", taken);
  });
  await Promise.all([...others, live]);
  expect(taken).toEqual(["a", "live 1", "live 2", "b", "c"]);
});

test("while live work is under way nobody else comes in, and everybody does once it failed", async () => {
  const line = new Line();
  const taken: string[] = [];
  const failed = line.first(async () => {
    await sleep(30);
    taken.push("live failed");
    throw new Error("no caption");
  });
  const other = take(line, "other", taken);
  await expect(failed).rejects.toThrow("no caption");
  await other;
  expect(taken).toEqual(["live failed", "other"]);
});

test("live work that begins only when it is waited for, as a query of drizzle does, goes first too", async () => {
  const line = new Line();
  const taken: string[] = [];
  const others = ["a", "b", "c"].map((name) => take(line, name, taken));
  const Query = class extends QueryPromise<void> {
    override execute = () => take(line, "live", taken);
  };
  await Promise.all([...others, line.first(() => new Query())]);
  expect(taken).toEqual(["a", "live", "b", "c"]);
});

test("live work without end keeps nobody out for ever", async () => {
  const line = new Line();
  const taken: string[] = [];
  let over = false;
  const live = line.first(async () => {
    while (!over) await take(line, "live", taken);
  });
  await Promise.all([take(line, "one", taken), take(line, "other", taken)]);
  over = true;
  await live;
  expect(taken.filter((name) => name !== "live")).toEqual(["one", "other"]);
});

test("who asks again and again leaves the event loop its turns", async () => {
  const line = new Line();
  let over = false;
  setImmediate(() => (over = true));
  // Without those turns this would go on for ever: nothing here waits for anything but the line.
  for (let asked = 0; !over && asked < 10_000; asked += 1) (await line.enter())();
  expect(over).toBe(true);
});
