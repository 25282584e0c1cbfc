import { loadDefaultJapaneseParser } from "budoux";
import type { Language } from "#i18n/language.ts";
import { wholeSpans } from "#i18n/whole-spans.ts";

const parser = loadDefaultJapaneseParser();
/** What is said in one breath: syllables, words, characters. */
export const BREATH_MAX: Record<Language, number> = { vi: 14, en: 12, ja: 24 };
/** Words that a breath may be taken before. */
const JOINTS: Record<"vi" | "en", RegExp> = {
  vi: /^(?:mà|thì|để|cho|và|nên|với|là|chứ|còn|khi|từ|ở|không|có|rồi|hay)$/iu,
  en: /^(?:and|so|that|to|when|if|which|because|from|with|in|on|for|but|or|as|what|how|is|are|at)$/iu,
};

/** A text in breaths, for a prompter's lines: cut at its marks, and where that is too long, before a joint near the middle; never between a number and what it counts. */
export function breathGroups(say: string, language: Language): string[] {
  const clauses = say.split(language === "ja" ? /(?<=[。、！？])/u : /(?<=[.!?,;:])\s+/u).filter((clause) => clause.trim() !== "");
  return clauses.flatMap((clause) => cut(partsOf(clause, language), language));
}

/** Words, in Japanese phrases; of those that make up a number with its unit, one. */
function partsOf(clause: string, language: Language): string[] {
  const words = language === "ja" ? parser.parse(clause) : clause.trim().split(/\s+/);
  const glue = language === "ja" ? "" : " ";
  const wholes = wholeSpans(words.join(glue), language);
  const parts: string[] = [];
  let at = 0;
  for (const word of words) {
    const isHeld = wholes.some(({ start, end }) => start < at && at < end);
    parts.push(isHeld ? `${parts.pop() ?? ""}${glue}${word}` : word);
    at += word.length + glue.length;
  }
  return parts;
}

function cut(parts: readonly string[], language: Language): string[] {
  const whole = parts.join(language === "ja" ? "" : " ");
  if (parts.length < 2 || breathLength(whole, language) <= BREATH_MAX[language]) return [whole];
  const at = middleOf(parts, language);
  return [...cut(parts.slice(0, at), language), ...cut(parts.slice(at), language)];
}

/** The joint nearest to the middle, else the middle itself. */
function middleOf(parts: readonly string[], language: Language): number {
  const middle = Math.round(parts.length / 2);
  if (language === "ja") return middle;
  const joints = parts.flatMap((part, at) => (at > 1 && at < parts.length - 1 && JOINTS[language].test(part) ? [at] : []));
  const [nearest] = joints.toSorted((left, right) => Math.abs(left - middle) - Math.abs(right - middle));
  return nearest !== undefined && Math.abs(nearest - middle) <= parts.length / 4 ? nearest : middle;
}

/** How much of a breath a text takes, in the units of `BREATH_MAX`. */
export function breathLength(text: string, language: Language): number {
  return language === "ja" ? Array.from(text).length : text.split(/\s+/).length;
}
