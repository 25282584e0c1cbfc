import type { AmountMention } from "#facts/amounts.ts";
import { agrees } from "#facts/agree-amounts.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";

type Direction = "down" | "up";

/** What a sum or a share does to the price, right beside it. */
const DIRECTIONS: Record<Language, Record<Direction, { before: RegExp; after: RegExp }>> = {
  vi: {
    down: {
      before:
        /(?<!\p{L})(?:giảm|giam|bớt|bot|sale|sales?off|khuyến mãi|khuyen mai|chiết khấu|chiet khau|ck|trừ|tru|rẻ hơn|re hon)(?: (?:ngay|thêm|them|còn|cho|liền|giá|gia|được|dc|đc|tới|đến|luôn)){0,2} ?$/iu,
      after: /^ (?:off|giảm giá)(?!\p{L})/iu,
    },
    up: {
      before:
        /(?:(?<!\p{L})(?:tăng|tang|cộng|cong|cộng thêm|cong them|phụ thu|phu thu|phụ phí|phu phi|đắt hơn|dat hon|mắc hơn|cao hơn|lên giá|(?<!(?:giảm|giam|bớt|bot|tặng|tang|mua|lấy|có|còn) )(?:thêm|them))(?: (?:ngay|thêm|giá|gia|tới|đến)){0,2}|(?<![\d\p{L}]|\d )\+) ?$/iu,
      after: /^ (?:phụ thu|nữa)(?!\p{L})/iu,
    },
  },
  en: {
    down: {
      before:
        /(?<!\p{L})(?:discount of|reduced by|cut by|down by|save|saves|saving|knock off|takes? off|lowered by)(?: (?:a|up to|just|another))? $/iu,
      after: /^(?: |-)(?:off|discount|less|cheaper|reduction|lower)(?!\p{L})/iu,
    },
    up: {
      before:
        /(?<!\p{L})(?:surcharge of|raised by|up by|increased by|rises? by|goes up by|costs? an extra|an? (?:extra|additional)|plus|pay an extra|(?<!or )(?:is|costs?|pay|adds?) another|adds?) $/iu,
      after: /^ (?:surcharge|more|extra|increase|dearer|on top|higher)(?!\p{L})/iu,
    },
  },
  ja: {
    down: { before: /(?:割引|値引き?)(?:は|額は)?$/u, after: /^(?:の|を|分)?(?:引き?|割引|オフ|OFF|off|安|値引|お得|ディスカウント)/u },
    up: { before: /(?:割増|追加料金|プラス)(?:は|で)?$/u, after: /^(?:の|を|分)?(?:増し|割増|上乗せ|値上|アップ|高く|追加)/u },
  },
};
const REACH_BEFORE = 28;
const REACH_BEHIND = 16;
const PRICES = new Set(["VND", "USD", "JPY", "%"]);
const SUM_MIN = 1000;

/** "15% more", `tăng 15%` of the notes' `giảm 15%`: theirs, and the other way. */
export function turnedDirection(amount: AmountMention, { text, language, ground }: Told): AmountMention | undefined {
  // "20,000 less per kilo": the currency was told before.
  if (!PRICES.has(amount.dimension) && !(amount.dimension === "none" && amount.min >= SUM_MIN)) return undefined;
  const told = directionOf(amount, text, language);
  if (told === undefined) return undefined;
  const heldDirection = (other: AmountMention) => directionOf(other, ground.notes, "vi");
  const held = ground.amounts.filter((other) => agrees({ ...amount, per: undefined }, { ...other, per: undefined }));
  const directions = held.map(heldDirection);
  if (held.length === 0 || directions.includes(told)) return undefined;
  if (directions.every((direction) => direction !== undefined)) return held[0];
  // "50,000 VND off each kilo" of `50k/kg, bớt 5k/kg`: a price for what comes off it.
  return ground.amounts.find((other) => other.dimension === amount.dimension && heldDirection(other) === told);
}

function directionOf({ start, end }: AmountMention, text: string, language: Language): Direction | undefined {
  const before = text.slice(Math.max(0, start - REACH_BEFORE), start);
  const after = text.slice(end, end + REACH_BEHIND);
  const { down, up } = DIRECTIONS[language];
  if (down.after.test(after) || down.before.test(before)) return "down";
  return up.after.test(after) || up.before.test(before) ? "up" : undefined;
}
