import type { Language } from "#i18n/language.ts";
import { fillNumbers } from "./fill-numbers.ts";
import { matchScript, type MatchedLine, type Strictness } from "./match-script.ts";
import { readSpoken } from "./read-spoken.ts";
import type { SegmentRequest } from "./show.ts";
import type { ShowLines } from "./show-lines.ts";

/** A sentence in the prepared words of the languages that have them. `line`: the first line's id; `next`: where the show goes on. */
export type ScriptTexts = { texts: Partial<Record<Language, string>>; line: string; next: number };

/** The prepared lines that were said, with the numbers said; undefined where none were, or a number finds no place in one. */
export function scriptTexts(
  show: Pick<ShowLines, "index" | "next" | "languages"> & { strictness?: Strictness },
  said: Pick<SegmentRequest, "text" | "final">,
): ScriptTexts | undefined {
  const matched = matchScript(show.index, said.text, { next: show.next, final: said.final, strictness: show.strictness ?? "script" });
  const [first] = matched;
  const last = matched.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const texts: Partial<Record<Language, string>> = {};
  for (const language of show.languages) {
    if (matched.some(({ line }) => line[language] === undefined)) continue;
    const parts = matched.map((one) => fillLine(one, language));
    if (parts.includes(undefined)) return undefined;
    texts[language] = parts.join(language === "ja" ? "" : " ");
  }
  return { texts, line: first.line.id, next: last.position + 1 };
}

function fillLine({ line, changes }: MatchedLine, language: Language): string | undefined {
  const text = line[language] ?? "";
  if (changes.length === 0) return text;
  const prepared = readSpoken(line.vi).flatMap(({ number }) => (number === undefined ? [] : [number.value]));
  return fillNumbers(text, language, changes, prepared);
}
