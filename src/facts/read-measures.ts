import type { AmountMention } from "./amounts.ts";
import { clauseAt, sentenceAt } from "./clauses.ts";
import type { CueHit } from "./cues.ts";
import type { Unit } from "./fact.ts";
import { foldText } from "./fold.ts";
import { cueBefore, hitOver, hitTo, tokenAt } from "./nearest-cue.ts";
import { keeps } from "./shelf-life.ts";
import { amountOf, isMoney, found, type Draft, type SourceText } from "./source-text.ts";
import { indexFrom, lastBefore, nextFrom } from "./spans.ts";

/** Sizes, and the amounts that tell them. */
export function readSizes(read: SourceText, taken: ReadonlySet<AmountMention>): { sizes: Draft[]; sized: AmountMention[] } {
  const told = read.amounts.flatMap((mention) => {
    const draft = taken.has(mention) ? undefined : sizeOf(read, mention);
    return draft === undefined ? [] : [{ draft, mention }];
  });
  return { sizes: [...told.map(({ draft }) => draft), ...codes(read)], sized: told.map(({ mention }) => mention) };
}

const CODE =
  /^\s*:?\s*(?:[A-Z]{1,3}\d{1,4}|\d{1,4}(?:\s*[-–]\s*\d{1,4})?|XS|X{0,2}L|[SM])(?!\s*[-–]\s*\d)(?![\p{L}\d]|\s*(?:CON|KG|G|TRÁI|QUẢ|TRAI|QUA|CM|KÝ|LẠNG|MM)(?!\p{L}))/u;
/** `size W240`, `size L`: a grade's own name. */
function codes(read: SourceText): Draft[] {
  return found(read, "size-code").flatMap(({ start, end }): Draft[] => {
    const code = CODE.exec(read.text.slice(end, end + 20).toUpperCase());
    return code === null ? [] : [{ kind: "size", start, end: end + code[0].length }];
  });
}

/** Sweetness, the strength of a sauce, and how long it keeps. */
export function readMeasures(read: SourceText): Draft[] {
  return read.amounts.flatMap((mention): Draft[] => {
    if (mention.dimension === "protein" && !isAlcohol(read, mention)) return [strengthOf(read, mention)];
    if (mention.dimension === "brix") return [draftOf("sweetness", mention, mention.start, amountOf(mention))];
    return keeps(read, mention) ? [draftOf("shelf-life", mention, mention.start, amountOf(mention))] : [];
  });
}

/** `độ đạm: 35`; no unit of the contract is a degree of nitrogen. */
function strengthOf(read: SourceText, mention: AmountMention): Draft {
  const named = /(?:(?:độ|do)\s+(?:đạm|dam)\s*(?:là|la|đạt|dat|:)?|(?<!\p{L})(?:trên|tren|dưới|duoi|hơn|hon|gần|gan))\s*$/iu.exec(
    read.text.slice(Math.max(0, mention.start - 16), mention.start).normalize("NFC"),
  );
  return draftOf("variety", mention, mention.start - (named?.[0].length ?? 0), {});
}

/** `29 độ cồn` */
function isAlcohol({ text }: SourceText, { start, end }: AmountMention): boolean {
  return (
    /(?:cồn|con)$/iu.test(text.slice(start, end).normalize("NFC")) ||
    /^\s*(?:cồn|con)(?!\p{L})/iu.test(text.slice(end, end + 8).normalize("NFC"))
  );
}

/** Nothing sold by the piece weighs more: it is a stock. */
const PIECE_KG_MAX = 20;
const ANIMAL_KG_MAX = 500;

/** `trái 4-5 lạng`, `sáu đến bảy lạng một trái`, `60-70 quả/kg`, `cao 35cm`. */
function sizeOf(read: SourceText, mention: AmountMention): Draft | undefined {
  const { dimension, unit, per, start } = mention;
  // A number to so many grams: no amount of ours.
  if (
    dimension === "count" &&
    per === undefined &&
    unit === undefined &&
    PER_LANG.test(read.text.slice(mention.end, mention.end + 12).normalize("NFC"))
  )
    return draftOf("size", mention, start, {});
  if (dimension === "count")
    return (per === "kg" || isOfSameKilo(read, mention)) && (unit === "fruit" || unit === undefined)
      ? draftOf("size", mention, start, amountOf(mention, "kg"))
      : undefined;
  if (dimension === "length") return lengthOf(read, mention);
  if (dimension !== "mass" || unit === "t") return undefined;
  const piece = pieceBefore(read, mention);
  const last = read.tokens[(piece?.next ?? 0) - 1];
  // `muc con 50 ky`: without its mark `còn`.
  const animal = /^(?:con|trong|mai|duc)$/.test(last?.plain ?? "") && !(last?.text === "con" && last.bare);
  if (unit === "kg" && mention.max > (animal ? ANIMAL_KG_MAX : PIECE_KG_MAX)) return undefined;
  if (per === "fruit") return draftOf("size", mention, start, amountOf(mention));
  if (per !== undefined) return undefined;
  if (piece !== undefined) return draftOf("size", mention, piece.start, amountOf(mention, perOf(read, piece)));
  if (EACH_PIECE.test(read.text.slice(mention.end, mention.end + 10).normalize("NFC")))
    return draftOf("size", mention, start, amountOf(mention));
  if (isPricedByWeight(read, mention)) return draftOf("size", mention, start, amountOf(mention));
  const weight = cueBefore(read, mention, ["weight", "left", "gone", "from", "least", "holder"], { words: 1 });
  return weight?.cue === "weight" && !isHas(read, weight) ? draftOf("size", mention, start, amountOf(mention)) : undefined;
}

/** `loại nhỏ tám chín con` after `ba bốn con một ký`: so many of the next grade to the kilo that was said. */
function isOfSameKilo(read: SourceText, { per, start, end, min, max }: AmountMention): boolean {
  if (per !== undefined || max <= min) return false;
  const graded = max === min + 1 && GRADED.test(read.text.slice(Math.max(0, start - GRADE_CHARS), start).normalize("NFC"));
  // `có 3-4 con/ký 500k/ký, có 6-7 con 400k/ký`: with its own price.
  const price = nextFrom(read.amounts, end);
  if (!graded && !(isMoney(price?.unit) && /^(?: giá| gia|:)? $/iu.test(read.text.slice(end, price?.start)))) return false;
  const counted = read.tokens[tokenAt(read, end) - 1]?.plain ?? "";
  const from = Math.max(sentenceAt(read, start).start, start - SAME_KILO_CHARS);
  return read.amounts.slice(indexFrom(read.amounts, from), indexFrom(read.amounts, start)).some(
    (other) =>
      other.dimension === "count" &&
      other.per === "kg" &&
      foldText(other.quote)
        .split(/[\s/]+/u)
        .includes(counted),
  );
}
const GRADED = /(?<!\p{L})(?:loại|loai|hàng|hang|cỡ|size|lứa)\s+\p{L}+\s+$/iu;
const GRADE_CHARS = 20;
const SAME_KILO_CHARS = 120;

/** `em co 5 ky cam`: `có` without its mark, and no `cỡ`. */
function isHas(read: SourceText, hit: CueHit): boolean {
  return read.tokens[hit.from]?.text === "co" && cueBefore(read, hit, ["who"], { words: 0 })?.next === hit.from;
}

/** `3-4 lạng giá 480k/kg`: a kilo has the price, so the weight is a piece's. */
function isPricedByWeight(read: SourceText, mention: AmountMention): boolean {
  const price = nextFrom(read.amounts, mention.end);
  if (price?.unit !== "VND" || price.per !== "kg" || mention.max === mention.min || price.start - mention.end > 8) return false;
  return /^\s*(?:giá|gia|là|la|:|=|-)?\s*$/iu.test(read.text.slice(mention.end, price.start));
}

/** `5-7 con/lạng`, `mười con một lạng` */
const PER_LANG = /^\s*(?:\/\s*1?|một|mot|mỗi|moi)\s*(?:lạng|lang)(?!\p{L})/iu;
const EACH_PIECE = /^\s*(?:\/|một|mot|mỗi|moi|1)\s*(?:con|củ|cu|cái|cai|bắp|bap|bông|bong|búp|cuốn|chiếc|tổ|bánh|viên)(?!\p{L})/iu;

/** The fruit, bulb or animal right before, across `to`, `nặng`, `khoảng`. */
function pieceBefore(read: SourceText, mention: AmountMention): CueHit | undefined {
  let at = tokenAt(read, mention.start);
  for (let word = hitTo(read, "piece-words", at); word !== undefined; word = hitTo(read, "piece-words", at)) at = word.from;
  const piece = hitOver(read, "sex", at - 1) ?? hitOver(read, "piece", at - 1);
  if (piece === undefined || piece.start < clauseAt(read, mention.start).start) return undefined;
  return isLeft(read, piece) && !isLight(mention) ? undefined : piece;
}

/** `con 3 lạng tới nửa ký`, `con 1,5-2,3kg`: so heavy is one of them, whatever the marks. */
export function isLight({ unit, min, max }: AmountMention): boolean {
  const weighed = min < PIECE_KG_LIGHT || (max <= PIECE_KG_MAX && !(Number.isInteger(min) && Number.isInteger(max)));
  return max > min && (unit === "g" || (unit === "kg" && weighed));
}
const PIECE_KG_LIGHT = 0.5;

/** A lone `con` without marks around it is `còn`. */
function isLeft(read: SourceText, { from, next }: CueHit): boolean {
  const token = read.tokens[from];
  return next === from + 1 && token?.text === "con" && token.bare;
}

function perOf(read: SourceText, piece: CueHit): Unit | undefined {
  const word = read.tokens[piece.next - 1]?.plain;
  if (word === "chum") return "bunch";
  return word === "trai" || word === "qua" ? "fruit" : undefined;
}

function lengthOf(read: SourceText, mention: AmountMention): Draft | undefined {
  const side = /\d+(?:[.,]\d+)?\s*[x×*]\s*$/iu.exec(read.text.slice(Math.max(0, mention.start - 10), mention.start));
  const cue = cueBefore(read, mention, ["not-goods", "long"], { words: 0 });
  const long = cue?.cue === "long" && cueBefore(read, cue, ["not-goods"], { words: 0 })?.next !== cue.from;
  const goods = long || (cue === undefined && cueBefore(read, mention, ["piece"], { words: 1 }) !== undefined);
  if (mention.min >= HIGH_CM_MIN && /^cao$/.test(read.tokens[(cue?.next ?? 0) - 1]?.plain ?? "")) return undefined;
  const goodsBefore = lastBefore(read.products, mention.start);
  const product = goodsBefore !== undefined && read.text.slice(goodsBefore.end, mention.start).trim() === "";
  if (isSecondSide(read, mention)) return undefined;
  const second = nextFrom(read.amounts, mention.end);
  const priced = isMoney(second?.unit) && IN_CM.test(mention.quote) && TO_PRICE.test(read.text.slice(mention.end, second?.start));
  const other = second !== undefined && isSecondSide(read, second) ? second : undefined;
  if (
    side === null &&
    !goods &&
    !product &&
    !(priced && cue === undefined) &&
    !isShaped(read, mention) &&
    mention.unit !== "mm" &&
    (other === undefined || cue?.cue === "not-goods")
  )
    return undefined;
  // Two sides have no one amount: `khổ 1m6x2m`.
  const whole = { ...mention, end: other?.end ?? mention.end };
  return draftOf("size", whole, mention.start - (side?.[0].length ?? 0), side === null && other === undefined ? amountOf(mention) : {});
}

/** `25cm 60k, 35cm giá 95k`; a metre has its price by the metre. */
const IN_CM = /(?:cm|ph[aâ]n)$/iu;
const TO_PRICE = /^\s*(?:giá|gia|thì|thi|là|la|:|=|-)?\s*$/iu;

/** `khăn vuông 90cm`, `đĩa tròn 18cm`, "30 cm round": the shape is of goods; a pond's or a field's is wider. */
function isShaped({ text }: SourceText, { start, end, max }: AmountMention): boolean {
  if (max > SHAPED_CM_MAX) return false;
  return (
    SHAPED_BEHIND.test(text.slice(end, end + 16)) ||
    /(?<!\p{L})(?<!m[eé]t )(?:tr[oò]n|vu[oô]ng|oval)\s+$/iu.test(text.slice(Math.max(0, start - 10), start).normalize("NFC"))
  );
}
const SHAPED_BEHIND = /^\s(?:round|square|oval|wide|long|tall|across|in (?:diameter|length|width|height))(?!\p{L})/iu;
const SHAPED_CM_MAX = 300;

/** A field lies so high; nothing that is sold stands as tall. */
const HIGH_CM_MIN = 5_000;

/** The `2m` of `1m6 x 2m`. */
function isSecondSide(read: SourceText, mention: AmountMention): boolean {
  const first = lastBefore(read.amounts, mention.start);
  return (
    mention.dimension === "length" && first?.dimension === "length" && /^\s*[x×*]\s*$/iu.test(read.text.slice(first.end, mention.start))
  );
}

function draftOf(kind: Draft["kind"], mention: AmountMention, start: number, rest: Partial<Draft>): Draft {
  return { kind, start, end: mention.end, ...rest };
}
