import { agrees } from "#facts/agree-amounts.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

/** A superlative of size, and what may stand between it and how much that is; a place or anybody else's goods may not. */
const OF_SIZE: Record<Language, { quote: RegExp; between: RegExp }> = {
  vi: {
    quote: /^(?:to|lớn|nhỏ|bé|nặng|nhẹ|dài|ngắn) nhất$/iu,
    between: /^(?: (?:cũng|cỡ|chừng|khoảng|tầm|tới|đến|nặng|dài|đạt|là|được|lên|gần|hơn|có thể))* $/iu,
  },
  en: {
    quote: /^(?:the |our )?(?:biggest|largest|smallest|heaviest|longest|shortest)$/iu,
    between:
      /^(?: (?:ones?|fruits?|pieces?|size|box|bag|pack|case|weighs?|measures?|is|are|about|around|up|to|reach(?:es)?|at|comes?|in|holds?|of|only|just))* $/iu,
  },
  ja: {
    quote: /^(?:一番|いちばん|最も)$/u,
    between: /^(?:大き|小さ|重|軽|長|短)[いな](?:もの|の|サイズ|実|箱|袋)?[でがはも]?(?:約|およそ)?$/u,
  },
};
const REACH = 30;

/** "The biggest weigh 500 g" of the notes' `300-500g`: the grower's own goods among themselves, and as large as they are said to be. */
export function isOwnExtreme({ text, language, amounts, ground }: Told, { start, end }: Span): boolean {
  const { quote, between } = OF_SIZE[language];
  if (!quote.test(text.slice(start, end))) return false;
  const next = amounts.find((amount) => amount.start >= end);
  return (
    next !== undefined &&
    next.start - end <= REACH &&
    between.test(text.slice(end, next.start)) &&
    ground.amounts.some(
      (held) => agrees(next, held) || agrees(next, { ...held, max: held.min }) || agrees(next, { ...held, min: held.max }),
    )
  );
}
