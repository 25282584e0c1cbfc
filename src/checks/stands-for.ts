import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { dozenOf, isInTens } from "#facts/explained-dozens.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { unitTable } from "#lexicon/units.ts";
import { isByPiece, isByTheDozen, isByThePair, isOfAPair, tellsPairs } from "./by-the-pair.ts";
import type { Told } from "./ground.ts";
import { HOLDERS } from "./holders.ts";
import { isOfLiving } from "./living.ts";
import { isOfMany, isOneOutOfAPack } from "./one-out-of-many.ts";
import { paceOf } from "./paces.ts";
import { isHours, isOnlyWithin, isSunned } from "./within-a-day.ts";

/** True where a told amount may stand for one that the notes hold: the same value, said of the same sort of thing. */
export function standsFor(amount: AmountMention, held: AmountMention, told: Told): boolean {
  return (
    (agrees(amount, held) || isCalledSo(amount, held, told)) &&
    !((MEASURED.has(held.dimension) || isOfThings(held)) && isTimes(amount, told)) &&
    !(OF_UNITS.has(amount.dimension) && isCounted(held, told.ground)) &&
    !(LASTING.has(held.dimension) && isMadeSoFast(amount, told)) &&
    !(MEASURED.has(held.dimension) && isOfLiving(amount, told)) &&
    !(isSunned(held) && isHours(amount, told)) &&
    !(isInTens(held) && !isInTens(amount) && dozenOf(told.ground.notes) !== undefined) &&
    !(isByPiece(amount, told.text) && (isByTheDozen(held, told.ground) || isByThePair(held, told.ground))) &&
    !(isOfAPair(amount, told.text) && !isByThePair(held, told.ground) && tellsPairs(told.ground)) &&
    !(isAge(amount, told.text) && !isAge(held, told.ground.notes) && told.ground.amounts.some((one) => isAge(one, told.ground.notes))) &&
    !isOfMany(held, amount.per, told.ground) &&
    !isOnlyWithin(amount, held, told) &&
    !isOneOutOfAPack(amount, held, told) &&
    !isPieces(amount, held, told) &&
    !isOneEndByTheKilo(amount, held, told) &&
    !isAtAnotherPace(amount, held, told) &&
    !isOfTheOtherBox(amount, held, told) &&
    !(amount.dimension === "%" && held.dimension === "celsius" && !isOfSpirit(held, told))
  );
}

/** So many degrees are so much per cent of a drink only: "acidity 30%" is no `dưới 30 độ`. */
function isOfSpirit({ start, end }: AmountMention, { text, ground: { notes } }: Told): boolean {
  return (
    ALCOHOL.test(text) ||
    (SPIRIT.test(notes) &&
      !/(?:dưới|duoi|trên|tren|nhiệt|nhiet|mát|mat|lạnh|lanh|ở|o)[^,;.]{0,6}$/u.test(notes.slice(Math.max(0, start - 12), start)) &&
      !/^ ?c(?!\p{L})/u.test(notes.slice(end, end + 3)))
  );
}
const SPIRIT = /(?<!\p{L})(?:rượu|ruou|vang|bia)(?!\p{L})/u;
const ALCOHOL = /rượu|cồn|(?<!\p{L})(?:bia|vang|abv|vol|alcohol|spirits?|liquors?|wines?|proof)(?!\p{L})|アルコール|酒|焼酎|ワイン/iu;

/** "200 bags" of the notes' `200 cái`, where what they sell is a bag. */
function isCalledSo({ unit, min, max }: AmountMention, held: AmountMention, { ground }: Told): boolean {
  // `thùng 5 cây`: no trees are boxed.
  if (unit === "pack" && held.unit === "tree" && CASE_BEFORE.test(ground.notes.slice(Math.max(0, held.start - 6), held.start)))
    return held.min === min && held.max === max;
  if (unit === undefined || held.dimension !== "count" || held.unit !== undefined || held.min !== min || held.max !== max) return false;
  const { folded } = unitTable("vi");
  return ground.facts.some(({ kind, quote }) => kind === "product" && folded.get(foldText(quote.split(/\s/u)[0] ?? ""))?.unit === unit);
}

const CASE_BEFORE = /(?:thùng|thung|kiện|kien) $/u;

/** `10個` of the notes' `10 hộp`, in a text that has so many 個 in each box, and not so many boxes in a case. */
function isPieces({ quote, end }: AmountMention, { unit }: AmountMention, { text, language, amounts, ground }: Told): boolean {
  if (language !== "ja" || !HOLDERS.has(unit ?? "") || !/[\d一二三四五六七八九十]個$/u.test(quote)) return false;
  const isInside = (at: number) => text[at] === "入" || text[at] === "詰";
  const isOfThem = (many: number) => ground.amounts.some((held) => held.unit === unit && held.min === many && held.max === many);
  return !isInside(end) && amounts.some((one) => one.quote.endsWith("個") && isInside(one.end) && !isOfThem(one.max));
}

/** "10 fish to the kilo" of `8-10 con/kg`, `10 tổ mỗi 100g`: what is counted stands between, and it is one end all the same; not behind "eight or". */
function isOneEndByTheKilo(
  { dimension, min, max, start, end }: AmountMention,
  held: AmountMention,
  { text, language, amounts }: Told,
): boolean {
  if (language === "ja" || dimension !== "none" || min !== max || held.min === held.max) return false;
  if (held.per !== "kg" && held.rate === undefined) return false;
  if (!BY_THE_KILO[language].test(text.slice(end, end + BY_THE_KILO_REACH))) return false;
  return !(max === held.max && amounts.some((one) => one.max === held.min && OR.test(text.slice(one.end, start))));
}
const OR = /^ (?:or|hoặc|hay) $/iu;
const BY_THE_KILO = {
  vi: /^ \p{L}+(?: (?:một|mỗi|cho|trên))? ?(?:\/ ?)?(?:ký|kg|cân|lạng|\d{2,3} ?g)(?!\p{L})/iu,
  en: /^ \p{L}+(?: \p{L}+)? (?:(?:to|in|per|make|makes) (?:a |the |one |each |every )?|an? )(?:kilo(?:gram)?|kg|\d{2,3} ?g)(?!\p{L})/iu,
};
const BY_THE_KILO_REACH = 48;

/** 1か月に45箱 of the notes' `mỗi ngày 45 hộp`. */
function isAtAnotherPace(amount: AmountMention, held: AmountMention, { text, language, ground }: Told): boolean {
  if (!MADE.has(amount.dimension)) return false;
  const pace = paceOf(held, ground.notes, "vi");
  // Three a day are no three pupils either.
  const isOfPeople = pace === undefined && held.dimension === "none" && PEOPLE.test(ground.notes.slice(held.end, held.end + 8));
  const told = pace === undefined && !isOfPeople ? undefined : paceOf(amount, text, language);
  // One crop may be a year's.
  if (pace === "crop" && told === "year") return false;
  return told !== undefined && told !== pace && !(isOfPeople && PEOPLE_TOLD.test(text.slice(amount.end, amount.end + 20)));
}
const PEOPLE = /^ ?(?:người|nguoi|thợ|học trò)(?!\p{L})/u;
const PEOPLE_TOLD =
  /^ ?(?:người|nguoi|thợ|khách|học|\p{L}* ?(?:people|persons?|guests?|visitors?|students?|workers?|pickers?|makers?)|人|名)/iu;
const MADE = new Set(["count", "none", "mass", "volume", "length"]);

/** "180 boxes" of the notes' `MOQ 180 thùng`, where they have boxes in those cartons and so has the text. */
function isOfTheOtherBox(amount: AmountMention, held: AmountMention, told: Told): boolean {
  // `24 hộp 1 thùng` tells both.
  if (held.dimension !== "count" || held.per !== undefined || amount.per !== undefined) return false;
  const { small, large } = BOXES[told.language];
  const [word, heldWord] = [lastWord(amount.quote), lastWord(held.quote)];
  const isOther = (small.test(word) && BOXES.vi.large.test(heldWord)) || (large.test(word) && BOXES.vi.small.test(heldWord));
  return isOther && tellsBoth(told);
}

const tellers = new WeakMap<Told, boolean>();
/** The notes have both, and so has the text; Vietnamese has their very words. */
function tellsBoth(told: Told): boolean {
  const known = tellers.get(told);
  if (known !== undefined) return known;
  const has = (text: string, { small, large } = BOXES.vi) => small.test(text) && large.test(text);
  const both = has(told.ground.notes) && (told.language === "vi" || has(told.text, BOXES[told.language]));
  tellers.set(told, both);
  return both;
}
const lastWord = (quote: string): string => /(?:\p{Script=Latin}\p{M}*)+$|[\p{Script=Han}\p{Script=Katakana}ー]+$/u.exec(quote)?.[0] ?? "";
/** What holds the goods, and what holds it. */
const BOXES: Record<Language, { small: RegExp; large: RegExp }> = {
  vi: { small: /(?<!\p{L})(?:hộp|hop)(?!\p{L})/iu, large: /(?<!\p{L})(?:thùng|thung|kiện|kien)(?!\p{L})/iu },
  en: { small: /(?<!\p{L})(?:box|boxes|packs?|packets?)(?!\p{L})/iu, large: /(?<!\p{L})(?:cartons?|cases?|crates?)(?!\p{L})/iu },
  ja: { small: /(?<!段ボール|ダンボール)(?:箱|パック)/u, large: /ケース|カートン|段ボール|ダンボール/u },
};

/** 20回, "20 coats" of the notes' `20x12 cm`: no length is a count. */
function isTimes({ dimension, end }: AmountMention, { text, language }: Told): boolean {
  return (dimension === "none" || dimension === "count") && TIMES[language].test(text.slice(end, end + 12));
}
const TIMES: Record<Language, RegExp> = {
  vi: /^ (?:lần|lớp|lượt|công đoạn|bước)(?!\p{L})/iu,
  en: /^ (?:times|coats|layers|rounds|stages)(?!\p{L})/iu,
  ja: /^(?:回|度(?!数)|層|重|工程)/u,
};
const MEASURED = new Set(["length", "mass", "volume", "VND", "USD", "JPY", "%"]);

/** `bộ 4 chiếc`: no layers, no coats. */
function isOfThings({ dimension, quote }: AmountMention): boolean {
  return (
    dimension === "count" &&
    /(?:cái|chiếc|con|hộp|thùng|túi|gói|chai|hũ|trái|quả|củ|cai|chiec|hop|thung|tui|goi|hu|trai|qua|cu)$/iu.test(quote)
  );
}

/** "2 months" of the notes' `sàng 2 lần`, `phơi 2 nắng`: they say what they count. */
function isCounted({ dimension, end }: AmountMention, { notes }: Told["ground"]): boolean {
  return dimension === "none" && COUNTED.test(notes.slice(end, end + 8));
}
const LASTING = new Set(["day", "month", "time"]);
const OF_UNITS = new Set([...LASTING, "mass", "volume"]);

/** "Three scarves a day" of the notes' `3 ngày 1 khăn`. */
function isMadeSoFast(amount: AmountMention, { text, language }: Told): boolean {
  const isEither = text.slice(0, amount.start).endsWith(" or ");
  return amount.dimension === "none" && !isEither && paceOf(amount, text, language) !== undefined;
}
const COUNTED =
  /^ (?!(?:đến|den|tới|toi|hoặc|hoac|hay|và|va|với|voi|rưỡi|ruoi|thì|thi|là|la|ở|trong|nếu|neu|còn|free|miễn|mien)(?!\p{L}))\p{L}|^sao/iu;

/** "40 years old" of the notes' `bà 70 tuổi, làm nghề 40 năm`. */
function isAge({ unit, quote, end, max }: AmountMention, text: string): boolean {
  // A craft is 300 years old, and nobody is.
  return unit === "year" && max <= AGE_MAX && AGE.test(quote + text.slice(end, end + 6));
}
const AGE_MAX = 120;
const AGE = /(?:tuổi|tuoi)|\byears old/iu;
