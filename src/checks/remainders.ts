import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

/** `cọc 40%`, and "the other 60% when the goods arrive": what is left of the whole, where the part was told before and a word says so. */
export function isRemainder(amount: AmountMention, { amounts, text, language, ground }: Told): boolean {
  const { dimension, min, max, start, end } = amount;
  if (dimension !== "%" || min !== max) return false;
  const around = lightText(`${text.slice(Math.max(0, start - WORD_BEFORE), start)}\n${text.slice(end, end + WORD_AFTER)}`);
  if (!REST[language].test(around)) return false;
  const part = { ...amount, min: WHOLE - min, max: WHOLE - max };
  return ground.amounts.some((held) => agrees(part, held)) && amounts.some((one) => one.end <= start && agrees(part, one));
}
const WHOLE = 100;
const WORD_BEFORE = 24;
const WORD_AFTER = 20;
const REST: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:còn lại|phần còn|còn|nốt|kia)(?!\p{L})/u,
  en: /(?<!\p{L})(?:rest|remaining|remainder|balance|other|left)(?!\p{L})/u,
  ja: /残/u,
};
