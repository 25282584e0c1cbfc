import { findTerm } from "#lexicon/lexicon.ts";
import { overlaps, said, type Span } from "./said.ts";
import { clauseAt, find, sentenceAt, trim, wordsIn, type Draft, type SourceText } from "./source-text.ts";

const AWARD = said(
  "(?:đạt |được |đoạt |dc |đc |giành )?giải (?:nhất|nhì|ba|tư|vàng|bạc|đồng|khuyến khích|đặc biệt|cao|thưởng)|huy chương (?:vàng|bạc|đồng)|cúp vàng|bằng khen|giấy khen|(?:award|prize|medal)",
);
const CONTEST = said("hội thi|hội chợ|cuộc thi|festival|liên hoan|triển lãm|contest|lễ hội|(?:19|20)\\d\\d|giấy khen|bằng khen");
const NOT_YET_BEFORE = said(
  "(?:chưa|không|ko|hổng|hông|chẳng)(?: \\p{L}+){0,2}|(?:đang|sẽ|sắp|~định|dự định|chuẩn bị|~chờ|~tính|muốn)(?: \\p{L}+){0,3}|sang năm(?: \\p{L}+){0,2}|hết hạn",
);
const NOT_YET_AFTER = said("^\\s*(?:\\p{L}+ ){0,3}?(?:chưa|đang|sang năm|sẽ|sắp|hết hạn|không có|ko có|năm sau|~chờ)");
const GOING = said(
  "(?:giao|ship|gửi|~chở|đi|ra|về|~tới|~đến|vô|vào|xe|nội thành|đầu mối|xuất|sang|~chợ|chành|tiền xe tới)(?: hàng| tận| khu vực| nội thành| chợ| khách| đến| tới| cho| ở| thẳng| bên| đầu mối| ra| vô| về| đi)*",
);
const GOING_TO_END = new RegExp(`${GOING.source}\\s*$`, "u");
const INGREDIENT_END = new RegExp(
  `${said("(?:không|ko|k|tẩm|với|~chỉ|~từ|bằng|rang|ướp|chấm|ngâm|pha|bón|phân|~ăn|trộn|độn|~hoa|kèm|~lá|giống)(?: tẩm| pha| độn| ăn với)?").source}\\s*$`,
  "u",
);
const CITIES = new Set(["place.ho-chi-minh", "place.ha-noi", "place.da-nang", "place.hai-phong", "place.can-tho"]);
/** `ở Sài Gòn thì mai có`: where it is brought. */
const THERE = /^\s*(?:thì|thi|mai|nhận|nhan|giao|ship)(?!\p{L})/u;
const GROWN_END = new RegExp(`${said("(?:ở|vườn|vùng|xã|huyện|tỉnh|quê|tại|làng|nhà)(?: nhà| mình| em| tôi)*").source}\\s*$`, "u");

/** Products, varieties, places of origin, certificates and awards. */
export function readNamed(read: SourceText): Draft[] {
  const awards = readAwards(read);
  const drafts: Draft[] = [...awards];
  for (const mention of read.terms) {
    const term = findTerm(mention.id);
    if (term === undefined || awards.some((award) => overlaps(award, mention))) continue;
    const { start, end } = mention;
    const known = drafts.some((draft) => draft.term === mention.id);
    if (term.kind === "product" && !known && !isIngredient(read, mention, drafts))
      drafts.push({ kind: "product", start, end, term: term.id });
    if (term.kind === "variety") drafts.push({ kind: "variety", start, end, term: term.id });
    if (term.kind === "place" && !known && isOrigin(read, mention)) drafts.push({ kind: "origin", start, end, term: term.id });
    if (term.kind === "certificate" && isHeld(read, mention))
      drafts.push({ kind: "certification", ...withStars(read, mention), term: term.id });
  }
  return drafts;
}

/** The pepper of `rang muối` or the anchovy of `nước mắm cá cơm` is not for sale here. */
function isIngredient(read: SourceText, mention: Span, drafts: readonly Draft[]): boolean {
  const product = drafts.findLast((draft) => draft.kind === "product");
  if (product === undefined) return false;
  const clause = clauseAt(read, mention.start);
  if (INGREDIENT_END.test(wordsIn(read, Math.max(clause.start, mention.start - 16), mention.start))) return true;
  const between = read.text.slice(product.end, mention.start);
  return product.start >= clause.start && between.length < 24 && !/[\d&+/]|(?<!\p{L})(?:và|va|cùng|cung|lẫn|lan)(?!\p{L})/u.test(between);
}

function isOrigin(read: SourceText, mention: Span & { id: string }): boolean {
  const clause = clauseAt(read, mention.start);
  const named = read.terms.findLast((other) => other.end <= mention.start)?.end ?? 0;
  const before = wordsIn(read, Math.max(clause.start, named, mention.start - 24), mention.start);
  if (THERE.test(wordsIn(read, mention.end, mention.end + 8))) return false;
  if (CITIES.has(mention.id))
    return GROWN_END.test(before) || /[,(]\s*$/.test(read.text.slice(Math.max(0, mention.start - 2), mention.start));
  if (GOING_TO_END.test(before)) return false;
  const around = read.text.slice(mention.end, mention.end + 4);
  return !/^\s*[-–]\s*[A-ZĐ]/u.test(around) || !/xe/u.test(before);
}

function isHeld(read: SourceText, mention: Span): boolean {
  const sentence = sentenceAt(read, mention.start);
  const before = wordsIn(read, Math.max(sentence.start, mention.start - 34), mention.start);
  const after = wordsIn(read, mention.end, Math.min(sentence.end, mention.end + 34));
  const near = [...before.matchAll(NOT_YET_BEFORE)].some((match) => !/[,.;:(]/.test(before.slice(match.index)));
  const clauseAfter = after.split(/[,;(]/)[0] ?? "";
  return !near && ![...clauseAfter.matchAll(NOT_YET_AFTER)].some(() => true);
}

/** `OCOP 4 sao`: the stars are part of the rating. */
function withStars(read: SourceText, mention: Span): Span {
  const stars = /^\s*(?:đạt\s+)?(?:[1-5]|một|hai|ba|bốn|năm)\s*sao/iu.exec(read.text.slice(mention.end, mention.end + 16));
  return { start: mention.start, end: mention.end + (stars?.[0].length ?? 0) };
}

/** An award is a fact with its contest or its year. */
function readAwards(read: SourceText): Draft[] {
  return find(read, AWARD).flatMap((found) => {
    const sentence = sentenceAt(read, found.start);
    const words = wordsIn(read, sentence.start, sentence.end);
    const before = wordsIn(read, Math.max(sentence.start, found.start - 20), found.start);
    if ([...words.matchAll(CONTEST)].length === 0 || /(?:chưa|chua|không|hổng|ko)\s*(?:\p{L}+\s*){0,2}$/u.test(before)) return [];
    const clauses = read.clauses.filter((clause) => clause.start >= sentence.start && clause.end <= sentence.end);
    const own = clauses.find((clause) => overlaps(clause, found));
    return own === undefined ? [] : [{ kind: "award" as const, ...trim(read, own) }];
  });
}
