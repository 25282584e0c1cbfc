import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Bound, Label } from "./bind-amounts.ts";
import { eachOfKilo, perKiloOf } from "./counted-by-the-kilo.ts";
import type { Told } from "./ground.ts";
import { PIECES } from "./amount-class.ts";
import { HOLDERS } from "./holders.ts";
import { isInSet, tellsSet } from "./one-out-of-many.ts";
import { isOnlySets } from "./sets.ts";
import { ofOtherSizes } from "./sizes-in-sets.ts";
import { forTenOf } from "./their-dozens.ts";
import { BAND } from "./tiers.ts";

/** A price told of another pack than the notes', though they name no such pack. */
export function packedOtherwise(told: Told, one: Bound, held: readonly Bound[]): Bound | undefined {
  return (
    perWeightOf(told.text, one, held) ??
    perPieceOf(told, one, held) ??
    perKiloOf(told, one, held) ??
    eachOfKilo(told, one, held) ??
    ofOtherSizes(told, one, held) ??
    forTenOf(told, one, held)
  );
}

/** 10キロ4万5千ドン of `45k/kg`: the price of one kilo given to a pack of ten; not "from 10 kg 45,000". */
function perWeightOf(text: string, { amount, class: kind, labels }: Bound, held: readonly Bound[]): Bound | undefined {
  if (kind !== "money" || amount.per !== undefined) return undefined;
  const packs = labels.flatMap((label) =>
    label.family === "pack" && label.loose !== true && label.amount !== undefined ? [label.amount] : [],
  );
  const before = packs.findLast(({ start, end }) => {
    return end <= amount.start && PRICED.test(text.slice(end, amount.start)) && !FROM.test(text.slice(Math.max(0, start - 10), start));
  });
  const pack =
    before ??
    packs.find(
      ({ start, end }) => start >= amount.end && (PER.test(text.slice(amount.end, start)) || HALF.test(text.slice(amount.end, end))),
    );
  if (pack === undefined || !WEIGHTS.has(pack.unit ?? "") || pack.max === 1) return undefined;
  const matching = held.filter((other) => other.class === kind && agrees(amount, other.amount));
  return matching.every((other) => WEIGHTS.has(other.amount.per ?? "")) ? matching[0] : undefined;
}

/** 1個1万ドン of `bánh 10k 3 cái`: what three cost together. */
function perPieceOf({ text, ground: { notes } }: Told, price: Bound, held: readonly Bound[]): Bound | undefined {
  const { amount, class: kind, labels } = price;
  const isHolder = amount.per !== undefined && HOLDERS.has(amount.per) && !OF_MORE.test(text.slice(amount.end, amount.end + 4));
  const isPiece = isHolder || (amount.per !== undefined && PIECE_UNITS.has(amount.per));
  if (kind !== "money" || (amount.per !== undefined && !isPiece)) return undefined;
  const one = labels.flatMap(countOf).find((pack) => {
    if (pack.max !== 1 || pack.min !== 1 || (pack.spelled && pack.unit === undefined)) return false;
    // 20巻15万ドンで1巻2時間: what is told of one of them next.
    return pack.start < amount.start || OF_ONE.test(text.slice(amount.end, pack.start));
  });
  if ((one === undefined && !isPiece) || (one !== undefined && NIGHT.test(text.slice(one.end, one.end + 8)))) return undefined;
  const told = isPiece ? amount.per : one?.unit;
  const isAlike = (unit: AmountMention["unit"]) =>
    unit === told || (isHolder ? VESSELS.has(told ?? "") && VESSELS.has(unit ?? "") : isPiece && !HOLDERS.has(unit ?? ""));
  const whole = { ...amount, per: undefined };
  const matching = held.filter(
    (other) => other.class === kind && other.amount.max === amount.max && agrees(whole, { ...other.amount, per: undefined }),
  );
  const areTogether = matching.every((priced) => {
    const { per, each, end } = priced.amount;
    const others = priced.labels;
    // "6 USD each, min 100 pcs": the least order, and no pack.
    const packs = others.flatMap(countOf).filter(({ start }) => start <= end + 1);
    // `từ 300 túi, 9k`: a price of one from so many on.
    if (others.some(({ family }) => family === BAND.id) || notes.startsWith("/", end)) return false;
    // `45k/cây, lấy 100 cây 38k`: less for each of so many.
    if (packs.some(({ start }) => isTier(priced, held, notes.slice(Math.max(0, start - 5), start)))) return false;
    // A case of the notes' `thùng 20 gói 300k` is told as a pack, too; no jar is.
    const isCased = !VESSELS.has(told ?? "") && packs.some(({ start }) => CASE_BEFORE.test(notes.slice(Math.max(0, start - 6), start)));
    // "190,000 a set" of the notes' `bộ 3 khay 190k`.
    const isSet = tellsSet(text, amount) && packs.some((pack) => isInSet(notes, pack));
    if (isHolder && (isCased || isSet || !isOfMany(priced, packs, held))) return false;
    // No piece costs less than coins: so many were misread.
    if (priced.amount.dimension === "VND" && packs.some(({ max: many }) => amount.max < many * COIN)) return false;
    return per === undefined && each !== true && packs.length > 0 && packs.every(({ min, unit }) => min > 1 && isAlike(unit));
  });
  // "A jar of each, 500,000 the set": what all of it costs.
  return areTogether && !isOnlySets(price, matching, held) ? matching[0] : undefined;
}

const COIN = 50;
const OF_ONE = /^\s*(?:\/|[（(]|for|per|cho|một|mỗi)?\s*$/u;

function isTier({ amount, class: kind }: Bound, held: readonly Bound[], before: string): boolean {
  if (!/(?:lấy|lay|mua|đặt|dat) $/u.test(before)) return false;
  return held.some(
    ({ class: other, amount: one, labels }) =>
      other === kind && one.max > amount.max && one.max < 2 * amount.max && labels.flatMap(countOf).every(({ max }) => max === 1),
  );
}
/** 1泊60万ドン of `3 phòng, 600k/đêm` */
const NIGHT = /^(?:泊| nights?(?!\p{L})| đêm(?!\p{L}))/iu;
/** 瓶 is either. */
const VESSELS = new Set<string>(["jar", "bottle"]);
/** "A pack of three" */
const OF_MORE = /^ of |^（|^ ?\(/u;

const CASE_BEFORE = /(?:thùng|thung|két|ket|kiện|kien|hộp|hop|túi|tui|bao|lốc|loc|vỉ|khay|giỏ|gio|bịch|bich|gói|goi|cây|cay) ?$/iu;

/** 26k of `hũ 30k, thùng 24 hũ 26k` is one jar's: as many cost about as many times as much. */
function isOfMany({ amount, class: kind }: Bound, packs: readonly AmountMention[], held: readonly Bound[]): boolean {
  const one = amount.max / (packs[0]?.max ?? 1);
  const prices = held.filter((other) => other.class === kind && other.amount !== amount);
  return prices.length === 0 || prices.some(({ amount: { max } }) => one < max * DEARER && one > max * CHEAPER);
}
const DEARER = 1.1;
const CHEAPER = 0.3;

const PIECE_UNITS = new Set<string>(["fruit", "tree"]);

function countOf({ family, loose, amount }: Label): AmountMention[] {
  return family === "pack" && loose !== true && amount !== undefined && PIECES.has(amount.dimension) ? [amount] : [];
}
const WEIGHTS = new Set<string>(["kg", "g", "l", "ml"]);
const PRICED =
  /^[\s:は=＝-]*(?:入り?|箱|袋|パック|瓶|缶|籠|かご|カゴ|ケース|樽|網|box(?:es)?|bags?|sacks?|baskets?|packs?|jars?|bottles?|cans?|tins?|tubs?|trays?|cases?|cartons?|crates?)*[\s:はがで=＝-]*(?:giá|là|for|at|costs?|is|are)?\s*$/u;
/** "18,000 VND per 300 g" */
const PER = /^ ?(?:per|for (?:a|each|every)|\/|mỗi) ?$/iu;
/** `1tr5 nửa lít` */
const HALF = /^ (?:nửa|nua) \p{L}+$/iu;
const FROM = /(?:từ|tu|trên|hơn|dưới|duoi|mua|from|over|under|below|least|above)\s*$/iu;
