import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cue } from "#shows/cue.ts";
import { cea608Screens } from "#web/client/cea-608.ts";
import { createObsCaptions } from "#web/client/obs-captions.ts";
import { handClock } from "./hand-clock.ts";

const CUE: Cue = {
  cue: "a",
  seq: 1,
  rev: 1,
  language: "en",
  text: "",
  lines: [],
  status: "final",
  provenance: "speech",
  startMs: 0,
  endMs: 1_000,
};

/** Of what a show's captions are made. */
const SELLERS = fc.constantFrom(..."Ưởng đỏ  12.5₫½…–“”€×ẶêÔğ🥜\u0301 と", "nghìn ", " ký ");

function onAir(language: "vi" | "en" = "en") {
  const clock = handClock();
  const sent: string[] = [];
  const captions = createObsCaptions({ language, clock, send: (screen) => sent.push(screen) });
  const see = (cue: string, text: string, more: Partial<Cue> = {}) => captions.see({ ...CUE, language, cue, text, ...more });
  const wait = (ms: number) => {
    for (let gone = 0; gone < ms; gone += 100) clock.move(100);
  };
  return { sent, see, wait, clear: captions.clear };
}

test("a screen has two lines of 32 columns at most, broken between words", () => {
  expect(cea608Screens("Fresh today.", "en")).toEqual(["Fresh today."]);
  const screens = cea608Screens(
    "We pick the pomelos before sunrise, wash them in spring water, wrap each one in paper and bring the whole load down to the road by noon.",
    "en",
  );
  expect(screens.length).toBeGreaterThan(1);
  for (const screen of screens) {
    const lines = screen.split("\n");
    expect(lines.length).toBeLessThanOrEqual(2);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(32);
  }
  expect(screens.join(" ").replaceAll("\n", " ")).toMatch(/^We pick the pomelos .* by noon\.$/);
});

test("Vietnamese goes out without its marks, and what has no letters there is left out", () => {
  expect(cea608Screens("Đậu phộng rang muối ạ – “giòn” lắm… 🥜", "vi")).toEqual(['Dau phong rang muoi\na - "gion" lam...']);
  expect(cea608Screens("Bưởi 120.000₫ một quả", "vi")).toEqual(["Buoi 120.000 VND mot qua"]);
  expect(cea608Screens("Café 2½ kg × 3, 28 °C", "en")).toEqual(["Cafe 2 1/2 kg x 3, 28 °C"]);
  expect(cea608Screens("うちの柚子です。", "en")).toEqual([]);
  expect(cea608Screens("🥜🥜", "en")).toEqual([]);
});

test.each([
  ["vi", "bốn mươi lăm ký", "bon muoi lam ky"],
  ["vi", "68.000 đồng", "68.000 dong"],
  ["vi", "từ 10 – 15 tháng 6", "10 - 15 thang 6"],
  ["en", "180 kilos", "180 kilos"],
  ["en", "VND 185,000", "VND 185,000"],
] as const)("in %s a number stays with what it counts, wherever the line ends: %s", (language, amount, whole) => {
  for (let before = 0; before < 40; before += 1) {
    const text = `${"ta ".repeat(before)}${amount} ta ta ta ta`;
    expect(cea608Screens(text, language).join("\n").split("\n").join("|"), text).toContain(whole);
  }
});

test("any text makes screens that fit, in letters that CEA-608 has", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.string({ unit: SELLERS, maxLength: 300 })),
      fc.constantFrom("vi" as const, "en" as const),
      (text, language) => {
        for (const screen of cea608Screens(text, language)) {
          const lines = screen.split("\n");
          expect(lines.length).toBeLessThanOrEqual(2);
          for (const line of lines) {
            expect(line).not.toBe("");
            expect([...line].length).toBeLessThanOrEqual(32);
            expect(line).toMatch(/^[ -~°\p{Script=Latin}]*$/u);
          }
        }
      },
    ),
  );
});

test("screens follow one another as they can be read, and the last one leaves", () => {
  const { sent, see, wait } = onAir();
  see("a", "We pick the pomelos before sunrise, wash them in spring water, and wrap each one in paper.");
  expect(sent).toHaveLength(1);
  wait(1_000);
  expect(sent).toHaveLength(1);
  wait(3_000);
  expect(sent).toHaveLength(2);
  wait(9_000);
  expect(sent).toHaveLength(3);
  expect(sent.at(-1)).toBe("");
  wait(20_000);
  expect(sent).toHaveLength(3);
});

test("interims do not go out, the same caption goes out once, and the next one does not cut it short", () => {
  const { sent, see, wait } = onAir();
  see("a", "Good mor", { status: "interim" });
  expect(sent).toEqual([]);
  see("a", "Good morning, everyone.");
  see("a", "Good morning, everyone.", { rev: 2 });
  see("b", "The gate is open.");
  expect(sent).toEqual(["Good morning, everyone."]);
  wait(1_500);
  expect(sent).toEqual(["Good morning, everyone.", "The gate is open."]);
});

test("a revision within seconds goes out in place of the older text, a later one does not", () => {
  const { sent, see, wait } = onAir();
  see("a", "A jar is 85,000 dong.");
  wait(500);
  see("a", "A jar is 95,000 dong.", { rev: 2 });
  expect(sent).toEqual(["A jar is 85,000 dong.", "A jar is 95,000 dong."]);
  see("b", "The lid is wax.");
  see("b", "The lid is beeswax.", { rev: 2 });
  wait(1_500);
  expect(sent.at(-1)).toBe("The lid is beeswax.");
  wait(12_000);
  see("b", "The lid was beeswax.", { rev: 3 });
  expect(sent.filter((text) => text !== "")).toHaveLength(3);
});

test("a person's correction of what was said before the switch was on is not said as if it were new", () => {
  const { sent, see } = onAir();
  see("before", "Sixty eggs a tray.", { rev: 2, provenance: "human" });
  expect(sent).toEqual([]);
  see("now", "Thirty eggs a tray.", { rev: 1, provenance: "human" });
  expect(sent).toEqual(["Thirty eggs a tray."]);
});

test("what is taken back is not sent, and leaves the air at once", () => {
  const { sent, see, wait } = onAir();
  see("a", "One moment, please.");
  see("b", "I misspoke here.");
  see("b", "", { status: "retracted" });
  wait(2_000);
  expect(sent).toEqual(["One moment, please."]);
  see("a", "", { status: "retracted" });
  expect(sent).toEqual(["One moment, please.", ""]);
  wait(20_000);
  expect(sent).toHaveLength(2);
});

test("who speaks faster than can be read is caught up with, whole sentences at a time", () => {
  const { sent, see, wait } = onAir();
  for (let at = 0; at < 30; at += 1) see(`c${at}`, `Sentence number ${at}, about as long as one is.`);
  wait(9_000);
  const said = sent.filter((text) => text !== "");
  expect(said.at(-1)).toContain("number 29,");
  expect(said.length).toBeLessThan(12);
});

test("nothing of ours stays on air when it is switched off", () => {
  const { sent, see, wait, clear } = onAir();
  see("a", "Hello there.");
  see("b", "And again.");
  clear();
  wait(20_000);
  expect(sent).toEqual(["Hello there.", ""]);
});
