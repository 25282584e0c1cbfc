import { afterAll, describe, expect, test } from "vitest";
import { checkTexts } from "#checks/check-texts.ts";
import { passesAnywhere } from "#checks/passes-anywhere.ts";
import { LANGUAGES, MARKETS, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { openRulesThreads } from "#stories/open-rules-threads.ts";
import { createRulesWriter } from "#stories/rules-writer.ts";
import type { RulesTask } from "#stories/tell-by-rules.ts";
import { labelledNotes } from "../pitches/labelled-notes.ts";

const NOTES = [
  "vai thieu luc ngan nha em, co vietgap, 35k/kg, thung xop 10kg, ngot 18-20 brix, ship toan quoc, zalo 0912 345 678",
  "mật ong hoa nhãn Hưng Yên, chai 1 lít 250k, quay tay, để 2 năm",
  "",
];
const words = loadWords();
const here = createRulesWriter(words);
const thread = openRulesThreads((question) => question());
afterAll(() => thread.close());

async function taskOf(notes: string, language: Language): Promise<RulesTask> {
  const said = { notes, answers: [] };
  const { facts } = await here.read(said, MARKETS);
  return { storyId: "st_thread", minutes: undefined, ground: { words: said, facts, markets: [...MARKETS], language }, earlier: undefined };
}

// A thread loads every rule before its first answer: on a busy machine that takes long.
describe("the rules in threads of their own", { timeout: 120_000 }, () => {
  test.each(NOTES)("read and tell exactly as they do here: %s", async (notes) => {
    const said = { notes, answers: [] };
    expect(await thread.read(said, MARKETS)).toEqual(await here.read(said, MARKETS));
    const tasks = await Promise.all(LANGUAGES.map((language) => taskOf(notes, language)));
    const told = await Promise.all(tasks.map((task) => thread.tell(task)));
    expect(told).toEqual(await Promise.all(tasks.map((task) => here.tell(task))));
  });

  test("tell stories that are asked for at the same time each its own", async () => {
    const tasks = await Promise.all(
      NOTES.flatMap((notes, at) => LANGUAGES.map(async (language) => ({ ...(await taskOf(notes, language)), storyId: `st_${at}` }))),
    );
    const told = await Promise.all(tasks.map((task) => thread.tell(task)));
    expect(told).toEqual(await Promise.all(tasks.map((task) => here.tell(task))));
  });

  test("tell whoever waits when they end, and begin again with the next question", async () => {
    const task = await taskOf(NOTES[0] ?? "", "vi");
    const [told] = await Promise.allSettled([thread.tell(task), thread.close()]);
    expect(told.status === "rejected" && String(told.reason)).toMatch(/thread has ended/);
    expect(await thread.tell(task)).toEqual(await here.tell(task));
  });
});

test("a sentence that would pass if nothing had been said passes whatever was said", async () => {
  const say = words.in("en", "findings");
  let sentences = 0;
  let anywhere = 0;
  for (const notes of [...NOTES, ...labelledNotes.map((each) => each.notes)]) {
    const { ground, ...task } = await taskOf(notes, "vi");
    for (const language of LANGUAGES) {
      const { pitch } = await here.tell({ ...task, ground: { ...ground, language } });
      for (const { say: said } of [...pitch.value.intro, ...pitch.value.loop]) {
        for (const { segment } of new Intl.Segmenter(language, { granularity: "sentence" }).segment(said)) {
          const text = segment.trimEnd();
          sentences += 1;
          if (!passesAnywhere(text, language, say)) continue;
          anywhere += 1;
          const found = checkTexts({ words: ground.words, facts: ground.facts, markets: MARKETS, texts: { [language]: text }, say });
          expect(found.map(({ kind, quote }) => [text, kind, quote])).toEqual([]);
        }
      }
    }
  }
  expect(anywhere).toBeGreaterThan(sentences / 3);
});
