import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { loadWords } from "#i18n/words.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { retellLoops } from "#stories/retell-loops.ts";

const words = loadWords();
const said = { notes: "Mận hậu Mộc Châu 45k/kg, thùng 5kg, còn 3 tạ, hái mỗi sáng", answers: [] };

/** As a request finds it: its own copy of the same rows. */
function ask({ edited = false, turns = 2 } = {}) {
  const { facts } = readFactsByRules(said, ["vn"]);
  const { intro, loop, answers } = writePitchByRules({ storyId: "st_1", facts, language: "vi", words, said });
  const vi = { intro, loop: loop.map((block, at) => (edited && at === 1 ? { ...block, edited } : block)), answers };
  return retellLoops({ words }, { id: "st_1", pitches: { vi } }, { words: said, facts, markets: ["vn"] }, turns);
}

test("a loop is told anew once, until an edit or the broadcast's length is another one", async () => {
  const first = await ask();
  expect(first).toHaveLength(2);
  expect(await ask()).toBe(first);
  expect(await ask({ edited: true })).not.toEqual(first);
  expect(await ask({ turns: 3 })).toHaveLength(3);
  expect(await ask()).toBe(first);
});
