import { readAmounts } from "./amounts.ts";
import { clauseAt } from "./clauses.ts";
import type { Fact } from "./fact.ts";
import { foldText } from "./fold.ts";
import { perPallet } from "./per-pallet.ts";
import { eitherBare, said, type Span } from "./said.ts";
import { isMoney, type Draft, type SourceText } from "./source-text.ts";
import { meeting, nextFrom } from "./spans.ts";

const SORT = "(?:(?:đạt )?(?:tiêu )?(?:chuẩn )?xuất khẩu|(?:\\d|ba|năm|bảy) lớp|loại dày|dày|cứng)";
const BOX = `thùng (?:(?:xốp|mút)|(?:carton|các ?tông|giấy)(?: ${SORT})*|${SORT}(?: ${SORT})*)`;
const PALLET = "(?:pall?et|pa ?lét|ba ?lét)";
const VERB = "(?:đóng|gói|bỏ|xếp|chất|bọc|kê|lên)(?: hàng| kỹ| gói)*(?: trong| vào| vô| bằng| lên| trên)?";
const LAYERED = "\\d[- ](?:layer|ply)(?: (?:corrugated|export|cardboard))* (?:cartons?|box(?:es)?)";
/** `đóng thùng xốp`, `xếp lên pallet`: done to the goods. */
const DONE = said(`${VERB} (?:${BOX}|${PALLET})|${LAYERED}`);
/** `, thùng carton xuất khẩu 5 lớp,`: a clause of its own. */
const ALONE = said(`${BOX}(?: (?:có )?đá gel)?`);
const WHOLE = new RegExp(eitherBare(`^(?:${VERB} )?(?:${BOX}(?: (?:có )?đá gel)?|${PALLET}|${LAYERED})$`), "u");

/** What goods are sent in, where no pack says how much it holds. */
export function readPacking(read: SourceText, taken: readonly Draft[]): Draft[] {
  const { text, span } = read.light;
  const at = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => span(match.index, match.index + match[0].length));
  const alone = at(ALONE).filter((box) => isClause(read, box));
  const loads = perPallet(read.text, read.amounts).map(({ start, end }) => ({ start, end }));
  const done = [...loads, ...at(DONE).filter((box) => meeting(loads, box) === undefined)];
  return [...done, ...alone.filter((box) => meeting(done, box) === undefined)]
    .filter((box) => !taken.some(({ kind, start, end }) => kind === "pack" && start < box.end && box.start < end))
    .filter((box) => meeting(read.closed, box) === undefined && !isDenied(read, box) && !isCharged(read, box) && !isCounted(read, box))
    .map((box): Draft => ({ kind: "pack", ...box }));
}

/** True of a fact that says what goods are packed in, and not how much of them. */
export function isPacking({ kind, quote, amount }: Pick<Fact, "kind" | "quote" | "amount">): boolean {
  return kind === "pack" && amount === undefined && (WHOLE.test(foldText(quote)) || perPallet(quote, readAmounts(quote, "vi")).length > 0);
}

function isClause(read: SourceText, box: Span): boolean {
  const { start, end } = clauseAt(read, box.start);
  return read.text.slice(start, box.start).trim() === "" && read.text.slice(box.end, end).trim() === "";
}

/** `không đóng thùng xốp`, `khỏi thùng xốp` */
function isDenied({ text }: SourceText, { start }: Span): boolean {
  return /(?<![a-z])(?:khong|ko|k|hong|chua|chang|khoi|dung)(?: [a-z]+)? $/.test(foldText(text.slice(Math.max(0, start - 16), start)));
}

/** `thùng xốp 15k`, `đóng thùng xốp tính thêm`: what it costs. */
function isCharged(read: SourceText, { end }: Span): boolean {
  const sum = nextFrom(read.amounts, end);
  const isNext = sum !== undefined && isMoney(sum.unit) && sum.per === undefined && /^[\s:=]*$/u.test(read.text.slice(end, sum.start));
  return isNext || /^ *(?:(?:thi|la) )?(?:tinh|them|phu thu|thu|cong|\+)(?![a-z])/.test(foldText(read.text.slice(end, end + 16)));
}

/** `lấy 2 thùng xốp` */
function isCounted(read: SourceText, { start }: Span): boolean {
  const amount = meeting(read.amounts, { start, end: start + 1 });
  return amount !== undefined && amount.start < start;
}
