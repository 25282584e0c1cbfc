import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

/**
 * `cọc 40%`, and "the other 60% when the goods arrive"; `300 gốc, 220 gốc ra trái`, and "the remaining 80"; what several shares leave
 * of a hundred: the rest of the whole, where the part was told before and a word says so.
 */
export function isRemainder(amount: AmountMention, { amounts, text, language, ground }: Told): boolean {
  const { dimension, min, max, start, end } = amount;
  if (min !== max || (dimension !== "%" && !PARTED.has(dimension))) return false;
  const around = lightText(`${text.slice(Math.max(0, start - WORD_BEFORE), start)}\n${text.slice(end, end + WORD_AFTER)}`);
  if (!REST[language].test(around)) return false;
  const isHeld = (one: AmountMention) => ground.amounts.some((held) => agrees(one, held));
  if (dimension === "%") {
    const part = { ...amount, min: WHOLE - min, max: WHOLE - max };
    const parts = amounts.filter((one) => one.dimension === "%" && one.end <= start && start - one.end <= NEAR && one.min === one.max);
    const rest = parts.slice(-PARTS_MAX).reduce((left, one) => left - one.min, WHOLE);
    return (
      (isHeld(part) && amounts.some((one) => one.end <= start && agrees(part, one))) ||
      (parts.length > 0 && rest === min && parts.every(isHeld))
    );
  }
  if (min < FEW) return false;
  const [whole, part] = amounts
    .filter((one) => one.end <= start && start - one.end <= NEAR && PARTED.has(one.dimension) && one.min === one.max)
    .slice(-2);
  if (whole === undefined || part === undefined || part.per !== undefined || whole.per !== undefined) return false;
  return whole.min - part.min === min && [whole, part].every(isHeld);
}
const PARTED = new Set(["count", "none"]);
const NEAR = 80;
const PARTS_MAX = 4;
/** Small numbers come out of too many. */
const FEW = 10;
const WHOLE = 100;
const WORD_BEFORE = 24;
const WORD_AFTER = 20;
const REST: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:còn lại|phần còn|còn|nốt|kia)(?!\p{L})/u,
  en: /(?<!\p{L})(?:rest|remaining|remainder|balance|other|left)(?!\p{L})/u,
  ja: /残/u,
};
