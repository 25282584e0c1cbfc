import type { Fact, FactKind } from "#facts/fact.ts";
import { familyOf } from "#lexicon/lexicon.ts";
import type { Beat } from "./pitch.ts";
import { hashOf, shuffle } from "./choose.ts";
import { chooseVariants, type Offer } from "./choose-variants.ts";
import { namePlace, nameProduct } from "./name-product.ts";
import type { Sentence, Slot, Telling } from "./sentence.ts";
import { tellFacts, type PitchWords } from "./tell-facts.ts";

/** A block before it is put into a language; `direction` is a row of `directions.json`. */
export type PlannedBlock = { id: string; beat: Beat; direction: string; sentences: Sentence[] };
/**
 * `fillers`: phrases without facts that each beat may still take before its `closing` sentences, until the script is long
 * enough. `optional`: what goes first where it is too long.
 */
export type PlannedScript = {
  blocks: PlannedBlock[];
  fillers: { block: PlannedBlock; key: string; most: number; closing: number }[];
  optional: { block: PlannedBlock; sentence: Sentence }[];
};
export type PitchPlan = { intro: PlannedScript; loop: PlannedScript; offer: Offer };

/** What a feature rests on, most telling first; each has its own line for the buyer. */
const TOPICS: readonly { name: string; kinds: readonly FactKind[] }[] = [
  { name: "quality", kinds: ["certification", "award"] },
  { name: "taste", kinds: ["sweetness", "taste"] },
  { name: "practice", kinds: ["practice"] },
  { name: "size", kinds: ["size"] },
  { name: "keeping", kinds: ["shelf-life", "storage"] },
];
const FEATURES_MAX = 3;
const INTRO_FEATURES_MAX = 2;
const TELLINGS_MAX = 4;

/** Lays out intro and loop once for all languages, so that each tells the same facts in the same order. */
export function planPitch(storyId: string, facts: readonly Fact[], words: PitchWords): PitchPlan {
  const product = nameProduct(facts);
  const place = namePlace(facts);
  const nameless: Slot = { factIds: [], text: (language) => words(language)("names.product.0") };
  const names = { product: product ?? nameless, ...(place === undefined ? {} : { place }) };
  const offer = chooseVariants(storyId, words, names);
  const asked = new Map<string, Telling[]>();
  const tell = (...kinds: FactKind[]) => {
    const tellings = asked.get(kinds.join()) ?? tellFacts(facts, kinds, words);
    asked.set(kinds.join(), tellings);
    return tellings;
  };
  const told = {
    place: place !== undefined,
    self: hashOf(`${storyId}:self`) % 2 === 0,
    family: productFamily(facts),
    features: featuresOf(tell),
    tell,
  };
  return {
    intro: planIntro(offer, { ...told, features: shuffle(told.features, `${storyId}:features`) }),
    loop: planLoop(offer, told),
    offer,
  };
}

/** `self`: the grower's own story comes into the intro, not only into the loop. */
type Told = {
  place: boolean;
  self: boolean;
  family: string | undefined;
  features: { name: string; tellings: Telling[] }[];
  tell: (...kinds: FactKind[]) => Telling[];
};

function planIntro(offer: Offer, { place, self, features, tell }: Told): PlannedScript {
  const block = blockIn("intro");
  const hook = block("hook", "hook", [...offer.say(place ? "hook.place" : "hook.product"), ...offer.say("hook.more")]);
  const who = block("who", "who", [
    ...offer.say(place ? "who.place" : "who.none"),
    ...(self ? offer.tell(tell("grower", "story").slice(0, 1)) : offer.say("who.plain")),
  ]);
  const best = features.slice(0, INTRO_FEATURES_MAX).flatMap(({ tellings }) => tellings.slice(0, 1));
  const feature = block("feature-1", "feature", offer.tell(best));
  const price = block("price", "price", offer.tell(tell("price", "pack")));
  const contact = tell("contact");
  const order = block("order", "order", [
    ...offer.tell(tell("minimum-order")),
    ...(contact.length > 0 ? offer.tell(contact) : offer.say("order.comment")),
    ...offer.say("order.close"),
  ]);
  return {
    blocks: [hook, who, feature, price, order].filter(({ sentences }) => sentences.length > 0),
    fillers: [
      { block: who, key: "who.plain", most: 3, closing: 0 },
      { block: order, key: "order.after", most: 2, closing: 1 },
      { block: who, key: "pain.any", most: 2, closing: 0 },
    ],
    optional: [
      ...hook.sentences.slice(1).map((sentence) => ({ block: hook, sentence })),
      ...who.sentences.slice(1).map((sentence) => ({ block: who, sentence })),
      ...feature.sentences.toReversed().map((sentence) => ({ block: feature, sentence })),
      ...order.sentences.slice(-1).map((sentence) => ({ block: order, sentence })),
    ],
  };
}

function planLoop(offer: Offer, { place, family, features, tell }: Told): PlannedScript {
  const block = blockIn("loop");
  const hook = block("hook", "hook", [...offer.say("hook.product"), ...offer.say("hook.more")]);
  const who = block("who", "who", [
    ...offer.say(place ? "who.place" : "who.none"),
    ...offer.tell(tell("grower", "story")),
    ...offer.say("who.plain"),
  ]);
  const pain = block("pain", "pain", [
    ...(family === undefined ? [] : offer.say(`pain.${family}`)),
    ...offer.say("pain.any"),
    ...offer.say("pain.any"),
  ]);
  const points = features
    .slice(0, FEATURES_MAX)
    .map(({ name, tellings }, index) =>
      block(
        `feature-${index + 1}`,
        "feature",
        [...offer.say("feature.lead"), ...offer.tell(tellings.slice(0, TELLINGS_MAX)), ...offer.say(`feature.${name}`)],
        `feature.${name}`,
      ),
    );
  const left = (topic: string) =>
    offer.tell(
      features
        .slice(FEATURES_MAX)
        .filter(({ name }) => name === topic)
        .flatMap(({ tellings }) => tellings.slice(0, TELLINGS_MAX)),
    );
  const shown = demoOf(features, tell("pack"), family);
  const demo = block(
    "demo",
    "demo",
    [...offer.say("demo.any"), ...(shown === undefined ? [] : offer.say(shown)), ...left("size"), ...offer.say("demo.any")],
    shown ?? "demo",
  );
  const costs = tell("price");
  const cost = offer.tell(costs);
  const asks = costs.some(({ key }) => key === "price.many") ? offer.say("price.kinds") : [];
  const after = costs.length > 0 ? offer.say("price.after") : [];
  const price = block("price", "price", [...cost, ...asks, ...offer.tell(tell("pack")), ...after]);
  const scarce = offer.tell(tell("stock", "season"));
  const urgency = block("urgency", "urgency", scarce.length === 0 ? [] : [...scarce, ...offer.say("urgency.after")]);
  const contact = tell("contact");
  const order = block("order", "order", [
    ...offer.tell(tell("minimum-order")),
    ...offer.tell(tell("delivery").slice(0, TELLINGS_MAX)),
    ...left("keeping"),
    ...offer.tell(contact),
    ...(contact.length > 0 ? [] : offer.say("order.comment")),
    ...offer.say("order.after"),
  ]);
  const ask = block("ask", "ask", [...offer.say("ask.any"), ...offer.say("ask.any")]);
  const bridge = block("bridge", "bridge", offer.say("bridge"));
  return {
    blocks: [hook, who, pain, ...points, demo, price, urgency, order, ask, bridge].filter(({ sentences }) => sentences.length > 0),
    fillers: [
      { block: ask, key: "ask.any", most: 7, closing: 0 },
      { block: demo, key: "demo.any", most: 5, closing: 0 },
      { block: who, key: "who.plain", most: 4, closing: 0 },
      { block: pain, key: "pain.any", most: 4, closing: 0 },
      { block: order, key: "order.after", most: 5, closing: 0 },
      { block: bridge, key: "bridge", most: 5, closing: 0 },
      { block: order, key: "order.comment", most: 2, closing: 0 },
      { block: hook, key: "hook.more", most: 1, closing: 0 },
    ],
    optional: [],
  };
}

function blockIn(script: "intro" | "loop") {
  return (name: string, beat: Beat, sentences: Sentence[], direction: string = beat): PlannedBlock => ({
    id: `${script}-${name}`,
    beat,
    direction,
    sentences,
  });
}

function featuresOf(tell: (...kinds: FactKind[]) => Telling[]): { name: string; tellings: Telling[] }[] {
  return TOPICS.map(({ name, kinds }) => ({ name, tellings: tell(...kinds) })).filter(({ tellings }) => tellings.length > 0);
}

/** Only what the notes allow to be shown: a number to weigh, a sweetness to measure, a flesh that was described. */
function demoOf(features: Told["features"], packs: readonly Telling[], family: string | undefined): string | undefined {
  const taste = features.find(({ name }) => name === "taste")?.tellings ?? [];
  if (taste.some(({ key }) => key === "sweetness")) return "demo.sweet";
  if (family === "fruit" && taste.length > 0) return "demo.inside";
  return family !== "craft" && (packs.length > 0 || features.some(({ name }) => name === "size")) ? "demo.weigh" : undefined;
}

function productFamily(facts: readonly Fact[]): string | undefined {
  return facts
    .filter(({ kind }) => kind === "product")
    .map(({ term }) => (term === undefined ? undefined : familyOf(term)))
    .find((family) => family !== undefined);
}
