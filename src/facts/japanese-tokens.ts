import { unitTable } from "#lexicon/units.ts";
import type { Folded } from "./fold.ts";
import type { Token } from "./tokens.ts";

const escape = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const WORDS = [...unitTable("ja").names.filter((name) => !/^[a-z]/.test(name)), "ダース", "マイナス", "から"];
/** Names of units, longest first. */
const NAME = new RegExp(WORDS.map(escape).join("|"), "uy");
const NAME_BEGINS = new Set(WORDS.map((word) => word.codePointAt(0)));
const DIGITS = /\d+(?:,\d{3}(?!\d))*(?:\.\d+)*/y;
const LATIN = /[a-z]+(?:²|2(?!\d))?/y;

/** Cuts a lightened Japanese text into digits, unit names (longest first) and single characters. `m2` is a unit, `ST25` none. */
export function readJapaneseTokens(light: Folded): Token[] {
  const tokens: Token[] = [];
  let lastEnd = -1;
  for (let start = 0, end = 0; start < light.text.length; start = end) {
    const code = light.text.codePointAt(start) ?? 0;
    end = start + (code > 0xffff ? 2 : 1);
    let kind: Token["kind"] = "symbol";
    const pattern = longerFrom(code);
    if (pattern !== undefined) pattern.lastIndex = start;
    if (pattern?.test(light.text) === true) {
      end = pattern.lastIndex;
      kind = pattern === DIGITS ? "digits" : "word";
    }
    const text = light.text.slice(start, end);
    if (kind === "symbol" && !isJapanese(code) && /^\s/.test(text)) continue;
    tokens.push({ kind, text, plain: text, start, end, glued: start === lastEnd, bare: false });
    lastEnd = end;
  }
  return tokens;
}

/** Most signs are kana and kanji, which are told fastest to be no space. */
function isJapanese(code: number): boolean {
  return code >= 0x3041 && code <= 0x9fff;
}

/** What may begin with a character and be longer than it. */
function longerFrom(code: number): RegExp | undefined {
  if (code >= 0x30 && code <= 0x39) return DIGITS;
  if (code >= 0x61 && code <= 0x7a) return LATIN;
  return NAME_BEGINS.has(code) ? NAME : undefined;
}
