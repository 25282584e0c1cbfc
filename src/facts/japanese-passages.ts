import { unitTable } from "#lexicon/units.ts";
import type { AmountMention } from "./amounts.ts";
import type { Unit } from "./fact.ts";
import type { SourceText } from "./source-text.ts";

/** Export notes hold passages in Japanese, where what an amount is stands right around it. */
type Text = Pick<SourceText, "text">;

const HOLDER = /^\s*(?:入り?の?|詰めの?|の)?(?<name>袋|箱|パック|瓶|びん|ボトル|缶|ケース|カートン|セット)(?:入り?|詰め)?/u;
const FILLED = /^\s*(?:入り|詰め)/u;

/** `1kg袋`, `500g入りパック`, `200g入り`: what the amount before it fills, and where those words end. */
export function japaneseHolder({ text }: Text, { end }: AmountMention): { end: number; unit: Unit | undefined } | undefined {
  const rest = text.slice(end, end + 12);
  const match = HOLDER.exec(rest) ?? FILLED.exec(rest);
  if (match === null) return undefined;
  const name = match.groups?.name;
  return { end: end + match[0].length, unit: name === undefined ? undefined : unitTable("ja").exact.get(name)?.unit };
}

const BOX = /(?:1|１|一)(?<name>袋|箱|パック|瓶|びん|ボトル|缶|ケース|カートン|セット)\s*[（(][^（）()]{1,30}[）)]\s*[:：は]?\s*$/u;

/** `1箱（300g×4袋）2,980円`: what the price is for, with what is in it told in brackets. */
export function japaneseBox({ text }: Text, { start }: AmountMention): { start: number; per?: Unit } | undefined {
  const match = BOX.exec(text.slice(Math.max(0, start - 44), start));
  const per = match === null ? undefined : unitTable("ja").exact.get(match.groups?.name ?? "")?.unit;
  return match === null ? undefined : { start: start - match[0].length, ...(per === undefined ? {} : { per }) };
}

const LEAST = /(?:最低|最小)(?:注文|発注|取引|購入)?(?:数量|数|量|ロット|単位)?(?:は|：|:)?\s*$|(?:ご?注文|お?取引|販売|出荷)は\s*$/u;
const AND_UP = /^\s*(?:以上)?(?:から|より)/u;
const TAKEN = /^\s*(?:以上)?(?:から|より)(?:で)?(?:お願い|承|受け|お受け|販売|ご注文|注文|出荷)/u;

/** Where the words of a least order begin: `最低5トン`, `ご注文は20kgから`, `10箱からお願いします`. */
export function japaneseLeast({ text }: Text, { start, end }: AmountMention): number | undefined {
  const before = LEAST.exec(text.slice(Math.max(0, start - 14), start));
  const rest = text.slice(end, end + 12);
  if (before !== null && (/^(?:最低|最小)/u.test(before[0]) || AND_UP.test(rest))) return start - before[0].length;
  return TAKEN.test(rest) || isLeastAlone(text.slice(end, end + 24)) ? start : undefined;
}

/** `10箱から、…`, and neither where it ends nor what so many cost comes behind. */
function isLeastAlone(rest: string): boolean {
  return /^\s*(?:以上)?から\s*(?:[、。，．]|$)/u.test(rest) && !/^[^。]*(?:まで|円|ドン|ドル|送料|無料)/u.test(rest);
}

const KEPT_BEFORE = /(?:賞味期限|消費期限|使用期限|保存期間|日持ち)(?:は|：|:)?(?:製造(?:日)?から|常温で|冷蔵で|冷凍で|約|\s)*$/u;
const KEPT_AFTER = /^\s*(?:ほど|くらい|程度)?(?:間)?(?:は|の)?(?:保存|日持ち|もちます|持ちます|お召し上がり)/u;

/** `賞味期限1年`, `6か月保存できます` */
export function japaneseKeeps({ text }: Text, { start, end }: AmountMention): boolean {
  return KEPT_BEFORE.test(text.slice(Math.max(0, start - 18), start)) || KEPT_AFTER.test(text.slice(end, end + 12));
}

/** Where goods are kept. */
export const JAPANESE_STORAGE =
  /(?:冷暗所|冷蔵庫|冷凍庫|常温|冷蔵|冷凍|要冷蔵|要冷凍|直射日光|高温多湿)(?:で|に|を)?(?:保存|保管|避け)|要冷[蔵凍]|冷暗所|(?:常温|冷蔵|冷凍)で(?=[^、。]{1,10}保存)/gu;

/** How goods are sent; a time of delivery counts with its days. */
export const JAPANESE_DELIVERY =
  /(?:冷蔵便|冷凍便|クール便|航空便|船便|宅配|送料|発送|(?:より|から|まで)(?:の)?出荷|出荷まで|納期|お届け|送ります|(?:ems|dhl|fedex|ups|ヤマト|佐川)(?=で|に|便|発送))/gu;
