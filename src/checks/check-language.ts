import type { Language } from "#i18n/language.ts";
import type { Found, Told } from "./ground.ts";

const VIETNAMESE_LETTER = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/iu;
const ENGLISH_WORD =
  /^(?:the|and|of|is|are|in|for|with|we|our|you|your|to|it|this|that|from|by|on|at|as|has|have|they|each|per|can|will|be|or|an|every|now|only|come|comes|call|please)$/iu;
const CHINESE = /[们这为么吗呢给没让说还达县盾买卖质农产业东风个从时会]|的|，/u;
const KANA = /[\u3041-\u3096\u30a1-\u30fa]/u;
const HAN = /[\u4e00-\u9fff]/gu;
/** A name or two in the grower's spelling is no foreign sentence. */
const MARKED_WORDS_MIN = 4;

/** A sentence in another language than its text. */
export function checkLanguage({ language, text, say }: Pick<Told, "language" | "text" | "say">): Found[] {
  return sentences(text).flatMap(({ start, end }) => {
    const quote = text.slice(start, end);
    return isForeign(quote, language)
      ? [{ kind: "language" as const, start, end, message: say("language", { quote, language: say(`languages.${language}`) }) }]
      : [];
  });
}

function isForeign(sentence: string, language: Language): boolean {
  const words = sentence.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? [];
  const latin = words.filter((word) => /\p{Script=Latin}/u.test(word));
  const marked = latin.filter((word) => VIETNAMESE_LETTER.test(word.normalize("NFC")));
  const english = latin.filter((word) => ENGLISH_WORD.test(word));
  const han = sentence.match(HAN)?.length ?? 0;
  const japanese = han + (sentence.match(/[\u3041-\u30fa]/gu)?.length ?? 0);
  if (language === "ja")
    return (
      (!KANA.test(sentence) && han >= 5 && CHINESE.test(sentence)) ||
      (latin.length >= 4 && latin.length * 3 > japanese && (english.length >= 2 || marked.length >= 3))
    );
  if (japanese >= 6) return true;
  if (language === "en") return marked.length >= MARKED_WORDS_MIN && (marked.length * 3 >= latin.length || lowerMarked(marked) >= 4);
  return english.length >= 3 && marked.length * 4 <= latin.length && english.length * 6 >= latin.length;
}

/** Marked words that are no names. */
function lowerMarked(marked: readonly string[]): number {
  return marked.filter((word) => /^\p{Ll}/u.test(word)).length;
}

function sentences(text: string): { start: number; end: number }[] {
  return [...text.matchAll(/[^.!?。！？；;\n](?:[^.!?。！？；;\n]|\.(?=\S))*[.!?。！？；;]?/gu)].flatMap((match) => {
    const lead = match[0].length - match[0].trimStart().length;
    const quote = match[0].trim();
    return quote === "" ? [] : [{ start: match.index + lead, end: match.index + lead + quote.length }];
  });
}
