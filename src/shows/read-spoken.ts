import { foldText, lighten } from "#facts/fold.ts";
import { readTokens, type Token } from "#facts/tokens.ts";
import { digitWord, readVietnameseNumber } from "#facts/vietnamese-numbers.ts";
import { unitTable } from "#lexicon/units.ts";
import { isFiller, isLight, isNegation, settleVariant } from "./spoken-words.ts";

/** A word of a Vietnamese sentence as it is compared: recogniser's text and prepared lines alike. */
export type SpokenWord = {
  /** Lower case with its marks, one form for all regions. */
  text: string;
  /** Without marks. */
  plain: string;
  filler: boolean;
  /** A filler that says something in a short sentence. */
  light: boolean;
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
  /** The unit said after it, one form for all regions; undefined where none is. */
  unit: string | undefined;
};

/** Cuts a Vietnamese sentence into words and numbers. `%` is `phần trăm`. */
export function readSpoken(text: string): SpokenWord[] {
  const light = lighten(text);
  const tokens = readTokens(light);
  const words: SpokenWord[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const number = numberAt(tokens, at);
    const next = number?.next ?? at + 1;
    const place = light.span(token.start, tokens[next - 1]?.end ?? token.end);
    const { start, end } = place;
    if (number !== undefined) {
      // `1 cân` and `một cân` are the same words.
      const word = number.said.value === 1 ? { text: "một", plain: "mot" } : token;
      words.push({ ...plainWord(word), counted: false, start, end, number: { ...number.said, unit: unitAfter(tokens, next) } });
    } else if (token.text === "%") {
      for (const word of PERCENT) words.push({ ...plainWord(word), counted: false, start, end });
    } else if (token.kind === "word") {
      const before = words.at(-1);
      const counted =
        token.text !== "đồng" &&
        token.text !== "đ" &&
        units.exact.has(token.text) &&
        before !== undefined &&
        (before.number !== undefined || before.text === "mỗi");
      words.push({ ...plainWord(token), counted, start, end });
    }
    at = next;
  }
  return words;
}

const PERCENT = [
  { text: "phần", plain: "phan" },
  { text: "trăm", plain: "tram" },
];

function plainWord(token: Pick<Token, "text" | "plain">): Omit<SpokenWord, "start" | "end" | "counted"> {
  const text = settleVariant(token.text);
  const plain = text === token.text ? token.plain : foldText(text);
  return { text, plain, filler: isFiller(token.text) || isFiller(text), light: isLight(text), negation: isNegation(text) };
}

function numberAt(tokens: readonly Token[], at: number): { said: Omit<SpokenNumber, "unit">; next: number } | undefined {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || isWordHere(tokens, at)) return undefined;
  const short = hamAt(tokens, at) ?? tensAt(tokens, at);
  if (short !== undefined) return short;
  const said = readVietnameseNumber(tokens, at) ?? countedDigit(tokens, at);
  if (said === undefined) return undefined;
  const name = token.kind === "digits" && token.glued && before?.kind === "word";
  const soft = said.words === 1 && (said.spelled || said.value === 1);
  return { said: { value: said.value, soft, name, scaled: said.scaled || (!said.spelled && said.value >= 1000) }, next: said.next };
}

/** `không` denies, `phần trăm` is a unit, and `năm` after a number is the year. */
function isWordHere(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? "";
  const before = tokens[at - 1];
  if (text === "không" || (text === "trăm" && before?.text === "phần")) return true;
  return (
    text === "năm" &&
    before !== undefined &&
    (before.kind === "digits" || digitWord(before) !== undefined || /^(?:mươi|mười|chục|trăm)$/.test(before.text))
  );
}

/** `hăm sáu`: twenty-six, as older people in the south say it. */
function hamAt(tokens: readonly Token[], at: number): { said: Omit<SpokenNumber, "unit">; next: number } | undefined {
  const digit = tokens[at]?.text === "hăm" ? digitWord(tokens[at + 1]) : undefined;
  return digit === undefined ? undefined : { said: { value: 20 + digit, soft: false, name: false, scaled: false }, next: at + 2 };
}

/** `ba hai nghìn`: thirty-two thousand. `hai ba nghìn` may be two to three, and is left alone. */
function tensAt(tokens: readonly Token[], at: number): { said: Omit<SpokenNumber, "unit">; next: number } | undefined {
  const tens = digitWord(tokens[at]);
  const ones = digitWord(tokens[at + 1]);
  if (tens === undefined || ones === undefined || tens === 0 || ones === 0 || ones === tens + 1) return undefined;
  const rest = readVietnameseNumber(tokens, at + 1);
  if (rest === undefined || rest.value !== ones * 1_000 || rest.words !== 2) return undefined;
  return { said: { value: tens * 10_000 + rest.value, soft: false, name: false, scaled: true }, next: rest.next };
}

/** `ba giờ`, `năm giờ`: a digit word before a unit, where the reader of notes suspects an idiom. */
function countedDigit(
  tokens: readonly Token[],
  at: number,
): { value: number; next: number; spelled: true; scaled: false; words: 1 } | undefined {
  const value = digitWord(tokens[at]);
  if (value === undefined || unitAfter(tokens, at + 1) === undefined) return undefined;
  return { value, next: at + 1, spelled: true, scaled: false, words: 1 };
}

const units = unitTable("vi");
function unitAfter(tokens: readonly Token[], at: number): string | undefined {
  const pair = `${tokens[at]?.text ?? ""} ${tokens[at + 1]?.text ?? ""}`;
  if (units.exact.has(pair)) return pair;
  const token = tokens[at];
  return token !== undefined && units.exact.has(token.text) ? settleVariant(token.text) : undefined;
}
