import { agrees } from "#facts/agree-amounts.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { FARE_REACH, type Fare } from "./fares.ts";
import type { Found, Told } from "./ground.ts";
import { guestsIn, type Guests } from "./guests.ts";
import { isMoney } from "./worked-out.ts";

const MAY_COUNT: Record<Language, RegExp> = {
  vi: /người lớn|vợ chồng|(?:bố|ba|cha) mẹ|khách lớn|nguoi lon|vo chong|khach lon/u,
  en: /adult|grown-?up|parents|couple/u,
  ja: /大人|おとな|夫婦|両親/u,
};
const SENTENCE_END = /[。！？!?\n]|\.\s/u;

/**
 * "A family of two adults and a kid is 155,000 VND": `held` are the sum and the guests it is of; another sum told right behind them
 * is strange.
 */
export function partySums(told: Told): { held: Span[]; strange: Found[] } {
  const { language, light, text, amounts, ground, say } = told;
  const fares = MAY_COUNT[language].test(light.text) && amounts.length <= AMOUNTS_MAX ? ground.fares() : [];
  if (fares.length === 0) return { held: [], strange: [] };
  const sums = amounts.filter(isMoney);
  // "180,000 VND for an adult": whom the fare is of.
  const guests = guestsIn(told).filter(
    ({ start, count }) => count > 1 || !sums.some(({ end }) => end <= start && FARE_OF.test(text.slice(end, start))),
  );
  const held: Span[] = [];
  const strange: Found[] = [];
  if (guests.length === 0) return { held, strange };
  let from = 0;
  for (const sum of sums) {
    const party = guests.filter(({ start, end }) => start >= from && end <= sum.start);
    const [first, last] = [party[0], party.at(-1)];
    from = sum.end;
    if (first === undefined || last === undefined || sum.start - last.end > FARE_REACH) continue;
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

/** What they pay together; nothing where the notes ask no price or several of one of them. */
function dueOf(party: readonly Guests[], fares: readonly Fare[]): number | undefined {
  const size = party.reduce((sum, { count }) => sum + count, 0);
  let due = 0;
  for (const { guest, count, age } of party) {
    const own = fares.filter((fare) => fare.guest === guest && fare.least <= size && isOfAge(fare, age));
    // A party of so many pays less than one or two.
    const most = Math.max(...own.map(({ least }) => least));
    const [price, ...others] = new Set(own.flatMap((fare) => (fare.least === most ? [fare.price] : [])));
    if (price === undefined || others.length > 0) return undefined;
    due += price * count;
  }
  return due;
}

/** A child of whom no age is told is none that comes in free. */
function isOfAge({ price, ages }: Fare, age: number | undefined): boolean {
  if (age === undefined) return price > 0;
  return ages !== undefined && ages.from <= age && age < ages.before;
}
