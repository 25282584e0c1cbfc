import { foldText, lighten } from "#facts/fold.ts";
import { readTokens } from "#facts/tokens.ts";
import { spokenCodes } from "./spoken-codes.ts";
import type { Family, Term } from "./term.ts";

/** One name of a term, in the words that tokens are held against. */
export type Entry = {
  id: string;
  kind: Term["kind"] | "everyday";
  of?: string;
  words: string[];
  plain: string[];
  weak: boolean;
  marked: boolean;
  family?: Family;
  /** An everyday word, of goods only behind others of its family. */
  familiar: boolean;
  /** Products behind which the name, bare, is another word. */
  yields?: readonly string[];
  /** Holds a name of its own: `nho Ninh Thuận`. */
  named: boolean;
  /** A place with what it is known for: `chè đại từ`. */
  withProduct: boolean;
  /** A variety known only right beside its product, `đen` of the pepper; others anywhere in a text that names it. */
  beside: boolean;
  /** A province: of `Sơn Hà Quảng Ngãi`, no Hà Quảng. */
  wide: boolean;
  /** A place's provinces, now and before; one that many share the name of is meant only where its own is named. */
  provinces?: readonly string[];
  withProvince?: boolean;
  /** A code in the words it is dictated in. */
  spoken: boolean;
};

/** The names of a term, each once. */
export function entriesOf(term: Term, language: "vi" | "en"): Entry[] {
  const { name, aliases = [], weak = [], marked = [], familiar = [], yields = [] } = term[language];
  const ofOne = (language === "vi" && term.kind === "product") || term.kind === "place";
  const nameWords = cut(name).words.length;
  const entries = new Map<string, Entry>();
  const written = [...marked, ...familiar, ...weak, name, ...aliases];
  const spoken = new Set(language === "vi" ? [name, ...aliases].flatMap((code) => spokenCodes(term, code)) : []);
  for (const called of [...written, ...spoken]) {
    const { said, words, plain } = cut(called);
    if (entries.has(said)) continue;
    entries.set(said, {
      id: term.id,
      kind: term.kind,
      ...(term.of === undefined ? {} : { of: term.of }),
      words,
      plain,
      weak: weak.includes(called) || (ofOne && words.length === 1 && said !== plain[0]),
      marked: marked.includes(called),
      ...(term.family === undefined ? {} : { family: term.family }),
      familiar: familiar.includes(called),
      yields: words.length === 1 ? yields : [],
      named: /\s\p{Lu}/u.test(called),
      withProduct: term.kind === "place" && words.length > nameWords,
      beside: isCommon(called, words.length),
      wide: term.level === "province",
      provinces: [term.province, term.formerProvince].filter((id) => id !== undefined),
      withProvince: term.withProvince === true && words.length === nameWords,
      spoken: spoken.has(called) && !written.includes(called),
    });
  }
  return [...entries.values()];
}

/** An everyday phrase, as a name that stands for nothing. */
export function phraseOf(phrase: string): Entry {
  const { words, plain } = cut(phrase);
  return {
    id: "",
    kind: "everyday",
    words,
    plain,
    weak: false,
    marked: false,
    familiar: false,
    named: false,
    withProduct: false,
    beside: false,
    wide: false,
    spoken: false,
  };
}

/** Its words; what stands in brackets explains a name and is not said with it. */
function cut(written: string): { said: string; words: string[]; plain: string[] } {
  const light = lighten(written.replace(/ ?\(.*?\)/g, ""));
  const tokens = readTokens(light);
  return { said: light.text, words: tokens.map(({ text }) => text), plain: tokens.map(({ plain }) => plain) };
}

/** One word that is no name (`đen`), or a name of one syllable that is also a place or a country (`Thái`). */
function isCommon(written: string, words: number): boolean {
  const syllables = foldText(written).match(/[aeiouy]+/g)?.length ?? 0;
  return words === 1 && !/\d/.test(written) && !(/\p{Lu}/u.test(written) && syllables > 1);
}
