import type { Draft, SourceText } from "./source-text.ts";

/** `mua 10 tặng 1`, `từ 5kg bớt 10%`, `đặt cọc 30%`: terms of sale, which change the price and are no price themselves. */
export function readDeals({ light, amounts }: SourceText, priced: readonly Draft[]): Draft[] {
  return DEALS.flatMap((deal) =>
    [...light.text.matchAll(deal)].flatMap((match): Draft[] => {
      const { start, end } = light.span(match.index, match.index + match[0].length);
      // What it costs from there on is a price.
      const isPriced = priced.some((other) => other.kind === "price" && other.start < end && start < other.end);
      return isPriced || !amounts.some((amount) => start <= amount.start && amount.end <= end) ? [] : [{ kind: "price", start, end }];
    }),
  );
}

const DEALS: readonly RegExp[] = [
  /(?<!\p{L})(?:đặt |dat )?(?:cọc|coc)(?: (?:trước|truoc))? \d{1,2} ?%/gu,
  /(?<!\p{L})(?:(?:mua|lấy|lay|đặt|dat|đơn|don) )?(?:từ|tu) \d{1,4} ?\p{L}{1,6}(?: (?:trở lên|tro len))?,?(?: (?:thì|thi|được|duoc|em|tui|nhà em|nha em))* (?:bớt|bot|giảm|giam)(?: (?:giá|gia))? \d[\d.]* ?(?:%|(?:k|ngàn|ngan|nghìn|nghin|đ|d)(?: ?(?:\/|mỗi |moi |một |mot )\p{L}+)?)(?![\p{L}\d])/gu,
  /(?<!\p{L})(?:mua|lấy|lay) \d{1,3}(?: ?\p{L}{1,6})? (?:được |duoc )?(?:tặng|tang)(?: (?:thêm|them))? \d{1,2}(?: ?\p{L}{1,6})?(?=\s*(?:[,.;:!?)\n]|$))/gu,
];
