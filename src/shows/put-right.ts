import { LANGUAGES } from "#i18n/language.ts";
import type { CorrectedLine } from "./carry-over.ts";
import { indexLines } from "./index-lines.ts";
import { scriptTexts } from "./script-texts.ts";
import type { PreparedLine } from "./show.ts";

/**
 * Prepared lines with a person's corrections: in the place of the line that was corrected, with that line's own numbers, for
 * yesterday's price is not today's; else as lines of their own at the end.
 */
export function putRight(prepared: readonly PreparedLine[], corrected: readonly CorrectedLine[]): PreparedLine[] {
  const lines = [...prepared];
  for (const { line, instead } of corrected) {
    const at = lines.findIndex(({ id }) => id === instead);
    const before = lines[at];
    const found = before && scriptTexts({ index: indexLines([line]), next: 0, languages: LANGUAGES }, { text: before.vi, final: true });
    if (before === undefined || found === undefined) lines.push(line);
    else lines[at] = { ...before, ...found.texts };
  }
  return lines;
}
