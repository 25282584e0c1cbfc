import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { loadWords } from "#i18n/words.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";

const words = loadWords();

/** What is told of the things that are still open. */
function asked(notes: string) {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, ["vn"]);
  return ["story-1", "story-2", "story-3"].map(
    (storyId) => writePitchByRules({ storyId, facts, language: "en", words, said }).loop.find(({ beat }) => beat === "ask")?.say ?? "",
  );
}

/** How the question of the way is put. */
const WAY = /where you are|your town|name of your province/i;

test("where the notes say that nothing is sent, nobody is told that the way is still to be found out", () => {
  for (const notes of ["Ổi lê Thanh Hà 20k/kg, không ship", "oi le thanh ha 20k/kg, ban tai vuon, k nhan ship"])
    for (const say of asked(notes)) expect(say).not.toMatch(WAY);
  for (const say of asked("Ổi lê Thanh Hà 20k/kg")) expect(say).toMatch(WAY);
});
