import { z } from "zod";
import { hasMarks, lightText } from "#facts/fold.ts";
import { restore } from "#facts/restore.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import type { Bar, Tell } from "./bar.ts";
import { readCases } from "./read-cases.ts";

const noteSchema = z.object({ id: z.string(), notes: z.string(), tags: z.array(z.string()) });
const checkSchema = z.object({ id: z.string(), texts: z.object({ vi: z.string().optional() }) });

/** An aim and no bar: what people and villages are called no word list knows, and the note itself is never changed. */
const MARKS_MUST = 0;
const NAMES = new Set(["product", "variety", "place"]);

/** Takes the marks from what was written with all of them and compares what comes back, a syllable and a name at a time. */
export function scoreMarks(folder: string, tell: Tell): Bar[] {
  const count = { syllables: 0, right: 0, names: 0, named: 0 };
  for (const { id, text } of markedTexts(folder)) {
    const restored = restore(withoutMarks(text));
    const cameBack = (start: number, end: number) => {
      const right = lightText(restored.slice(start, end)) === lightText(text.slice(start, end));
      const around = text.slice(Math.max(0, start - 20), end + 20).replaceAll("\n", " ");
      if (!right) tell(id, "marks", text.slice(start, end), restored.slice(start, end), around);
      return Number(right);
    };
    for (const { index, 0: syllable } of text.matchAll(/\p{L}+/gu)) {
      count.syllables += 1;
      count.right += cameBack(index, index + syllable.length);
    }
    for (const { id: term, start, end } of termsIn(text, "vi")) {
      if (!NAMES.has(findTerm(term)?.kind ?? "")) continue;
      count.names += 1;
      count.named += cameBack(start, end);
    }
  }
  return [
    { name: "diacritics restored: syllables", value: count.right / count.syllables, must: MARKS_MUST, aim: 0.98 },
    { name: "diacritics restored: names", value: count.named / count.names, must: MARKS_MUST, aim: 1 },
  ];
}

function markedTexts(folder: string): { id: string; text: string }[] {
  const notes = readCases(`${folder}/notes.jsonl`, noteSchema).filter(({ tags }) => tags.includes("diacritics"));
  const checks = readCases(`${folder}/checks.jsonl`, checkSchema).flatMap(({ id, texts: { vi: text } }) =>
    text !== undefined && hasMarks(text) ? [{ id, text }] : [],
  );
  return [...notes.map(({ id, notes: text }) => ({ id, text })), ...checks].map(({ id, text }) => ({ id, text: text.normalize("NFC") }));
}

function withoutMarks(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .normalize("NFC");
}
