import type { Language } from "#i18n/language.ts";
import { turnToOne } from "#shows/turn-to-one.ts";

const ON_AIR = /\blive\b|ライブ|配信/iu;

/** A phrase of the show as an answer to one buyer; undefined where it only makes sense on air. */
export function speakToOne(told: string | undefined, language: Exclude<Language, "vi">): string | undefined {
  const text = told === undefined ? undefined : turnToOne(told, language);
  return text === undefined || ON_AIR.test(text) ? undefined : text;
}
