import type { Amount, Fact, Unit } from "#facts/fact.ts";
import { nameOf } from "#lexicon/lexicon.ts";
import type { Page } from "./page.ts";

const NO_SPACE_BEFORE = new Set<Unit>(["%", "celsius"]);

/** What a fact says, in the page's language: its amount, its dates or its term; undefined where only words hold it. */
export function factValue(page: Page, { amount, date, term }: Fact): string | undefined {
  const parts = [
    term === undefined ? undefined : nameOf(term, page.language),
    amount === undefined ? undefined : amountText(page, amount),
    date === undefined ? undefined : dateText(page, date),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(page.language === "ja" ? "、" : ", ");
}

function amountText({ t, language }: Page, { min, max, unit, per }: Amount): string {
  const number = new Intl.NumberFormat(language);
  const range = min === max ? number.format(min) : number.formatRange(min, max);
  const amount = joined(range, unitName(t, unit, max), language === "ja" || NO_SPACE_BEFORE.has(unit));
  return per === undefined ? amount : t("listing.per", { amount, unit: unitName(t, per, 1) });
}

/** The words hold `one|many` where a language tells them apart. */
function unitName(t: Page["t"], unit: Unit, amount: number): string {
  const [one = "", many = one] = t(`units.${unit}`).split("|");
  return amount === 1 ? one : many;
}

function joined(number: string, unit: string, tight: boolean): string {
  return tight && /^[^A-Za-z]/u.test(unit) ? number + unit : `${number} ${unit}`;
}

function dateText({ t, language }: Page, { from, to }: { from?: string | undefined; to?: string | undefined }): string | undefined {
  const day = (text: string) => {
    const withYear = !text.startsWith("--");
    const format = new Intl.DateTimeFormat(language, {
      day: "numeric",
      month: "long",
      timeZone: "UTC",
      ...(withYear && { year: "numeric" }),
    });
    return format.format(new Date(withYear ? text : text.replace("--", "2024-")));
  };
  if (from !== undefined && to !== undefined) return from === to ? day(from) : t("listing.fromTo", { from: day(from), to: day(to) });
  if (from !== undefined) return t("listing.from", { from: day(from) });
  return to === undefined ? undefined : t("listing.to", { to: day(to) });
}
