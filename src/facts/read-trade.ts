import { unitRows, unitTable } from "#lexicon/units.ts";
import type { AmountMention } from "./amounts.ts";
import type { Unit } from "./fact.ts";
import { foldText, hasMarks } from "./fold.ts";
import { said, type Span } from "./said.ts";
import { amountOf, clauseAt, find, isMoney, wordsIn, type Draft, type SourceText } from "./source-text.ts";

const HOLDERS = unitRows.filter((row) => row.container === true).flatMap((row) => row.vi);
const HOLDER = said(
  `(?<holder>${HOLDERS.join("|")})(?<words>(?: (?:xốp|giấy|gỗ|nhựa|quà|hút|chân|không|zip|lưới|thiếc|sứ|thủy tinh|nhỏ|to|lớn|carton|các tông|loại|nguyên|đựng|có|được|tầm|khoảng|chừng|nặng|kín|bạc|mix|cân|đủ|vuông|tròn))*)`,
);
const LEAST = said(
  "(?:(?:bán|lấy|mua|đặt|nhận|đơn|sỉ|si|gom|order|lấy sỉ|mua sỉ|bán sỉ|từ)(?: hàng| sỉ| đơn| in logo| ít nhất| tối thiểu| lẻ)* từ|tối thiểu|ít nhất|moq(?: is| là)?|minimum(?: order)?(?: is)?|(?:không|ko|k|hông|hổng) bán lẻ dưới|(?:lấy|mua|đặt)|từ)",
);
const UPWARDS = said("trở lên|đổ lên|up");
const STOCK = said(
  "(?:hiện |đang |giờ |chừ |nay |kho |vườn |đợt này |hàng |nhà |mình |em |trong kho )*(?:còn|có sẵn|sẵn|tồn|đang có|hiện có|hái được|cắt được|thu được|in stock|we have)(?: lại| đúng| có| hàng| khoảng| tầm| chừng| cỡ| được| hơn| gần| độ| thêm| mỗi| trên| dưới)*",
);
const FEE = said(
  "(?:phí|tiền|cước) ?(?:ship|xe|vận chuyển|gửi|giao|cọc)?|ship(?: lạnh| cod)?(?: \\p{L}+){0,2}|giảm|tặng|cọc|đặt cọc|bớt|phụ thu|thưởng",
);

const WEIGHED = new Set(["mass", "volume", "count", "regional"]);

/** Prices, packs, stock and least orders. */
export function readTrade(read: SourceText): Draft[] {
  const packs = readPacks(read);
  const least = readLeast(
    read,
    packs.map(({ mention }) => mention),
  );
  const taken = [...packs.map(({ mention }) => mention), ...least.map(({ mention }) => mention)];
  return [...packs.map(({ draft }) => draft), ...readPrices(read, packs), ...least.map(({ draft }) => draft), ...readStock(read, taken)];
}

type Pack = { draft: Draft; mention: AmountMention; unit: Unit; holder: Span };

/** `thùng xốp 10kg`, `hộp 4 trái`, `12 hũ/thùng`, `1箱5kg`. */
function readPacks(read: SourceText): Pack[] {
  const packs: Pack[] = [];
  for (const found of find(read, HOLDER)) {
    const unit = unitOf(found.match.groups?.holder ?? "");
    const mention = read.amounts.find((amount) => amount.start >= found.end && amount.start - found.end <= 3 && !isMoney(amount.unit));
    if (unit === undefined || mention === undefined || !WEIGHED.has(mention.dimension) || mention.unit === unit || isCounted(read, found))
      continue;
    if (mention.dimension === "count" && (mention.unit === undefined || mention.min === 1)) continue;
    if (!/^[\s:]*$/.test(read.text.slice(found.end, mention.start))) continue;
    packs.push({
      draft: { kind: "pack", start: found.start, end: mention.end, ...amountOf({ ...mention }, unit) },
      mention,
      unit,
      holder: found,
    });
  }
  for (const mention of read.amounts) {
    const per = mention.per;
    if (per === undefined || !isHolder(per) || isMoney(mention.unit) || packs.some((pack) => pack.mention === mention)) continue;
    if (!WEIGHED.has(mention.dimension)) continue;
    packs.push({
      draft: { kind: "pack", start: mention.start, end: mention.end, ...amountOf(mention) },
      mention,
      unit: per,
      holder: mention,
    });
  }
  return packs;
}

/** `60 chai`, `từ 5 thùng`: the holder is counted, it holds nothing here. */
function isCounted(read: SourceText, holder: Span): boolean {
  return (
    read.amounts.some((amount) => amount.start < holder.start && amount.end > holder.start) ||
    /\d\s*$/.test(read.text.slice(Math.max(0, holder.start - 3), holder.start))
  );
}

function readPrices(read: SourceText, packs: readonly Pack[]): Draft[] {
  const holders = find(read, HOLDER);
  return read.amounts.flatMap((mention) => {
    if (!isMoney(mention.unit) || isFee(read, mention)) return [];
    if (mention.per !== undefined) return [{ kind: "price" as const, start: mention.start, end: mention.end, ...amountOf(mention) }];
    const pack = packOf(read, mention, packs);
    if (pack !== undefined)
      return [{ kind: "price" as const, start: pack.holder.start, end: mention.end, ...amountOf(mention, pack.unit) }];
    const holder = holders.findLast(
      (found) => found.end <= mention.start && /^\s*(?:giá|gia|=|:)?\s*$/iu.test(read.text.slice(found.end, mention.start)),
    );
    const unit = unitOf(holder?.match.groups?.holder ?? "");
    if (holder !== undefined && unit !== undefined)
      return [{ kind: "price" as const, start: holder.start, end: mention.end, ...amountOf(mention, unit) }];
    return [{ kind: "price" as const, start: mention.start, end: mention.end, ...amountOf(mention) }];
  });
}

/** The pack just before a price, with nothing but `giá`, `lấy`, `chỉ` between. */
function packOf(read: SourceText, price: AmountMention, packs: readonly Pack[]): Pack | undefined {
  const pack = packs.findLast((one) => one.draft.end <= price.start);
  if (pack === undefined) return undefined;
  const between = foldText(read.text.slice(pack.draft.end, price.start));
  return /^[\s:=(–-]*(?:(?:gia|lay|ban|chi|la|con|co|thi|de|moi|on|san|tinh|nguyen|で|は|kem|da gel|,)\s*){0,4}$/u.test(between)
    ? pack
    : undefined;
}

function isFee(read: SourceText, mention: AmountMention): boolean {
  const clause = clauseAt(read, mention.start);
  const before = wordsIn(read, Math.max(clause.start, mention.start - 26), mention.start);
  return [...before.matchAll(FEE)].some(
    (match) => match.index + match[0].length >= before.trimEnd().length - 1 || /^(?:phí|phi|tiền|tien|cước|cuoc)/.test(match[0]),
  );
}

type Least = { draft: Draft; mention: AmountMention };

function readLeast(read: SourceText, packs: readonly AmountMention[]): Least[] {
  return read.amounts.flatMap((mention) => {
    if (!["mass", "volume", "count"].includes(mention.dimension) || packs.includes(mention)) return [];
    const clause = clauseAt(read, mention.start);
    const before = wordsIn(read, Math.max(clause.start, mention.start - 30), mention.start);
    const lead = [...before.matchAll(LEAST)].at(-1);
    const leads =
      lead !== undefined &&
      lead.index + lead[0].length >= before.trimEnd().length - 8 &&
      /(?:\s|^)(?:từ|tu|thiểu|thieu|nhất|nhat|dưới|duoi|moq|is|là|minimum|order)\s*(?:is\s*)?$/u.test(
        before.slice(0, lead.index + lead[0].length + 1),
      );
    const after = wordsIn(read, mention.end, mention.end + 12);
    const upwards = UPWARDS.test(after);
    UPWARDS.lastIndex = 0;
    const bare = lead !== undefined && /^(?:từ|tu)$/.test(lead[0]);
    if (!(leads && (!bare || upwards)) && !(upwards && lead !== undefined)) return [];
    const start = lead === undefined ? mention.start : read.text.length;
    const from = lead === undefined ? start : mention.start - (before.length - lead.index);
    return [
      { draft: { kind: "minimum-order" as const, start: Math.max(clause.start, from), end: mention.end, ...amountOf(mention) }, mention },
    ];
  });
}

function readStock(read: SourceText, taken: readonly AmountMention[]): Draft[] {
  return find(read, STOCK).flatMap((found) => {
    const mention = read.amounts.find((amount) => amount.start >= found.end && amount.start - found.end <= 3);
    // In marked words a bare "con" is an animal, not what is left.
    if (/(?<!\p{L})con(?!\p{L})/u.test(found.quote) && hasMarks(read.text.slice(...clauseOf(read, found.start)))) return [];
    if (
      mention === undefined ||
      taken.includes(mention) ||
      !WEIGHED.has(mention.dimension) ||
      mention.unit === "household" ||
      mention.per !== undefined
    )
      return [];
    const approximate = /(?:khoảng|khoang|tầm|tam|chừng|chung|hơn|hon|gần|gan)\s*$/u.exec(wordsIn(read, found.start, mention.start));
    const start = approximate === null ? mention.start : mention.start - approximate[0].length;
    return [{ kind: "stock" as const, start, end: mention.end, ...amountOf(mention) }];
  });
}

function clauseOf(read: SourceText, at: number): [start: number, end: number] {
  const { start, end } = clauseAt(read, at);
  return [start, end];
}

function unitOf(name: string): Unit | undefined {
  const table = unitTable("vi");
  return (table.exact.get(name) ?? table.folded.get(foldText(name)))?.unit;
}

function isHolder(unit: Unit): boolean {
  return unitRows.some((row) => row.unit === unit && row.container === true);
}
