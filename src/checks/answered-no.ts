import { lightText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

/** What may stand between a question and its answer: the line's end, who answers. */
const SPEAKER = String.raw`["'”’」』)）]?\s*(?:[-–—―]+\s*)?(?:\p{L}[\p{L} ]{0,16}[:：]\s*)?`;
const NO: Record<Language, RegExp> = {
  vi: new RegExp(
    String.raw`^[^.!?\n]{0,60}(?:\?${SPEAKER}(?:(?:dạ|thưa|ạ|à|em|nhà em|nói thật)[ ,]+){0,3}|, (?:dạ|thưa)(?: là)? )(?:chưa|không|hổng|ko)(?!\p{L})`,
    "u",
  ),
  en: new RegExp(
    String.raw`^[^.!?\n]{0,60}(?:\?${SPEAKER}(?:(?:sorry|well|honestly|i am afraid|i['’]m afraid)[ ,]+){0,2}|: )(?:no(?! (?:problem|worries|doubt|wonder|other|one))|nope|never|not(?! only)|none|we (?:do|have|are|can)(?: not|n['’]t)|we cannot)(?!\p{L})`,
    "u",
  ),
  ja: new RegExp(
    String.raw`^[^。!?\n]{0,24}(?:か(?!もしれ)[。?]?|\?)(?:」?との?(?:ご質問|お尋ね|お問い合わせ)[^。!?\n]{0,12}[、。])?${SPEAKER}(?:いいえ|いえ|まだ|申し訳|残念|[^。!?\n]{0,24}ません)`,
    "u",
  ),
};
const REACH = 140;

/** True of what stands in a question that the text answers with no: "VietGAP certified? Not yet.", 返品は？――お受けできません。 */
export function isAnsweredNo({ text, language }: Told, { end }: Span): boolean {
  return NO[language].test(lightText(text.slice(end, end + REACH)));
}
