import { unitTable } from "#lexicon/units.ts";
import type { Folded } from "./fold.ts";
import type { Token } from "./tokens.ts";

const escape = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const PIECE = new RegExp(
  String.raw`(\d+(?:,\d{3}(?!\d))*(?:\.\d+)*)|(${unitTable("ja")
    .names.filter((name) => !/^[a-z]/.test(name))
    .map(escape)
    .join("|")}|ダース|マイナス|から|[a-z]+(?:²|2(?!\d))?)|\S`,
  "gu",
);

/** Cuts a lightened Japanese text into digits, unit names (longest first) and single characters. `m2` is a unit, `ST25` none. */
export function readJapaneseTokens(light: Folded): Token[] {
  let lastEnd = -1;
  return [...light.text.matchAll(PIECE)].map((match) => {
    const [text, digits, word] = match;
    const start = match.index;
    const end = start + text.length;
    const kind = digits === undefined ? (word === undefined ? "symbol" : "word") : "digits";
    const glued = start === lastEnd;
    lastEnd = end;
    return { kind, text, plain: text, start, end, glued, bare: false };
  });
}
