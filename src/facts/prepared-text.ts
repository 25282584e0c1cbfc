import type { Language } from "#i18n/language.ts";
import { termsIn, type TermMention } from "#lexicon/lexicon.ts";
import type { DateMention } from "./date-rule.ts";
import { datesIn } from "./dates.ts";
import { lighten, type Folded } from "./fold.ts";
import { readJapaneseTokens } from "./japanese-tokens.ts";
import { phonesIn, type PhoneMention } from "./phones.ts";
import { readTokens, type Token } from "./tokens.ts";

/** A text with what every reader needs of it, made once. */
export type PreparedText = {
  text: string;
  language: Language;
  light: Folded;
  /** Offsets into the lightened text. */
  tokens: readonly Token[];
  terms: readonly TermMention[];
  dates: readonly DateMention[];
  phones: readonly PhoneMention[];
};

export function prepareText(text: string, language: Language): PreparedText {
  const light = lighten(text);
  return {
    text,
    language,
    light,
    tokens: language === "ja" ? readJapaneseTokens(light) : readTokens(light),
    terms: termsIn(text, language),
    dates: datesIn(light, language),
    phones: phonesIn(light),
  };
}
