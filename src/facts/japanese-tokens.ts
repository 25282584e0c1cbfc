import { unitTable } from "#lexicon/units.ts";
import type { Folded } from "./fold.ts";
import type { Token } from "./tokens.ts";

const escape = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const PIECE = new RegExp(
  String.raw`(?<digits>\d+(?:,\d{3}(?!\d))*(?:\.\d+)*)|(?<word>${unitTable("ja")
    .names.filter((name) => !/^[a-z]/.test(name))
    .map(escape)
    .join("|")}|ダース|マイナス|から|[a-z]+[²2]?)|(?<symbol>\S)`,
  "gu",
);

/** Cuts a lightened Japanese text into digits, unit names (longest first) and single characters. */
export function readJapaneseTokens(light: Folded): Token[] {
  let lastEnd = -1;
  return [...light.text.matchAll(PIECE)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const kind = match.groups?.digits === undefined ? (match.groups?.word === undefined ? "symbol" : "word") : "digits";
    const glued = start === lastEnd;
    lastEnd = end;
    return { kind, text: match[0], plain: match[0], start, end, glued, bare: false };
  });
}
