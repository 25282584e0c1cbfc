import { askedAbout, leadOf } from "./ask-back.ts";
import type { Fact, FactKind, GrowerWords } from "./fact.ts";
import { foldText, hasMarks, lightText } from "./fold.ts";
import { readDrafts } from "./read-drafts.ts";
import { overlaps, said } from "./said.ts";
import { amountOf, readSource, type Draft, type SourceText } from "./source-text.ts";

/** What an answer tells, read with its question: `20kg` is the least order where that was asked, and no product. */
export function readAnswer(read: SourceText, questionId: string): Draft[] {
  const about = askedAbout(questionId);
  const plain = readDrafts(read).filter(({ kind, term }) => kind !== "product" || term !== undefined || about === "product");
  if (about === undefined || plain.some(({ kind }) => kind === about)) return plain;
  const told = readWithLead(read, about);
  return [...plain.filter((draft) => !told.some((other) => overlaps(other, draft))), ...told];
}

/** The questions that need not be asked again: something was read from their answers, or there is nothing to tell. */
export function settledBy({ answers }: GrowerWords, facts: readonly Fact[]): ReadonlySet<string> {
  const settled = answers.filter(
    ({ questionId, text }) =>
      askedAbout(questionId) === undefined ||
      facts.some(({ source }) => source === `answer:${questionId}`) ||
      SETTLED.test(lightText(text)),
  );
  return new Set(settled.map(({ questionId }) => questionId));
}
/** `chưa có`, `không cần`, `hết rồi`, `bao nhiêu cũng bán`, `tùy khách`. */
const SETTLED = new RegExp(said("không|ko|k|hông|hổng|hong|chưa|chẳng|chả|hết|rồi|cũng được|cũng bán|cũng giao|tùy|tuỳ").source, "u");

/** As if the answer said of what it speaks: `để được` before `10 ngày`. */
function readWithLead(read: SourceText, about: FactKind): Draft[] {
  const words = leadOf(about);
  if (words === undefined || (read.amounts.length === 0 && NO.test(read.text.normalize("NFC")))) return [];
  const from = startOf(read);
  const lead = `${hasMarks(read.text) ? words : foldText(words)} `;
  const added = lead.length - from;
  const told = readDrafts(readSource(read.source, lead + read.text.slice(from)))
    .filter(({ kind, end, amount }) => kind === about && end > lead.length && (amount !== undefined || !COUNTED.has(kind)))
    .map((draft) => ({ ...draft, start: Math.max(from, draft.start - added), end: draft.end - added }));
  return told.length === 0 && about === "pack" ? loneWeight(read) : told;
}
const NO = /^\s*(?:(?:dạ|da)[\s,]+)?(?:không|khong|ko|k|hông|hổng|hong|chưa|chua|chẳng|chang|chả|hết|het|tùy|tuỳ|tuy)(?!\p{L})/iu;
/** Without its unit a number of these is not told: it is asked for again. */
const COUNTED: ReadonlySet<FactKind> = new Set<FactKind>(["minimum-order", "stock", "shelf-life", "price"]);

/** Behind the answer's politeness: `dạ, hai thùng ạ`, `không, từ 5kg`. */
function startOf({ text }: SourceText): number {
  return POLITE.exec(text)?.[0].length ?? 0;
}
const POLITE = /^(?:\s*(?:dạ|da|vâng|vang|thì|thi)(?!\p{L})[\s,]*|\s*(?:không|khong|ko|k|hông|hổng|hong)\s*,\s*)*/iu;

/** `10kg`, `tầm 500g`: so much is in each pack, whatever it is. */
function loneWeight(read: SourceText): Draft[] {
  const [mention, other] = read.amounts;
  if (mention === undefined || other !== undefined || mention.per !== undefined || !FILLS.has(mention.dimension)) return [];
  const rest = read.text.slice(startOf(read), mention.start) + read.text.slice(mention.end);
  return ROUGHLY.test(rest) ? [{ kind: "pack", start: mention.start, end: mention.end, ...amountOf(mention) }] : [];
}
const FILLS: ReadonlySet<string> = new Set(["mass", "volume"]);
const ROUGHLY = /^[\s.,]*(?:(?:khoảng|khoang|tầm|tam|chừng|chung|cỡ|mỗi cái|moi cai|là|loại|loai|thôi|thoi|ạ|nha|nhé|nhe|a)[\s.,]*)*$/iu;
