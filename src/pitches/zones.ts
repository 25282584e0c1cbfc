import { z } from "zod";
import { lightText } from "#facts/fold.ts";
import { said } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, nameOf, termsIn } from "#lexicon/lexicon.ts";
import { nameTown } from "./places-sent-to.ts";
import data from "./zones.json" with { type: "json" };

const zoneSchema = z.strictObject({
  id: z.string(),
  said: z.string(),
  /** A part of the country with its own way of sending. */
  apart: z.boolean().optional(),
  vi: z.string(),
  en: z.string(),
  ja: z.string(),
});
const zones = z.array(zoneSchema).parse(data.zones);
const matchers = zones.map((zone) => ({ zone, pattern: said(zone.said) }));
const WITHIN_TOWN = said("(?:nội (?:thành|ô)|trong (?:thành phố|tp|thị xã|nội thành|phố))(?: (?:tp|thành phố|thị xã))? @");

/** Where something goes: `nội thành Huế` and `ngoài bắc` as each language says it, behind `giao`, `delivery`, へ. */
export type Zone = { id: string; apart: boolean } & Record<Language, string>;

/** The zones that some words name, and the words without them; `@` stands for no place any more. */
export function zonesIn(text: string): { zones: Zone[]; rest: string } {
  const named = termsIn(text, "vi").filter(({ id }) => findTerm(id)?.kind === "place" && nameOf(id, "ja") !== undefined);
  let rest = lightText(named.reduceRight((words, { start, end }) => `${words.slice(0, start)}@${words.slice(end)}`, text));
  const towns = [...new Set(named.map(({ id }) => id))];
  const found: Zone[] = [];
  if (towns.length > 0) {
    const isWithin = towns.length === 1 && new RegExp(WITHIN_TOWN.source, "u").test(rest);
    rest = rest.replace(WITHIN_TOWN, " ").replaceAll("@", " ");
    found.push(townZone(towns, isWithin));
  }
  for (const { zone, pattern } of matchers) {
    const without = rest.replace(pattern, " ");
    if (without !== rest) found.push({ ...zone, apart: zone.apart === true });
    rest = without;
  }
  return { zones: found, rest };
}

function townZone(ids: readonly string[], isWithin: boolean): Zone {
  const names = (language: Language, and: string) => ids.map((id) => nameTown(id, language)).join(and);
  return {
    id: isWithin ? "in-town" : "towns",
    apart: false,
    vi: `${isWithin ? "nội thành " : ""}${names("vi", " và ")}`,
    en: `${isWithin ? "within" : "to"} ${names("en", " and ")}`,
    ja: `${names("ja", "と")}${isWithin ? "市内[しない]" : ""}`,
  };
}
