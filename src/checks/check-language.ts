import { z } from "zod";
import type { Language } from "#i18n/language.ts";
import { recent } from "#facts/recent.ts";
import type { Span } from "#facts/said.ts";
import type { Found, Told } from "./ground.ts";
import data from "./rules/tongue.json" with { type: "json" };

const tongues = z
  .strictObject({
    source: z.string(),
    date: z.string(),
    /** Words that no sentence of the language does without. */
    english: z.string(),
    /** Those of them that no Vietnamese syllable, name or make of anything is spelled like. */
    englishOnly: z.string(),
    vietnameseMarked: z.string(),
    vietnameseBare: z.string(),
    /** Farm words that stand beside them in a Vietnamese sentence typed without marks. */
    vietnameseBareOther: z.string(),
    /** Small words of French, Spanish, Portuguese, Italian, German and Indonesian that are none of Vietnamese or English. */
    otherLatin: z.string(),
    /** Characters that Chinese writes and Japanese does not. */
    chinese: z.string(),
  })
  .parse(data);
const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));
const ENGLISH = setOf(tongues.english);
const ENGLISH_ONLY = setOf(tongues.englishOnly);
const FUNCTION_MARKED = setOf(tongues.vietnameseMarked);
const FUNCTION_BARE = setOf(tongues.vietnameseBare);
const OTHER_BARE = setOf(tongues.vietnameseBareOther);
const OTHER_LATIN = setOf(tongues.otherLatin);
const CHINESE = new RegExp(`[${tongues.chinese}]`, "u");

const VIETNAMESE_LETTER = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/u;
/** How a Vietnamese syllable is built, marks aside; most English words are not. */
const SYLLABLE =
  /^(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?(?:[iy]?e|u[oyaei]|uye|uya|o[aei]|i[aue]|a[iouy]|e[ou]|[ou]i|[uy]u|ieu|yeu|uou|oai|oay|oeo|uay|uoi|uya|[aeiouy])(?:ng|nh|ch|[cmnpt])?$/;
const JAPANESE = /[\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]+/gu;
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/u;
const OTHER_SCRIPT =
  /[\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}]/gu;
/** Most sentences have nothing but Latin letters, kana, kanji and their signs, and that is told fastest. */
const UNUSUAL = /[^ -~\n\u00a0-\u02ff\u1e00-\u1eff\u2010-\u205e\u20a0-\u20bf\u3000-\u302d\u3041-\u30ff\u4e00-\u9fff\uff01-\uff9f]/;
/** A name or two in the grower's spelling is no foreign sentence. */
const RUN_MIN = 4;
const OTHER_SCRIPT_MIN = 3;

/** A sentence in another language than its text. */
export function checkLanguage({ language, text, say }: Pick<Told, "language" | "text" | "say">): Found[] {
  return sentences(text).flatMap(({ start, end }) => {
    const quote = text.slice(start, end);
    return FOREIGN[language](quote)
      ? [{ kind: "language" as const, start, end, message: say("language", { quote, language: say(`languages.${language}`) }) }]
      : [];
  });
}

/** Most of a seller's sentences have been looked at before. */
const KEPT = { kept: 1_000, lengthMax: 400 };
const FOREIGN: Record<Language, (sentence: string) => boolean> = {
  vi: recent((sentence) => isForeign(sentence, "vi"), KEPT),
  en: recent((sentence) => isForeign(sentence, "en"), KEPT),
  ja: recent((sentence) => isForeign(sentence, "ja"), KEPT),
};

function isForeign(sentence: string, language: Language): boolean {
  if (UNUSUAL.test(sentence) && (sentence.match(OTHER_SCRIPT)?.length ?? 0) >= OTHER_SCRIPT_MIN) return true;
  const said = HAS_ADDRESS.test(sentence) ? sentence.replace(ADDRESS, " ") : sentence;
  const words = (said.match(/\p{Script=Latin}[\p{Script=Latin}\p{M}'’]*/gu) ?? []).flatMap((word) =>
    UNIT.test(word) ? [] : [word.normalize("NFC")],
  );
  const japanese = countJapanese(sentence);
  if (language === "ja") return holdsChinese(sentence) || isLatin(words, japanese);
  // A word or two of Japanese may be a name or a greeting; more of it, or it alone, is a sentence.
  if (japanese >= 6 || (japanese >= 3 && words.length <= 1) || isOtherLatin(words)) return true;
  return language === "en" ? isVietnamese(words) : isEnglish(words);
}

const HAS_ADDRESS = /@|www\.|:\/\//iu;
/** `export@laba.example` is no word of any language. */
const ADDRESS = /[^\s@]{1,64}@[^\s@]{1,255}|(?:https?:\/\/|www\.)\S{1,2000}/giu;
/** The same in every language. */
const UNIT = /^(?:k|g|kg|mg|ml|l|m|cm|mm|km|ha|đ|vnd|vnđ|usd|brix)$/iu;

function isOtherLatin(words: readonly string[]): boolean {
  return (
    words.length >= 4 &&
    words.filter((word) => OTHER_LATIN.has(word.toLowerCase())).length >= 2 &&
    !words.some((word) => ENGLISH.has(word.toLowerCase()))
  );
}

/** All of it or a clause, even in a sentence that begins in Japanese. */
function holdsChinese(sentence: string): boolean {
  return CHINESE.test(sentence) && [sentence, ...sentence.split(/[，、,]/u)].some(isChinese);
}

function isChinese(clause: string): boolean {
  return CHINESE.test(clause) && !KANA.test(clause) && countJapanese(clause) >= 4;
}

function countJapanese(text: string): number {
  return (text.match(JAPANESE) ?? []).reduce((sum, { length }) => sum + length, 0);
}

/** Vietnamese or English where Japanese should stand; names are capital or few. */
function isLatin(words: readonly string[], japanese: number): boolean {
  if (japanese === 0 && words.length >= 2 && words.some((word) => ENGLISH_ONLY.has(word.toLowerCase()))) return true;
  if (words.length < 3 || words.length * 3 <= japanese) return false;
  if (isVietnamese(words)) return true;
  const lower = words.filter((word) => /^\p{Ll}/u.test(word));
  // `Gửi tận tay Hải Dương`: by itself, and not names alone.
  if (japanese === 0 && words.length >= RUN_MIN && lower.filter((word) => VIETNAMESE_LETTER.test(word)).length >= 2) return true;
  const english = words.filter((word) => ENGLISH.has(word.toLowerCase()));
  return english.length >= 2 || (japanese === 0 && english.length >= 1 && lower.length >= 3) || (japanese === 0 && lower.length >= 4);
}

const SENTENCE_MIN = 5;

/** `Nho de xa nang`: nothing but Vietnamese syllables, of which two or more are words of a seller's. */
function isSyllables(words: readonly string[]): boolean {
  const own = words.filter((word, at) => at === 0 || /^\p{Ll}/u.test(word)).map((word) => word.toLowerCase());
  if (own.length < SENTENCE_MIN || own.filter((word) => ENGLISH.has(word)).length * SENTENCE_MIN > own.length) return false;
  const known = own.filter((word) => VIETNAMESE_LETTER.test(word) || FUNCTION_BARE.has(word) || OTHER_BARE.has(word));
  return known.length >= 2 && own.every((word) => SYLLABLE.test(plain(word)));
}

/** A run of Vietnamese words, with or without their marks, among which one that only a sentence needs. */
function isVietnamese(words: readonly string[]): boolean {
  if (isSyllables(words)) return true;
  let run: string[] = [];
  for (const word of [...words, ""]) {
    const first = run.length === 0;
    const lower = word.toLowerCase();
    if ((/^\p{Ll}/u.test(word) || first) && (VIETNAMESE_LETTER.test(lower) || FUNCTION_BARE.has(lower) || OTHER_BARE.has(lower))) {
      run.push(lower);
      continue;
    }
    if (isSentence(run, words.length)) return true;
    run = [];
  }
  return false;
}

function isSentence(run: readonly string[], wordCount: number): boolean {
  const marked = run.filter((word) => VIETNAMESE_LETTER.test(word)).length;
  if (marked >= 3 && run.length >= RUN_MIN && run.length * 2 >= wordCount) return true;
  const functions = run.filter((word) => FUNCTION_MARKED.has(word) || FUNCTION_BARE.has(word)).length;
  if (marked >= 2) return functions >= 1 && (run.length >= RUN_MIN || (run.length >= 3 && run.length === wordCount));
  return (functions >= 2 && run.length >= RUN_MIN) || (functions === 1 && run.length >= RUN_MIN + 2);
}

/** English where Vietnamese should stand: its small words, or words that no Vietnamese syllable looks like. */
function isEnglish(words: readonly string[]): boolean {
  const marked = words.filter((word) => VIETNAMESE_LETTER.test(word.toLowerCase())).length;
  const english = words.filter((word) => ENGLISH.has(word.toLowerCase())).length;
  if (english >= 3 && marked * 4 <= words.length && english * 6 >= words.length) return true;
  if (marked === 0 && words.length >= 3 && words.some((word) => ENGLISH_ONLY.has(word.toLowerCase()))) return true;
  if (words.length < 4) return false;
  return areStrange(words, marked === 0 && english >= 1 ? words.length / 2 : Math.max(4, words.length * 0.7));
}

/** So many or more that no Vietnamese syllable looks like. */
function areStrange(words: readonly string[], least: number): boolean {
  let others = 0;
  return words.every((word) => {
    if (/\p{Lu}.*\p{Lu}/u.test(word) || SYLLABLE.test(plain(word))) others += 1;
    return words.length - others >= least;
  });
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replaceAll("đ", "d");
}

function sentences(text: string): Span[] {
  return [...text.matchAll(/[^.!?。！？；;\n](?:[^.!?。！？；;\n]|\.(?=\S))*[.!?。！？；;]?/gu)].flatMap((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    const quote = match[0].trim();
    return quote === "" ? [] : [{ start: match.index + lead, end: match.index + lead + quote.length }];
  });
}
