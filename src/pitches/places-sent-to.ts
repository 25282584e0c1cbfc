import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, nameOf, termsIn } from "#lexicon/lexicon.ts";
import { addReading } from "./japanese-reading.ts";
import { isLasting } from "./tell-amounts.ts";
import { writeList } from "./write-list.ts";

/** `giao Huế 2 ngày`: the one place with the time right behind it. */
export function placeWithTime({ text }: Fact): string | undefined {
  const places = termsIn(text, "vi").filter(({ id }) => findTerm(id)?.kind === "place");
  const [place] = places;
  if (place === undefined || places.length > 1 || !TIME_BEHIND.test(foldText(text.slice(place.end)))) return undefined;
  return GOES_TO.test(foldText(text.slice(0, place.start))) ? place.id : undefined;
}
const TIME_BEHIND = /^ (?:(?:thi|la|khoang|tam|mat|trong|het) )*\d/;
const GOES_TO = /(?:^|(?<![a-z])(?:giao|ship|gui|di|toi|den|ra|vao|vo|ve|len|xuong)(?: hang)? )$/;

/** `giao nội thành Huế`: the town it is inside of. */
export function cityWithin({ text }: Fact): string | undefined {
  return termsIn(text, "vi").find(({ id, start }) => findTerm(id)?.kind === "place" && WITHIN.test(foldText(text.slice(0, start))))?.id;
}
const WITHIN = /(?<![a-z])noi (?:thanh|o)(?: (?:tp|thanh pho))? $/;

/** `giao tận nhà ở Huế`: the one town whose doors it is brought to. */
export function doorIn({ text }: Fact): string | undefined {
  const [place, ...others] = termsIn(text, "vi").filter(({ id }) => findTerm(id)?.kind === "place");
  return place !== undefined && others.length === 0 && TO_THE_DOOR.test(foldText(text.slice(0, place.start))) ? place.id : undefined;
}
const TO_THE_DOOR = /(?<![a-z])tan (?:nha|noi)(?: (?:khach|cho khach))?(?: (?:o|tai|trong|khu vuc|khap))? $/;

export function nameTown(id: string, language: Language): string {
  const name = (id === "place.ho-chi-minh" ? SAIGON[language] : nameOf(id, language)) ?? "";
  return language === "ja" ? addReading(name) : name;
}
/** As sellers say it: nobody reads out `TP.`. */
const SAIGON: Record<Language, string> = { vi: "Sài Gòn", en: "Saigon", ja: "サイゴン" };

/** Inside of a town, which in Japanese is its 市内. */
export function nameWithin(id: string, language: Language): string {
  const name = nameTown(id, language);
  return language === "ja" ? name.replace(/市(?:\[し\])?$/u, "") : name;
}

/** `ship Huế, Vinh`: the towns right behind the verb, where no word of a time, a way or a fee follows. */
export function townsSentTo({ text }: Fact): string[] {
  const places = termsIn(text, "vi").filter(({ id }) => findTerm(id)?.kind === "place");
  const [first] = places;
  const before = foldText(text.slice(0, first?.start));
  if (first === undefined || !(GOES_TO.test(before) || BY_WAY.test(before))) return [];
  const between = places.map(({ end }, at) => foldText(text.slice(end, places[at + 1]?.start)));
  return between.every((words, at) => (at === places.length - 1 ? words.trim() === "" : AND.test(words))) ? places.map(({ id }) => id) : [];
}
const BY_WAY = /(?<![a-z])(?:ship|gui|giao|di) (?:hang )?(?:bang )?(?:xe (?:lanh|khach|tai|do)|nha xe|chanh xe|may bay) $/;
const AND = /^[ ,-]*(?:va|voi)?[ ,-]*$/;

export function nameTowns(ids: readonly string[], language: Language): string {
  const names = [...new Set(ids.map((id) => nameTown(id, language)))];
  return language === "ja" ? names.join(names.length > 2 ? "、" : "と") : writeList(names, language);
}

/** Each once, in the grower's order. */
export function nameCountries(countries: readonly Record<Language, string>[], language: Language): string {
  const names = [...new Set(countries.map((country) => country[language]))];
  return language === "ja" ? names.join(names.length > 2 ? "、" : "と") : writeList(names, language);
}

/** How long it takes to the one town that a fact names. */
export function townWithTime(fact: Fact, known: readonly { id: string }[]): string | undefined {
  return fact.kind === "delivery" && isLasting(fact) ? townNamed(known) : undefined;
}

export const GREAT_TOWNS: ReadonlySet<string> = new Set(["saigon", "hanoi"]);

export function isGreatTown(id: string): boolean {
  return id === "place.ha-noi" || id === "place.ho-chi-minh";
}

/** The one of the two great towns that is named. */
export function townNamed(known: readonly { id: string }[]): string | undefined {
  const towns = known.filter(({ id }) => GREAT_TOWNS.has(id));
  return towns.length === 1 ? towns[0]?.id : undefined;
}
