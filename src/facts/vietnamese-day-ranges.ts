import { dayInWords, LONG_DAY_WORDS } from "./vietnamese-day-words.ts";
import { dated, type DateParts, type DateRule } from "./date-rule.ts";

/** No day of a month: `1/2 kg`. */
export const NOT_A_UNIT = String.raw`(?!\s*(?:kg|ky|ki\b|can\b|lit|l\b|g\b|ml|trai|qua|thung|hop|nguoi|nguyen)|(?<=(?<!\d)[1-3]/[2-5])\s*gia\b|(?<=(?<!\d)1/2)\s*(?:ngay|thang|tieng|gio|tuan)(?!\p{L}))`;
export const LUNAR = String.raw`(?<lunar>\s*(?:am lich|(?:am|al)(?!\p{L})))?`;
const TO_DAY = String.raw`\s*(?:-|–|—|den|toi|cho den)\s*(?:ngay\s+)?`;
/** No months of keeping with a count behind them: `6-12 tháng 2 hũ`. */
const MONTH_ENDS = String.raw`(?![\d\p{L}/%]|[.,]\d)(?=\s*(?:[,;.!?)\n]|$|(?:am lich|am|al|duong lich|duong|la|thi|hang nam|moi nam|nam|nay|toi)(?!\p{L})))`;
const SENT = String.raw`(?:giao|ship|gui|tra hang|tra don|phat hang|nhan hang|di hang)(?!\p{L})`;

/** Days from one to another of one month, over folded text. */
export const VIETNAMESE_DAY_RANGES: readonly DateRule[] = [
  // The first day of `10-20/8`, `10 tới 20 tháng 8`.
  {
    pattern: new RegExp(
      String.raw`(?<![\d/.,\p{L}-])(?<!thang\s)(?<day>\d{1,2})(?=${TO_DAY}(?<last>\d{1,2})(?:/(?<month>\d{1,2})(?![\d/])${NOT_A_UNIT}|\s+thang\s+(?<said>\d{1,2})${MONTH_ENDS}))`,
      "gu",
    ),
    parts: firstOfDays,
  },
  {
    pattern: new RegExp(
      String.raw`(?<=(?<![\d/.,\p{L}-])(?<!thang\s)(?<first>\d{1,2})${TO_DAY})(?<day>\d{1,2})\s+thang\s+(?<month>\d{1,2})(?=${MONTH_ENDS})${LUNAR}`,
      "gu",
    ),
    parts: ({ first, ...groups }) => (Number(first) < Number(groups.day) ? dated(groups, Number(groups.month)) : NO_DATE),
  },
  // The first day of `hai lăm đến hai bảy tháng Chạp`, said in words.
  {
    pattern: new RegExp(
      String.raw`(?<!\p{L})(?<spelled>${LONG_DAY_WORDS})(?=${TO_DAY}(?<last>${LONG_DAY_WORDS})\s+(?:thang\s+)?(?<month>gieng|chap)(?!\p{L}))`,
      "gu",
    ),
    parts: ({ spelled = "", last = "", month }) => daysGoingOn({ day: `${dayInWords(spelled)}`, last: `${dayInWords(last)}`, month }),
  },
  // `hái đến 18 tháng 6 là hết`, `sau 18 tháng 6.`: a day of the calendar, as what stands before and behind it tells.
  {
    pattern: new RegExp(
      String.raw`(?<=(?<!\p{L})(?:den|toi|sau|truoc|tu|het|hom) )(?<day>\d{1,2})\s+thang\s+(?<month>\d{1,2})(?=${MONTH_ENDS})${LUNAR}`,
      "gu",
    ),
    parts: (groups) => dated(groups, Number(groups.month)),
  },
  // `từ 10 tháng Chạp đến 25`: the month is said with the first day.
  {
    pattern: new RegExp(
      String.raw`(?<=(?<![\d/.,\p{L}-])(?<first>\d{1,2}) (?:thang )?(?<month>gieng|chap|(?<=thang )\d{1,2})${TO_DAY})(?<day>\d{1,2})${MONTH_ENDS}`,
      "gu",
    ),
    parts: daysGoingOn,
  },
  // `chốt trước 12 tháng Chạp, 16 đến 22 giao`: the month goes on.
  {
    pattern: new RegExp(
      String.raw`(?<=thang (?<month>\d{1,2}|gieng|chap)(?: \p{L}+)?[,;.]? (?:tu )?)(?<day>\d{1,2})(?=${TO_DAY}(?<last>\d{1,2}) ${SENT})`,
      "gu",
    ),
    parts: daysGoingOn,
  },
  {
    pattern: new RegExp(
      String.raw`(?<=thang (?<month>\d{1,2}|gieng|chap)(?: \p{L}+)?[,;.]? (?:tu )?(?<first>\d{1,2})${TO_DAY})(?<day>\d{1,2})(?= ${SENT})`,
      "gu",
    ),
    parts: daysGoingOn,
  },
  // `mùng 3 tháng Giêng mở hàng, bán tới 20 là nghỉ`: the month goes on.
  {
    pattern:
      /(?=\d)(?<=(?<first>\d{1,2}) thang (?<month>\d{1,2}|gieng|chap)(?: \p{L}+){0,7}[,;.]?(?: \p{L}+){0,4} (?:toi|den|het)(?: ngay)? )(?<day>\d{1,2})(?= (?:la|thi) (?:\p{L}+ )?(?:nghi|het|thoi|ngung|dung|dong|xong)(?!\p{L}))/gu,
    parts: daysGoingOn,
  },
  // `mùa gió không lặn (10-12)`: months.
  {
    pattern:
      /(?=\d)(?<=(?<!\p{L})(?:mua|vu)(?: \p{L}+){1,4} \((?:(?:[1-9]|1[0-2])[-–])?)(?<month>[1-9]|1[0-2])(?=[-–](?:[1-9]|1[0-2])\)|\))/gu,
    parts: ({ month }) => ({ month: Number(month) }),
  },
];

const LUNAR_MONTHS: Readonly<Record<string, number>> = { gieng: 1, chap: 12 };
function daysGoingOn({ first, last, month = "", day }: Record<string, string | undefined>): DateParts {
  const isForward = Number(first ?? day) < Number(last ?? day);
  if (!isForward) return NO_DATE;
  const lunar = LUNAR_MONTHS[month];
  return { day: Number(day), month: lunar ?? Number(month), ...(lunar === undefined ? {} : { lunar: true }) };
}

const NO_DATE: DateParts = { day: 0 };
/** No days run backwards: `20-10/8` counts something else. */
function firstOfDays({ day, last, month, said }: Record<string, string | undefined>): DateParts {
  return Number(day) < Number(last) ? { day: Number(day), month: Number(month ?? said) } : NO_DATE;
}
