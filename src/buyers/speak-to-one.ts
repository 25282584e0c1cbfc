import type { Language } from "#i18n/language.ts";

/** A broadcast's phrase turns to everybody; what is left of it when it turns to one. */
const TO_ALL: Record<Exclude<Language, "vi">, RegExp> = { en: /,? everyone(?=[.!?])/gi, ja: /(?<=^|[。！？!?])みなさん、/gu };
const STILL_TO_ALL = /\beveryone\b|\blive\b|みなさん|ライブ|配信/iu;

/** A phrase of the show as an answer to one buyer; undefined where it only makes sense on air. */
export function speakToOne(told: string | undefined, language: Exclude<Language, "vi">): string | undefined {
  const text = told?.replaceAll(TO_ALL[language], "");
  return text === undefined || STILL_TO_ALL.test(text) ? undefined : text;
}
