import { z } from "zod";
import { foldText } from "#facts/fold.ts";
import { loadLexicon } from "#lexicon/lexicon.ts";
import nameData from "./english-name-sounds.json" with { type: "json" };
import data from "./english-sounds.json" with { type: "json" };
import { readEnglishNumber } from "./read-english-number.ts";

const sounds = z.record(z.string(), z.string()).parse({ ...nameData.sounds, ...data.sounds });
const PHONE = /(?<!\d)0\d{2,4}(?:[ -]?\d{3,4}){2}(?!\d)/g;
/** `ST25`, `RI6`: spelled out, then the number. */
const CODE = "(?<![A-Za-z\\d])[A-Z]{1,3}\\d{1,4}(?![A-Za-z\\d])";
const letters = z.record(z.string(), z.string()).parse(data.letters);
const NAMED: ReadonlySet<string> = new Set(["place", "variety", "product"]);
/** Vietnamese names keep their own spelling: the reader knows how to say Lục Ngạn. */
const names: ReadonlyMap<string, string> = new Map(
  loadLexicon()
    .filter(({ kind }) => NAMED.has(kind))
    .flatMap((term) => {
      // What stands in brackets explains, and is not told: `Hac My Nhan (black beauty)`.
      const told = term.en.name.replace(/ ?\(.*?\)/g, "");
      const own = [term.vi.name, ...(told.includes(" ") ? (term.vi.aliases ?? []) : [])].find((name) => foldText(name) === foldText(told));
      return own === undefined ? [] : [[told, own] as const];
    }),
);
const longestFirst = [...names.keys()].toSorted((left, right) => right.length - left.length);
const NAME_OR_WORD = new RegExp(`${CODE}|\\b(?:${longestFirst.map(RegExp.escape).join("|")})\\b|[A-Za-z]+(?:'[a-z]+)?`, "g");

function codeOf(word: string): string | undefined {
  const [, code, digits] = /^([A-Z]+)(\d+)$/.exec(word) ?? [];
  if (code === undefined || digits === undefined) return undefined;
  return [...Array.from(code, (letter) => letters[letter] ?? letter), respellEnglish(readEnglishNumber(digits))].join(" ");
}

/** A contraction has sounds of its own, `grower's` those of its word. */
function soundOf(word: string): string | undefined {
  const own = sounds[word.replace(/'s$/u, "")];
  return sounds[word] ?? (own === undefined ? undefined : `${own}-s`);
}

/** English by Vietnamese sounds; a word that the table does not hold is left as it is written. */
export function respellEnglish(text: string): string {
  const numbered = text
    .replace(PHONE, (phone) => phone.replace(/\d/g, (digit) => ` ${readEnglishNumber(digit)}`))
    .replace(/(?<![A-Za-z\d])-?\d[\d,]*(?:\.\d+)?/g, readEnglishNumber);
  return numbered
    .replace(NAME_OR_WORD, (word) => codeOf(word) ?? names.get(word) ?? soundOf(word.toLowerCase()) ?? word)
    .replace(/ +/g, " ")
    .trim();
}
