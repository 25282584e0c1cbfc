import { lightText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

type Words = { before: RegExp; after: RegExp; selling: RegExp };

/** What runs low on the seller's side, before or behind the words of haste, and what makes those of a sale after all. */
const OWN: Record<Language, Words> = {
  vi: {
    before: /(?<!\p{L})(?:pin|điện thoại|giọng|hơi|mạng|xăng|đèn|nước trong \p{L}+|thời gian)(?: \p{L}+){0,3} $/u,
    after:
      /^(?: sạch| cả| mất)? (?:pin|mưa|nắng|hơi|mạng|sóng|xăng|tiếng|giọng|tàu|xe|đò|phà|con nước|giờ|buổi chợ|đón|về|cơm|bữa|phim)(?!\p{L})/u,
    selling: /(?<!\p{L})(?:chốt|mua|đặt|lấy|giá|đơn|hàng|thùng|hộp|ký|kg|cân|ưu đãi|giỏ|bán)(?!\p{L})/u,
  },
  en: {
    before:
      /(?<!\p{L})(?:(?:i|we|he|she|mum|dad)(?:['’]ll| will| must| should| need to| have to| had to| am going to|['’]m going to)|let me|let us)(?: \p{L}+ly| just| try to)? $|(?<!\p{L})(?:battery|phone|voice|signal|data|petrol|fuel|power|daylight|breath|light|connection)(?: (?:is|are|has|bar))?(?: \p{L}+)? $/u,
    after:
      /^ (?:of|on) [\p{L} ]{1,24}\?|^ (?:of|on) (?:\p{L}+ )?(?:battery|breath|power|words|data|petrol|fuel|charge|daylight|signal|light|water)(?!\p{L})/u,
    selling: /(?<!\p{L})(?:order|buy|grab|box(?:es)?|stock|prices?|deal|offer|sell|sold|left in stock|basket|cart)(?!\p{L})/u,
  },
  ja: {
    before: /(?:電池|充電|バッテリー|時間|スマホの?[^。、]{0,3}|声|電波)(?:が|は|も|の)?(?:もう)?$/u,
    after: /(?!)/u,
    selling: /注文|購入|お求め|在庫|価格|箱|販売|セール|お買い/u,
  },
};
const REACH = 40;

/** `kẻo hết hơi`, "let me hurry, it will rain", 充電が残りわずか: it is not the goods that run out, nor the buyer that must run. */
export function isOwnHurry({ text, language }: Told, { start, end }: Span): boolean {
  const { before, after, selling } = OWN[language];
  const [left, right] = [lightText(text.slice(Math.max(0, start - REACH), start)), lightText(text.slice(end, end + REACH))];
  if (!before.test(left) && !after.test(right)) return false;
  const clause = (LAST_CLAUSE.exec(left)?.[0] ?? "") + lightText(text.slice(start, end)) + (FIRST_CLAUSE.exec(right)?.[0] ?? "");
  return !selling.test(clause);
}
const LAST_CLAUSE = /(?<![^.,;!?\n。、！？])[^.,;!?\n。、！？]*$/u;
const FIRST_CLAUSE = /^[^.,;!?\n。、！？]*/u;
