import type { Token } from "#facts/tokens.ts";

/** True of a name that a text counts among certificates: `chứng nhận UTZ và 4C`, "4C and Fairtrade certificates". */
export function isAmongPapers(tokens: readonly Token[], at: number, length: number): boolean {
  if (MEASURED.has(tokens[at - 1]?.plain ?? "") || tokens[at - 1]?.kind === "digits") return false;
  return isPaper(tokens.slice(Math.max(0, at - REACH), at).toReversed()) || isPaper(tokens.slice(at + length, at + length + REACH));
}

function isPaper(away: readonly Token[]): boolean {
  const end = away.findIndex(({ text }) => CLOSES.test(text));
  return (end === -1 ? away : away.slice(0, end)).some(({ plain }) => PAPERS.has(plain));
}
const REACH = 7;
const CLOSES = /^[.;!?\n]$/u;
const PAPERS = new Set(
  "chung certificate certificates certified certification certifications rainforest utz vietgap globalgap fairtrade haccp".split(" "),
);
/** Behind these it is a temperature. */
const MEASURED = new Set("o duoi mat lanh tu den toi do at below under around about to".split(" "));

/** The same of a Japanese text, by the words on either side. */
export function isBesidePapers(text: string, start: number, end: number): boolean {
  const before = /[^。！？\n]*$/u.exec(text.slice(Math.max(0, start - JAPANESE_REACH), start))?.[0] ?? "";
  const after = /^[^。！？\n]*/u.exec(text.slice(end, end + JAPANESE_REACH))?.[0] ?? "";
  return !/[-\d~〜～]$/u.test(before) && !/^(?:で|以下|前後|の(?:冷|温))/u.test(after) && /認証|認定|証明/u.test(before + after);
}
const JAPANESE_REACH = 24;
