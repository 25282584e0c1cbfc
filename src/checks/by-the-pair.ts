import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import type { Told } from "./ground.ts";

/** "45,000 VND per egg" of the notes' `chục 45k`; "pairs are 90,000 VND each" are of pairs. */
export function isByPiece({ each, per, quote, start, end }: AmountMention, text: string): boolean {
  const before = text.slice(Math.max(0, start - PAIR_WORDS), start);
  return (
    (each === true || per === "fruit" || A_THING.test(text.slice(end, end + PAIR_WORDS)) || EACH_THING.test(before)) &&
    !PAIRED.test(quote) &&
    !PAIRS_BEFORE.test(before)
  );
}
/** "25,000 VND a stem". */
const A_THING =
  /^ (?:an?|per|each) (?!pairs?|couple|set|box|bunch|pack|bag|tray|stack|dozen|ten|hundred|kilo|kg|gram|lit|met|night|day|week|month|year|person|head|trip|lot|time|(?:\p{L}|-)+ (?:pairs?|set|box|dozen))\p{L}+/iu;
/** `mỗi chậu giá 280.000đ`, "each stool is 900,000 VND" */
const EACH_THING =
  /(?<!\p{L})(?:mỗi (?!cặp|đôi|bộ|chục|ký|cân|lít|mét|thùng|hộp|túi|bao|gói|tá|vỉ|khay|người|tháng|lần)\p{L}+ (?:chỉ |có )?(?:giá |là )?|each (?!pair|couple|set|box|bunch|pack|bag|tray|stack|dozen|kilo|lit|met|person)\p{L}+ (?:is|costs) )$/iu;
const PAIRED = /cặp|cap|đôi|doi|pair|対|組|膳|ペア|セット/iu;
const PAIRS_BEFORE = /(?:cặp|cap|đôi|doi|pair|対|組|膳|ペア|セット)[^,;.、。]*$/iu;
const PAIR_WORDS = 24;

export function isByTheDozen(price: AmountMention, { amounts }: Told["ground"]): boolean {
  return (
    price.per === undefined &&
    price.dimension !== "count" &&
    amounts.some(({ dimension, min, start, end }) => {
      return dimension === "count" && min > 1 && start === price.start && end === price.end;
    })
  );
}

/** 1枚35万ドン of the notes' `350k/đôi`, `cặp đẹp 350k`: one of two. */
export function isByThePair({ dimension, quote, start, end }: AmountMention, { notes }: Told["ground"]): boolean {
  if (dimension !== "VND") return false;
  return (
    BY_THE_PAIR.test(lightText(quote)) ||
    BY_THE_PAIR.test(notes.slice(end, end + PAIR_REACH)) ||
    PAIR_BEFORE.test(notes.slice(Math.max(0, start - SIZED_PAIR), start))
  );
}
/** Not the next price's pair: `110k/cặp 210k`, `60k/cái 110k/cặp`. */
const BY_THE_PAIR =
  /^(?:\d[\d.,]*(?: ?(?:tr|củ|k)\d{1,3})?)?[^\d,;.\n]*?(?:\/ ?|(?<!\p{L})(?:một|mot|mỗi|moi|1) )(?:đôi|doi|cặp|cap)(?!\p{L}| ?\d)/iu;
const PAIR_REACH = 10;
/** `cặp chậu tán rộng nửa mét 300k`: how big they are stands between. */
const SIZED_PAIR = 48;
const PAIR_BEFORE =
  /(?:^|[,;:.(/\n]\s*|(?<!\d)\s|(?<!\d)(?:1|một|mot) )(?:(?:cặp|đôi)|(?<=[,;:.(/\n]\s*(?:(?:1|mot) )?)(?:cap|doi))(?: (?!con|cái|chiếc|quả|trái|lẻ)\p{L}+){0,2}(?:(?: (?!con|cái|chiếc|quả|trái|lẻ)\p{L}+){0,3} \d[\d.,]*(?:[-–x]\d+)? ?(?:[cm]?m|phân|phan|kg|k[ýy]|g|l[íi]t|l))?[ :]*$/iu;

/** "The pair is 120,000", `120.000đ một đôi`, 1足12万ドン: where the notes price pairs, one of those. */
export function isOfAPair({ dimension, quote, start, end }: AmountMention, text: string): boolean {
  const before = text.slice(Math.max(0, start - PAIR_WORDS), start);
  return (
    dimension === "VND" &&
    (PAIR_AFTER.test(quote + (/^[^,;.]*/u.exec(text.slice(end, end + PAIR_REACH))?.[0] ?? "")) || PAIR_TOLD.test(before))
  );
}
/** The notes price something else by the pair; or they know of no pair, of nothing that comes in pairs, and of no two. */
export function tellsPairs(ground: Told["ground"]): boolean {
  if (ground.amounts.some((one) => isByThePair(one, ground))) return true;
  const two = ground.amounts.some(({ dimension, min, max }) => dimension === "count" && min === 2 && max === 2);
  return !two && ground.notes.search(IN_PAIRS) === -1;
}
const IN_PAIRS = said(
  "cặp|đôi|bộ|set|pairs?|dép|giày|guốc|hài|tất|vớ|găng|đũa|bông tai|hoa tai|khuyên|gà|chim|vịt|bồ câu|lồng đèn|loa|cua|gối",
);
const PAIR_AFTER =
  /(?:\/ ?|(?:một|mỗi) )(?:cặp|đôi)(?!\p{L})|(?<=[\p{L}₫])(?<!(?:each|apiece)?,? (?:or|and)) (?:a|per|for (?:a|the|each)) pair/iu;
/** 40枚1組 is a stack of forty. */
const PAIR_TOLD =
  /(?:(?:một|mỗi) (?:cặp|đôi)|(?<!\p{L})(?:a|the|each|per)(?: [\p{L}-]+){0,3} pair(?!s)|[1１一](?:足|対|膳)|(?<![枚個本袋包缶匹尾羽瓶りの])[1１一]組)[^\d,;.、。]*$/iu;
