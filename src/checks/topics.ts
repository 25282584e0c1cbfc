import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { readDates } from "#facts/dates.ts";
import type { Fact, FactKind } from "#facts/fact.ts";
import { foldText, lightText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm } from "#lexicon/lexicon.ts";
import { holdsClaim, tellsClaim } from "./claim-rules.ts";
import { tellsLasting } from "./lasting-words.ts";
import { katakanaIn, plainKana } from "./plain-kana.ts";
import { isPacksOfOne } from "./packs-of-one.ts";
import { isOfAnimals } from "./quarantine-papers.ts";
import { isReducedPrice } from "./reductions.ts";
import { quotedAmounts } from "./quoted-amounts.ts";
import type { Ground, Told } from "./ground.ts";

/** Something that a text may tell: a fact, a promise, where to call. */
export type Topic = {
  about: string;
  quote: string;
  /** Where keeping it from one buyer is a reason to stop: always, or only where every other buyer is told; else a warning. */
  grave: "always" | "alone" | "never";
  isTold(told: Told): boolean;
};

const WEIGHTY = new Set<FactKind>(["price", "certification", "award"]);
const MEASURED = new Set<FactKind>(["price", "pack", "stock", "minimum-order", "shelf-life", "sweetness", "size"]);
/** Promises with the same few words in every language. */
const COMPARED_CLAIMS = ["free-shipping", "nationwide", "refund", "export"];

/** Whatever tells that goods get to the buyer, or when they are ready: who tells neither tells no delivery. */
const SENT: Record<Language, RegExp> = {
  vi: /ship|giao|gửi|chuyển|chở|nhận|tới nơi|tận nơi|xe khách|nhà xe|bưu điện|lấy hàng|có hàng|xuất/u,
  en: /ship|deliver|sen[dt]|dispatch|post|courier|freight|transport|arriv|reach|collect|pick|bring|brought|door|coach|bus|truck|available|ready|takes|go(?:es)? out|leave|fob|cif|export|pay|(?:days?|hours?|overnight|week) to /u,
  ja: /発送|配送|届|送|便|配達|着|出荷|納品|納期|仕上|お渡し|引き取り|受け取り|用意|輸送|輸出|運|バス|トラック|航空/u,
};
/** Places that the lexicon does not spell so: a katakana name with what kind of place it is. */
const JAPANESE_PLACE = /[\u30a1-\u30fa\u30fc]{2,}(?:・[\u30a1-\u30fa\u30fc]+)*(?:省|市|県|郡|区|村|町|島|産|地方|高原|湖|湾|の)/u;

const known = new WeakMap<readonly Fact[], readonly Topic[]>();

/** What the grower's words hold that could be told to one buyer and kept from another. */
export function topicsOf(ground: Ground): readonly Topic[] {
  const topics = known.get(ground.facts) ?? [...ground.facts.flatMap(topicOf), ...shared(ground)].map(askedOnce);
  known.set(ground.facts, topics);
  return topics;
}

/** Each text is asked once, though it is compared with two others. */
function askedOnce(topic: Topic): Topic {
  const answers = new WeakMap<Told, boolean>();
  const isTold = (told: Told) => {
    const answer = answers.get(told) ?? topic.isTold(told);
    answers.set(told, answer);
    return answer;
  };
  return { ...topic, isTold };
}

function topicOf(fact: Fact): Topic[] {
  const { kind, quote, term } = fact;
  const topic = (isTold: Topic["isTold"]): Topic[] => [{ about: kind, quote, grave: WEIGHTY.has(kind) ? "always" : "alone", isTold }];
  if (kind === "certification" && term !== undefined)
    return topic((told) => told.terms.some(({ id }) => isCertificate(id, term) || isOfAnimals(id, quote)));
  if (kind === "award") {
    const years: string[] = quote.match(/(?:19|20)\d\d/g) ?? [];
    return years.length === 0
      ? []
      : topic((told) => told.amounts.some(({ dimension, min }) => dimension === "calendar-year" && years.includes(String(min))));
  }
  if (kind === "season") return seasonOf(fact, topic);
  if (!MEASURED.has(kind) || fact.amount === undefined) return [];
  const { unit } = fact.amount;
  const amounts = quotedAmounts(fact).filter((amount) => amount.unit === unit);
  // A litre bottle may be told as "a litre", a fruit of one kilo as "about a kilo", one net as "a net".
  if ((kind === "pack" || kind === "size" || kind === "minimum-order") && amounts.every(({ min, max }) => min === 1 && max === 1))
    return [];
  // `bớt 10k/thùng` is told by what is left, too.
  const isOff = kind === "price" && COMES_OFF.test(lightText(quote));
  return amounts.length === 0
    ? []
    : topic(
        (told) =>
          amounts.some(
            (held) =>
              told.amounts.some(tellerOf(held)) ||
              tellsEnds(told, held) ||
              tellsLasting(told, held) ||
              tellsBoth(told, held) ||
              tellsPacks(told, held),
          ) ||
          (isOff && told.amounts.some((amount) => isReducedPrice(amount, told))),
      );
}

/** "The small ones are 700 g, the big ones a kilo and a half": a range by its ends. */
function tellsEnds({ amounts }: Told, held: AmountMention): boolean {
  const { min, max } = held;
  if (min === max) return false;
  const [least, most] = [
    { ...held, max: min },
    { ...held, min: max },
  ];
  return amounts.some((said) => agrees(perless(said), perless(least))) && amounts.some((said) => agrees(perless(said), perless(most)));
}

/** "A case of six litre bottles" of `thùng 6 chai`. */
function tellsPacks(told: Told, { dimension, min, max }: AmountMention): boolean {
  return dimension === "count" && min === max && told.amounts.some((said) => said.min === min && isPacksOfOne(said, told));
}

const COMES_OFF = /(?<!\p{L})(?:bớt|bot|giảm|giam|trừ|tru|ck)(?!\p{L})/u;

/** "Both for 130,000 VND", cả hai, `lấy cả ba`: a set of so many without its number; "one of each": a set of the notes without its. */
function tellsBoth({ light, language, ground }: Told, { dimension, min, max }: AmountMention): boolean {
  if (dimension !== "count" || min !== max || min < 2) return false;
  const isAllOf = max === 2 ? BOTH[language].test(light.text) : language === "vi" && ALL_OF[max]?.test(light.text) === true;
  return isAllOf || (OF_EACH[language].test(light.text) && ground.sets().some(({ pieces: [many] }) => many === min));
}
/** "All five" would be all year. */
const ALL_OF: Readonly<Record<number, RegExp>> = {
  3: /(?<!\p{L})cả ba(?!\p{L})/u,
  4: /(?<!\p{L})cả bốn(?!\p{L})/u,
  6: /(?<!\p{L})cả sáu(?!\p{L})/u,
  10: /(?<!\p{L}|(?:\d|(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|vài|mấy)) )chục(?!\p{L})/u,
};
const BOTH: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:cả (?:hai|đôi|cặp)|nguyên (?:cặp|đôi))(?!\p{L})/u,
  en: /(?<!\p{L})(?:both|(?:the|a) (?:pair|couple)|one of each|together)(?!\p{L})/u,
  ja: /両方|ペア|ふたつ|各1/u,
};
const OF_EACH: Record<Language, RegExp> = {
  vi: /(?<!\p{L})(?:mỗi|đủ) (?:loại|thứ|vị|món|màu)(?!\p{L})/u,
  en: /(?<!\p{L})(?:one|two|three|four|five|six|\d) (?:\p{L}+ )?(?:of|from) each(?!\p{L})/u,
  ja: /各[1-6１-６一二三四五]|ずつ/u,
};

function isCertificate(id: string, held: string): boolean {
  return id === held || (held.startsWith("cert.organic") && id.startsWith("cert.organic"));
}

/** A price per kilo may be told as "a kilo costs", a pack of one kilo as "per 1 kg". */
function tellerOf(held: AmountMention): (said: AmountMention) => boolean {
  const bare = perless(held);
  return (said) => agrees(perless(said), bare) || (held.min === 1 && held.max === 1 && said.per !== undefined && said.per === held.unit);
}

function perless(amount: AmountMention): AmountMention {
  if (amount.per === undefined && amount.rate === undefined && amount.each === undefined) return amount;
  const { per: _per, rate: _rate, each: _each, ...bare } = amount;
  return bare;
}

const QUARTER = 3;

/** Of the moon, in Vietnamese notes. */
export const LUNAR =
  /âm lịch|am lich|chạp|chap(?!\p{L})|giêng|gieng|tết|tet(?!\p{L})|rằm|ram(?!\p{L})|(?<!\p{L})(?:âl|al|âm|am)(?!\p{L})/iu;

function seasonOf({ quote, date }: Fact, topic: (isTold: Topic["isTold"]) => Topic[]): Topic[] {
  // Lunar months are told in too many ways to be compared.
  if (LUNAR.test(quote)) return [];
  const dated = [date?.from, date?.to].map((day) => Number(day?.split("-").at(-2)));
  const months = [...dated, ...readDates(quote, "vi").map(({ month }) => month ?? Number.NaN)].filter((month) => !Number.isNaN(month));
  if (months.length === 0) return [];
  const monthOf = ({ dimension, min }: AmountMention) =>
    dimension === "calendar-date" ? Math.floor(min / 100) : dimension === "calendar-month" ? min : undefined;
  const quarters = months.map((month) => Math.ceil(month / QUARTER));
  const tellsQuarter = ({ dimension, min }: AmountMention) => dimension === "calendar-quarter" && quarters.includes(min);
  return topic((told) => told.amounts.some((amount) => months.includes(monthOf(amount) ?? 0) || tellsQuarter(amount)));
}

function shared(ground: Ground): Topic[] {
  const topics: Topic[] = COMPARED_CLAIMS.map((id) => ({
    about: id,
    quote: id,
    // Each language has many words for a promise: only of free delivery are they few.
    grave: id === "free-shipping" ? "alone" : "never",
    isTold: (told) => tellsClaim(told, id) && holdsClaim(ground, id),
  }));
  const origin = ground.facts.find(({ kind }) => kind === "origin");
  if (origin !== undefined)
    topics.push({ about: "origin", quote: origin.quote, grave: "alone", isTold: (told) => tellsPlace(told, ground) });
  const delivery = ground.facts.find(({ kind }) => kind === "delivery");
  if (delivery !== undefined)
    topics.push({
      about: "delivery",
      quote: delivery.quote,
      grave: "never",
      isTold: ({ light, language }) => SENT[language].test(light.text),
    });
  const contact = ground.facts.find(({ kind }) => kind === "contact");
  if (contact !== undefined && ground.phones.size > 0)
    topics.push({
      about: "contact",
      quote: contact.quote,
      grave: "alone",
      isTold: (told) => told.phones.length > 0 || /@|https?:|zalo|facebook|line/iu.test(told.text),
    });
  return topics;
}

/** ラクズオン is ラックズオン, カムライン カムラン, カッティエン カットティエン: no two writers spell a Vietnamese name alike. */
function soundsLikePlace(text: string, { facts }: Ground): boolean {
  const places = facts.flatMap(({ kind, term }) => (kind === "origin" && term !== undefined ? [findTerm(term)?.ja] : []));
  const names = new Set(places.flatMap((ja) => (ja === undefined ? [] : [ja.name, ...(ja.aliases ?? [])].flatMap(plainKana))));
  return katakanaIn(text).some((word) => plainKana(word).some((plain) => names.has(plain)));
}
function tellsPlace(told: Told, ground: Ground): boolean {
  if (told.terms.some(({ id }) => findTerm(id)?.kind === "place")) return true;
  if (told.language === "ja") return JAPANESE_PLACE.test(told.text) || soundsLikePlace(told.text, ground);
  const text = foldText(told.text);
  return ground.facts.some(({ kind, quote }) => kind === "origin" && ` ${text}`.includes(` ${lastTwo(foldText(quote))}`));
}

/** "From An Thai" of the notes' `Song Thằn An Thái`: a village is known by its last two syllables. */
function lastTwo(name: string): string {
  return name.split(" ").slice(-2).join(" ");
}
