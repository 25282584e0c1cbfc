import { languageDetector } from "hono/language";
import { LANGUAGES } from "#i18n/language.ts";

/** Sets `language` by `Accept-Language` alone; who asks for none of ours reads English. */
export const callerLanguage = languageDetector({
  supportedLanguages: [...LANGUAGES],
  fallbackLanguage: "en",
  order: ["header"],
  caches: false,
});
