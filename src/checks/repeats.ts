import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Ground, Told } from "./ground.ts";

const WORDS_VI = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const KANJI = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const BARE_VI = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];
const COUNT_VI = String.raw`(?<times>\d{1,2}|${WORDS_VI.slice(1).join("|")})`;
const COUNT_JA = String.raw`(?<times>\d{1,2}|[${KANJI.slice(1).join("")}])`;
/** `48度のお湯` is how hot, `3度` how often. */
const NO_DEGREE = String.raw`(?<!\d\d)`;
const WORK_VI =
  "ướp|rang|sao|lọc|phơi|sấy|ngâm|rửa|sàng|đảo|nhuộm|sơn|xát|chưng|cất|ủ|hấp|xay|vò|giã|luộc|nấu|muối|nung|mài|đánh|quết|tráng|nhúng|xông";
const WORK_JA = "ろ過|濾|こし|焙煎|焙|煎|炒|干し|乾燥|洗|染め|染|塗り|塗|蒸し|蒸|漬け|漬|発酵|香り付け|着香|薫|練|ふるい|磨|焼|ゆで|煮|挽";

/** How often a work is done to the goods. English says it in a number that is read as any other. */
const REPEATS: Partial<Record<Language, RegExp>> = {
  vi: new RegExp(
    String.raw`(?=${WORK_VI})(?<!\p{L}|(?:tuần|tháng|ngày|năm)(?: \p{L}+){0,2} )(?:${WORK_VI})(?: (?!${WORDS_VI.join("|")})\p{L}+){0,3} ${COUNT_VI} (?:lần|lượt)(?!\p{L}| (?:nữa|nước|\/|mỗi|một))`,
    "gu",
  ),
  ja: new RegExp(
    String.raw`(?:${WORK_JA})[^\s、。\d]{0,6}?${COUNT_JA}(?:回|${NO_DEGREE}度|遍)(?!目|数|／|\/)|(?<![毎日週月年に]|[月火水木金土日]の)(?<=^|[^\d])${COUNT_JA.replace("times", "before")}(?:回|${NO_DEGREE}度|遍)(?:の|も|ずつ)?(?:${WORK_JA})`,
    "gu",
  ),
};
const HELD = countsOf("lan|luot|nuoc|dot|bua|ngay|nang|lop|buoc|cong doan");

/** Most texts count no times. */
const MAY_REPEAT = /lần|lượt|[回度遍]/u;

/** `ướp bảy lần`, 七回焙煎 of the notes' five: another count of the same sort of work than they tell. */
export function strangeRepeats({ light, language, ground, say }: Told): Found[] {
  const pattern = REPEATS[language];
  if (pattern === undefined || !MAY_REPEAT.test(light.text)) return [];
  const told = [...light.text.matchAll(pattern)];
  if (told.length === 0) return [];
  const held = heldRepeats(ground);
  return told
    .filter(({ groups }) => !held.has(timesOf(groups?.["times"] ?? groups?.["before"] ?? "")))
    .map(({ index, 0: { length } }) => {
      const { start, end, quote } = light.span(index, index + length);
      return { kind: "number", start, end, message: say("number", { quote }) };
    });
}

/** "Twice" and 2回 of the notes' `sao hai lần`, which says no amount. */
export function isHeldRepeat({ max, end }: AmountMention, { text, language, ground }: Told): boolean {
  return TIMES[language]?.test(text.slice(end, end + 8)) === true && heldRepeats(ground).has(max);
}
const TIMES: Partial<Record<Language, RegExp>> = { vi: /^ (?:lần|lượt)(?!\p{L})/u, en: /^ times(?!\p{L})/u, ja: /^(?:回|度|遍)/u };

function heldRepeats(ground: Ground): ReadonlySet<number> {
  return countsIn(ground, HELD);
}

/** Counts of these bare words, in digits or in words: `2 lan`, `bay dot`. */
export function countsOf(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d])(\d{1,2}|${BARE_VI.join("|")}) (?:${words})(?!\p{L})`, "gu");
}

export function countsIn({ bareNotes }: Ground, counts: RegExp): ReadonlySet<number> {
  return new Set([...bareNotes.matchAll(counts)].map(([, times = ""]) => timesOf(times)));
}

function timesOf(said: string): number {
  const word = lightText(said);
  for (const words of [WORDS_VI, BARE_VI, KANJI]) if (words.includes(word)) return words.indexOf(word) + 1;
  return Number(word);
}
