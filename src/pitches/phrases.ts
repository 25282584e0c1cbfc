import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { contractEnglish } from "./contract-english.ts";
import { speakDialect } from "./speak-dialect.ts";
import type { Voice } from "./voice.ts";

/** The phrases of a namespace in a grower's voice. */
export type Phrases = {
  voice: Voice;
  /** The same about one thing or about many. */
  about(many: boolean): Phrases;
  /** How many ways there are to say this. */
  count(key: string): number;
  /** The phrase with its places still open. */
  raw(language: Language, key: string, variant: number): string;
  /** The phrase with its places filled; `{{Product}}` is `{{product}}` at the head of a sentence. */
  say(language: Language, key: string, variant: number, filled?: Readonly<Record<string, string>>): string;
};

/** Where phrases stand: `locales/<language>/<namespace>.json`, lists of variants throughout. */
type Namespace = "pitch" | "show-plan" | "coach";

/** Parts a filled-in word from the phrase around it, so that kanji on both sides keep their own readings. */
const SEAM = "\u2060";
/** English, of one thing or many: `Let me hold [it|them] up`. */
const AGREEING = /\[([^|\]]+)\|([^\]]+)\]/g;
const PLACE = /\{\{(\w+)\}\}/g;

/** A language's phrases are looked up and spoken in few voices again and again. */
const spoken = new WeakMap<Words, Map<string, readonly string[]>>();

export function openPhrases(words: Words, voice: Voice, namespace: Namespace = "pitch"): Phrases {
  const known = spoken.get(words) ?? new Map<string, readonly string[]>();
  spoken.set(words, known);
  const { region, self, viewers, many, aloud } = voice;
  const list = (language: Language, key: string): readonly string[] => {
    const id = [namespace, language, key, region, self, viewers, many, aloud].join("|");
    const before = known.get(id);
    if (before !== undefined) return before;
    const found = variantsOf(words, language, namespace, key).map((phrase) => speak(phrase, language, voice));
    known.set(id, found);
    return found;
  };
  const raw = (language: Language, key: string, variant: number) => {
    const phrase = list(language, key)[variant];
    if (phrase === undefined) throw new Error(`no phrase ${key}.${variant} in ${language}`);
    return phrase;
  };
  return {
    voice,
    about: (many) => openPhrases(words, { ...voice, many }, namespace),
    count: (key) => list("vi", key).length,
    raw,
    say: (language, key, variant, filled = {}) =>
      raw(language, key, variant).replace(PLACE, (_place, name: string) => {
        const text = filled[name] ?? capitalised(filled[name.toLowerCase()] ?? "");
        return language === "ja" ? `${SEAM}${text}${SEAM}` : text;
      }),
  };
}

function variantsOf(words: Words, language: Language, namespace: Namespace, key: string): string[] {
  const found: unknown = words.in(language, namespace)(key, { returnObjects: true, skipInterpolation: true });
  return Array.isArray(found) ? found.filter((each) => typeof each === "string") : [];
}

function speak(phrase: string, language: Language, voice: Voice): string {
  if (language === "vi") return speakDialect(phrase, voice);
  if (language === "ja") return phrase;
  const agreeing = phrase.replace(AGREEING, voice.many ? "$2" : "$1");
  return voice.aloud ? contractEnglish(agreeing) : agreeing;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
