import { z } from "zod";
import type { Amount, Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { generationsOf } from "./generations-of.ts";
import { addReading } from "./japanese-reading.ts";
import data from "./livestock.json" with { type: "json" };
import { writeList } from "./write-list.ts";

/** A phrase that tells more: its id, what it lists, how much it counts. */
export type Detail = { id: string; list?: (language: Language) => string; amount?: Amount };

const names = z.record(z.string(), z.record(z.enum(LANGUAGES), z.string()));
const { animals, grounds, feeds } = z
  .strictObject({ source: z.string(), animals: names, grounds: z.record(z.string(), z.string()), feeds: names })
  .parse(data);

/** What a fact says beyond one of its phrases: of how many generations, how long in the sun, which animals roam where and eat what. */
export function inDetail(id: string, fact: Fact): Detail {
  const list = id === "generations" ? generationsOf(fact) : undefined;
  if (list !== undefined) return { id, list };
  const text = foldText(fact.text);
  if (id === "sun-dried") return { id, ...dried(text) };
  if (id === "free-range") return { id, ...roaming(text) };
  if (id === "smoked" && OVER_WOOD.test(text)) return { id: "wood-smoked" };
  if (id === "one-bud-two-leaves" && BY_HAND.test(text)) return { id: "one-bud-by-hand" };
  return id === "fed" ? { id: ROAMS.test(text) ? "fed-them" : id, list: feedsIn(text) } : { id };
}
const OVER_WOOD = /(?<![a-z])(?:hun|xong|treo) khoi (?:bang )?(?:bep )?cui(?![a-z])/;
const BY_HAND = /(?<![a-z])hai (?:bang )?tay(?![a-z])/;

/** `phơi 3 nắng` is three days of sun. */
function dried(text: string): Partial<Detail> {
  const suns = countOf(SUNS.exec(text)?.[1] ?? "");
  if (suns !== undefined) return { id: "sun-dried-suns", list: (language) => sunsIn(suns, language) };
  const days = countOf(DAYS.exec(text)?.[1] ?? "");
  return days === undefined ? {} : { id: "sun-dried-for", amount: { min: days, max: days, unit: "day" } };
}

function sunsIn(count: number, language: Language): string {
  if (language === "vi") return `${count} nắng`;
  return language === "ja" ? addReading(`${count}日`) : `${count} ${count === 1 ? "day" : "days"}`;
}
const SUNS = /(?<![a-z])phoi (\S+) nang(?![a-z])/;
const DAYS = /(?<![a-z])phoi nang (?:trong |du |suot |duoc )?(\S+) (?:ngay|hom)(?![a-z])/;
const NUMBERS = ["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"];

function countOf(word: string): number | undefined {
  if (/^[1-9]\d?$/.test(word)) return Number(word);
  const at = NUMBERS.indexOf(word);
  return at === -1 ? undefined : at + 1;
}

/** `gà thả đồi`: `our chickens roam the hillside`. */
function roaming(text: string): Partial<Detail> {
  const [, animal = "", ground = ""] = ROAMING.exec(text) ?? [];
  const [name, id] = [animals[animal], grounds[ground]];
  return name === undefined || id === undefined ? {} : { id, list: (language) => name[language] };
}
const ROAMS = new RegExp(`(?<![a-z])tha (?:${Object.keys(grounds).join("|")})(?![a-z])`);
const ROAMING = new RegExp(
  `(?<![a-z])(${Object.keys(animals).join("|")})(?: (?!an |va |voi )[a-z]+){0,2} tha (${Object.keys(grounds).join("|")})(?![a-z])`,
);

function feedsIn(text: string): (language: Language) => string {
  const said: readonly string[] = EATEN.exec(text)?.[1]?.match(EACH) ?? [];
  return (language) => {
    const names = said.map((feed) => feeds[feed]?.[language] ?? "");
    return language === "ja" ? names.join("と") : writeList(names, language);
  };
}
const FEED = `(?:${Object.keys(feeds).join("|")})`;
const EATEN = new RegExp(`(?<![a-z])an (?:toan |chi |bang )?(${FEED}(?:(?:,| va| voi)? ${FEED})*)(?![a-z])`);
const EACH = new RegExp(FEED, "g");
