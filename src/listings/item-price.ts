import type { Amount, Fact, Unit } from "#facts/fact.ts";
import { floorOf } from "#facts/price-floor.ts";
import { besidePrices } from "#pitches/beside-price.ts";
import type { OwnListing } from "#stories/find-listings.ts";
import type { Remark } from "./remark.ts";

export const CURRENCIES = ["VND", "USD", "JPY"] as const;
export type Currency = (typeof CURRENCIES)[number];
/** One sum in whole units of its currency, and what it is for. */
export type ItemPrice = { sum: number; currency: Currency; per: Unit | undefined };
type Found = { price: ItemPrice | undefined; remarks: Remark[] };
type Quoted = { price: ItemPrice; date?: string };

/**
 * The price a file can give a listing: the first in the notes that is one sum and for everybody. `currency`: the only one the
 * file takes; `converting`: also by the installation's rate of the day.
 */
export function itemPrice(own: OwnListing, { currency, converting = false }: { currency?: Currency; converting?: boolean } = {}): Found {
  const told = own.facts.filter(({ kind, amount }) => kind === "price" && amount !== undefined && currencyOf(amount) !== undefined);
  const none = (code: Remark["code"], facts?: Remark["facts"]): Found => ({
    price: undefined,
    remarks: [facts === undefined ? { code } : { code, facts }],
  });
  if (told.length === 0) return none("no-price");
  const doubtful = own.conflicts.filter(({ kind }) => kind === "two-prices").flatMap(({ factIds }) => factIds);
  const agreed = told.filter(({ id }) => !doubtful.includes(id));
  if (agreed.length === 0) return none("two-prices");
  const grades = besidePrices(told, own.words);
  const open = agreed.filter((fact) => floorOf(fact) === undefined && grades[told.indexOf(fact)]?.grade?.wholesale !== true);
  if (open.length === 0) return none("wholesale-only");
  const exact = open.filter(({ amount }) => amount !== undefined && amount.min === amount.max && amount.max > 0);
  if (exact.length === 0) return none("price-range");
  const quoted = exact.flatMap((fact) => quotedIn(fact, currency, converting));
  const [first] = quoted;
  if (first === undefined) return none(converting ? "no-yen" : "other-currency", { currency: exact[0]?.amount?.unit ?? "" });
  const remarks: Remark[] = [];
  if (new Set(quoted.map(({ price }) => JSON.stringify(price))).size > 1) remarks.push({ code: "several-prices" });
  if (first.date !== undefined) remarks.push({ code: "converted", facts: { date: first.date } });
  return { price: first.price, remarks };
}

/** The fact's sum in the currency asked for, else in its own. */
function quotedIn({ amount, converted }: Fact, currency: Currency | undefined, converting: boolean): Quoted[] {
  if (amount === undefined) return [];
  const own = priceOf(amount);
  if (own !== undefined && (currency === undefined || own.currency === currency)) return [{ price: own }];
  const other = converting ? converted?.amounts.find(({ unit }) => unit === currency) : undefined;
  const price = other === undefined ? undefined : priceOf(other);
  return price === undefined || converted === undefined ? [] : [{ price, date: converted.date }];
}

function priceOf(amount: Amount): ItemPrice | undefined {
  const currency = currencyOf(amount);
  return currency === undefined ? undefined : { sum: amount.max, currency, per: amount.per };
}

function currencyOf({ unit }: Amount): Currency | undefined {
  return CURRENCIES.find((currency) => currency === unit);
}

/** `25000`, `12.50`: as files write money. */
export function writeSum({ sum, currency }: ItemPrice): string {
  return sum.toFixed(currency === "USD" ? 2 : 0);
}
