import { lighten } from "#facts/fold.ts";
import { readEnglishNumber } from "#facts/english-numbers.ts";
import { readJapaneseNumber } from "#facts/japanese-numbers.ts";
import { readJapaneseTokens } from "#facts/japanese-tokens.ts";
import { readTokens, type Token } from "#facts/tokens.ts";
import type { Language } from "#i18n/language.ts";
import { readPhone } from "./read-phone.ts";
import { readSpoken, type SpokenNumber } from "./read-spoken.ts";

/** A number in a text: `text.slice(start, end)` says `value`. */
export type NumberPlace = {
  value: number;
  start: number;
  end: number;
  /** In words: `ba`, `three`, `三`. */
  spelled: boolean;
  /** Glued to a word before it, as in `Ri6` or `ST25`: part of a name, never a quantity. */
  name: boolean;
  /** The unit that stands inside it: `ký` of `một ký hai`. */
  inside?: string | undefined;
  /** How many times what stands there it is: the `35` of `35-40 ngàn` is 35,000. */
  lent?: number;
};

const READERS = { en: readEnglishNumber, ja: readJapaneseNumber };

/** All numbers of a text in reading order, with or without a unit. */
export function readNumberPlaces(text: string, language: Language): NumberPlace[] {
  if (language === "vi") return vietnamesePlaces(text);
  const light = lighten(text);
  const tokens = language === "ja" ? readJapaneseTokens(light) : readTokens(light);
  const places: NumberPlace[] = [];
  for (let at = 0; at < tokens.length;) {
    const phone = readPhone(tokens, at);
    const said = phone === undefined ? READERS[language](tokens, at) : { value: Number(phone.digits), next: phone.next, spelled: false };
    const first = tokens[at];
    if (said === undefined || first === undefined || said.next <= at) {
      at += 1;
      continue;
    }
    const { start, end } = light.span(first.start, tokens[said.next - 1]?.end ?? first.end);
    places.push({ value: said.value, start, end, spelled: said.spelled, name: phone !== undefined || isName(tokens, at) });
    at = said.next;
  }
  return places;
}

/** `không` and the `năm` of years are no numbers: read as it is heard. */
function vietnamesePlaces(text: string): NumberPlace[] {
  return readSpoken(text).flatMap(({ number, start, end }) =>
    number === undefined ? [] : [{ ...pick(number), start, end, spelled: !/\d/.test(text.slice(start, end)) }],
  );
}

const pick = ({ value, name, inside, lent }: SpokenNumber) => ({ value, name, inside, lent });

/** `Ri6`, `ST25`: letters run into the digits. Kana and kanji before a number are no name. */
function isName(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    tokens[at]?.glued === true && tokens[at]?.kind === "digits" && before?.kind === "word" && /^[\p{Script=Latin}]+$/u.test(before.text)
  );
}
