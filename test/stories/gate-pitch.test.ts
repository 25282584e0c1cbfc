import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";
import type { Block } from "#pitches/pitch.ts";
import { gateListing, gatePitch } from "#stories/gate-pitch.ts";

const words = loadWords();
const said = { notes: "Bánh pía sầu riêng Vũng Thơm, hộp 4 cái 68k, để 15 ngày", answers: [] };
const { facts } = readFactsByRules(said, [...MARKETS]);
const ground = { words: said, facts, markets: [...MARKETS], language: "en" as const };
const idOf = (kind: string) => facts.find((fact) => fact.kind === kind)?.id ?? "";

function block(id: string, sentences: [text: string, ...factIds: string[]][]): Block {
  const told = sentences.map(([text, ...factIds]) => ({ text, factIds }));
  const say = told.map(({ text }) => text).join(" ");
  return { id, beat: "feature", say, seconds: 5, factIds: told.flatMap(({ factIds }) => factIds), edited: false, sentences: told };
}

test("a sentence that the gate cuts takes with it the facts that only it told", () => {
  const price = block("price", [
    ["A box is 86,000 dong.", idOf("price")],
    ["They keep 15 days.", idOf("shelf-life")],
  ]);
  const { pitch } = gatePitch(words, ground, { intro: [price], loop: [], answers: [] });
  expect(pitch.intro.map(({ say, factIds }) => ({ say, factIds }))).toEqual([{ say: "They keep 15 days.", factIds: [idOf("shelf-life")] }]);
});

test("a frame whose facts the gate has cut is not left standing", () => {
  const feature = block("feature", [
    ["Let me tell you how they keep."],
    ["They keep 50 days.", idOf("shelf-life")],
    ["So buy just what you need."],
  ]);
  const plain = block("plain", [["Ask me anything."], ["They keep 50 days."]]);
  const { pitch } = gatePitch(words, ground, { intro: [feature, plain], loop: [], answers: [] });
  expect(pitch.intro.map(({ say }) => say)).toEqual(["Ask me anything."]);
});

test("an answer is whole or open", () => {
  const card = { question: "How much?", answer: "A box is 68,000 dong. It holds 6.", factIds: [idOf("price")], known: true };
  const open = { question: "How much?", answer: "I will ask.", factIds: [], known: false };
  const { pitch } = gatePitch(words, ground, { intro: [], loop: [], answers: [card] }, () => [open]);
  expect(pitch.answers).toEqual([open]);
});

test("a listing names the facts of the lines that are left in it", () => {
  const whole = writeListingByRules({ storyId: "st_gate", facts, language: "en", slug: "pia", words, said });
  expect(gateListing(words, ground, whole).listing.factIds.toSorted()).toEqual(whole.factIds.toSorted());
  const wrong = {
    ...whole,
    summary: whole.summary.replace("68,000", "86,000"),
    lines: whole.lines.map((line) => ({ ...line, text: line.text.replace("68,000", "86,000") })),
  };
  const { listing } = gateListing(words, ground, wrong);
  expect(listing.summary).not.toContain("86,000");
  expect(listing.factIds).not.toContain(idOf("price"));
  expect(listing.factIds).toContain(idOf("shelf-life"));
});
