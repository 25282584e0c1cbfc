import { foldText, hasMarks } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";

const ENGLISH =
  /\b(?:the|is|are|how|what|when|where|can|you|your|do|does|i|it|this|price|much|many|ship|shipping|buy|order|please|thanks?|thank|hello|hi|love|want|fresh|sweet|looks?|good|delicious|they|them|we|our|there|would|could|should|will|have|has|any|and|with|from|of|if|which|who|why|very|need|next)\b/gi;
const BARE_VIETNAMESE =
  /\b(?:bao|nhieu|nhiu|bn|bnh|bnhiu|gia|ship|khong|ko|chi|anh|em|oi|con|hang|mua|can|kg|cho|minh|xin|dat|chot|don|ngon|qua|nha|nhe|the|nao)\b/g;

/** Written so, or said so, in no other language: `値段`, `送料`. */
const JAPANESE = /[\u3040-\u30ff値価円届売発産薬証込気県]|送料|在庫/u;

/** The language a comment is most likely written in; undefined for emoji and for languages that are none of ours. */
export function guessLanguage(text: string): Language | undefined {
  if (JAPANESE.test(text)) return "ja";
  if (/[\u4e00-\u9fff\uac00-\ud7af\u0e00-\u0e7f\u0400-\u04ff]/.test(text)) return undefined;
  const english = text.match(ENGLISH)?.length ?? 0;
  // A café, or a place by its name, makes no English question Vietnamese.
  const marked = text.split(/\s+/).filter(hasMarks).length;
  if (marked > 0 && marked >= english) return "vi";
  const vietnamese = foldText(text).match(BARE_VIETNAMESE)?.length ?? 0;
  if (english === 0 && vietnamese === 0) return undefined;
  return english >= vietnamese ? "en" : "vi";
}
