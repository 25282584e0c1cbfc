import { z } from "zod";
import { foldText } from "#facts/fold.ts";
import { loadLexicon } from "#lexicon/lexicon.ts";
import nameData from "./english-name-sounds.json" with { type: "json" };
import data from "./english-sounds.json" with { type: "json" };
import { readEnglishNumber } from "./read-english-number.ts";

const sounds = z.record(z.string(), z.string()).parse({ ...nameData.sounds, ...data.sounds });
const PHONE = /(?<!\d)0\d{2,4}(?:[ -]?\d{3,4}){2}(?!\d)/g;
const NAMED: ReadonlySet<string> = new Set(["place", "variety", "product"]);
/** Vietnamese names keep their own spelling: the reader knows how to say Lục Ngạn. */
const names: readonly { said: RegExp; vi: string }[] = loadLexicon()
  .filter(({ kind, vi, en }) => NAMED.has(kind) && foldText(en.name) === foldText(vi.name))
  .toSorted((left, right) => right.en.name.length - left.en.name.length)
  .map(({ vi, en }) => ({ said: new RegExp(`\\b${en.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\b`, "g"), vi: vi.name }));

/** English by Vietnamese sounds; a word that the table does not hold is left as it is written. */
export function respellEnglish(text: string): string {
  const numbered = text
    .replace(PHONE, (phone) => phone.replace(/\d/g, (digit) => ` ${readEnglishNumber(digit)}`))
    .replace(/(?<![A-Za-z\d])-?\d[\d,]*(?:\.\d+)?/g, readEnglishNumber);
  const parts = splitNames(numbered);
  return parts
    .map(({ text: part, kept }) => (kept ? part : part.replace(/[A-Za-z]+/g, (word) => sounds[word.toLowerCase()] ?? word)))
    .join("")
    .replace(/ +/g, " ")
    .trim();
}

type Part = { text: string; kept: boolean };

function splitNames(text: string): Part[] {
  return names.reduce<Part[]>(
    (parts, { said, vi }) => parts.flatMap((part) => (part.kept ? [part] : splitAt(part.text, said, vi))),
    [{ text, kept: false }],
  );
}

function splitAt(text: string, said: RegExp, name: string): Part[] {
  return text.split(said).flatMap((between, index): Part[] =>
    index === 0
      ? [{ text: between, kept: false }]
      : [
          { text: name, kept: true },
          { text: between, kept: false },
        ],
  );
}
