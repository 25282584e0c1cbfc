import type { Candidate } from "./match-script.ts";
import type { SpokenWord } from "./read-spoken.ts";
import { isAddress, isDeal, isEmphasis, isKept, isTimeWord, KEPT, pointsTo, tellsOrder, type Places } from "./spoken-words.ts";

/** The words of a line, and yet another statement: one left out that it hangs on, one moved, or another day pointed to. */
export function saysItOtherwise(spoken: readonly SpokenWord[], found: readonly Candidate[]): boolean {
  const accounted = new Set(found.flatMap(({ pairs }) => pairs.map((pair) => pair.spoken)));
  const isFree = spoken.map((_, at) => !accounted.has(at));
  return (
    givesBack(spoken, isFree) ||
    found.some((candidate) => leavesOut(candidate) || movesWords(candidate, spoken, isFree) || pointsElsewhere(candidate, spoken, isFree))
  );
}

/** `trả lại phần còn lại` for `trả phần còn lại`. */
function givesBack(spoken: readonly SpokenWord[], isFree: readonly boolean[]): boolean {
  return spoken.some(
    ({ text }, at) => text === "lại" && isFree[at] === true && isFree[at - 1] === false && isDeal(spoken[at - 1]?.text ?? ""),
  );
}

/** `chuyển khoản thì em 5 phần trăm` for `… em giảm 5 phần trăm`. Said with another word in its place it is `replacesWords`'. */
function leavesOut({ indexed: { words }, pairs }: Candidate): boolean {
  const said = new Set(pairs.map(({ line }) => line));
  const [first, last] = [Math.min(...said), Math.max(...said)];
  return words.some(
    (word, at) => !said.has(at) && ((at > first && at < last && isKept(word.text)) || KEPT.some((phrase) => standsAt(words, at, phrase))),
  );
}

function standsAt(words: readonly SpokenWord[], at: number, phrase: Places): boolean {
  return phrase.every((place, offset) => place.has(words[at + offset]?.text ?? ""));
}

/** So many words out of their place say it in another order. */
const MOVED_MAX = 1;

/** `trả tiền rồi mới kiểm tra` for `kiểm tra rồi mới trả tiền`, `mực lưới chứ không phải mực câu` for the other way round. */
function movesWords({ indexed: { words }, pairs }: Candidate, spoken: readonly SpokenWord[], isFree: readonly boolean[]): boolean {
  const said = new Set(pairs.map(({ line }) => line));
  const missing = words.filter((_, at) => !said.has(at));
  const moved = spoken.filter(
    (word, at) =>
      isFree[at] === true && !word.filler && !isAddress(word.text) && !isEmphasis(word.text) && missing.some((own) => isSame(own, word)),
  );
  return moved.length > MOVED_MAX || (moved.length > 0 && words.some(({ text }) => tellsOrder(text)));
}

/** Without its marks a word is any that it may stand for. */
export function isSame(own: SpokenWord, said: SpokenWord): boolean {
  return own.text === said.text || (said.text === said.plain && own.plain === said.plain);
}

const THIS = pointsTo("này");

/** `giữa tháng này` for `giữa tháng sau`, or `giữa tháng` alone. */
function pointsElsewhere({ indexed: { words }, pairs }: Candidate, spoken: readonly SpokenWord[], isFree: readonly boolean[]): boolean {
  return pairs.some(({ line, spoken: at }) => {
    if (!isTimeWord(words[line]?.text ?? "")) return false;
    const [own, said] = [pointsTo(words[line + 1]?.text ?? ""), pointsTo(spoken[at + 1]?.text ?? "")];
    if (own === undefined) return said !== undefined && said !== THIS && isFree[at + 1] === true;
    return own !== said && !pairs.some((pair) => pair.line === line + 1);
  });
}
