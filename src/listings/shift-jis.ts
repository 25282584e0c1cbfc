import iconv from "iconv-lite";
import { foldText } from "#facts/fold.ts";
import replacements from "./shift-jis-replacements.json" with { type: "json" };

const inPlaceOf = new Map(Object.entries(replacements.characters));

export function encodeShiftJis(text: string): Buffer {
  return iconv.encode(text, "Shift_JIS");
}

/**
 * A text in the characters of JIS X 0208, which every Shift_JIS reader shares: what has an equal there is written with it
 * (`–` as `-`, `①` as `1`, `Ngạn` as `Ngan`). `lost`: the characters that have none, which are never guessed at.
 */
export function toShiftJis(text: string): { text: string; lost: string[] } {
  const lost = new Set<string>();
  const written = [...text.normalize("NFC")].map((character) => {
    if (isInJis(character)) return character;
    const candidates = [inPlaceOf.get(character), character.normalize("NFKC"), foldText(character)];
    const found = candidates.find((candidate) => candidate !== undefined && candidate !== "" && [...candidate].every(isInJis));
    if (found === undefined) lost.add(character);
    return found ?? "";
  });
  return { text: written.join(""), lost: [...lost] };
}

/** ASCII and the rows of JIS X 0208; not the vendors' rows, nor kana of half width, which shops refuse. */
function isInJis(character: string): boolean {
  if (/^[\t\n\r\x20-\x7e]$/.test(character)) return true;
  const bytes = encodeShiftJis(character);
  const [lead = 0] = bytes;
  if (bytes.length !== 2 || iconv.decode(bytes, "Shift_JIS") !== character) return false;
  return (lead >= 0x81 && lead <= 0x84) || (lead >= 0x88 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xea);
}
