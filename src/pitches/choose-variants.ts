import { LANGUAGES, type Language } from "#i18n/language.ts";
import { rotate, shuffle } from "./choose.ts";
import type { Phrases } from "./phrases.ts";
import type { Sentence, Slot, Telling } from "./sentence.ts";

/** Offers phrases so that none is told twice in a pitch; one whose variants are all told is left out. */
export type Offer = {
  /** One phrase of this key about product and place. */
  say: (key: string) => Sentence[];
  tell: (tellings: readonly Telling[]) => Sentence[];
  /** How many phrases of each key were told, here and before. */
  spent: ReadonlyMap<string, number>;
};

/** Variants come in an order of the story's own, the same in every language; what `before` has told comes last. */
export function chooseVariants(
  storyId: string,
  phrases: Phrases,
  names: Readonly<Record<string, Slot>>,
  before: Offer["spent"] = new Map(),
): Offer {
  const spent = new Map(before);
  const waiting = new Map<string, number[]>();
  const told = new Set<string>();
  const variantsOf = (key: string): number[] => {
    const known = waiting.get(key);
    if (known !== undefined) return known;
    const fresh = rotate(shuffle([...Array(phrases.count(key)).keys()], `${storyId}:${key}`), before.get(key) ?? 0);
    waiting.set(key, fresh);
    return fresh;
  };
  const spend = (key: string) => spent.set(key, (spent.get(key) ?? 0) + 1);
  const fill = ({ key, slots }: Telling, variant: number): Sentence => {
    const phrase = phrases.raw("vi", key, variant).toLowerCase();
    const used = Object.entries({ ...names, ...slots }).filter(([name]) => phrase.includes(`{{${name}}}`));
    return { key, variant, slots: Object.fromEntries(used), factIds: [...new Set(used.flatMap(([, slot]) => [...slot.factIds]))] };
  };
  /** How the sentence before begins: the next one begins otherwise where it can. */
  let begun: readonly string[] = [];
  const openings = (key: string, variant: number): string[] =>
    LANGUAGES.flatMap((language) => OPENING[language].exec(phrases.raw(language, key, variant).toLowerCase())?.[0] ?? []);
  const say = (key: string): Sentence[] => {
    const left = variantsOf(key);
    const variant = left.find((each) => !openings(key, each).some((opening) => begun.includes(opening))) ?? left[0];
    if (variant === undefined) return [];
    left.splice(left.indexOf(variant), 1);
    begun = openings(key, variant);
    spend(key);
    return [fill({ key, slots: {} }, variant)];
  };
  /** A fact's phrase may come again around another fact. */
  const tell = (telling: Telling): Sentence[] => {
    const left = variantsOf(telling.key);
    const about = Object.values(telling.slots)
      .map((slot) => slot.text("vi"))
      .join("|");
    const variant = left.find((each) => !told.has(`${telling.key}:${each}:${about}`));
    if (variant === undefined) return [];
    told.add(`${telling.key}:${variant}:${about}`);
    left.push(...left.splice(left.indexOf(variant), 1));
    begun = openings(telling.key, variant);
    spend(telling.key);
    return [fill(telling, variant)];
  };
  return { say, tell: (tellings) => tellings.flatMap(tell), spent };
}

const OPENING: Record<Language, RegExp> = { vi: /^\S+ \S+/u, en: /^\S+ \S+/u, ja: /^[^[{]{2}/u };
