import { isRangeWord, unitAt, type Scan } from "./amount-scan.ts";
import { foldText } from "./fold.ts";
import { HARVESTED } from "./harvested.ts";
import type { Token } from "./tokens.ts";

/** `co so 12 nguoi` is a workshop, no number twelve. */
const ORDINAL_BEFORE =
  /(?:^|[^\p{L}])(?:loại|loai|hạng|hang|thứ|thu|số|(?<!(?:^|[^\p{L}])co )so|lần|lan|size|grade|class|no|no\.|number|type|top|level|category|step|part|đợt|dot|mẫu|bước|câu|phần)\s*$/u;

/** `1級`, `2等`, `3番`: an order, no count. */
const ORDINAL_AFTER = new Set(["級", "等", "番", "号", "位", "類"]);

/** FOB1.6ドル: what a price is for stands right before it. */
const TRADE_TERMS = new Set(["fob", "cif", "cfr", "cnf", "exw", "fca", "cpt", "cip", "dap", "ddp"]);

/** Two capitals after an article. */
const NAME = /^\p{Lu}\p{Ll}+ \p{Lu}/u;

/** `5th` only orders; `034`, `ST25`, `NH01-48`, `W240`: digits glued to letters are a name; `loại 1` only counts. */
export function isName(scan: Scan, at: number): boolean {
  const token = scan.tokens[at];
  const before = scan.tokens[at - 1];
  if (token === undefined) return false;
  // "grade two", "the Four Seasons set"
  if (token.kind === "word" && scan.language === "en") {
    const lead = scan.light.text.slice(Math.max(0, token.start - 10), token.start);
    const { start } = scan.light.span(token.start, token.end);
    return (
      /(?<!\p{L})(?:grade|class|category)\s$/u.test(lead) ||
      (/(?<!\p{L})(?:the|our)\s$/u.test(lead) && NAME.test(scan.light.raw.slice(start, start + 24)))
    );
  }
  if (token.kind === "word" && scan.language === "vi") return isRice(scan, at, token) || isCalled(scan, at, token);
  if (token.kind !== "digits") return false;
  if (TRADE_TERMS.has(before?.text ?? "")) return false;
  // `bơ 034`: counts begin with no nought.
  if (/^0\d{2,}$/.test(token.text)) return true;
  if (token.glued && before?.kind === "word" && scan.language !== "ja" && unitAt(scan, at - 1)?.row.unit !== "USD" && before.text !== "x")
    return true;
  // 200ml52万ドン: a size, then its price.
  const isMeasure = scan.tokens[at - 2]?.kind === "digits" && unitAt(scan, at - 1) !== undefined;
  if (token.glued && before?.kind === "word" && scan.language === "ja" && /^[a-z]/.test(before.text) && !isMeasure)
    return unitAt(scan, at + 1)?.row.dimension !== "star";
  if (token.glued && /[a-z]\d+-$/u.test(scan.light.text.slice(Math.max(0, token.start - 8), token.start))) return true;
  if (token.text.length > 2) return false;
  if (scan.language === "en" && /^(?:st|nd|rd|th)$/.test(scan.tokens[at + 1]?.text ?? "") && scan.tokens[at + 1]?.glued === true)
    return true;
  // 14/2025号: a paper's number.
  if (scan.language === "ja" && /^\d+\/\d{4}号/u.test(scan.light.text.slice(token.start, token.start + 12))) return true;
  if (scan.language === "ja" && ORDINAL_AFTER.has(scan.tokens[at + 1]?.text ?? "")) return true;
  const lead = scan.light.text.slice(Math.max(0, token.start - 10), token.start);
  return (
    ORDINAL_BEFORE.test(lead) &&
    !isMeasured(scan, at, lead) &&
    !isWorn(scan, at, lead) &&
    !isGathered(scan, token, lead) &&
    !isOfMany(scan, at, lead)
  );
}

/** `Dì Sáu năm nay`: her name, and this year. */
function isCalled(scan: Scan, at: number, { start }: Token): boolean {
  return (
    scan.tokens[at + 2]?.plain === "nay" &&
    scan.tokens[at + 1]?.plain === "nam" &&
    CALLED.test(scan.light.text.slice(Math.max(0, start - 6), start))
  );
}
const CALLED = /(?<!\p{L})(?:anh|chị|chi|cô|co|chú|chu|bác|bac|dì|di|cậu|cau|mợ|mo|thím|thim|ông|ong|bà)\s$/u;

/** `gạo tám vụ mùa`: a rice by its name; `gạo tám ký` is so much of it. */
function isRice(scan: Scan, at: number, { text, start }: Token): boolean {
  if (text !== "tám" && text !== "tam") return false;
  return RICE.test(scan.light.text.slice(Math.max(0, start - 5), start)) && unitAt(scan, at + 1)?.row.dimension === "crop";
}
const RICE = /(?<!\p{L})(?:gạo|gao|lúa|lua|thóc|thoc|cơm|com)\s$/u;

/** `thu 3 đợt`: gathered three times over. */
function isGathered({ light, language }: Scan, { end }: Token, lead: string): boolean {
  return language === "vi" && /(?<!\p{L})thu\s*$/u.test(lead) && GATHERED.test(foldText(light.text.slice(end, end + 20)));
}
const GATHERED = new RegExp(`^${HARVESTED}`, "u");

/** `size 36-43`, `size 38`: how large shoes and shirts are; `size 2` is the second of a few. */
function isWorn({ tokens }: Scan, at: number, lead: string): boolean {
  if (!/size\s*$/u.test(lead)) return false;
  return tokens[at]?.text.length === 2 || (isRangeWord(tokens[at + 1]) && tokens[at + 2]?.kind === "digits");
}

/** `loại 14-16 ngón`, `loại 22 tai`: so many of whatever it is; a grade is one of a few. */
function isOfMany({ tokens }: Scan, at: number, lead: string): boolean {
  if (!/(?<!\p{L})(?:loại|loai|hạng|hang)\s*$/u.test(lead)) return false;
  const [first, range, last] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (isRangeWord(range) && last?.kind === "digits") return Number(first?.text) >= MANY_FROM && Number(last.text) > GRADES_MAX;
  return first?.text.length === 2 && range?.kind === "word" && !range.glued;
}
const MANY_FROM = 3;
const GRADES_MAX = 4;

/** `loại 1 bó 400g 12k, loại 2 bó 400g 8k`: bunches of the first grade and of the second, no two bunches; `mỗi loại 1 hộp` counts. */
const GRADES = /(?<!\p{L})(?<grade>loại|loai|hạng|hang) 1 (?<holder>\p{L}+) .*(?<!\p{L})\k<grade> 2 \k<holder>(?!\p{L})/su;

/** `loại 40k`, `size 20-22 con/kg`: no grade, for a scale or a unit follows. */
function isMeasured(scan: Scan, at: number, lead: string): boolean {
  const unit = unitAt(scan, at + 1);
  if (unit?.row.container === true && !/m[ỗo]i \p{L}+\s*$/u.test(lead) && GRADES.test(scan.light.text)) return false;
  if (unit !== undefined || scan.read(scan.tokens, at)?.scaled === true) return true;
  if (!isRangeWord(scan.tokens[at + 1]) || scan.tokens[at + 2]?.kind !== "digits") return false;
  return unitAt(scan, at + 3) !== undefined || scan.read(scan.tokens, at + 2)?.scaled === true;
}
