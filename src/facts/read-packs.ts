import { unitRows, unitTable } from "#lexicon/units.ts";
import { exactUnit } from "./amount-scan.ts";
import type { AmountMention } from "./amounts.ts";
import { sentenceAt } from "./clauses.ts";
import type { CueHit } from "./cues.ts";
import type { Unit } from "./fact.ts";
import { foldText, type Folded } from "./fold.ts";
import { japaneseHolder } from "./japanese-passages.ts";
import { HOLDS_PIECES, MADE_OF, SAYS_MORE, thingsIn, weighedPer, weighedThings } from "./pack-things.ts";
import { cueAfter, cueBefore, hitFrom, hitOver, tokenAt } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import { amountOf, found, isMoney, type Draft, type SourceText } from "./source-text.ts";
import { lastBefore, meeting, nextFrom } from "./spans.ts";

/** A pack with the amount that fills it; `next` is the token after its holder's words. */
export type Pack = { draft: Draft; mention: AmountMention; unit: Unit | undefined };
/** `thùng`, `hộp giấy`: what goods are put into, with the words that tell what it is made of. */
export type Holder = { start: number; end: number; next: number; unit: Unit | undefined; counted?: AmountMention };

const FILLS = new Set(["mass", "volume", "count", "regional"]);
const HOLDERS = new Set(unitRows.flatMap((row) => (row.container === true && row.unit !== undefined ? [row.unit] : [])));

/** `thùng xốp 10kg`, `hộp 4 trái`, `12 hũ/thùng`, `1箱5kg`, and the sizes said after the first: `gói 100g, 200g`. */
export function readPacks(read: SourceText): { packs: Pack[]; holders: Holder[] } {
  const holders = found(read, "holder").flatMap((hit) => holderAt(read, hit) ?? []);
  const packs: Pack[] = [];
  const taken = new Set<AmountMention>();
  for (const holder of holders) {
    const mention = fillOf(read, holder) ?? fillBefore(read, holder);
    const isThings = mention === undefined || (mention.dimension === "count" && mention.unit === undefined);
    const whole = isThings ? weighedThings(read, holder) : undefined;
    if (whole !== undefined && !taken.has(whole)) {
      taken.add(whole);
      const draft: Draft = { kind: "pack", start: holder.start, end: whole.end, ...amountOf(whole, holder.unit) };
      packs.push({ draft, mention: whole, unit: holder.unit });
      continue;
    }
    const things = mention === undefined ? thingsIn(read, holder) : undefined;
    if (things !== undefined && !taken.has(things.mention)) {
      taken.add(things.mention);
      packs.push({ draft: { kind: "pack", start: holder.start, end: things.end }, mention: things.mention, unit: holder.unit });
    }
    if (mention === undefined || taken.has(mention)) continue;
    taken.add(mention);
    const { unit } = holder;
    // The `cây` in a box are sticks, not trees.
    const amount = mention.unit === "tree" ? {} : amountOf(mention, unit);
    const [start, end] = [Math.min(holder.start, mention.start), Math.max(holder.end, mention.end)];
    packs.push({ draft: { kind: "pack", start, end, ...amount }, mention, unit });
  }
  for (const mention of read.amounts) {
    const { per, start, end } = mention;
    const japanese = per === undefined && FILLS.has(mention.dimension) && !taken.has(mention) ? japaneseHolder(read, mention) : undefined;
    if (japanese !== undefined) {
      taken.add(mention);
      const { unit } = japanese;
      packs.push({ draft: { kind: "pack", start, end: japanese.end, ...amountOf(mention, unit) }, mention, unit });
    }
    if (per === undefined || !HOLDERS.has(per) || !FILLS.has(mention.dimension) || taken.has(mention) || isGiven(read, mention)) continue;
    const whole = weighedPer(read, mention);
    taken.add(mention).add(whole ?? mention);
    const draft: Draft = { kind: "pack", start, end: whole?.end ?? end, ...amountOf(whole ?? mention, per) };
    packs.push({ draft, mention: whole ?? mention, unit: per });
  }
  const inOrder = (all: Pack[]) => all.toSorted((left, right) => left.draft.start - right.draft.start);
  const further = furtherSizes(read, inOrder(packs), taken);
  return { packs: inOrder([...packs, ...further, ...pricedSizes(read, taken)]), holders };
}

function holderAt(read: SourceText, hit: CueHit): Holder | undefined {
  if (isOtherWord(read, hit) || isGiven(read, hit)) return undefined;
  const name = read.tokens[hit.from]?.text ?? "";
  let { next, end } = hit;
  for (let word = hitFrom(read, "holder-words", next); word !== undefined; word = hitFrom(read, "holder-words", next))
    ({ next, end } = word);
  const sort = FOR_EXPORT.exec(read.text.slice(end, end + EXPORT_CHARS).normalize("NFC"));
  if (sort !== null) {
    end += sort[0].length;
    next = tokenAt(read, end);
  }
  const amount = meeting(read.amounts, hit);
  const counted = amount !== undefined && amount.start < hit.start && amount.end <= end;
  return { start: hit.start, end, next, unit: unitOf(name, read.light), ...(counted ? { counted: amount } : {}) };
}

/** `thùng carton xuất khẩu 5 lớp 10kg`: of which sort, before how much. */
const FOR_EXPORT =
  /^(?:\s+(?:(?:(?:tiêu |tieu )?(?:chuẩn |chuan ))?(?:xuất khẩu|xuat khau)|\d (?:lớp|lop)))+(?=\s+\d[\d.,]*\s?(?:kg|ký|ky|kí|ki|cân|can|g|gr|gam|l|lít|lit)(?!\p{L}))/iu;
const EXPORT_CHARS = 48;

/** `mua 2 tặng 1 hộp 10g` */
function isGiven(read: SourceText, { start }: Span): boolean {
  return GIVEN.test(foldText(read.text.slice(Math.max(0, start - 24), start)));
}
const GIVEN = /(?<!\p{L})(?:tang|bieu)\s*(?:(?:them|kem|ngay|lien)\s*)?(?:(?:\d+|mot)\s*)?$/u;

/** `bao ăn`, `bao đổi`: a promise. */
const PROMISED = /^(?:an|doi|ship|tra|ngon|ngot|test|thu|hoan|kiem|hu|dap|be|vo|tuoi|chin|gia|sach|chat|xai)$/;

/** `nem gói lá`: wrapped in a leaf, which is no pack. */
const WRAPPED = new Set(["banh", "nem", "gio", "cha", "xoi", "com", "tre", "ky", "kg", "can"]);

/** Without its marks: `dự kiến`, `trái lớn`, `bơ`, a word of another kind. */
function isOtherWord(read: SourceText, { from }: CueHit): boolean {
  const [before, token, after] = [read.tokens[from - 1], read.tokens[from], read.tokens[from + 1]];
  if (token?.text === "bao" && PROMISED.test(after?.plain ?? "")) return true;
  if (/^(?:goi|boc)$/.test(token?.plain ?? "") && after?.plain === "la" && WRAPPED.has(before?.plain ?? "")) return true;
  // `mỗi ngày gói 2 nghìn cái`: what is done.
  if (/^goi$/.test(token?.plain ?? "") && /^(?:ngay|gio|tuan|thang)$/.test(before?.plain ?? ""))
    return /^(?:moi|hang|mot|tung|1)$/.test(read.tokens[from - 2]?.plain ?? "");
  // `nha tui`, `tui co`: the southern I.
  if (token?.text === "tui" && (WHOSE.test(before?.plain ?? "") || DOES.test(after?.plain ?? ""))) return true;
  // What hangs on the trees is in none.
  if (token?.plain === "cay" && /^(?:tren|duoi|chin)$/.test(before?.plain ?? "")) return true;
  if (token?.text !== token?.plain || before === undefined) return false;
  return NOT_A_HOLDER.test(`${before.plain} ${token?.plain ?? ""}`);
}
const WHOSE = /^(?:nha|vuon|ruong|ray|cua|ben|may|chi|tui)$/;
const DOES = /^(?:co|trong|ban|lam|nuoi|hai|van|moi|ko|k|khong|hong)$/;
const NOT_A_HOLDER = /^(?:(?:du|su|dieu) kien|(?:trai|qua|con|hat|loai|size|co) lon|(?:phu|hoi|ket|tap) hop|(?:hat|bi) lo|dam bao|dau bo)$/;

/** The amount that stands right after the holder and fills it. */
function fillOf(read: SourceText, holder: Holder): AmountMention | undefined {
  const sign = read.tokens[holder.next]?.kind === "symbol" && /^[:=~]$/.test(read.tokens[holder.next]?.text ?? "");
  const from = holder.next + (sign ? 1 : 0);
  const right = nextFrom(read.amounts, read.tokens[from]?.start ?? read.text.length);
  const mention = right?.start === read.tokens[from]?.start ? right : fillAfterWords(read, from);
  if (mention === undefined || isMoney(mention.unit) || !FILLS.has(mention.dimension)) return undefined;
  if (mention.per !== undefined && mention.per !== holder.unit) return undefined;
  if (isNoFill(read, holder, mention)) return undefined;
  // A stick, a loaf, a bar: only with its weight right behind it. A basket, a tube: with the pieces in it, too.
  const holds = mention.dimension !== "count" || HOLDS_PIECES.test(foldText(read.text.slice(holder.start)));
  if (holder.unit === undefined && !(holds && holder.next === tokenAt(read, mention.start))) return undefined;
  const several = holder.counted !== undefined && !isMoney(holder.counted.unit) && holder.counted.max > 1;
  if (mention.dimension !== "count") return several && holder.next !== tokenAt(read, mention.start) ? undefined : mention;
  const same = foldText(mention.quote).endsWith(foldText(read.text.slice(holder.start, holder.end)));
  return several || mention.max === 1 || same ? undefined : mention;
}

/** `chùm 4-6 lạng` is what a bunch comes to on the vine; `gói hút chân không có năm tạ chè` holds no five hundred kilos. */
function isNoFill({ text }: SourceText, { start, unit }: Holder, mention: AmountMention): boolean {
  if (mention.max > mention.min && /^(?:chum|nai|buong)/u.test(foldText(text.slice(start, start + 6)))) return true;
  return SMALL.has(unit) && (mention.unit === "t" || (mention.unit === "kg" && mention.max >= SMALL_KG_MAX));
}
const SMALL = new Set<Unit | undefined>(["pack", "jar", "bottle", "bunch", "box"]);
const SMALL_KG_MAX = 200;

/** `10gr hộp 450k`, `2kg túi vải, 90k/túi`: the fill first, where a price or a stop follows. */
function fillBefore(read: SourceText, holder: Holder): AmountMention | undefined {
  const mention = lastBefore(read.amounts, holder.start);
  if (mention === undefined || holder.unit === undefined || (mention.dimension !== "mass" && mention.dimension !== "volume"))
    return undefined;
  const next = read.tokens[holder.next];
  const ends = next === undefined || (next.kind === "symbol" && next.text !== "/") || isMoney(nextFrom(read.amounts, holder.end)?.unit);
  if (!ends || mention.per !== undefined || !MADE_OF.test(read.text.slice(mention.end, holder.start))) return undefined;
  return cueBefore(read, mention, SAYS_MORE, { words: 0 }) === undefined ? mention : undefined;
}

/** `hũ ngâm giấm 200ml`, `hộp quà Tết 2kg`: what is in it, then how much. */
function fillAfterWords(read: SourceText, from: number): AmountMention | undefined {
  const start = read.tokens[from]?.start ?? 0;
  const mention = nextFrom(read.amounts, start);
  if (mention === undefined || !FILLS.has(mention.dimension)) return undefined;
  const at = tokenAt(read, mention.start);
  // `bó hồng 20 cành`: counted are only the goods themselves.
  if (mention.dimension === "count" || mention.dimension === "regional") {
    const goods = nextFrom(read.products, start);
    const pieces = mention.unit === undefined || mention.unit === "fruit";
    return pieces && goods?.start === start && tokenAt(read, goods.end) === at ? mention : undefined;
  }
  if (at - from > WORDS_MAX) return undefined;
  const words = read.tokens.slice(from, at);
  if (words.some(({ kind }) => kind !== "word")) return undefined;
  // `hũ phấn hoa 250g`: the name of what is in it says nothing of trade.
  const goods = nextFrom(read.products, start);
  const named = goods?.start === start && goods.end <= mention.start ? tokenAt(read, goods.end) - from : 0;
  const says = words.some(
    (_, index) =>
      index >= named && !FRESH.has(words[index]?.plain ?? "") && SAYS_MORE.some((cue) => hitOver(read, cue, from + index) !== undefined),
  );
  return says ? undefined : mention;
}
const WORDS_MAX = 4;
/** `Hộp tươi 500g` says of the goods how they are, not that more follows. */
const FRESH: ReadonlySet<string> = new Set(["tuoi"]);

/** `thùng 5kg hoặc 10kg`, `gói 100g 20k, 200g 38k`: only the first size has its holder said. */
function furtherSizes(read: SourceText, packs: readonly Pack[], taken: Set<AmountMention>): Pack[] {
  const further: Pack[] = [];
  let before: Pack | undefined;
  let ahead = 0;
  for (const mention of read.amounts) {
    for (let next = packs[ahead]; next !== undefined && next.draft.end <= mention.start; next = packs[ahead]) {
      before = next;
      ahead += 1;
    }
    if ((mention.dimension !== "mass" && mention.dimension !== "volume") || mention.per !== undefined) continue;
    if (before === undefined || taken.has(mention) || before.mention.dimension !== mention.dimension) continue;
    if (mention.start - before.draft.end > SIZES_CHARS || sentenceAt(read, before.draft.start).end < mention.end) continue;
    const first = nextFrom(read.amounts, before.draft.end);
    const price = first !== undefined && first.start < mention.start && isMoney(first.unit) ? first : undefined;
    const between =
      read.text.slice(before.draft.end, price?.start ?? mention.start) + read.text.slice(price?.end ?? mention.start, mention.start);
    if (!JOINED.test(between) || cueAfter(read, mention, ["upwards", "only-then", "refused"], { words: 1 }) !== undefined) continue;
    const { start, end } = mention;
    before = { draft: { kind: "pack", start, end, ...amountOf(mention, before.unit) }, mention, unit: before.unit };
    taken.add(mention);
    further.push(before);
  }
  return further;
}
/** One size and its price stand between two of a list, no more. */
const SIZES_CHARS = 40;

/** `Thanh 80g 65k`, `bánh 357g giá 1tr150`: a weight that has its own price is what is sold, whatever holds it. */
function pricedSizes(read: SourceText, taken: ReadonlySet<AmountMention>): Pack[] {
  return read.amounts.flatMap((mention, index) => {
    const price = read.amounts[index + 1];
    const { dimension, per, start, end } = mention;
    if ((dimension !== "mass" && dimension !== "volume") || per !== undefined || taken.has(mention)) return [];
    if (
      price === undefined ||
      !isMoney(price.unit) ||
      price.per !== undefined ||
      price.start - end > 8 ||
      !/^\s*(?:giá|gia|là|la|:|=|-)?\s*$/iu.test(read.text.slice(end, price.start))
    )
      return [];
    if (
      ONE_WEIGHT.test(foldText(mention.quote)) ||
      cueBefore(read, mention, ["from", "least", "least-buy", "buying", "left"], { words: 0 }) !== undefined
    )
      return [];
    return [{ draft: { kind: "pack", start, end, ...amountOf(mention) }, mention, unit: undefined }];
  });
}

/** `1 lạng 1tr9`, `1 yến 320k`: the unit that is counted in, and no pack. */
const ONE_WEIGHT = /^(?:1|mot)\s*(?:lang|yen|ta|tan)$/u;

const JOINED = /^(?:\s|,|\/|\+|&|và|va(?!\p{L})|hoặc|hoac|hay|với|voi|giá|gia|là|loại|loai|:|=|-)+$/iu;

const OTHER_NAMES: Record<string, Unit | undefined> = { can: "bottle", carton: "box", cartons: "box", cây: undefined, cay: undefined };
function unitOf(name: string, light: Folded): Unit | undefined {
  const table = unitTable("vi");
  if (name in OTHER_NAMES) return OTHER_NAMES[name];
  const row = exactUnit({ language: "vi", light }, name) ?? table.folded.get(foldText(name));
  // A bare `gio` that holds something is a basket, no hour.
  return row?.container === true ? row.unit : undefined;
}
