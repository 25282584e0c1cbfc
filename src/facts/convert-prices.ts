import type { ExchangeRates } from "#config.ts";
import type { Amount, Fact } from "./fact.ts";

/** A rate of the day is no more exact than this. */
const DIGITS = 2;

/** Prices with what they come to in the currencies that the rates name, rounded to two digits. */
export function convertPrices(facts: readonly Fact[], rates: ExchangeRates | undefined): Fact[] {
  return facts.map((fact) => {
    const amounts = fact.kind === "price" && fact.amount !== undefined && rates !== undefined ? convert(fact.amount, rates) : [];
    return rates === undefined || amounts.length === 0 ? fact : { ...fact, converted: { date: rates.date, amounts } };
  });
}

function convert(amount: Amount, rates: ExchangeRates): Amount[] {
  const { unit } = amount;
  if (unit !== "VND" && unit !== "USD" && unit !== "JPY") return [];
  return (["VND", "USD", "JPY"] as const).flatMap((other) => {
    const rate = other === unit ? undefined : rates[unit]?.[other];
    if (rate === undefined) return [];
    return [{ ...amount, unit: other, min: rounded(amount.min * rate), max: rounded(amount.max * rate) }];
  });
}

function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS));
}
