import type { AmountMention } from "#facts/amounts.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, ReadText, Told } from "./ground.ts";

type Range = { from: AmountMention; to: AmountMention };

const BETWEEN: Record<Language, RegExp> = {
  vi: /^ ?(?:(?:sáng|chiều|tối|sang|chieu|toi) )?(?:đến|tới|den|toi|qua|sang|-|–|~|→) ?(?:hết |het |giữa |cuối |đầu |tầm )?$/iu,
  en: /^ ?(?:(?:in the \p{L}+|a\.?m\.?|p\.?m\.?) )?(?:to|until|till|through|-|–) ?(?:the end of |mid[- ]|early |late )?$/iu,
  ja: /^(?:頃|ごろ|上旬|中旬|下旬)?(?:から|〜|～|-|–)(?:翌年?)?(?:午前|午後|朝|夕方|夜)?$/u,
};

/** "From August to May" of the notes' `tháng 5 tới tháng 8`: their months, hours or days, the last told first, or one for another's end. */
export function turnedRanges(told: Told): Found[] {
  const { ground, language, say } = told;
  const all = rangesIn(told, language);
  if (all.length === 0) return [];
  const held = ground.ranges;
  return all.flatMap((range): Found[] => {
    if (isSame(range.from, range.to) || held.some((one) => isSame(one.from, range.from) && isSame(one.to, range.to))) return [];
    const turned = held.find((one) => isSame(one.from, range.to) && isSame(one.to, range.from)) ?? mixedUp(range, held);
    if (turned === undefined) return [];
    const { start, end, quote } = range.from;
    return [{ kind: "number", start, end, message: say("numberSwapped", { quote, held: turned.from.quote.trim() }) }];
  });
}

/** "From June to November" of `tháng 6 đến tháng 8` and `tháng 11 đến tháng 2`: where one begins no other ends. */
function mixedUp({ from, to }: Range, held: readonly Range[]): Range | undefined {
  const begins = (time: AmountMention) => held.find((one) => isSame(one.from, time));
  const ends = (time: AmountMention) => held.find((one) => isSame(one.to, time));
  const [first, last] = [begins(from), ends(to)];
  // From the end of one to the beginning of the other is the time between.
  if (first === undefined && last === undefined) return undefined;
  if (first !== undefined && last === undefined) return begins(to) === undefined ? undefined : first;
  return first === undefined && ends(from) !== undefined ? last : undefined;
}

export function rangesIn({ text, amounts }: Pick<ReadText, "text" | "amounts">, language: Language): Range[] {
  return amounts.flatMap((from, index): Range[] => {
    const to = amounts[index + 1];
    if (to?.dimension !== from.dimension || !isTimed(from) || to.start - from.end > REACH) return [];
    return BETWEEN[language].test(text.slice(from.end, to.start)) ? [{ from, to }] : [];
  });
}
const REACH = 24;

function isTimed({ dimension }: AmountMention): boolean {
  return dimension === "clock" || dimension === "calendar-month" || dimension === "calendar-date";
}

/** Three in the afternoon is 15h. */
function isSame(left: AmountMention, right: AmountMention): boolean {
  if (left.dimension !== right.dimension) return false;
  return left.dimension === "clock" ? left.min % 12 === right.min % 12 : left.min === right.min && left.max === right.max;
}
