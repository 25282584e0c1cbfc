import type { AmountMention } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import { unitTable } from "#lexicon/units.ts";
import type { ReadText } from "./ground.ts";
import { HOLDERS } from "./holders.ts";

/** `hộp 6 cái (mỗi loại 2)`, `mỗi thứ 2 gói`: so many of each, and no second grade nor a Monday. */
export function ofEachKind({ light }: ReadText): AmountMention[] {
  return [...light.text.matchAll(OF_EACH_KIND)].map((match) => {
    const value = Number(match.groups?.count);
    const unit = unitTable("vi").folded.get(foldText(match.groups?.holder ?? ""))?.unit;
    const span = light.span(match.index, match.index + match[0].length);
    return { ...span, min: value, max: value, dimension: "count", spelled: false, ...(HOLDERS.has(unit ?? "") ? { unit } : {}) };
  });
}
const OF_EACH_KIND =
  /(?<!\p{L})(?:mỗi|moi) (?:loại|loai|thứ|thu|vị|vi|màu|mau|món|mon) (?<count>\d{1,2})(?![\d\p{L}]|[.,]\d)(?: (?<holder>\p{L}+))?/gu;

/** `làm nón từ 15 tuổi, nay 70`: years of age. */
export function agesOf({ light }: ReadText): AmountMention[] {
  if (!/tuổi|tuoi/u.test(light.text)) return [];
  return [...light.text.matchAll(AGE_NOW)].map((match) => {
    const age = Number(match.groups?.age);
    const span = light.span(match.index, match.index + match[0].length);
    return { ...span, quote: `${age} tuổi`, min: age, max: age, unit: "year" as const, dimension: "month", spelled: false };
  });
}
const AGE_NOW = /(?<!\p{L})nay (?:đã |da )?(?<age>[2-9]\d)(?= ?(?:[,;\n]|\.(?!\d)|$))/gu;

/** `22k/gio, tu 100 gio`: baskets, for nobody counts a hundred hours. */
export function basketsOf({ text, amounts }: ReadText): AmountMention[] {
  if (!/\/ ?gio(?!\p{L})/iu.test(text)) return [];
  return amounts.flatMap(({ unit, per, ...amount }) =>
    unit === "hour" && per === undefined && amount.min > DAY && / gio$/iu.test(amount.quote) ? [{ ...amount, dimension: "count" }] : [],
  );
}
const DAY = 24;
