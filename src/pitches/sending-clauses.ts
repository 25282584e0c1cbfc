import type { Amount, Fact } from "#facts/fact.ts";
import { readAmounts } from "#facts/amounts.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { deliveryFees } from "./delivery-fees.ts";
import { countFrom, freeFrom, isFree } from "./free-from.ts";
import { addReading } from "./japanese-reading.ts";
import { knownClauses } from "./known-clauses.ts";
import { isLasting } from "./tell-amounts.ts";
import { writeAmount, type Manner } from "./write-amount.ts";
import { zonesIn, type Zone } from "./zones.ts";

/** A phrase of what sending costs, with its own amount or words. */
type Sending = { id: string; amount?: Amount; list?: (language: Language, manner?: Manner) => string };

/** What sending costs, who pays it for small orders, and from which order on nobody does. */
export function sendingClauses(fact: Fact): Sending[] {
  const isApart = regionOf(fact) !== undefined;
  const fees = deliveryFees(fact).map(({ cost, zone, under, pace, varies }): Sending => {
    const id = pace === undefined ? "fee" : `fee-${pace}`;
    if (varies && zone === undefined) return { id: "fee-varies", amount: cost };
    if (under !== undefined) return { id: "fee-under", amount: cost, list: written(under) };
    return zone === undefined || isApart ? { id, amount: cost } : { id: `${id}-to`, amount: cost, list: nameOf(zone) };
  });
  const least = fees.some(({ id }) => id === "fee-under") ? undefined : paysUnder(fact);
  return [...fees, ...(least === undefined ? [] : [{ id: "buyer-pays-under", list: written(least) }]), ...freeOrder(fact)];
}

function freeOrder(fact: Fact): Sending[] {
  const floor = freeFrom(fact);
  const [zone, ...others] = zonesIn(fact.text).zones;
  if (floor === undefined && zone !== undefined && others.length === 0 && isFree(fact))
    return knownClauses(fact).some(({ id }) => PLACES_SENT_TO.has(id)) ? [] : [{ id: "free-to", list: nameOf(zone) }];
  if (floor === undefined) {
    const count = zone === undefined ? countFrom(fact) : undefined;
    return count === undefined ? [] : [{ id: "free-from-count", list: count }];
  }
  if (others.length > 0) return [];
  return [zone === undefined ? { id: "free-from", amount: floor } : { id: "free-from-to", amount: floor, list: nameOf(zone) }];
}

/** `đơn dưới 3kg khách chịu phí` */
function paysUnder(fact: Fact): Amount | undefined {
  if (!paysFreight(fact)) return undefined;
  const [least, ...others] = readAmounts(fact.text, "vi").filter(({ start }) => UNDER.test(foldText(fact.text.slice(0, start))));
  if (least?.unit === undefined || others.length > 0) return undefined;
  return { min: least.min, max: least.max, unit: least.unit };
}
const UNDER = /(?<![a-z])duoi $/;

function paysFreight(fact: Fact): boolean {
  return knownClauses(fact).some(({ id }) => id === "buyer-pays-freight");
}

/** Who pays is told with the orders that it is for. */
export function isToldWithOrders(id: string, fact: Fact): boolean {
  return id === "buyer-pays-freight" && UNDER_SO_MUCH.test(foldText(fact.text));
}
const UNDER_SO_MUCH = /(?<![a-z])(?:duoi|tren|tu) \d/;

/** `tỉnh khác gửi xe lạnh`, `ngoài bắc đi máy bay 1 ngày`: a part of the country with its own way; a fee alone names its place itself. */
export function regionOf(fact: Fact): Zone | undefined {
  if (fact.kind !== "delivery") return undefined;
  const { zones } = zonesIn(fact.text);
  const [zone] = zones;
  if (zone?.apart !== true || zones.length > 1 || (zone.id === "provinces" && !OTHER_PROVINCES.test(foldText(fact.text)))) return undefined;
  return deliveryFees(fact).length > 0 && !isLasting(fact) && knownClauses(fact).every(({ id }) => id === "cod") ? undefined : zone;
}
const OTHER_PROVINCES = /(?<![a-z])tinh (?:khac|xa)(?![a-z])|^(?:(?:di|cac) )?tinh \d|^ngoai tinh(?![a-z])/;

/** Whether it is told what sending costs, or that it costs nothing. */
export function tellsFreight(facts: readonly Fact[]): boolean {
  return facts.some((fact) => fact.kind === "delivery" && (sendingClauses(fact).length > 0 || paysFreight(fact) || isFree(fact)));
}

/** These do not say how goods are sent. */
export const NO_WAY: ReadonlySet<string> = new Set([
  "delivers",
  "no-shipping",
  "pick-up",
  "cod",
  "truck-access",
  "free-from",
  "free-from-to",
  "free-from-count",
  "buyer-pays-freight",
  "buyer-pays-under",
]);

/** These only say where to; so does a fee with its place. */
export const PLACES_SENT_TO: ReadonlySet<string> = new Set(["in-city", "express-city", "nationwide", "saigon", "hanoi"]);

function nameOf(zone: Zone): (language: Language) => string {
  return (language) => zone[language];
}

function written(amount: Amount): (language: Language, manner?: Manner) => string {
  return (language, manner) => (language === "ja" ? addReading(writeAmount(amount, language)) : writeAmount(amount, language, manner));
}
