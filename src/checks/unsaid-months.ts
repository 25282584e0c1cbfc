import type { AmountMention } from "#facts/amounts.ts";
import type { ReadText } from "./ground.ts";

/** `hái tháng 4-5, 8-9`: the months of the next harvest go without their word. */
export function monthsOf({ light }: ReadText): AmountMention[] {
  return [...light.text.matchAll(MONTHS)].flatMap((match) => {
    const span = light.span(match.index, match.index + match[0].length);
    const months = (match.groups?.more?.match(/\d{1,2}/g) ?? []).map(Number).filter((month) => month >= 1 && month <= 12);
    return months.flatMap((month) =>
      ["calendar-month", "none"].map((dimension) => ({ ...span, min: month, max: month, dimension, spelled: false })),
    );
  });
}
const MONTHS =
  /(?<!\p{L})(?:tháng|thang) \d{1,2}(?: ?[-–] ?\d{1,2})?(?<more>(?: ?(?:,|và|va|\+) ?\d{1,2} ?[-–] ?\d{1,2}(?![\d/]|[.,]\d| ?(?:kg|ký|ky|con|trái|trai|quả|qua|k|ngày|ngay|năm|nam|giờ|gio|h)(?!\p{L}))){1,3})/gu;
