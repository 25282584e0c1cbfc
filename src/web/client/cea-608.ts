import { cutSpaced } from "#shows/cut-spaced.ts";
import { fillLines } from "#shows/fill-lines.ts";

/** A caption's screen: OBS takes the text of one, and cuts what is longer wherever it ends. */
const SCREEN = { columns: 32, lines: 2 } as const;
const UNREAD = { numbers: [], names: [] };

/**
 * A text for CEA-608, screen by screen, its lines parted by `\n`; nothing where no letter of it can be written. It is cut
 * while it has its marks, by which numbers in words are known, and then loses them.
 */
export function cea608Screens(text: string, language: "vi" | "en"): string[] {
  const written = writable(text);
  if (!/[\p{L}\d]/u.test(written)) return [];
  const lines = fillLines(cutSpaced(written, language, UNREAD, SCREEN.columns), SCREEN.columns, SCREEN.lines).map(withoutMarks);
  return Array.from({ length: Math.ceil(lines.length / SCREEN.lines) }, (_, screen) =>
    lines.slice(screen * SCREEN.lines, (screen + 1) * SCREEN.lines).join("\n"),
  );
}

/** What stands for a sign that is not known there. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  // `3½` is no 31/2.
  [/(?<=\d)(?=[¼½¾⅓⅔])/gu, " "],
  [/(?<=\d) ?₫/gu, " VND"],
  [/₫ ?/gu, "VND "],
  [/(?<=\d) ?€/gu, " EUR"],
  [/€ ?/gu, "EUR "],
  [/×/gu, "x"],
  [/\p{Pd}|−/gu, "-"],
  [/[‘’‚′]/gu, "'"],
  [/[“”„″«»]/gu, '"'],
];

function writable(text: string): string {
  const signs = SIGNS.reduce((told, [sign, standIn]) => told.replaceAll(sign, standIn), text);
  return signs
    .normalize("NFKC")
    .replaceAll("⁄", "/")
    .replaceAll(/[^ -~°\p{Script=Latin}\p{M}]+/gu, " ")
    .replaceAll(/ +/g, " ")
    .trim();
}

/** Vietnamese has more letters than CEA-608; of those it shares, a part with marks would read worse than none. */
function withoutMarks(line: string): string {
  return line.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");
}
