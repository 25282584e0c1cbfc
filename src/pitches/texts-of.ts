import { LANGUAGES, type Language } from "#i18n/language.ts";
import { respell } from "./respell.ts";
import { plainText } from "./ruby.ts";
import type { SpokenTexts, Texts } from "./show-plan.ts";

/** A text told in every language, without its kana. */
export function textsOf(tell: (language: Language) => string): Texts {
  const [vi = "", en = "", ja = ""] = LANGUAGES.map((language) => plainText(tell(language)));
  return { vi, en, ja };
}

/** The same for what is said aloud, with its respellings. */
export function spokenTextsOf(tell: (language: Language) => string): SpokenTexts {
  const [en, ja] = [respell(tell("en"), "en"), respell(tell("ja"), "ja")];
  return { ...textsOf(tell), read: { ...(en !== undefined && { en }), ...(ja !== undefined && { ja }) } };
}
