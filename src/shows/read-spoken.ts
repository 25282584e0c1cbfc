import { foldText, lighten } from "#facts/fold.ts";
import { recent } from "#facts/recent.ts";
import { readTokens, type Token } from "#facts/tokens.ts";
import { digitWord, readVietnameseNumber } from "#facts/vietnamese-numbers.ts";
import { namesYear } from "#facts/vietnamese-readings.ts";
import { isHalf, isPoint } from "#facts/vietnamese-words.ts";
import { HOUR, isHour, readClock } from "./read-clock.ts";
import { readMixed } from "./read-mixed.ts";
import { readPhone } from "./read-phone.ts";
import { readSpokenNumber } from "./read-spoken-number.ts";
import { settleRanges } from "./settle-ranges.ts";
import { isSyllable, soundOf } from "./sound-alike.ts";
import { spokenUnit } from "./spoken-unit.ts";
import { isFiller, isLight, isNegation, settleVariant } from "./spoken-words.ts";

/** A word of a Vietnamese sentence as it is compared: recogniser's text and prepared lines alike. */
export type SpokenWord = {
  /** Lower case with its marks, one form for all regions. */
  text: string;
  /** Without marks. */
  plain: string;
  /** As it sounds where regions and recognisers do not tell it apart. */
  sound: string;
  /** A Vietnamese syllable; a foreign word comes in pieces. */
  syllable: boolean;
  filler: boolean;
  /** A filler that says something in a short sentence. */
  light: boolean;
  /** Said on one side only, the sentence is another one; so is a half that is no part of a number read. */
  negation: boolean;
  /** A unit after a number or `một`, `mỗi`: what is counted, or what a price is for. */
  counted: boolean;
  /** Set where it says a number, however many words that took. */
  number?: SpokenNumber;
  /** Offsets into the text as given. */
  start: number;
  end: number;
};

export type SpokenNumber = {
  value: number;
  /** A single digit word may be an ordinary one (`ba` father, `năm` year, `chín` ripe): it counts as either. */
  soft: boolean;
  /** Part of a name (`Ri6`). */
  name: boolean;
  /** A thousand or a million was said or written out. */
  scaled: boolean;
  /** The unit said after it, one form for all regions; undefined where none is. In a range it may stand after the other end. */
  unit: string | undefined;
  /** The unit as it stands inside: `ký` of `một ký hai`. */
  inside?: string;
  /** How many times what is said of it: the `35` of `35-40 ngàn` is 35,000. */
  lent: number;
  /** An hour of the clock, and no length of time: `5 giờ`, not `5 tiếng` nor `trong 5 giờ`. */
  clock?: boolean;
  /** Heard one way only. `một tới hai mươi` may begin at ten. */
  sure: boolean;
};

/**
 * Cuts a Vietnamese sentence into words and numbers; a measure after a number is one word in one form for all regions. A sentence
 * is looked for in the script, together with the one before it, and in the phrasebook.
 */
export const readSpoken = recent(cutSpoken, { kept: 64, lengthMin: 8 });

function cutSpoken(text: string): readonly SpokenWord[] {
  const light = lighten(text);
  const tokens = readTokens(light);
  const words: SpokenWord[] = [];
  const push = (word: string, from: number, next: number, more: Pick<SpokenWord, "counted" | "number">) => {
    const { start, end } = light.span(tokens[from]?.start ?? 0, tokens[next - 1]?.end ?? 0);
    words.push({ ...plainWord(word), ...more, start, end });
  };
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const phone = readPhone(tokens, at);
    if (phone !== undefined) {
      const number = { value: Number(phone.digits), soft: false, name: true, scaled: false, unit: undefined, lent: 1, sure: true };
      push(phone.digits, at, phone.next, { counted: false, number });
      at = phone.next;
      continue;
    }
    const clock = readClock(tokens, at);
    const mixed = clock === undefined ? readMixed(tokens, at) : undefined;
    const number = clock === undefined && mixed === undefined ? numberAt(tokens, at) : undefined;
    const before = words.at(-1);
    const unit = before?.number !== undefined || before?.text === "mỗi" ? spokenUnit(tokens, at) : undefined;
    if (clock !== undefined) {
      const said = { soft: false, name: false, scaled: false, lent: 1, sure: true };
      const { hour, minute } = clock;
      push(token.text, at, hour.next, { counted: false, number: { ...said, value: hour.value, unit: HOUR, clock: true } });
      if (minute.from > hour.next) push(HOUR, hour.next, hour.next + 1, { counted: true });
      push(String(minute.value), minute.from, minute.next, { counted: false, number: { ...said, value: minute.value, unit: undefined } });
      at = minute.next;
    } else if (mixed !== undefined) {
      const { value, unit: inner } = mixed;
      const inside = light.text.slice(tokens[inner.from]?.start, tokens[inner.next - 1]?.end);
      const said = { value, unit: inner.name, inside, soft: false, name: false, scaled: false, lent: 1, sure: true };
      push(token.text, at, mixed.next, { counted: false, number: said });
      push(inner.name, inner.from, inner.next, { counted: true });
      at = mixed.next;
    } else if (unit !== undefined) {
      push(unit.merged ? unit.name : token.text, at, unit.merged ? unit.next : at + 1, { counted: unit.name !== "đồng" });
      at = unit.merged ? unit.next : at + 1;
    } else if (number !== undefined) {
      const { said, next } = number;
      // `1 cân` and `một cân` are the same words.
      push(said.value === 1 ? "một" : token.text, at, next, {
        counted: false,
        number: {
          ...said,
          unit: spokenUnit(tokens, next)?.name,
          lent: 1,
          clock: isHour(tokens, at, next),
          sure: !isYearOrMoney(tokens, at, next),
        },
      });
      at = next;
    } else {
      if (token.kind === "word") push(token.text, at, at + 1, { counted: false });
      at += 1;
    }
  }
  return settleRanges(words, text);
}

type PlainWord = Omit<SpokenWord, "start" | "end" | "counted">;

/** The words of a language come again and again. */
const plainWord = recent(
  (said: string): PlainWord => {
    const text = settleVariant(said);
    const plain = foldText(text);
    const heard = { sound: soundOf(plain), syllable: isSyllable(plain) };
    const negation = isNegation(text) || text === "rưỡi";
    return { text, plain, ...heard, filler: isFiller(said) || isFiller(text), light: isLight(text), negation };
  },
  { kept: 20_000, lengthMin: 1 },
);

type Said = Pick<SpokenNumber, "value" | "soft" | "name" | "scaled">;
function numberAt(tokens: readonly Token[], at: number): { said: Said; next: number } | undefined {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || isWordHere(tokens, at)) return undefined;
  const short = namedAt(tokens, at) ?? yearAt(tokens, at);
  if (short !== undefined) return short;
  const said = readSpokenNumber(tokens, at) ?? countedDigit(tokens, at);
  if (said === undefined) return undefined;
  const name = token.kind === "digits" && token.glued && before?.kind === "word";
  const soft = said.words === 1 && (said.spelled || said.value === 1);
  return { said: { value: said.value, soft, name, scaled: said.scaled || (!said.spelled && said.value >= 1000) }, next: said.next };
}

/** `năm rưỡi` by itself is a year and a half as well as five and a half. */
function isYearOrMoney(tokens: readonly Token[], at: number, next: number): boolean {
  if (tokens[at]?.text !== "năm" || next !== at + 2 || !isHalf(tokens[at + 1])) return false;
  return !/^(?:một|mỗi)$/.test(tokens[next]?.text ?? "") && spokenUnit(tokens, next) === undefined;
}

/** `không` denies, `phần trăm` is a unit, and `năm` after a number is the year. */
function isWordHere(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? "";
  const before = tokens[at - 1];
  if (text === "năm" && isYear(tokens, at + 1)) return true;
  // `không phẩy năm`
  if (text === "không" && isPoint(tokens[at + 1])) return false;
  if (text === "không" || (text === "trăm" && before?.text === "phần")) return true;
  return (
    text === "năm" &&
    before !== undefined &&
    (before.kind === "digits" || digitWord(before) !== undefined || /^(?:mươi|mười|chục|trăm)$/.test(before.text))
  );
}

/** `năm hai nghìn không trăm hai ba`, where `năm hai nghìn` by itself is 52,000. */
function isYear(tokens: readonly Token[], at: number): boolean {
  const said = readVietnameseNumber(tokens, at);
  const isSpoken =
    said !== undefined && said.value > 1900 && said.value < 2100 && (!said.spelled || said.words > 3 || namesYear(tokens, at - 1));
  return isSpoken || digitsOfYear(tokens, at) !== undefined || endOfYear(tokens, at) !== undefined;
}

/** `năm một chín chín tám`, digit by digit. */
function yearAt(tokens: readonly Token[], at: number): { said: Said; next: number } | undefined {
  if (tokens[at - 1]?.text !== "năm") return undefined;
  const short = endOfYear(tokens, at);
  const value = short === undefined ? digitsOfYear(tokens, at) : 2000 + short.value;
  const next = short?.next ?? at + YEAR_DIGITS;
  return value === undefined ? undefined : { said: { value, soft: false, name: false, scaled: false }, next };
}

/** `năm hai không mười sáu` */
function endOfYear(tokens: readonly Token[], at: number): { value: number; next: number } | undefined {
  if (tokens[at]?.text !== "hai" || tokens[at + 1]?.text !== "không") return undefined;
  const end = readVietnameseNumber(tokens, at + 2);
  return end !== undefined && end.spelled && end.value >= 10 && end.value < 100 && Number.isInteger(end.value) ? end : undefined;
}

const YEAR_DIGITS = 4;
function digitsOfYear(tokens: readonly Token[], at: number): number | undefined {
  const digits = tokens.slice(at, at + YEAR_DIGITS).map((token) => (token.kind === "word" ? digitWord(token) : undefined));
  const value = Number(digits.join(""));
  return digits.length === YEAR_DIGITS && !digits.includes(undefined) && value > 1900 && value < 2100 ? value : undefined;
}

/** `tháng năm`, `thứ tư`: always the number, whatever the word means elsewhere. */
function namedAt(tokens: readonly Token[], at: number): { said: Said; next: number } | undefined {
  const digit = /^(?:tháng|thứ|mùng|mồng)$/.test(tokens[at - 1]?.text ?? "") ? digitWord(tokens[at]) : undefined;
  return digit === undefined ? undefined : { said: { value: digit, soft: false, name: false, scaled: false }, next: at + 1 };
}

/** `ba giờ`, `năm giờ`: a digit word before a unit, where the reader of notes suspects an idiom. */
function countedDigit(
  tokens: readonly Token[],
  at: number,
): { value: number; next: number; spelled: true; scaled: false; words: 1 } | undefined {
  const value = digitWord(tokens[at]);
  if (value === undefined || spokenUnit(tokens, at + 1) === undefined) return undefined;
  return { value, next: at + 1, spelled: true, scaled: false, words: 1 };
}
