import type { Language } from "#i18n/language.ts";

/** What fills a place in a phrase, in each language (kana beside kanji in Japanese), and the facts that it tells. */
export type Slot = { factIds: readonly string[]; text: (language: Language) => string };

/** One phrase of `locales/<language>/pitch.json` with what fills it. */
export type Sentence = { key: string; variant: number; slots: Readonly<Record<string, Slot>>; factIds: string[] };

/** A phrase that is offered: which of its variants is told, the script's plan decides. */
export type Telling = { key: string; slots: Readonly<Record<string, Slot>> };
