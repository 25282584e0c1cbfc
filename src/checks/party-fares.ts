import { agrees } from "#facts/agree-amounts.ts";
import { foldText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, ReadText, Told } from "./ground.ts";
import { smallNumber, smallValue } from "./small-numbers.ts";
import { isMoney, MONEY } from "./worked-out.ts";

const GUESTS = ["adult", "child"] as const;
type Guest = (typeof GUESTS)[number];
/** What the notes ask for one of them. */
export type Fare = { guest: Guest; price: number };
type Guests = Span & { guest: Guest; count: number };

/** Vietnamese bare of its marks. */
const NAMES: Record<Language, Record<Guest, string>> = {
  vi: { adult: "nguoi lon|vo chong|khach lon", child: "tre em|tre con|tre nho|con nit|con nho|em be|be|tre|chau" },
  en: { adult: "adults?|grown-?ups?|parents", child: "child(?:ren)?|kids?|youngsters?" },
  ja: { adult: "大人|おとな", child: "子ども|子供|こども|お子(?:さん|さま|様)|小人" },
};
const either = (language: Language) => GUESTS.map((guest) => `(?<${guest}>${NAMES[language][guest]})`).join("|");
/** `hai người lớn`, "a child", 大人2名: so many of them. */
const COUNTED: Record<Language, RegExp> = {
  vi: new RegExp(`(?<![\\p{L}\\d.,-])(?<count>${smallNumber("vi")}) (?:ve |dua |ban )?(?:${either("vi")})(?!\\p{L})`, "gu"),
  en: new RegExp(`(?<![\\p{L}\\d.,-])(?<count>an?|${smallNumber("en")}) (?:${either("en")})(?!\\p{L})`, "gu"),
  ja: new RegExp(`(?:${either("ja")})(?<count>${smallNumber("ja")})[名人]`, "gu"),
};
const MAY_COUNT: Record<Language, RegExp> = {
  vi: /người lớn|vợ chồng|khách lớn|nguoi lon|vo chong|khach lon/u,
  en: /adult|grown-?up|parents/u,
  ja: /大人|おとな/u,
};
const OWN_BEFORE = new RegExp(`(?<!\\p{L})(?:${either("vi")})(?!\\p{L})[^,;(\\n]{0,24}$`, "u");
const OWN_BEHIND = new RegExp(`^ ?/? ?(?:(?:mot|moi|1) )?(?:${either("vi")})(?!\\p{L})`, "u");
const REACH = 40;
const SENTENCE_END = /[。！？!?\n]|\.\s/u;

/** `vé 60k/người lớn, trẻ em 35k` */
export function faresIn({ text, amounts }: ReadText): Fare[] {
  const prices = amounts.filter(({ dimension, min, max }) => MONEY.has(dimension) && min === max);
  return prices.flatMap(({ start, end, min }, at) => {
    const lead = text.slice(Math.max(prices[at - 1]?.end ?? 0, start - REACH), start);
    const named = OWN_BEFORE.exec(foldText(lead)) ?? OWN_BEHIND.exec(foldText(text.slice(end, end + REACH)));
    const guest = GUESTS.find((one) => named?.groups?.[one] !== undefined);
    return guest === undefined ? [] : [{ guest, price: min }];
  });
}

/**
 * "A family of two adults and a kid is 155,000 VND": `held` are the sum and the guests it is of; another sum told right behind them
 * is strange.
 */
export function partySums(told: Told): { held: Span[]; strange: Found[] } {
  const { language, light, text, amounts, ground, say } = told;
  if (!MAY_COUNT[language].test(light.text) || amounts.length > AMOUNTS_MAX) return { held: [], strange: [] };
  const sums = amounts.filter(isMoney);
  // "180,000 VND for an adult": whom the fare is of.
  const guests = guestsIn(told).filter(
    ({ start, count }) => count > 1 || !sums.some(({ end }) => end <= start && FARE_OF.test(text.slice(end, start))),
  );
  const held: Span[] = [];
  const strange: Found[] = [];
  if (guests.length === 0) return { held, strange };
  const fares = ground.fares();
  let from = 0;
  for (const sum of sums) {
    const party = guests.filter(({ start, end }) => start >= from && end <= sum.start);
    const [first, last] = [party[0], party.at(-1)];
    from = sum.end;
    if (first === undefined || last === undefined || sum.start - last.end > REACH) continue;
    if (SENTENCE_END.test(text.slice(first.end, sum.start))) continue;
    const due = dueOf(party, fares);
    const { start, end, quote, min, max } = sum;
    if (min === max && min === due) held.push({ start, end }, ...party);
    else if (due !== undefined && party.length > 1 && !ground.amounts.some((other) => agrees(sum, other)))
      strange.push({ kind: "number", start, end, message: say("number", { quote }) });
  }
  return { held, strange };
}
const FARE_OF = /^ ?(?:\/ ?|for |per |cho )?$/u;
/** A text of more numbers is no seller's. */
const AMOUNTS_MAX = 200;
const COUNTED_MAX = 40;

function guestsIn({ light, language }: Told): Guests[] {
  const bare = language === "vi" ? foldText(light.text) : light.text;
  const counted = bare.matchAll(COUNTED[language]).take(COUNTED_MAX).toArray();
  return counted.flatMap(({ index, 0: quote, groups }) => {
    const guest = GUESTS.find((one) => groups?.[one] !== undefined);
    const said = groups?.["count"] ?? "";
    const count = /^an?$/u.test(said) ? 1 : smallValue(said, language);
    return guest === undefined ? [] : [{ ...light.span(index, index + quote.length), guest, count }];
  });
}

/** What they pay together; nothing where the notes ask no price or several of one of them. */
function dueOf(party: readonly Guests[], fares: readonly Fare[]): number | undefined {
  let due = 0;
  for (const { guest, count } of party) {
    const [price, ...others] = new Set(fares.flatMap((fare) => (fare.guest === guest ? [fare.price] : [])));
    if (price === undefined || others.length > 0) return undefined;
    due += price * count;
  }
  return due;
}
