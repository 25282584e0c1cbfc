import { lightText } from "#facts/fold.ts";
import { once } from "#facts/once.ts";
import type { AmountMention } from "#facts/amounts.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, ReadText, Told } from "./ground.ts";

const PARTS = ["start", "middle", "end"] as const;
type Part = (typeof PARTS)[number];

/** 5月上旬, "late May" of the notes' `giữa tháng 5`, where they tell every May of theirs by its part. */
export function strangeMonthParts(told: Told): Found[] {
  const { ground, language, say } = told;
  const held = once(() => partsIn({ text: ground.notes, amounts: ground.amounts }, "vi"));
  return partsIn(told, language).flatMap(({ month, part, start, end }): Found[] => {
    if (part === undefined) return [];
    const own = held().filter((one) => one.month.min === month.min);
    const [first] = own;
    const isDated = ground.amounts.some(
      (one) => one.dimension === "calendar-date" && Math.floor(one.min / 100) === month.min && isInPart(one.min % 100, part),
    );
    if (first === undefined || isDated || own.some((one) => one.part === undefined || one.part === part)) return [];
    const [quote, heldQuote] = [told.text.slice(start, end), ground.notes.slice(first.start, first.end)];
    return [{ kind: "number", start, end, message: say("numberSwapped", { quote, held: heldQuote }) }];
  });
}

function isInPart(day: number, part: Part): boolean {
  const { from, to } = DAYS[part];
  return from <= day && day <= to;
}
/** Loosely: the tenth is of either part. */
const DAYS: Record<Part, { from: number; to: number }> = {
  start: { from: 1, to: 12 },
  middle: { from: 9, to: 21 },
  end: { from: 19, to: 31 },
};

type MonthPart = { month: AmountMention; part?: Part; start: number; end: number };

function partsIn({ text, amounts }: Pick<ReadText, "text" | "amounts">, language: Language): MonthPart[] {
  return amounts.flatMap((month): MonthPart[] => {
    if (month.dimension !== "calendar-month") return [];
    const { start, end } = month;
    const isBehind = language === "ja";
    const beside = lightText(isBehind ? text.slice(end, end + REACH) : text.slice(Math.max(0, start - REACH), start));
    for (const part of PARTS) {
      const length = WORDS[language][part].exec(beside)?.[0].length;
      if (length !== undefined) return [{ month, part, start: isBehind ? start : start - length, end: isBehind ? end + length : end }];
    }
    return [{ month, start, end }];
  });
}
const REACH = 14;
const WORDS: Record<Language, Record<Part, RegExp>> = {
  vi: {
    start: /(?<!\p{L})(?:đầu|dau) $/u,
    middle: /(?<!\p{L})(?:giữa|giua|rằm|ram) $/u,
    end: /(?<!\p{L})(?:cuối|cuoi|hết|het) $/u,
  },
  en: {
    start: /(?<!\p{L})(?:early[ -]|(?:start|beginning) of )(?:the )?$/u,
    middle: /(?<!\p{L})(?:mid[ -]|middle of )(?:the )?$/u,
    end: /(?<!\p{L})(?:late[ -]|end of )(?:the )?$/u,
  },
  ja: {
    start: /^(?:の)?(?:上旬|初旬|初め|始め|はじめ|頭|あたま)/u,
    middle: /^(?:の)?(?:中旬|半ば|なかば|中頃|中ごろ|真ん中)/u,
    end: /^(?:の)?(?:下旬|末|終わり|おわり|いっぱい)/u,
  },
};
