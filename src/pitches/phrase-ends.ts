import { loadDefaultJapaneseParser } from "budoux";

const parser = loadDefaultJapaneseParser();

/** Offsets after each bunsetsu of a Japanese text, and before the mark that closes it. */
export function phraseEnds(text: string): Set<number> {
  const ends = new Set<number>();
  let at = 0;
  for (const part of parser.parse(text)) {
    at += part.length;
    ends.add(at);
    const mark = /[、。！？」]+$/u.exec(part);
    if (mark !== null) ends.add(at - mark[0].length);
  }
  return ends;
}
