import type { Language } from "#i18n/language.ts";

/** What turns to everybody beside the statement. */
const TO_ALL: Record<Exclude<Language, "vi">, RegExp> = { en: /,? everyone(?=[.!?])/gi, ja: /(?<=^|[。！？!?])みなさん、/gu };
const STILL_TO_ALL = /\beveryone\b|\byou all\b|みなさん/iu;

/** What a broadcast says to everybody, said to one; undefined where it only makes sense to all. */
export function turnToOne(told: string, language: Exclude<Language, "vi">): string | undefined {
  const text = told.replaceAll(TO_ALL[language], "");
  return STILL_TO_ALL.test(text) ? undefined : text;
}
