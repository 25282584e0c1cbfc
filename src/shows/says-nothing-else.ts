import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import { addsWeight, asides, partsOfDay, placesOfToday } from "./adds-weight.ts";
import type { Candidate, Strictness } from "./match-script.ts";
import { HOUR } from "./read-clock.ts";
import type { SpokenWord } from "./read-spoken.ts";
import { misheardWords, replacesWords } from "./replaces-words.ts";
import { isSame, saysItOtherwise } from "./says-it-otherwise.ts";
import {
  asksAtEnd,
  isAddress,
  isEmphasis,
  isExact,
  isKin,
  isLimit,
  isOtherWord,
  isParticle,
  mayAddWeight,
  mayDeny,
  BARE_TURNS,
  TURNS,
} from "./spoken-words.ts";

/** Words that no line has, of those that say something: before or behind a line so many are a slip, within it none. */
const STRANGE_MAX = 1;
/** A caller's name: `chị Hoa Mai ơi`. */
const NAME_WORDS_MAX = 3;

/** What no line accounts for must be little, in small pieces, and change nothing. */
export function saysNothingElse(text: string, spoken: readonly SpokenWord[], found: readonly Candidate[], strictness: Strictness): boolean {
  const accounted = new Set(found.flatMap(({ pairs }) => pairs.map((pair) => pair.spoken)));
  const isLeft = spoken.map((_, at) => !accounted.has(at) && !isSaidAgain(spoken, at, found));
  if (spoken.some((word, at) => isLeft[at] === true && (word.negation || isCounted(spoken, at)))) return false;
  if (isBare(spoken) && isUnclear(text, spoken, isLeft, found)) return false;
  const called = new Set([...namesCalled(spoken), ...placesOfMany(spoken), ...(found.every(isOfOthers) ? placesOfPeople(spoken) : [])]);
  if (turns(spoken, isLeft, called) || saysAnotherDay(spoken, found)) return false;
  if (namesAnotherPlace(text, spoken, found)) return false;
  if (saysItOtherwise(spoken, found)) return false;
  return strictness === "whole" ? isWhole(spoken, isLeft) : isLoose(spoken, isLeft, called, found);
}

/** Whom one speaks to and the tone of it may come on top; nothing else. */
function isWhole(spoken: readonly SpokenWord[], isLeft: readonly boolean[]): boolean {
  return spoken.every((word, at) => isLeft[at] !== true || isAddress(word.text) || (word.filler && !word.light));
}

function isLoose(
  spoken: readonly SpokenWord[],
  isLeft: readonly boolean[],
  called: ReadonlySet<number>,
  found: readonly Candidate[],
): boolean {
  if (asksAtEnd(spoken.map(({ text }, at) => (isOwnWord(spoken, isLeft, at) ? "" : text)))) return false;
  if (spoken.some((word, at) => isLeft[at] === true && isLimit(word.text) && isByNumber(spoken, at) && !isRange(spoken, isLeft, at)))
    return false;
  if (found.some((candidate) => namesAnother(spoken, isLeft, candidate))) return false;
  const aside = new Set([...asides(spoken), ...partsOfDay(spoken, found), ...placesOfToday(spoken, found)]);
  const isOpen = spoken.map((_, at) => !called.has(at) && !aside.has(at));
  const isStrange = spoken.map(
    (word, at) => isLeft[at] === true && isOpen[at] === true && !word.filler && !isAddress(word.text) && !addsWeight(spoken, isLeft, at),
  );
  const isAnother = spoken.map((word, at) => isLeft[at] === true && !called.has(at) && isKin(word.text));
  if (found.some((candidate) => replacesWords(candidate, spoken, isStrange, isAnother, isOpen))) return false;
  // In no word's place, and without its marks: it may well add nothing.
  const bare = isBare(spoken);
  const misheard = new Set(found.flatMap((candidate) => misheardWords(candidate, spoken, isStrange)));
  const strange = [...isStrange.keys()].filter(
    (at) => isStrange[at] === true && !misheard.has(at) && !(bare && mayAddWeight(spoken[at]?.text ?? "")),
  );
  const isWithin = (at: number) => found.some(({ from, to }) => at >= from && at < to);
  return strange.length <= STRANGE_MAX && !strange.some((at) => isWithin(at) || isExact(spoken[at]?.text ?? ""));
}

const DATED = /^(?:năm|tháng|ngày|mùng|thứ|lúc|khoảng|tầm)$/;

/** `hơn hai ký`, `hai ký hơn`. */
function isByNumber(spoken: readonly SpokenWord[], at: number): boolean {
  const [before, after] = [spoken[at - 1], spoken[at + 1]];
  // `đến năm 2021`, `từ lúc 5 giờ`
  const isNamed = DATED.test(after?.text ?? "") && spoken[at + 2]?.number !== undefined;
  return after?.number !== undefined || isNamed || before?.number !== undefined || before?.counted === true;
}

/** `từ bốn đến năm ngày` for `4-5 ngày`; `tới ba lớp lận` is three, with surprise. */
function isRange(spoken: readonly SpokenWord[], isLeft: readonly boolean[], at: number): boolean {
  const { text, number } = { text: spoken[at]?.text, number: spoken[at + 1]?.number };
  const isTo = (place: number) => spoken[place]?.text === "đến" && spoken[place + 1]?.number !== undefined && isLeft[place + 1] === false;
  if (number === undefined || isLeft[at + 1] === true) return false;
  if (text === "từ") return isTo(at + 2) || isTo(at + 3) || spoken[at + 2]?.number !== undefined;
  if (text !== "đến") return false;
  const isAmazed = number.unit !== HOUR && !number.scaled && spoken.slice(at + 2, at + 5).some((word) => word.text === "lận");
  return isAmazed || (spoken[at - 1]?.number !== undefined && isLeft[at - 1] === false);
}

/** Typed without marks. */
function isBare(spoken: readonly SpokenWord[]): boolean {
  return spoken.every(({ text, plain, negation }) => text === plain || negation || plain === "mot");
}

/** Without marks `sau muoi` is sixty as well as "after ten": only digits are sure, and nothing may deny. */
function isUnclear(text: string, spoken: readonly SpokenWord[], isLeft: readonly boolean[], found: readonly Candidate[]): boolean {
  const counted = found.flatMap(({ indexed, pairs }) => pairs.filter(({ line }) => indexed.words[line]?.number !== undefined));
  const isCounted = new Set(counted.map((pair) => pair.spoken));
  return spoken.some(({ number, plain, start, end }, at) => {
    if (isLeft[at] === true && mayDeny(plain)) return true;
    const isSure = number === undefined || number.value === 1 || /\d/.test(text.slice(start, end));
    return !isSure && (!number.soft || isCounted.has(at));
  });
}

/** A word with a contrary is said again at once, or it is said of something else. */
const NEAR = 3;

/** A stammer: the line's own word, said twice. Of a denial, with what the line denies: `không ngâm, không ngâm thuốc`. */
function isSaidAgain(spoken: readonly SpokenWord[], at: number, found: readonly Candidate[]): boolean {
  const [word, next] = [spoken[at], spoken[at + 1]];
  if (word === undefined || word.number !== undefined) return false;
  const denied = word.negation ? next?.text : undefined;
  if (word.negation && denied === undefined) return false;
  const again = spoken.flatMap(({ text }, place) => (text === word.text && place !== at ? [Math.abs(place - at)] : []));
  if (isExact(word.text) && again.length > 0 && Math.min(...again) > NEAR) return false;
  return found.some(({ indexed: { words } }) =>
    words.some((own, place) => isSame(own, word) && (denied === undefined || words[place + 1]?.text === denied)),
  );
}

/** `rồi hả ký nhận` for `rồi hãy ký nhận`: it sounds like a word of the line, in its place, and the line goes on. */
function isOwnWord(spoken: readonly SpokenWord[], isLeft: readonly boolean[], at: number): boolean {
  const next = spoken[at + 1];
  return isLeft[at] === false && isLeft[at + 1] === false && next?.filler === false && !isKin(next.text);
}

/** A quantity that the line does not hold; `một` alone is an article. */
function isCounted(spoken: readonly SpokenWord[], at: number): boolean {
  const [before, word, after] = [spoken[at - 1], spoken[at], spoken[at + 1]];
  if (word === undefined || (word.number === undefined && !isOtherWord(word.text))) return false;
  // What is left after a unit may well belong to its number: `ba ký chín`, `một ký lẻ hai`.
  if (before?.counted === true || before?.text === "lẻ") return true;
  if (word.number === undefined) return false;
  if (!word.number.soft) return true;
  // `2 triệu 1 mỗi ký`, but `2 triệu 1 ký`.
  if (word.number.value === 1) return before?.number !== undefined && after?.counted !== true;
  if (word.number.unit !== undefined || before?.number !== undefined || after?.number !== undefined) return true;
  return !isOtherWord(word.text) && !isKin(before?.text ?? "");
}

/** A word of a name that is but like the line's is not the line's. */
const SAME_NAME_MIN = 0.9;

/** `giao ở Vĩnh Long` where the line has `Đồng Tháp`. */
function namesAnotherPlace(text: string, spoken: readonly SpokenWord[], found: readonly Candidate[]): boolean {
  const prepared = new Set(found.flatMap(({ line }) => termsIn(line.vi, "vi").map(({ id }) => id)));
  const same = new Set(found.flatMap(({ pairs }) => pairs.flatMap((pair) => (pair.likeness >= SAME_NAME_MIN ? [pair.spoken] : []))));
  return termsIn(text, "vi").some(
    ({ id, start, end }) =>
      findTerm(id)?.kind === "place" &&
      !prepared.has(id) &&
      spoken.some((word, at) => word.start < end && start < word.end && !same.has(at)),
  );
}

/** `vườn chú Ba có 85 gốc`: in the middle of a line somebody else is spoken of. Who is called (`chị Hoa ơi`) is not. */
function namesAnother(spoken: readonly SpokenWord[], isLeft: readonly boolean[], { from, to }: Candidate): boolean {
  return spoken.slice(from, to).some((word, offset) => {
    const at = from + offset;
    const name = spoken[at + 1];
    if (!isLeft[at] || !isKin(word.text) || name === undefined || !isLeft[at + 1]) return false;
    if (name.filler || isKin(name.text) || isEmphasis(name.text)) return false;
    return !spoken.slice(at + 2, at + 2 + NAME_WORDS_MAX).some(({ text }) => text === "ơi");
  });
}

/** Places of somebody who is called, with the name: `chị Hoa ơi` anywhere, `nhé chị Hoa` at the end. */
function namesCalled(spoken: readonly SpokenWord[]): Set<number> {
  const called = new Set<number>();
  for (const [at, word] of spoken.entries()) {
    if (!isKin(word.text)) continue;
    const after = spoken.slice(at + 1, at + 2 + NAME_WORDS_MAX).findIndex(({ text }) => text === "ơi");
    const atEnd = at + 1 + NAME_WORDS_MAX >= spoken.length && isParticle(spoken[at - 1]?.text ?? "");
    const names = after !== -1 ? after : atEnd ? spoken.length - at - 1 : 0;
    for (let offset = 0; offset <= names && (after !== -1 || atEnd); offset += 1) called.add(at + offset);
  }
  return called;
}

/** `mấy cưng`, `mấy chị ơi` before or behind what is said, where `mấy` by itself asks how many. */
function placesOfMany(spoken: readonly SpokenWord[]): number[] {
  return spoken.flatMap(({ text }, at) => {
    const whom = spoken[at + 1]?.text ?? "";
    if (text !== "mấy" || !(isAddress(whom) || isKin(whom) || isMother(whom))) return [];
    const isFirst = spoken.slice(0, at).every(({ filler }) => filler);
    const isLast = spoken.slice(at + 2).every((word) => word.filler || word.text === "ơi");
    return isFirst || isLast || isParticle(spoken[at - 1]?.text ?? "") ? [at, at + 1] : [];
  });
}
const isMother = (word: string): boolean => word === "má" || word === "mẹ";

/** `Chè ngoài chợ hay ướp hương`: whoever it speaks of, it is not the seller. */
function isOfOthers({ indexed: { words } }: Candidate): boolean {
  const isElsewhere = words.some(({ text }, at) => text === "ngoài" && /^(?:chợ|phố|đường)$/.test(words[at + 1]?.text ?? ""));
  return isElsewhere && !words.some(({ text }) => text === "em" || text === "hơn");
}

/** Where `người ta` is said: people, in a line about other people anyway. */
function placesOfPeople(spoken: readonly SpokenWord[]): number[] {
  return spoken.flatMap(({ text }, at) => (text === "người" && spoken[at + 1]?.text === "ta" ? [at, at + 1] : []));
}

function turns(spoken: readonly SpokenWord[], isLeft: readonly boolean[], called: ReadonlySet<number>): boolean {
  return (isBare(spoken) ? BARE_TURNS : TURNS).some((turn) =>
    spoken.some(
      (_, start) =>
        turn.every((place, offset) => place.has(spoken[start + offset]?.text ?? "") && !called.has(start + offset)) &&
        isTurn(spoken.slice(start, start + turn.length), isLeft.slice(start, start + turn.length)),
    ),
  );
}

/** `giá hôm kia … hôm nay rẻ rồi` where the line has `giá hôm nay`: its day is said later, of another statement. */
function saysAnotherDay(spoken: readonly SpokenWord[], found: readonly Candidate[]): boolean {
  return found.some(({ indexed, pairs }) =>
    pairs.some(({ line, spoken: at }) => {
      const [own, said] = [indexed.words[line + 1]?.text ?? "", spoken[at + 1]?.text ?? ""];
      const day = indexed.words[line]?.text ?? "";
      return isExact(own) && own !== said && TURNS.some(([first, second]) => first?.has(day) === true && second?.has(said) === true);
    }),
  );
}

/** `hai mươi năm rồi` is no `năm rồi`: all of it must be left, or a word that says something. */
function isTurn(words: readonly SpokenWord[], isLeft: readonly boolean[]): boolean {
  return isLeft.every(Boolean) || words.some(({ filler }, at) => isLeft[at] === true && !filler);
}
