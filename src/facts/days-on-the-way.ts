import type { Language } from "#i18n/language.ts";
import { eitherBare } from "./said.ts";

/** `giao Vinh 1 ngày 30k, Huế 1 ngày 40k`: a day there and what sending costs, no price a day. */
export function isOnTheWay(start: number, whole: string, language: Language): boolean {
  const lead = whole.slice(Math.max(0, start - REACH), start).toLowerCase();
  return SENT[language].test(lead) && !RENTED.test(lead);
}
const REACH = 60;
const SENT: Record<Language, RegExp> = {
  vi: new RegExp(`(?<!\\p{L})(?:ship|${eitherBare("giao|gửi|vận chuyển|chuyển phát")})(?!\\p{L})[^.;!?\\n]*$`, "u"),
  en: /(?<!\p{L})(?:deliver(?:y|ies|ed|s)?|shipping|freight|postage|sen[dt]|by coach)(?!\p{L})(?:[^.;!?\n]|\.\d)*$/u,
  ja: /(?:送料|配送|発送|お届け|バス便|宅配)[^。！？\n]*$/u,
};
const RENTED = /(?<!\p{L})(?:thuê|thue|rent)|レンタル|貸/u;
