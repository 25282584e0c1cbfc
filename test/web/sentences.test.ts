import fc from "fast-check";
import { expect, test } from "vitest";
import { createSentences, type Sentence } from "#web/client/sentences.ts";
import { createVoiceActivity, type Verdict } from "#web/client/voice-activity.ts";
import { handClock } from "./hand-clock.ts";

function listen() {
  const clock = handClock();
  const said: Sentence[] = [];
  let ids = 0;
  const sentences = createSentences({ clock, newId: () => `s${(ids += 1)}`, onSentence: (sentence) => said.push(sentence) });
  const hear = (key: string, text: string, isFinal = false) => sentences.hear({ key, text, isFinal });
  return { clock, said, hear, end: sentences.end, finals: () => said.filter(({ isFinal }) => isFinal).map(({ text }) => text) };
}

test("interims and their final are one sentence under one id", () => {
  const { said, hear } = listen();
  hear("0-0", "xin chào");
  hear("0-0", "xin chào cả nhà");
  hear("0-0", "Xin chào cả nhà", true);
  expect(said).toEqual([
    { id: "s1", text: "xin chào", isFinal: false },
    { id: "s1", text: "xin chào cả nhà", isFinal: false },
    { id: "s1", text: "Xin chào cả nhà", isFinal: true },
  ]);
});

test("800 ms without anything new end a sentence, and what is heard after it is the next", () => {
  const { clock, finals, hear } = listen();
  hear("0-0", "hôm nay em bán vải");
  clock.move(700);
  hear("0-0", "hôm nay em bán vải");
  clock.move(99);
  expect(finals()).toEqual([]);
  clock.move(1);
  expect(finals()).toEqual(["hôm nay em bán vải"]);
  hear("0-0", "hôm nay em bán vải giá 35 nghìn");
  hear("0-0", "Hôm nay em bán vải giá 35 nghìn", true);
  expect(finals()).toEqual(["hôm nay em bán vải", "giá 35 nghìn"]);
});

test.each([
  ["ba mươi lăm nghìn", "35 nghìn một ký", "một ký"],
  ["cả nhà ơi vào", "cả nhà ơi vô xem vải", "xem vải"],
  ["vải thiều lục", "Vải thiều Lục Ngạn", "Ngạn"],
])("where the recogniser changes what is out as %j into %j, only %j is new", (before, after, fresh) => {
  const { clock, finals, hear } = listen();
  hear("0-0", before);
  clock.move(800);
  hear("0-0", after, true);
  expect(finals()).toEqual([before, fresh]);
});

test("Android's repetitions are dropped: the same final again, under its own place or the next", () => {
  const { clock, finals, hear } = listen();
  hear("0-0", "chốt đơn cho chị Lan", true);
  hear("0-0", "chốt đơn cho chị Lan", true);
  hear("0-1", "chốt đơn cho chị Lan", true);
  hear("0-1", "chốt đơn cho chị Lan", true);
  expect(finals()).toEqual(["chốt đơn cho chị Lan"]);
  // A seller says it again, and later.
  clock.move(2_000);
  hear("0-2", "chốt đơn cho chị Lan", true);
  hear("0-3", "chốt đơn");
  hear("0-3", "chốt đơn", true);
  expect(finals()).toEqual(["chốt đơn cho chị Lan", "chốt đơn cho chị Lan", "chốt đơn"]);
});

test("a sentence that goes on is parted where the speaker paused", () => {
  const { clock, finals, hear, end } = listen();
  const words = Array.from({ length: 36 }, (_, at) => `từ${at}`);
  for (let count = 1; count <= words.length; count += 1) {
    clock.move(count === 18 ? 600 : 150);
    hear("0-0", words.slice(0, count).join(" "));
  }
  expect(finals()).toEqual([words.slice(0, 17).join(" ")]);
  end();
  expect(finals().join(" ")).toBe(words.join(" "));
});

test("a session that ends leaves no word behind, and a new stretch settles the one before", () => {
  const { finals, hear, end } = listen();
  hear("0-0", "câu đầu dang dở");
  hear("0-1", "câu sau");
  end();
  expect(finals()).toEqual(["câu đầu dang dở", "câu sau"]);
  end();
  expect(finals()).toHaveLength(2);
});

test("whatever the pauses, the repetitions and the length, each word is out once and in order", () => {
  const word = fc.constantFrom("vải", "giá", "35", "nghìn", "nhé", "ạ", "cả", "nhà", "chốt", "đơn");
  const step = fc.record({
    words: fc.array(word, { minLength: 1, maxLength: 4 }),
    pauseMs: fc.nat(1_500),
    again: fc.boolean(),
    ends: fc.nat(9),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
      const { clock, finals, hear, end, said } = listen();
      const spoken: string[] = [];
      let key = 0;
      let stretch: string[] = [];
      for (const { words, pauseMs, again, ends } of steps) {
        // Numbered, so that no word stands for another.
        const numbered = words.map((one, at) => `${one}${spoken.length + at}`);
        spoken.push(...numbered);
        stretch.push(...numbered);
        const isFinal = ends === 0;
        for (let time = 0; time < (again ? 2 : 1); time += 1) hear(`0-${key}`, stretch.join(" "), isFinal);
        if (isFinal) {
          key += 1;
          stretch = [];
        }
        clock.move(pauseMs);
      }
      end();
      expect(finals().join(" ").split(" ")).toEqual(spoken);
      const ids = said.filter(({ isFinal }) => isFinal).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }),
  );
});

/** Levels every 50 ms: [level, for how long in ms]. */
function verdictsOf(sound: readonly [level: number, ms: number][]): { atMs: number; verdict: Verdict }[] {
  const activity = createVoiceActivity();
  const verdicts: { atMs: number; verdict: Verdict }[] = [];
  let atMs = 0;
  for (const [level, ms] of sound) {
    for (const endMs = atMs + ms; atMs < endMs; atMs += 50) {
      const verdict = activity.push(level, atMs);
      if (verdict !== "go on") verdicts.push({ atMs, verdict });
    }
  }
  return verdicts;
}

test("an utterance is sent after 800 ms of silence, a cough and an empty room are not, and endless talk is cut", () => {
  expect(
    verdictsOf([
      [0.002, 1_000],
      [0.2, 1_500],
      [0.002, 2_000],
    ]),
  ).toEqual([{ atMs: 3_250, verdict: "send" }]);
  expect(
    verdictsOf([
      [0.002, 1_000],
      [0.2, 100],
      [0.002, 3_500],
    ]),
  ).toEqual([]);
  expect(verdictsOf([[0.002, 12_000]]).map(({ verdict }) => verdict)).toEqual(["discard", "discard"]);
  expect(
    verdictsOf([
      [0.2, 13_000],
      [0.002, 250],
      [0.2, 500],
    ]),
  ).toEqual([{ atMs: 13_150, verdict: "send" }]);
  expect(verdictsOf([[0.2, 21_000]])).toEqual([{ atMs: 20_000, verdict: "send" }]);
});

test("a loud room is learnt, and a voice over it is still found", () => {
  const market: [number, number][] = [[0.03, 20_000]];
  const sent = verdictsOf([...market, [0.25, 1_500], [0.03, 2_000]]).filter(({ verdict, atMs }) => verdict === "send" && atMs > 20_000);
  expect(sent).toHaveLength(1);
});
