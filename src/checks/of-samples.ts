import { said, type Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Ground } from "./ground.ts";

/** `mẫu 200g gửi miễn phí`: what goes out free is a sample, and no order. */
export function isOfSamples(text: string, language: Language, { start, end }: Span): boolean {
  const around = `${LAST_PART.exec(text.slice(Math.max(0, start - REACH), start))?.[0] ?? ""}${text.slice(start, end)}${FIRST_PART.exec(text.slice(end, end + REACH))?.[0] ?? ""}`;
  return around.toLowerCase().search(SAMPLE[language]) !== -1;
}

const REACH = 28;
const PART = String.raw`(?:(?!(?<!\p{L})(?:and|but|và|còn|nhưng)(?!\p{L}))[^.,;:!?。、\n])*`;
const LAST_PART = new RegExp(`${PART}$`, "u");
const FIRST_PART = new RegExp(`^${PART}`, "u");
const SAMPLE: Record<Language, RegExp> = {
  vi: said("mẫu(?! mã)"),
  en: /(?<!\p{L})samples?(?!\p{L})/u,
  ja: /サンプル|見本|試供品/u,
};

/** True where the notes speak of samples at all. */
export function sendsSamples({ notes }: Ground): boolean {
  return notes.search(SAMPLE.vi) !== -1;
}
