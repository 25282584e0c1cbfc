import type { Language } from "#i18n/language.ts";
import { respellEnglish } from "./respell-english.ts";
import { romanise } from "./romanise.ts";
import { plainText } from "./ruby.ts";

/**
 * How a Vietnamese reader says a text aloud: Japanese (with kana beside its kanji, `ruby.ts`) in Latin letters, English by
 * Vietnamese sounds. `undefined` where nothing needs it, or a kanji came without its kana: a guess would be read out wrong.
 */
export function respell(text: string, language: Language): string | undefined {
  if (language === "vi") return undefined;
  if (language === "en") return respellEnglish(plainText(text));
  const read = romanise(text);
  return /\p{Script=Han}/u.test(read) ? undefined : read;
}
