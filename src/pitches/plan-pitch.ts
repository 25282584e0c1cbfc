import type { Fact, FactKind, GrowerWords } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { familyOf } from "#lexicon/lexicon.ts";
import type { Family } from "#lexicon/term.ts";
import { hashOf, shuffle } from "./choose.ts";
import { chooseVariants, type Offer } from "./choose-variants.ts";
import { nameSelf } from "./name-grower.ts";
import { nameHomes } from "./homes.ts";
import { nameItem, nameProduct } from "./name-product.ts";
import { placeBeside } from "./place-beside.ts";
import { planIntro } from "./plan-intro.ts";
import { planLoop } from "./plan-loop.ts";
import type { PlannedScript } from "./planned-script.ts";
import { tellsFreight } from "./sending-clauses.ts";
import type { Slot, Telling } from "./sentence.ts";
import { tellFacts, type Tale } from "./tell-facts.ts";

export type PitchPlan = { intro: PlannedScript; loop: PlannedScript; offer: Offer };

/**
 * What the facts of a story let be told. `self`: the grower's own story comes into the intro, not only into the loop; `turn`:
 * how often the loop was told before.
 */
export type Told = {
  storyId: string;
  turn: number;
  /** All goods are from one place, which their name does not hold. */
  place: boolean;
  home: "place" | "homes" | "none";
  named: boolean;
  self: boolean;
  /** Where all goods are of one. */
  family: Family | undefined;
  families: readonly Family[];
  features: Feature[];
  tell: (...kinds: FactKind[]) => Telling[];
  /** Notes may say what cannot be told: then it is not open either. */
  says: (...kinds: FactKind[]) => boolean;
  /** What sending costs is told: nobody has to ask. */
  freight: boolean;
};
export type Feature = { name: string; tellings: Telling[] };

/** What a feature rests on, most telling first; each has its own lines for the buyer. A prize stands beside the papers, or by itself. */
const TOPICS: readonly { name: string; kinds: readonly FactKind[] }[] = [
  { name: "quality", kinds: ["certification", "award"] },
  { name: "award", kinds: ["award"] },
  { name: "strength", kinds: ["variety"] },
  { name: "taste", kinds: ["sweetness", "taste"] },
  { name: "practice", kinds: ["practice"] },
  { name: "size", kinds: ["size"] },
  { name: "keeping", kinds: ["shelf-life", "storage"] },
];

/** Lays out intro and loop once for all languages, so that each tells the same facts in the same order. */
export function planPitch(storyId: string, tale: Tale): PitchPlan {
  const { told, names } = toldOf(storyId, tale);
  const offer = chooseVariants(storyId, tale.phrases, names);
  return {
    intro: planIntro(offer, { ...told, features: shuffle(told.features, `${storyId}:features`) }),
    loop: planLoop(offer, told),
    offer,
  };
}

/** The loop told again for the `turn`th time: the same facts under another hook, in another order, in phrases not yet told where there are any. */
export function planLoopAgain(storyId: string, tale: Tale, turn: number, spent: Offer["spent"]): Omit<PitchPlan, "intro"> {
  const { told, names } = toldOf(storyId, tale);
  const offer = chooseVariants(storyId, tale.phrases, names, spent);
  return { loop: planLoop(offer, { ...told, turn }), offer };
}

function toldOf(storyId: string, tale: Tale): { told: Told; names: Record<string, Slot> } {
  const { facts, phrases } = tale;
  const named = (key: string): Slot => ({ factIds: [], text: (language) => phrases.say(language, key, 0) });
  const product = nameProduct(facts);
  const homes = nameHomes(facts, tale.words);
  const { place, alone } = homes === undefined ? placeBeside(facts) : { place: undefined, alone: false };
  const name = nameSelf(facts);
  const names = {
    product: product ?? named("names.product"),
    item: nameItem(facts) ?? named(product === undefined ? "names.product" : "names.items"),
    ...(place === undefined ? {} : { place }),
    ...(homes === undefined ? {} : { homes }),
    ...(name === undefined ? {} : { name }),
  };
  const asked = new Map<string, Telling[]>();
  const tell = (...kinds: FactKind[]) => {
    const tellings = asked.get(kinds.join()) ?? tellFacts(tale, kinds);
    asked.set(kinds.join(), tellings);
    return tellings;
  };
  const told: Told = {
    storyId,
    turn: 0,
    place: place !== undefined && !alone,
    home: homes !== undefined ? "homes" : place !== undefined ? "place" : "none",
    named: name !== undefined,
    self: hashOf(`${storyId}:self`) % 2 === 0,
    family: sharedFamily(facts),
    families: familiesOf(facts),
    features: featuresOf(tell),
    tell,
    says: (...kinds) => facts.some(({ kind }) => kinds.includes(kind)) || (kinds.includes("delivery") && isNotSent(tale.words)),
    freight: tellsFreight(facts),
  };
  return { told, names };
}

/** `không ship`: that nothing is sent is no fact, but it is no open question either. */
function isNotSent(words: GrowerWords | undefined): boolean {
  return words !== undefined && [words.notes, ...words.answers.map(({ text }) => text)].some((text) => NOT_SENT.test(foldText(text)));
}
const NOT_SENT = /(?<![a-z])(?:khong|ko|k|hong|hok|chua)(?: (?:co|nhan|duoc|the))* (?:ship|giao hang|gui hang)(?![a-z])/;

function featuresOf(tell: Told["tell"]): Feature[] {
  const certified = tell("certification").length > 0;
  return TOPICS.filter(({ name }) => (name === "quality" ? certified : name !== "award" || !certified))
    .map(({ name, kinds }) => ({ name, tellings: tell(...kinds) }))
    .filter(({ tellings }) => tellings.length > 0);
}

/** The family that all goods are of: what fits one of them only is not told of the others. */
export function sharedFamily(facts: readonly Fact[]): Family | undefined {
  const families = familiesOf(facts);
  return families.length === 1 ? families[0] : undefined;
}

/** Each once, in the grower's order; goods that the lexicon does not know have none. */
export function familiesOf(facts: readonly Fact[]): Family[] {
  return [...new Set(facts.flatMap(({ kind, term }) => (kind === "product" && term !== undefined ? (familyOf(term) ?? []) : [])))];
}
