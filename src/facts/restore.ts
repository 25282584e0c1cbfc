import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import { fold, hasMarks } from "./fold.ts";
import phrases from "./phrases.json" with { type: "json" };

const byPlain: ReadonlyMap<string, string> = new Map(phrases.phrases.map((phrase) => [fold(phrase).text, phrase]));
const WORDS_MAX = Math.max(...phrases.phrases.map((phrase) => phrase.split(" ").length));

/** Gives a bare quote its Vietnamese marks back, from the lexicon and a phrase list; what is unknown stays as typed. */
export function restore(quote: string): string {
  const clean = quote.normalize("NFC").replace(/\s+/g, " ").trim();
  return hasMarks(clean) ? clean : restorePhrases(restoreTerms(clean));
}

function restoreTerms(text: string): string {
  let restored = text;
  for (const { id, start, end } of termsIn(text, "vi").toReversed()) {
    // One bare syllable has too many readings.
    if (!text.slice(start, end).includes(" ") && findTerm(id)?.kind !== "certificate") continue;
    const term = findTerm(id);
    const said = fold(text.slice(start, end)).text;
    const name = [term?.vi.name, ...(term?.vi.aliases ?? [])].find((candidate) => candidate !== undefined && fold(candidate).text === said);
    if (name !== undefined) restored = restored.slice(0, start) + name + restored.slice(end);
  }
  return restored;
}

function restorePhrases(text: string): string {
  const words = text.split(" ");
  const out: string[] = [];
  for (let at = 0; at < words.length;) {
    const length = longest(words, at);
    const plain = words
      .slice(at, at + length)
      .join(" ")
      .toLowerCase();
    out.push(length > 0 ? (byPlain.get(plain) ?? plain) : (words[at] ?? ""));
    at += Math.max(length, 1);
  }
  return out.join(" ");
}

function longest(words: readonly string[], at: number): number {
  for (let length = Math.min(WORDS_MAX, words.length - at); length > 0; length -= 1) {
    if (
      byPlain.has(
        words
          .slice(at, at + length)
          .join(" ")
          .toLowerCase(),
      )
    )
      return length;
  }
  return 0;
}
