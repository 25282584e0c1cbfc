import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import { eitherBare } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { sentencesOf, type Found, type Ground, type Told } from "./ground.ts";
import { isPriceDifference } from "./price-differences.ts";
import { comesOff } from "./reductions.ts";
import { isWorkedOut, MONEY } from "./worked-out.ts";

/** What comes off told as what goods cost, and what they cost told as what comes off: `bớt 20k/bao` is no sack for 20,000. */
export function checkReductions(told: Told): Found[] {
  const { amounts, ground, language, text, say } = told;
  const off = sumsOff(ground);
  return amounts.flatMap((amount): Found[] => {
    const { start, end, quote, dimension, min, max } = amount;
    if (!MONEY.has(dimension) || min !== max) return [];
    const before = text.slice(Math.max(0, start - REACH), start);
    const after = text.slice(end, end + REACH);
    const isOff = COMES_OFF[language].before.test(before) || COMES_OFF[language].after.test(after);
    if (!isOff && !(off.some((sum) => sum.min === min) && isPrice(told, amount, before, after))) return [];
    const same = innermost(ground.amounts.filter((held) => agrees({ ...amount, per: undefined }, { ...held, per: undefined })));
    const isTrue = isOff
      ? same.some((held) => MAYBE_OFF.test(ground.notes.slice(Math.max(0, held.start - REACH), held.start)))
      : same.some((held) => !comesOff(held, ground.notes));
    const instead = isTrue ? undefined : same[0];
    if (instead === undefined || isPriceDifference(amount, told) || isWorkedOut(amount, told)) return [];
    return [{ kind: "number", start, end, message: say("numberSwapped", { quote, held: instead.quote.trim() }) }];
  });
}

const known = new WeakMap<Ground["bound"], readonly AmountMention[]>();
/** What the notes take off a price. */
function sumsOff({ bound, amounts, notes }: Ground): readonly AmountMention[] {
  const sums = known.get(bound) ?? amounts.filter((one) => MONEY.has(one.dimension) && comesOff(one, notes));
  known.set(bound, sums);
  return sums;
}

const REACH = 28;
const NOWHERE = /(?!)/u;

/** `lấy 8 bao trở lên bớt 15k/bao` is a fact's words, `15k/bao` the sum in them: what stands before that tells. */
function innermost(same: readonly AmountMention[]): AmountMention[] {
  return same.filter(({ start, end }) => !same.some((one) => one.start >= start && one.end <= end && one.end - one.start < end - start));
}

const OFF_WORDS = `${eitherBare("bớt|giảm|trừ|chiết khấu")}|ck|voucher`;
/** `rẻ hơn 80k` may be what it costs, or how much less. */
const MAYBE_OFF = new RegExp(
  `(?<!\\p{L})(?:${OFF_WORDS}|${eitherBare("rẻ hơn|hạ|tặng|hoàn|thưởng|lì xì|lời|lợi|chênh|hơn")})(?: (?!${eitherBare("còn|xuống|về|thành|tới|là|giá|bán")})\\p{L}+){0,2} ?$`,
  "u",
);

const COMES_OFF: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: { before: /(?<!\p{L})(?:giảm|bớt|trừ|rẻ hơn|chiết khấu)(?: (?:ngay|thẳng|thêm|luôn|được|tới|hẳn))? $/iu, after: NOWHERE },
  en: {
    before: /(?<!\p{L})(?:discount of|(?:cheaper|less|lower) by|saves? you|knocks? off)(?: just| only| about)? $/iu,
    after: /^(?: (?:per|an?|each|every) \p{L}+)? (?:off|cheaper|discount)(?!\p{L})/iu,
  },
  ja: { before: NOWHERE, after: /^(?:ずつ|ほど)?(?:引き|割引|お?安く|オフ)/iu },
};

/** Told as what they cost, in a sentence that speaks of nothing less. */
function isPrice({ text, language }: Told, { start }: AmountMention, before: string, after: string): boolean {
  const { to, toBehind, at, behind } = PRICED[language];
  if (to.test(before) || toBehind.test(after)) return true;
  if (!at.test(before) && !behind.test(after)) return false;
  const sentence = sentencesOf(text).find((one) => one.start <= start && start < one.end);
  return sentence !== undefined && !LESS[language].test(lightText(text.slice(sentence.start, sentence.end)));
}
const PRICED: Record<Language, { to: RegExp; toBehind: RegExp; at: RegExp; behind: RegExp }> = {
  vi: {
    to: /(?<!\p{L})(?:giảm|bớt|hạ) (?:xuống |giá )?còn (?:chỉ )?$/iu,
    toBehind: NOWHERE,
    at: /(?<!\p{L})(?:giá|còn|tính|bán|chỉ)(?: chỉ| còn| là)? $/iu,
    behind: NOWHERE,
  },
  en: {
    to: /(?<!\p{L})(?:reduced|down|drops?|falls?|cut|comes?)(?: \p{L}+){0,3} to (?:only |just )?$/iu,
    toBehind: NOWHERE,
    at: /(?<!\p{L})(?:is|are|costs?|priced at|at|pay|for|just|only)(?: only| just)? $/iu,
    behind: NOWHERE,
  },
  ja: {
    to: NOWHERE,
    toBehind: /^(?:に|まで)(?:値下げ|値引|割引|下が|お?安くな)/iu,
    at: NOWHERE,
    behind: /^(?:です|でお|で販売|で[。、]|。)/iu,
  },
};
const LESS: Record<Language, RegExp> = {
  vi: /giảm|bớt|trừ|rẻ|chiết khấu|ưu đãi|tặng|hoàn|thưởng|tiết kiệm|lì xì|voucher|quà|khuyến/u,
  en: /(?<!\p{L})(?:off|less|cheap|discount|sav|reduc|knock|minus|deduct|lower|drop|cut|rebate|back|below|under|gift|voucher|bonus|refund|down|come)/u,
  ja: /引|割|安|値下|オフ|得|サービス|還元|返|券|贈|プレゼント|進呈/u,
};
