import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { overlaps, type Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, ReadText, Told } from "./ground.ts";

/** So much goes in, and so much comes out of it. */
export type Yield = { from: AmountMention; to: AmountMention; either?: boolean };

/** What stands between the two: `10kg tươi mới được 1kg khô` gives, `1 lít cần 12 trái` takes. */
const BETWEEN: Record<Language, { gives: RegExp; takes: RegExp }> = {
  vi: {
    gives:
      /(?:(?<!\p{L})(?:cho|ra|được|duoc|đc|dc|cho ra|làm ra|lam ra|còn|con|thành|thanh|ép ra|nấu ra)|=|→|->)(?: (?:có|co|chừng|khoảng|đúng))? ?$/iu,
    takes:
      /(?<!\p{L})(?:cần|can|tốn|ton|phải|phai|mất|mat|hết|het|bằng|dùng|dung|lấy từ|ép từ|nấu từ|làm từ|phải từ|tu|từ)(?: (?:tới|toi|đến|có|khoảng|chừng|hơn)){0,2} ?$/iu,
  },
  en: {
    gives:
      /(?<!\p{L})(?:to (?:make|get|give|yield|produce)|make|makes|give|gives|yield|yields|produce|produces|become|becomes|for every|go into|goes into|needed for|for each|for|press(?:es)? into|down to|we get)(?: (?:only|just|about|around|roughly))?(?: (?:one|an?|each|every))? $/iu,
    takes:
      /(?<!\p{L})(?:takes?|needs?|requires?|comes? from|is made from|are made from|uses?)(?: (?:about|around|roughly|some|up to))? $/iu,
  },
  ja: {
    gives: /(?:から|で)[^。、\d]{0,8}$/u,
    takes: /(?:に(?:は|つき)?|を?(?:作る|つくる|得る|搾る|とる)(?:の)?(?:に|には))[^。、\d]{0,10}$/u,
  },
};
const REACH = 48;
const AMOUNTS_MAX = 40;
const MEASURED = new Set(["mass", "volume", "count", "none"]);

/** Twelve coconuts to a litre told as ten, or as twelve to a bottle: another measure than the notes have it come to. */
export function strangeYields(told: Told): Found[] {
  const all = yieldsIn(told, told.language);
  if (all.length === 0) return [];
  const held = told.ground.yields;
  return all.flatMap((one): Found[] => {
    const wrong = wrongIn(one, held);
    if (wrong === undefined) return [];
    const { start, end, quote } = wrong.told;
    // What they never say is found already.
    if (!told.ground.amounts.some((other) => agrees(wrong.told, other))) return [];
    return [{ kind: "number", start, end, message: told.say("numberSwapped", { quote, held: wrong.held.quote.trim() }) }];
  });
}

function wrongIn({ from, to, either }: Yield, held: readonly Yield[]): { told: AmountMention; held: AmountMention } | undefined {
  if (held.some((one) => agrees(from, one.from) && agrees(to, one.to))) return undefined;
  const turned = held.find((one) => agrees(from, one.to) && agrees(to, one.from));
  if (turned !== undefined && either === true) return undefined;
  if (turned !== undefined) return { told: from, held: turned.from };
  const otherEnd = held.find((one) => agrees(from, one.from) && isLike(one.to, to));
  if (otherEnd !== undefined) return { told: to, held: otherEnd.to };
  const otherStart = held.find((one) => agrees(to, one.to) && isLike(one.from, from));
  return otherStart === undefined ? undefined : { told: from, held: otherStart.from };
}

/** A box is no kilo, and flowers are none; oil is told in either measure. */
function isLike(left: AmountMention, right: AmountMention): boolean {
  const counts = [left, right].filter(({ dimension }) => dimension === "count" || dimension === "none").length;
  return counts !== 1;
}

export function yieldsIn(read: Pick<ReadText, "text" | "amounts">, language: Language): Yield[] {
  if (read.amounts.length > AMOUNTS_MAX) return [];
  const { text } = read;
  const amounts = language === "en" ? withWholes(text, read.amounts) : read.amounts;
  const { gives, takes } = BETWEEN[language];
  // "One 250 ml bottle" is so much, once.
  const measured = amounts.filter(({ dimension, max }) => dimension !== "none" || max !== 1);
  return measured.flatMap((first, index): Yield[] => {
    const second = measured[index + 1];
    if (second === undefined || second.start - first.end > REACH || !isMeasured(first) || !isMeasured(second)) return [];
    const between = text.slice(first.end, second.start);
    // "A thousand flowers and five scentings to make a kilo": not of the last alone.
    if (APART.test(between) || AND.test(text.slice(Math.max(0, first.start - 6), first.start))) return [];
    if (gives.test(between))
      return [isOfFresh(between, text.slice(second.end)) ? { from: second, to: first } : { from: first, to: second }];
    if (!takes.test(between)) return [];
    // `3g dùng 150ml nước`: what is mixed comes of neither, either.
    if (language === "vi" && first.dimension !== second.dimension && USES.test(between)) return [];
    // 茶葉5グラムに湯150ミリリットル: what is mixed comes of neither.
    const either = language === "ja" && first.dimension !== second.dimension && MIXES.test(between);
    return [{ from: second, to: first, either }];
  });
}

const USES = /(?<!\p{L})d[ùu]ng(?!\p{L})/iu;
/** `1kg khô = 6kg tươi`: what is fresh goes in, on whichever side it stands. */
function isOfFresh(between: string, behind: string): boolean {
  return between.endsWith("= ") && FRESH.test(behind) && !FRESH.test(between);
}
const FRESH = /^ ?(?:\p{L}+ )?(?:tươi|tuoi)(?!\p{L})/iu;

const MIXES = /^の?に(?!は|つき)/u;

/** What thirty-five goats give in a day is no recipe. */
const APART = /[.,;!?。\n]|(?<!\p{L})(?:ngày|ngay|tuần|tháng|thang|năm|vụ|day|days|week|month|year|season)(?!\p{L})|[日週月年]/iu;

/** "A litre", "each kilo" are one of it. */
function withWholes(text: string, amounts: readonly AmountMention[]): readonly AmountMention[] {
  if (!WHOLES_MAY.test(text)) return amounts;
  const wholes = [...text.matchAll(WHOLES)].flatMap(({ index, 0: quote, groups }): AmountMention[] => {
    const span = { start: index, end: index + quote.length };
    if (amounts.some((other) => overlaps(other, span))) return [];
    const unit = groups?.["litre"] === undefined ? ("kg" as const) : ("l" as const);
    return [{ ...span, quote, min: 1, max: 1, unit, dimension: unit === "l" ? "volume" : "mass", spelled: true }];
  });
  return [...amounts, ...wholes].toSorted((left, right) => left.start - right.start);
}
const WHOLES_MAY = /lit(?:re|er)|kilo/iu;
const WHOLES = /(?<!\p{L})(?:an?|one|each|every)(?: (?:full|whole|single))? (?:(?<litre>lit(?:re|er))|kilo(?:gram)?)(?!\p{L})/giu;

const AND = /(?<!\p{L})(?:and|và|va|với|cùng) $|[とや、]$/iu;

function isMeasured({ dimension, per }: AmountMention): boolean {
  return MEASURED.has(dimension) && per === undefined;
}

/** `nhãn tươi được 1kg`: what stands behind comes out of it. */
export function comesOutOf(text: string, { end }: Span): boolean {
  return COMES_OUT.test(text.slice(end, end + OUT_REACH));
}
const COMES_OUT = /^ (?:(?:thì|thi|mới|moi|chỉ|chi) )*(?:được|duoc|đc|dc|ra|cho ra|thu) (?:chừng |khoảng |chung |khoang |có |co )?\d/iu;
const OUT_REACH = 24;
