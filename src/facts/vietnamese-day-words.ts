const ONES_IN_WORDS = ["", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
/** Eleven and up, as said: `mười lăm`, `hai bảy`, `hai mươi`, `ba mươi mốt`. */
export const LONG_DAY_WORDS = String.raw`(?:ba muoi(?: mot)?|(?:hai muoi|ham|hai) (?:mot|hai|ba|bon|tu|nam|lam|nham|sau|bay|tam|chin)|hai muoi|muoi(?: (?:mot|hai|ba|bon|tu|nam|lam|sau|bay|tam|chin))?)`;
export const DAY_WORDS = String.raw`(?:${LONG_DAY_WORDS}|mot|hai|ba|bon|nam|sau|bay|tam|chin)`;

/** The number that such words say. */
export function dayInWords(said: string): number {
  const words = said.replace("ham", "hai").split(" ");
  const last = (words.at(-1) ?? "").replace(/^(?:lam|nham)$/, "nam").replace("tu", "bon");
  const ones = Math.max(0, ONES_IN_WORDS.indexOf(last));
  const tens = words.length === 1 && last !== "muoi" ? 0 : words[0] === "muoi" ? 10 : ONES_IN_WORDS.indexOf(words[0] ?? "") * 10;
  return tens + ones;
}
