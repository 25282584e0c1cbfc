import type { Language } from "#i18n/language.ts";
import type { Block, Pitch } from "#pitches/pitch.ts";

export const blocksOf = ({ intro, loop }: Pitch): Block[] => [...intro, ...loop];
export const saysOf = (pitch: Pitch): string[] => [...blocksOf(pitch).map(({ say }) => say), ...pitch.answers.map(({ answer }) => answer)];
export const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[。！？])|(?<=[.!?])\s+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
export const secondsOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { seconds }) => sum + seconds, 0);

const JAPANESE_LETTER = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** What has no place in a sentence of the language; names of marks, carriers and apps keep their letters. */
const NAMES =
  /Zalo|WhatsApp|Viber|VietGAP|GLOBALGAP|GlobalGAP|OCOP|HACCP|ISO ?\d+|Viettel Post|Brix|EMS|FDA|GI|UTZ|PGS|EU|ST25|Ri6|NH01-48|W240|[\w.+-]+@[\w.-]+/g;
const FOREIGN: Record<Language, RegExp> = { vi: JAPANESE_LETTER, en: /[^\x20-\x7e]/, ja: /\p{Script=Latin}/u };
const DOUBLED_WORD = /(?<![\p{L}\p{M}])(\p{L}+) \1(?![\p{L}\p{M}])/iu;
const SLIP = /\{\{|\}\}|undefined|NaN|\[|\]|\u2060|\s[,.!?。、]|[,、]{2}|[.。]{2}|\s{2}|^\s|\s$|は は|がが|をを|のの|はは/u;

/** What is wrong with a sentence's form: an empty place, a doubled word, another language's letters. */
export function slipsIn(text: string, language: Language): string[] {
  const bare = text.replace(NAMES, "X");
  return [
    ...(SLIP.test(text) ? ["slip"] : []),
    ...(FOREIGN[language].test(language === "ja" ? bare.replaceAll("X", "") : bare) ? ["foreign"] : []),
    ...(language !== "ja" && DOUBLED_WORD.test(bare) ? ["doubled"] : []),
  ];
}
