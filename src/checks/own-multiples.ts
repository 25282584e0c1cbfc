import { agrees, baseOf } from "#facts/agree-amounts.ts";
import { lightText } from "#facts/fold.ts";
import { overlaps, said, type Span } from "#facts/said.ts";
import type { Told } from "./ground.ts";

/** So near the two amounts are told, before the words or behind them. */
const NEAR = 60;
const EXACT = 1e-6;
const TIMES: readonly { words: RegExp; times: number }[] = [
  { words: /gấp (?:đôi|hai|2)|twice|double|(?<!\d)[2２二]倍/u, times: 2 },
  { words: /gấp rưỡi|(?<!\d)1[.．]5倍/u, times: 1.5 },
  { words: /gấp (?:ba|3)|three times|(?<!\d)[3３三]倍/u, times: 3 },
  { words: /gấp (?:bốn|4)|four times|(?<!\d)[4４四]倍/u, times: 4 },
  { words: /gấp (?:năm|5)|five times|(?<!\d)[5５五]倍/u, times: 5 },
];

/** Taste and worth have no amount that could be twice another. */
const QUALITY =
  /(?:ngon|ngọt|thơm|tốt|đẹp|giòn|dẻo|béo|bùi|đậm|tươi|sạch|rẻ|bổ|chất lượng|hời|đáng tiền)(?:\s\p{L}+)?\s*gấp|as (?:good|sweet|fresh|fragrant|crisp|tasty|rich|cheap|juicy|tender)|倍(?:の|も|以上に?)?(?:甘|おい|美味|うま|旨|濃|香|新鮮|お得|価値)/u;
/** 2倍でお返しします of the notes' `đền gấp đôi`. */
const PAID_BACK = /倍(?:に|で|の金額|を)?[^。、]{0,6}(?:返|弁償|補償)/u;
const TWICE_BACK = said("(?:đền|trả|bồi thường|hoàn)(?: \\p{L}+){0,2} (?:gấp )?(?:đôi|hai)");
/** Half the price of the notes' `thuê tính nửa giá`. */
const HALF_PRICE = /half (?:of )?(?:the|its|that) (?:full )?price(?! (?:of|at|in|you|else))/u;
const OWN_HALF = said("nửa giá");
const WORD_BEFORE = 20;
const WORD_AFTER = 8;

/** "The pack twice that size, 400 g" beside the one of 200 g: the grower's own packs are compared, and the sum is right. */
export function isOwnMultiple({ text, amounts, ground }: Told, { start, end }: Span): boolean {
  const from = Math.max(0, start - WORD_BEFORE);
  const around = lightText(text.slice(from, end + WORD_AFTER));
  const times = TIMES.find(({ words }) => {
    const match = words.exec(around);
    return match !== null && overlaps({ start: from + match.index, end: from + match.index + match[0].length }, { start, end });
  })?.times;
  if (HALF_PRICE.test(around) && ground.notes.search(OWN_HALF) !== -1) return true;
  if (times === undefined || QUALITY.test(around)) return false;
  if (PAID_BACK.test(around) && ground.notes.search(TWICE_BACK) !== -1) return times === 2;
  const near = amounts.filter(
    (amount) =>
      (amount.end <= start ? start - amount.end : amount.start - end) <= NEAR &&
      amount.min === amount.max &&
      !overlaps(amount, { start, end }) &&
      ground.amounts.some((held) => agrees(amount, held)),
  );
  return near.some((small) =>
    near.some(
      (large) =>
        small.dimension === large.dimension &&
        Math.abs(baseOf(large, large.min) - times * baseOf(small, small.min)) <= EXACT * baseOf(large, large.min),
    ),
  );
}

/** "Some batches turn out better than others": among the grower's own. */
export function isAmongOwn({ text, language }: Told, { start, end }: Span): boolean {
  if (language !== "en" || !/^ others(?!\p{L})/iu.test(text.slice(end, end + WORD_AFTER))) return false;
  return SOME_OF_OURS.test(lightText(text.slice(Math.max(0, start - NEAR), start)));
}
const SOME_OF_OURS = /(?<!\p{L})(?:some|one|a few)(?: (?!people|farms?|sellers?|shops?|others)\p{L}+){0,6} $/u;
