import { dated, YEAR, YEAR_BEFORE_NAME, YEAR_MONTH, type DateBook, type DateParts } from "./date-rule.ts";
import { HARVESTED } from "./harvested.ts";
import { isNoDate } from "./no-vietnamese-date.ts";
import { DAY_WORDS, dayInWords, LONG_DAY_WORDS } from "./vietnamese-day-words.ts";
import { LUNAR, NOT_A_UNIT, VIETNAMESE_DAY_RANGES } from "./vietnamese-day-ranges.ts";
import { VIETNAMESE_HOURS } from "./vietnamese-hours.ts";

const AND_DAY = String.raw`\s*(?:va|,|-|–)\s*(?:ngay\s+|mung\s+)?`;
const MONTHS: Record<string, number> = {
  gieng: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  "muoi mot": 11,
  "muoi hai": 12,
  chap: 12,
};
const MONTH = String.raw`(?:\d{1,2}|muoi mot|muoi hai|gieng|hai|ba|tu(?! \d)|nam(?! \d)|sau(?! \d)|bay|tam|chin(?=[ .,;!?)]|$)|muoi|chap)(?![\d\p{L}])`;
/** Their names are of the lunar year only. */
const LUNAR_MONTHS = new Set(["gieng", "chap"]);

/** Over folded text: diacritics are looked at afterwards. */
export const VIETNAMESE_DATES: DateBook = {
  rules: [
    YEAR_MONTH,
    {
      pattern: new RegExp(String.raw`(?<![\d/.,])(?<day>\d{1,2})[/.-](?<month>\d{1,2})[/.-](?<year>\d{4})(?!\d)${LUNAR}`, "gu"),
      parts: datedInVietnamese,
    },
    // `quý 3/2025`, `quý II`; bare of its mark only with the year, as `quy 3` is converted, too; `tứ quý 4 tờ` counts sheets.
    {
      pattern:
        /(?<!\p{L})qu[yi] ?(?<quarter>[1-4]|i{1,3}|iv)(?:(?:\s?[/-]\s?|,?\s+(?:nam\s+)?)(?<year>20\d{2}))(?!\d)|(?<=(?<!\p{L})qu[yi] ?)(?<only>[1-4]|i{1,3}|iv)(?![\p{L}\d/]|[.,]\d|\s?(?:-|–|kg|k|ky|can|g|lit|l|%|to|buc|tam|cai|chiec)(?!\p{L}))/gu,
      parts: ({ quarter, only, ...groups }) => datedInVietnamese({ ...groups, quarter: quarter ?? only }),
    },
    { pattern: /(?<![\d/.,])(?<month>\d{1,2})\/(?<year>20\d{2})(?!\d)/gu, parts: datedInVietnamese },
    // `8/3 và 14/2`: a second day before anything else that has a stroke.
    {
      pattern: new RegExp(
        String.raw`(?<=(?<![\d/.,\p{L}])\d{1,2}/\d{1,2}\s*(?:va|voi|,|&)\s*)(?<day>\d{1,2})/(?<month>\d{1,2})(?![\d/])${LUNAR}`,
        "gu",
      ),
      parts: datedInVietnamese,
    },
    { pattern: /(?<![\d/.,\p{L}])24\/(?:7|24)(?![\d/])/gu, parts: () => ({}) },
    ...VIETNAMESE_DAY_RANGES,
    {
      pattern: new RegExp(
        String.raw`(?<![\d/.,\p{L}])(?:ngay\s+|mung\s+)?(?<day>\d{1,2})/(?<month>\d{1,2})(?![\d/])${NOT_A_UNIT}${LUNAR}`,
        "gu",
      ),
      parts: datedInVietnamese,
    },
    {
      pattern: new RegExp(
        String.raw`(?<!\p{L})(?:(?:ngay|mung|hom|bua)\s+|(?<=(?<!\p{L})(?:tu|den|toi)\s+)(?=\d{1,2}\s+thang\s+\d{1,2}(?!\s*[-–]|\s+(?:ngay|tuan|kg|ky|lit))))(?<day>\d{1,2})\s+th(?:ang|g\.?)\s+(?<month>${MONTH})${LUNAR}`,
        "gu",
      ),
      parts: datedInVietnamese,
    },
    // `mười lăm tháng chín`, `mùng một tháng Chạp`: a day in words.
    {
      pattern: new RegExp(
        String.raw`(?<!\p{L})(?:(?:ngay|mung|mong)\s+(?<spelled>${DAY_WORDS})|(?<long>${LONG_DAY_WORDS}))\s+(?:thang\s+|(?=chap))(?<month>${MONTH})${LUNAR}`,
        "gu",
      ),
      parts: (groups) => ({ ...datedInVietnamese(groups), day: dayInWords(groups.spelled ?? groups.long ?? "") }),
    },
    // `mùng 2 Tết` is of the first lunar month, `29 Tết` of the last.
    {
      pattern: new RegExp(String.raw`(?<!\p{L})(?:mung|mong)\s+(?:(?<day>\d{1,2})|(?<spelled>${DAY_WORDS}))\s+tet(?!\p{L})`, "gu"),
      parts: ({ day, spelled }) => ({ day: spelled === undefined ? Number(day) : dayInWords(spelled), month: 1, lunar: true }),
    },
    {
      pattern: new RegExp(String.raw`(?<![\d/.,\p{L}])(?:(?<day>2\d|30)|(?<long>${LONG_DAY_WORDS}))\s+tet(?!\p{L})`, "gu"),
      parts: ({ day, long }) => ({ day: long === undefined ? Number(day) : dayInWords(long), month: 12, lunar: true }),
    },
    {
      pattern: /(?<![\d/.,])(?<day>2\d|30)(?=\s*(?:-|–|den|toi)\s*(?:2\d|30)\s+tet(?!\p{L}))/gu,
      parts: ({ day }) => ({ day: Number(day), month: 12, lunar: true }),
    },
    // The full moon is the fifteenth.
    {
      pattern: new RegExp(String.raw`(?<!\p{L})ram\s+(?:thang\s+|(?=gieng|chap))(?<month>${MONTH})(?:\s+(?:am lich|am)(?!\p{L}))?`, "gu"),
      parts: (groups) => ({ ...datedInVietnamese(groups), day: 15, lunar: true }),
    },
    // `ngày rằm, mùng một`, `dịp rằm`, `mùng 1 với rằm`: of any lunar month.
    {
      pattern:
        /(?<!\p{L})(?:ngay\s+|(?<=(?<!\p{L})(?:dip|hom|dem|dung|gan|giap|cung)\s+)|(?<=(?:mung|mong)\s+(?:1|mot)(?:\s*,)?\s+(?:(?:voi|va|hay|hoac|den|toi)\s+)?))ram(?!\p{L}|\s+(?:thang|gieng|chap))|(?<!\p{L})ram(?=(?:\s*,)?\s+(?:(?:voi|va|hay|hoac)\s+)?(?:mung|mong)\s+(?:1|mot)(?!\d|\p{L}))/gu,
      parts: () => ({ day: 15, lunar: true }),
    },
    {
      pattern: new RegExp(
        String.raw`(?<!\p{L})(?:mung|mong)\s+(?:(?<day>\d{1,2})(?!\d|\s*[/.-]\s*\d)|(?<spelled>${DAY_WORDS}))(?!\p{L}|\s+(?:thang|tet|gieng|chap))`,
        "gu",
      ),
      parts: ({ day, spelled }) => ({ day: spelled === undefined ? Number(day) : dayInWords(spelled), lunar: true }),
    },
    // `nước rằm với 30`: the tides of the moon.
    {
      pattern:
        /(?<=(?<!\p{L})(?:con )?nuoc (?:(?:30|mung \d{1,2}|mong \d{1,2}|ba muoi)(?:,| va| voi| hay) )?)(?:ram|(?<day>30)(?! ?(?:phut|giay|gio|tieng|ngay|lan|do|kg|g|ml|lit|l|k|ngan|nghin|con|cai|chai|hu|%)(?!\p{L})))(?![\d\p{L}])|(?<=(?<!\p{L})(?:con )?nuoc ram (?:va |voi |hay |, ?)?)(?<last>30)(?![\d\p{L}])/gu,
      parts: ({ day, last }) => ({ day: Number(day ?? last ?? 15), lunar: true }),
    },
    // `mùng 4, 10, 14 âm lịch`, `5-10 Tết`
    {
      pattern:
        /(?<=(?:mung|mong)\s+\d{1,2}(?:\s*(?:,|-|va)\s*\d{1,2}){0,7}\s*(?:,|-|va)\s*)(?<day>\d{1,2})(?=(?:\s*(?:,|-|va)\s*\d{1,2}){0,7}\s*(?:am|al)(?!\p{L}))/gu,
      parts: ({ day }) => ({ day: Number(day), lunar: true }),
    },
    {
      pattern: /(?<![\d.,/])(?<day>[1-9]|10)(?=\s*(?:(?:-|–|den|toi)\s*(?:[1-9]|10)\s+)?tet(?!\p{L}))/gu,
      parts: ({ day }) => ({ day: Number(day), month: 1, lunar: true }),
    },
    // `ngày 5 và 20 hàng tháng`
    {
      pattern: new RegExp(
        String.raw`(?<=(?<!\p{L})(?:ngay|mung)\s+(?:\d{1,2}${AND_DAY}){0,6})(?<day>\d{1,2})(?=(?:${AND_DAY}\d{1,2}){0,6}\s+(?:hang|moi)\s+thang)`,
        "gu",
      ),
      parts: datedInVietnamese,
    },
    // `ngày 10 hàng tháng chốt sổ, 15 trả`: the next day of the month.
    {
      pattern:
        /(?<=(?<!\p{L})ngay \d{1,2} (?:hang|moi) thang(?: \p{L}+){0,4},? |(?<!(?:moi|mot|1|hai|tron|trong) )(?<!\p{L})ngay )(?<day>\d{1,2})(?= (?:tra|thanh toan|giao|nhan|gui|chuyen|lay|chot|ra)(?!\p{L}))/gu,
      parts: datedInVietnamese,
    },
    // `ngày 10, 15 tháng 3`
    {
      pattern: new RegExp(
        String.raw`(?<=(?<!\p{L})(?:ngay|mung)\s+(?:\d{1,2}${AND_DAY}){0,6})(?<day>\d{1,2})(?=(?:${AND_DAY}\d{1,2}){1,6}\s+thang\s+(?<month>${MONTH}))`,
        "gu",
      ),
      parts: datedInVietnamese,
    },
    {
      pattern: new RegExp(
        String.raw`(?<=(?<!\p{L})(?:ngay|mung)\s+(?:\d{1,2}${AND_DAY}){1,6})(?<day>\d{1,2})\s+thang\s+(?<month>${MONTH})${LUNAR}`,
        "gu",
      ),
      parts: datedInVietnamese,
    },
    // The days of the months that only the lunar year has: `20 tới 28 tháng Chạp`, `10, 15 tháng Chạp`.
    {
      pattern:
        /(?<![\d/.,]|(?<!\p{L})thang\s)(?<day>\d{1,2})(?=(?:\s*(?:-|–|,|den|toi|va)\s*\d{1,2}){1,6}\s+(?:thang\s+)?(?<month>gieng|chap)(?!\p{L}))/gu,
      parts: datedInVietnamese,
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\d/.,]|(?<!\p{L})thang\s)(?<day>\d{1,2})\s+(?:(?:am|al)\s+)?(?:thang\s+)?(?<month>gieng|chap)(?!\p{L})${LUNAR}`,
        "gu",
      ),
      parts: datedInVietnamese,
    },
    // `từ 18 tháng 9 âm`: the moon's day goes without its word; `tháng 9 tháng 10 âm` has none.
    {
      pattern: new RegExp(
        String.raw`(?<![\d/.,]|(?<!\p{L})thang\s)(?<day>\d{1,2})\s+thang\s+(?<month>\d{1,2})(?<lunar>\s+(?:am lich|am|al))(?!\p{L})`,
        "gu",
      ),
      parts: datedInVietnamese,
    },
    {
      pattern: new RegExp(
        String.raw`(?<!\p{L}|(?<!(?<!\p{L})thang\s?\d?)\d\s?)th(?:ang|g\.?)\s?(?<month>${MONTH})(?![.,]\d{3}(?!\d))(?:\s*(?:-|–|den|toi)\s*(?<last>\d{1,2})(?!\d|/\d{1,2}(?![\d–-])|(?<=(?:den|toi) \d{1,2}) thang|\s*(?:kg|ky|can|ngay|tet|k\b)))?(?:[/-](?<year>20\d{2}))?${LUNAR}`,
        "gu",
      ),
      parts: datedInVietnamese,
    },
    // `mùa 3-6`, `thu hoạch 11-2`: months, where no unit follows.
    {
      pattern:
        /(?<=(?<!\p{L})(?:mua|vu|hoach)(?: tu)? )(?<month>[1-9]|1[0-2])(?=\s?(?:-|–|den|toi)\s?(?:[1-9]|1[0-2])(?!\s*[\d\p{L}%/]|[.,]\d))/gu,
      parts: datedInVietnamese,
    },
    {
      pattern: /(?<=(?<!\p{L})(?:mua|vu|hoach)(?: tu)? 1?\d\s?(?:[-–]|den|toi)\s?)(?<month>[1-9]|1[0-2])(?!\s*[\d\p{L}%/]|[.,]\d)/gu,
      parts: datedInVietnamese,
    },
    // `mùa 9 đến tháng 12`: the first month goes without its word.
    {
      pattern: new RegExp(
        String.raw`(?<=(?<!\p{L})(?:mua|vu|dinh vu|ro|chin|hai|tu) )(?<month>[1-9]|1[0-2])(?=\s?(?:-|–|den|toi)\s?(?:het |cuoi |giua |dau )?thang\s?${MONTH})`,
        "gu",
      ),
      parts: datedInVietnamese,
    },
    // `vụ tứ quý 3-4, vụ mùa 7-9`: the name of the crop stands between.
    {
      // A digit is sought first: what stands before each letter would be read back and back.
      pattern:
        /(?=\d)(?<=(?<!\p{L})vu (?!\p{L}*\d)\p{L}+(?: \p{L}+)? )(?<month>[1-9]|1[0-2])(?=\s?[-–]\s?(?:[1-9]|1[0-2])\s*(?:[,;.\n/)]|$))/gu,
      parts: datedInVietnamese,
    },
    {
      pattern: /(?<=(?<!\p{L})vu (?!\p{L}*\d)\p{L}+(?: \p{L}+)? (?:[1-9]|1[0-2])\s?[-–]\s?)(?<month>[1-9]|1[0-2])(?=\s*(?:[,;.\n/)]|$))/gu,
      parts: datedInVietnamese,
    },
    // `tháng 1, 5, 9`, `tháng 3 và 8`: months of one list.
    {
      pattern:
        /(?<=(?<!\p{L})thang (?:(?:[1-9]|1[0-2]|gieng|hai|ba|tu|bay|tam|chin|muoi)(?:, ?| va | voi | & | (?=\d{1,2}\s*(?:am lich|am|al|[,.;\n]|$)))){1,6})(?<month>[1-9]|1[0-2]|(?:hai|ba|tu|bay|tam|chin|muoi|chap)(?=\s*(?:am lich|am|al|[,.;\n]|$|va (?:hai|ba|tu|bay|tam|chin|muoi|chap)(?!\p{L}))))(?!\d|[.,]\d|\s*[%/x–-]|\s?(?:k|kg|ky|ki|can|g|gr|ngan|nghin|tr|trieu|ta|tan|lang|ngay|trai|qua|cay|hop|thung|tui|chai|goi|hu|con|cu|cai|m|cm|l|lit|do|gio|h|nguoi|sao)(?!\p{L}))/gu,
      parts: datedInVietnamese,
    },
    { pattern: /(?<!\p{L})nam\s+(?<year>(?:19|20)\d{2})(?!\d)/gu, parts: (groups) => ({ year: Number(groups.year) }) },
    // `quay mật th3`, `th.10`: nothing else is written so with its number on it.
    { pattern: /(?<![\d\p{L}]|\d )th\.?(?<month>[1-9]|1[0-2])(?![\d\p{L}]|[.,]\d)/gu, parts: datedInVietnamese },
    // `t9` is September; up to seven it may be a weekday, but not between such words, nor in `t6-t9` or `t3, t9`.
    { pattern: /(?<![\d\p{L}])t\.?(?<month>8|9|1[0-2]|[1-7](?=\s?[-–,]\s?t(?:8|9|1[0-2])))(?![\d\p{L}])/gu, parts: datedInVietnamese },
    // The `10` of `T9-10`, the `t1` of `t11-t1`.
    {
      pattern:
        /(?<=(?<![\d\p{L}])t\.?(?:8|9|1[0-2])\s?(?:-|–|den|toi|,(?=\s?t))\s?)(?:t\.?)?(?<month>[1-9]|1[0-2])(?![\d\p{L}/%]|[.,]\d|\s*\p{L}*\d)/gu,
      parts: datedInVietnamese,
    },
    {
      pattern:
        /(?<=(?<!\p{L})(?:mua|vu|giua|dau|cuoi|het|tu|hoach|chin|ro|thu|hai|quay|quay mat|ra trai|ra hoa|hang ra|ra hang|khai thac)(?: t\.?\d{1,2}\s?[-–])?\s?)t\.?(?<month>[1-7])(?![\d\p{L}])/gu,
      parts: datedInVietnamese,
    },
    // `sáng 2-4-6`: days of the week.
    {
      pattern: /(?<=(?<!\p{L})(?:sang|chieu|toi|trua|lich|ngay|giao|ship|cho) )(?:2\s?-\s?4\s?-\s?6|3\s?-\s?5\s?-\s?7)(?![\d\p{L}])/gu,
      parts: () => ({}),
    },
    ...VIETNAMESE_HOURS,
    {
      pattern: new RegExp(String.raw`(?<!\p{L})thu\s(?:hai|ba|tu|nam|sau|bay|[2-7])(?![\d\p{L}]| tram| chuc)(?!${HARVESTED})`, "gu"),
      parts: () => ({}),
    },
    YEAR,
    YEAR_BEFORE_NAME,
  ],
  isNone: isNoDate,
};

function datedInVietnamese(groups: Record<string, string | undefined>): DateParts {
  const { month = "" } = groups;
  const parts = dated(groups, groups.month === undefined ? undefined : (MONTHS[month] ?? Number(month)));
  return LUNAR_MONTHS.has(month) ? { ...parts, lunar: true } : parts;
}
