import type { AmountMention } from "./amounts.ts";
import type { Cue } from "./cues.ts";
import { hitOver, tokenAt } from "./nearest-cue.ts";
import type { Holder } from "./read-packs.ts";
import { isMoney, type SourceText } from "./source-text.ts";
import { indexFrom, nextFrom } from "./spans.ts";

/** What holds pieces though it is no unit of the contract. */
export const HOLDS_PIECES = /^(?:ong|gio|ro|thung|can xe|sot|xo|mam|luoi|combo|set)(?!\p{L})/u;

/** `hộp 6 bánh 360g`, `bịch 5 cái 400g`: so many of a kind without a unit, then what they weigh together. */
export function weighedThings(read: SourceText, holder: Holder): AmountMention | undefined {
  const from = indexFrom(read.amounts, holder.end);
  const [things, weight] = read.amounts.slice(from, from + 2);
  const counted = things?.dimension === "count" && things.unit === undefined && things.per === undefined;
  if (
    things === undefined ||
    !(counted || things.dimension === "none") ||
    things.min < 2 ||
    tokenAt(read, things.start) !== holder.next ||
    weight === undefined
  )
    return undefined;
  if ((weight.dimension !== "mass" && weight.dimension !== "volume") || weight.per !== undefined || holder.unit === undefined)
    return undefined;
  const first = tokenAt(read, things.end);
  // `hộp 10 cái 5g`: what one weighs.
  if (counted) return first === tokenAt(read, weight.start) && weight.min / things.min >= PIECE_MIN ? weight : undefined;
  return nameThings(read, read.tokens.slice(first, tokenAt(read, weight.start)), first) ? weight : undefined;
}

/** `6 cái/hộp 480g`: so many to a box, then what they weigh together. */
export function weighedPer({ text, amounts }: SourceText, things: AmountMention): AmountMention | undefined {
  const weight = nextFrom(amounts, things.end);
  if (things.dimension !== "count" || things.unit !== undefined || weight === undefined || weight.per !== undefined) return undefined;
  if (weight.dimension !== "mass" && weight.dimension !== "volume") return undefined;
  return text.slice(things.end, weight.start).trim() === "" && weight.min / things.max >= PIECE_MIN ? weight : undefined;
}

/** In grams or millilitres; a kilo of ten is a hundred each. */
const PIECE_MIN = 15;

/** `hộp 40 nụ 55k`, `túi 10 nem giá 45k`: whatever is counted between the holder and its price fills it. */
export function thingsIn(read: SourceText, holder: Holder): { mention: AmountMention; end: number } | undefined {
  const mention = nextFrom(read.amounts, holder.end);
  if (mention === undefined || mention.dimension !== "none" || mention.min < 2 || tokenAt(read, mention.start) !== holder.next)
    return undefined;
  const price = nextFrom(read.amounts, mention.end);
  const piece = read.tokens[tokenAt(read, mention.end)];
  if (holder.unit === "bunch" && piece !== undefined && STEMS.has(piece.plain)) return { mention, end: piece.end };
  if (price === undefined || !isMoney(price.unit) || price.per !== undefined) return undefined;
  const from = tokenAt(read, mention.end);
  const words = read.tokens.slice(from, tokenAt(read, price.start));
  if (/^(?:giá|gia|là|lấy|lay|,|:|=|-)$/u.test(words.at(-1)?.text ?? "")) words.pop();
  const last = words.at(-1);
  return last !== undefined && nameThings(read, words, from) ? { mention, end: last.end } : undefined;
}

/** Bare of its marks a stem is also a soup: in a bunch it is counted. */
const STEMS = new Set(["canh", "bong", "hoa", "nhanh"]);

/** A few plain words from a token on, none of which tells of something else. */
function nameThings(read: SourceText, words: SourceText["tokens"], from: number): boolean {
  const says = words.some(({ kind }, index) => kind !== "word" || NO_THING.some((cue) => hitOver(read, cue, from + index) !== undefined));
  return words.length > 0 && words.length <= THING_WORDS_MAX && !says;
}
/** `bánh xà bông` */
const THING_WORDS_MAX = 3;

/** Words after which an amount tells something else than what fills the holder. */
export const SAYS_MORE: readonly Cue[] = [
  "turn",
  "from",
  "buying",
  "left",
  "gone",
  "fee",
  "piece",
  "keep",
  "sent",
  "below",
  "free-from",
  "holder",
  "weight",
  "least",
];

const NO_THING: readonly Cue[] = [...SAYS_MORE.filter((cue) => cue !== "piece"), "priced"];

/** `60 kg jute bags`, as exporters write it. */
export const MADE_OF =
  /^[\s-]*(?:(?:jute|grainpro|paper|kraft|plastic|poly|pp|pe|woven|vacuum|mesh|net|foam|gift|cardboard|zip|bulk)[\s-]+){0,2}$/iu;
