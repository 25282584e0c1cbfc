import { expect, test } from "vitest";
import { LANGUAGES } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { createRulesWriter } from "#stories/rules-writer.ts";
import { warmUp } from "#stories/warm-up.ts";

const words = loadWords();
const here = createRulesWriter(words);

/** Warms up and gives the languages that were told on the way, and the turns that the event loop had. */
async function watched(tells: boolean): Promise<{ told: string[]; turns: number }> {
  const told: string[] = [];
  const rules = { ...here, tell: (task: Parameters<typeof here.tell>[0]) => (told.push(task.ground.language), here.tell(task)) };
  let turns = 0;
  let over = false;
  const count = () => {
    turns += 1;
    if (!over) setImmediate(count);
  };
  setImmediate(count);
  await warmUp({ rules, words }, { tells });
  over = true;
  return { told, turns };
}

test("every language is told once before anybody asks, and others get their turns meanwhile", { timeout: 120_000 }, async () => {
  const { told, turns } = await watched(true);
  expect(told).toEqual([...LANGUAGES]);
  expect(turns).toBeGreaterThan(2 * LANGUAGES.length);
});

test("a process that tells no stories opens the gate alone", { timeout: 120_000 }, async () => {
  expect((await watched(false)).told).toEqual([]);
});
