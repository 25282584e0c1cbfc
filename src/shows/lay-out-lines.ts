import { loadDefaultJapaneseParser } from "budoux";
import type { Language } from "#i18n/language.ts";
import { readNumberPlaces } from "./number-places.ts";

/** Columns of a line; a full-width character takes two. */
const COLUMNS: Record<Language, number> = { vi: 42, en: 42, ja: 26 };
/** Lines on the screen at once: a longer sentence is shown two by two. */
export const LINES_AT_ONCE = 2;

const JAPANESE = /[\u3040-\u30ff\u3400-\u9fff]/;
const japanese = loadDefaultJapaneseParser();

/** A piece that is never broken, and what it costs to end a line after it. */
type Piece = { text: string; columns: number; breakCost: number };

/**
 * Breaks a caption into lines: 42 columns for vi and en, 13 full-width characters for ja, as few lines as it needs and
 * evenly filled. Never inside a number, between it and its unit, inside a name, or against kinsoku. Text is NFC.
 */
export function layOutLines(text: string, language: Language): string[] {
  const flat = text.normalize("NFC").replaceAll(/\s+/g, " ").trim();
  if (flat === "") return [];
  const columnsMax = COLUMNS[language];
  const pieces = (JAPANESE.test(flat) ? japanesePieces(flat) : spacedPieces(flat, language === "ja" ? "vi" : language)).flatMap((piece) =>
    piece.columns > columnsMax ? forcedPieces(piece, columnsMax) : [piece],
  );
  return bestLines(pieces, columnsMax);
}

/** Columns a text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text.normalize("NFC")) columns += /\p{M}/u.test(character) ? 0 : isWide(character) ? 2 : 1;
  return columns;
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}]/u.test(
    character,
  );
}

/** What a line costs, so that a bad break is rather paid for with one line more. */
const LINE_COST = 0.25;

type Plan = { lines: number; cost: number; from: number };
const isBetter = (plan: Plan, other: Plan) => {
  const pages = Math.ceil(plan.lines / LINES_AT_ONCE) - Math.ceil(other.lines / LINES_AT_ONCE);
  return pages < 0 || (pages === 0 && plan.cost < other.cost);
};

/** The fewest screens, then the cheapest breaks and the evenest lengths (as TeX fills a paragraph). */
function bestLines(pieces: readonly Piece[], columnsMax: number): string[] {
  const plans: Plan[] = [{ lines: 0, cost: 0, from: 0 }];
  for (let end = 1; end <= pieces.length; end += 1) {
    let best: Plan = { lines: Number.MAX_SAFE_INTEGER, cost: Infinity, from: end - 1 };
    for (let from = end - 1; from >= 0; from -= 1) {
      const columns = columnsOf(lineOf(pieces, from, end));
      if (columns > columnsMax && from < end - 1) break;
      const before = plans[from];
      if (before === undefined) continue;
      const slack = (columnsMax - columns) / columnsMax;
      const breakCost = end === pieces.length ? 0 : (pieces[end - 1]?.breakCost ?? 0);
      const plan = { lines: before.lines + 1, cost: before.cost + slack * slack + breakCost + LINE_COST, from };
      if (isBetter(plan, best)) best = plan;
    }
    plans.push(best);
  }
  const lines: string[] = [];
  for (let end = pieces.length; end > 0; end = plans[end]?.from ?? 0) lines.unshift(lineOf(pieces, plans[end]?.from ?? 0, end));
  return lines;
}

function lineOf(pieces: readonly Piece[], from: number, end: number): string {
  return pieces
    .slice(from, end)
    .map((piece) => piece.text)
    .join("")
    .trim();
}

const AFTER_STOP = -0.3;
const AFTER_COMMA = -0.2;

/** Words with what belongs to them: a number with its unit, a name, an article with its noun. */
function spacedPieces(text: string, language: "vi" | "en"): Piece[] {
  const words = text.split(" ");
  const numberEnds = new Set<number>();
  const insideNumber = new Set<number>();
  for (const { start, end } of readNumberPlaces(text, language)) {
    for (let at = start; at < end; at += 1) insideNumber.add(at);
    numberEnds.add(end);
  }
  const pieces: Piece[] = [];
  let at = 0;
  let open = "";
  for (const [index, word] of words.entries()) {
    const end = at + word.length;
    const next = words[index + 1] ?? "";
    open += index === words.length - 1 ? word : `${word} `;
    if (!(insideNumber.has(end) || numberEnds.has(end) || keeps(word, next, language)) || index === words.length - 1) {
      pieces.push({ text: open, columns: columnsOf(open.trim()), breakCost: spacedBreakCost(word, next, language) });
      open = "";
    }
    at = end + 1;
  }
  return pieces;
}

const ARTICLES = new Set(["a", "an", "the", "my", "your", "our", "their", "his", "her", "this", "that", "these", "those"]);
function keeps(word: string, next: string, language: "vi" | "en"): boolean {
  if (/^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(next) && /\p{L}$/u.test(word)) return true;
  if (/^[$¥₫€]$/.test(word)) return true;
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
function spacedBreakCost(word: string, next: string, language: "vi" | "en"): number {
  if (/[.!?…]["”’)]*$/u.test(word)) return AFTER_STOP;
  if (/[,;:–—]["”’)]*$/u.test(word)) return AFTER_COMMA;
  if (LEADS[language].has(word.toLowerCase())) return 0.1;
  return LEADS[language].has(next.toLowerCase()) ? -0.08 : 0;
}

/** Characters that begin no line (JLReq: closing brackets, stops, commas, iteration marks, ー, small kana). */
const NOT_FIRST =
  /^[、。，．・：；？！?!,.:;)\]｝〕〉》」』】〙〗〟’”»）］ゝゞヽヾ々ー〜～ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％%℃]/u;
/** Characters that end no line: opening brackets and signs before a number. */
const NOT_LAST = /[([｛〔〈《「『【〘〖〝‘“«（［¥￥$＄]$/u;
const INSIDE_PHRASE = 0.6;

/** BudouX's phrases, cut smaller only between whole numbers, words in kana and single kanji. */
function japanesePieces(text: string): Piece[] {
  const phraseEnds = new Set<number>();
  let at = 0;
  for (const phrase of japanese.parse(text)) phraseEnds.add((at += phrase.length));
  const pieces: Piece[] = [];
  let open = "";
  let end = 0;
  const atoms = [...text.matchAll(ATOM)].map(([atom]) => atom);
  for (const [index, atom] of atoms.entries()) {
    open += atom;
    end += atom.length;
    const next = atoms[index + 1];
    if (next !== undefined && (NOT_FIRST.test(next) || NOT_LAST.test(atom))) continue;
    const breakCost = /[。！？!?]$/u.test(atom)
      ? AFTER_STOP
      : /[、，]$/u.test(atom)
        ? AFTER_COMMA
        : phraseEnds.has(end)
          ? 0
          : INSIDE_PHRASE;
    pieces.push({ text: open, columns: columnsOf(open), breakCost });
    open = "";
  }
  return pieces;
}

/** A number with its counter, a run of katakana or Latin letters with its middle dots, or one character. */
const ATOM =
  /[¥￥$＄]?[0-9０-９]+(?:[.,．，][0-9０-９]+)*(?:[〜～~–-][0-9０-９]+(?:[.,][0-9０-９]+)*)?\s?(?:[万千億百]*)(?:キログラム|キロ|グラム|リットル|ミリ|センチ|メートル|ドン|ドル|パーセント|か月|カ月|ヶ月|時間|週間|日間|年間|人分|箱|本|個|円|日|年|月|時|分|度|袋|瓶|束|房|杯|名|人|件|株|枚|つ|％|%|℃|g|kg|ml|l)?|[\p{Script=Katakana}ー・]+|[\p{Script=Latin}\p{M}0-9'’.-]+(?:,[0-9]+)*|\s|[\s\S]/gu;

/** A name longer than a line has to be cut somewhere: between whole characters, and never against kinsoku. */
function forcedPieces(piece: Piece, columnsMax: number): Piece[] {
  const characters = Array.from(new Intl.Segmenter("ja").segment(piece.text), ({ segment }) => segment);
  const parts: Piece[] = [];
  while (columnsOf(characters.join("")) > columnsMax) {
    let end = characters.length;
    while (columnsOf(characters.slice(0, end).join("")) > columnsMax) end -= 1;
    let cut = end;
    while (cut > 1 && (NOT_FIRST.test(characters[cut] ?? "") || NOT_LAST.test(characters[cut - 1] ?? ""))) cut -= 1;
    const text = characters.splice(0, cut > 1 ? cut : Math.max(end, 1)).join("");
    parts.push({ text, columns: columnsOf(text), breakCost: 1 });
  }
  const rest = characters.join("");
  return [...parts, { text: rest, columns: columnsOf(rest), breakCost: piece.breakCost }];
}
