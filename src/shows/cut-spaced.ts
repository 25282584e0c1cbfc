import { wholeSpans } from "#i18n/whole-spans.ts";
import { isInside, type Span } from "./is-inside.ts";
import { AFTER_COMMA, AFTER_STOP, HOLD, joinPieces, type Piece, type Word } from "./join-pieces.ts";

/** What the server reads in a text and a browser, which lays out too, cannot: it keeps to whole spans and capitals. */
type Read = { numbers: readonly Span[]; names: readonly Span[] };

/** Words with what belongs to them: a number with its unit, a name, an article with its noun. */
export function cutSpaced(text: string, language: "vi" | "en", { numbers, names }: Read, columnsMax: number): Piece[] {
  const numberEnds = new Set(numbers.map(({ end }) => end));
  const wholes = [...numbers, ...wholeSpans(text, language), ...names];
  const words = text.split(" ");
  let at = 0;
  return joinPieces(
    words.map((word, index): Word => {
      const end = at + word.length;
      const next = words[index + 1] ?? "";
      at = end + 1;
      const isFirm = numberEnds.has(end) || isInside(wholes, end) || /^[$¥₫€]$/.test(word);
      const hold = isInside(numbers, end) ? HOLD.number : isFirm ? HOLD.firm : isLoose(word, next, language) ? HOLD.loose : HOLD.free;
      return { text: index === words.length - 1 ? word : `${word} `, hold, breakCost: breakCost(word, next, language) };
    }),
    columnsMax,
  );
}

const ARTICLES = new Set(["a", "an", "the", "my", "your", "our", "their", "his", "her", "this", "that", "these", "those"]);
/** What looks like a name, and an article. */
function isLoose(word: string, next: string, language: "vi" | "en"): boolean {
  if (/^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(next) && /\p{L}$/u.test(word)) return true;
  return language === "en" && ARTICLES.has(word.toLowerCase());
}

const LEADS = {
  en: new Set([
    "and",
    "but",
    "or",
    "so",
    "because",
    "when",
    "if",
    "that",
    "with",
    "for",
    "in",
    "on",
    "at",
    "to",
    "from",
    "of",
    "by",
    "while",
    "who",
    "where",
  ]),
  vi: new Set(["và", "nhưng", "hoặc", "nên", "vì", "khi", "nếu", "mà", "thì", "với", "cho", "ở", "từ", "để", "của", "là"]),
};
function breakCost(word: string, next: string, language: "vi" | "en"): number {
  if (/[.!?…]["”’)]*$/u.test(word)) return AFTER_STOP;
  if (/[,;:–—]["”’)]*$/u.test(word)) return AFTER_COMMA;
  if (LEADS[language].has(word.toLowerCase())) return 0.1;
  return LEADS[language].has(next.toLowerCase()) ? -0.08 : 0;
}
