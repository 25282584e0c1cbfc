import type { FactKind } from "#facts/fact.ts";
import type { Family } from "#lexicon/term.ts";
import type { Offer } from "./choose-variants.ts";
import { hashOf, rotate } from "./choose.ts";
import { planHook } from "./plan-hook.ts";
import type { Feature, Told } from "./plan-pitch.ts";
import { blockIn, type PlannedBlock, type PlannedScript } from "./planned-script.ts";
import { packingTold, packsTold, pricesAndPacks } from "./prices-and-packs.ts";
import type { Sentence, Telling } from "./sentence.ts";

const FEATURES_MAX = 3;
const TELLINGS_MAX = 4;
const OPEN_MAX = 3;
/** Another telling is filled up from another place of the list. */
const FILLERS_APART = 4;
/** What buyers will ask and the notes do not say: told as open, in this order. */
const OPEN: readonly { name: string; kinds: readonly FactKind[]; of?: readonly Family[] }[] = [
  { name: "price", kinds: ["price"] },
  { name: "delivery", kinds: ["delivery"] },
  { name: "quality", kinds: ["certification"] },
  {
    name: "storage",
    kinds: ["storage", "shelf-life"],
    of: ["fruit", "vegetable", "rice", "tea", "coffee", "honey", "spice", "seafood", "fish-sauce"],
  },
  { name: "season", kinds: ["season", "stock"], of: ["fruit", "vegetable", "honey", "seafood"] },
  { name: "pack", kinds: ["pack"] },
  { name: "size", kinds: ["size"], of: ["fruit", "craft"] },
];

/** Three to five minutes that can be entered at any minute: every beat says what it is about, and the bridge says the facts that matter again. */
export function planLoop(offer: Offer, told: Told): PlannedScript {
  const { home, named, family, families, features, tell, says } = told;
  const block = blockIn("loop");
  const hook = block("hook", "hook", planHook("loop", offer, told));
  const who = block("who", "who", [
    ...(named ? offer.say("who.name") : []),
    ...offer.say(`who.${home}`),
    ...offer.tell(tell("grower", "story")),
    ...offer.say("who.plain"),
  ]);
  const pain = block("pain", "pain", [...offer.say(family === undefined ? "pain.any" : `pain.${family}`), ...offer.say("pain.turn")]);
  // Told again they come in another order, each under the name that it has in the script.
  const points = rotate([...features.slice(0, FEATURES_MAX).entries()], told.turn).map(([index, feature]) =>
    planFeature(offer, feature, `feature-${index + 1}`, block),
  );
  const left = (topic: string) =>
    offer.tell(
      features
        .slice(FEATURES_MAX)
        .filter(({ name }) => name === topic)
        .flatMap(({ tellings }) => tellings.slice(0, TELLINGS_MAX)),
    );
  const shown = demoOf(told, packsTold(tell));
  const demo = block(
    "demo",
    "demo",
    [
      ...offer.say("demo.open"),
      ...(family === undefined ? [] : offer.say(`demo.${family}`)),
      ...(shown === undefined ? [] : offer.say(shown)),
      ...left("size"),
      ...offer.say("demo.close"),
    ],
    shown ?? (family === undefined ? "demo" : `demo.${family}`),
  );
  const costs = tell("price");
  const [packs, sums] = [pricesAndPacks(tell).slice(costs.length), offer.tell(costs)];
  const price = block("price", "price", [
    ...sums,
    ...(costs.some(({ key }) => key === "price.many") ? offer.say("price.kinds") : []),
    ...offer.tell(packs),
    ...(costs.length > 0 ? offer.say(asksForFreight(told) ? "price.freight" : "price.after") : []),
  ]);
  // Nobody plans for a season that is on.
  const scarce = (kind: "stock" | "season") => {
    const known = tell(kind);
    return [...offer.tell(known), ...(known.some(({ key }) => key.startsWith(kind)) ? offer.say(`urgency.${kind}`) : [])];
  };
  const urgency = block("urgency", "urgency", [...scarce("stock"), ...scarce("season")]);
  const contact = tell("contact");
  const order = block("order", "order", [
    ...offer.tell(tell("minimum-order")),
    ...offer.tell(packingTold(tell)),
    ...offer.tell(tell("delivery").slice(0, TELLINGS_MAX)),
    ...left("keeping"),
    ...offer.tell(contact),
    ...(contact.length > 0 ? [] : offer.say("order.comment")),
    ...offer.say("order.after"),
  ]);
  // A price in words that nobody can read out is as open as none: the cards say so, too.
  const known = (name: string, kinds: readonly FactKind[]) => (name === "price" ? costs.length > 0 : says(...kinds));
  const unknown = OPEN.filter(
    ({ name, kinds, of }) => !known(name, kinds) && (of === undefined || families.some((each) => of.includes(each))),
  );
  const open = unknown.slice(0, OPEN_MAX).flatMap(({ name }) => offer.say(`open.${name}`));
  const closing = open.length === 0 ? [] : [...offer.say("open.lead"), ...open];
  const ask = block("ask", "ask", [...(family === undefined ? [] : offer.say(`ask.${family}`)), ...offer.say("ask.any"), ...closing]);
  const recap = block("bridge", "bridge", [...offer.say("bridge"), ...recapOf(offer, told, costs, contact)]);
  return {
    blocks: [hook, who, pain, ...points, demo, price, urgency, order, ask, recap].filter(({ sentences }) => sentences.length > 0),
    fillers: rotate(
      [
        ...(family === undefined ? [] : [{ block: ask, key: `ask.${family}`, most: 1, closing: closing.length }]),
        { block: demo, key: "demo.any", most: 2, closing: 1 },
        ...(family === undefined ? [] : [{ block: pain, key: `pain.${family}`, most: 1, closing: 1 }]),
        { block: order, key: "order.after", most: 3, closing: 0 },
        { block: ask, key: "ask.any", most: 4, closing: closing.length },
        { block: who, key: "who.plain", most: 2, closing: 0 },
        { block: pain, key: "pain.any", most: 3, closing: 1 },
        ...(family === undefined ? [] : [{ block: demo, key: `demo.${family}`, most: 1, closing: 1 }]),
        { block: recap, key: "bridge", most: 3, closing: 0 },
        { block: demo, key: "demo.any", most: 3, closing: 1 },
        { block: who, key: "who.plain", most: 6, closing: 0 },
        { block: order, key: "order.after", most: 4, closing: 0 },
        { block: ask, key: "ask.any", most: 5, closing: closing.length },
        { block: pain, key: "pain.turn", most: 3, closing: 0 },
      ],
      told.turn * FILLERS_APART,
    ),
    optional: [],
  };
}

/** Feature, advantage, benefit, evidence: what it is, what that means to the buyer, and where they can see it. */
function planFeature(offer: Offer, { name, tellings }: Feature, id: string, block: ReturnType<typeof blockIn>): PlannedBlock {
  const told = tellings.slice(0, TELLINGS_MAX);
  const [measured, described] = [told.filter(({ key }) => key === "sweetness"), told.filter(({ key }) => key !== "sweetness")];
  return block(
    id,
    "feature",
    [
      ...offer.say(`feature.${name}.lead`),
      ...offer.tell(measured),
      ...(measured.length > 0 ? offer.say("feature.sweet.so") : []),
      ...offer.tell(described),
      ...offer.say(`feature.${name}.so`),
      ...offer.say(`feature.${name}.proof`),
    ],
    `feature.${name}`,
  );
}

/** Only what the notes allow to be shown: a number to weigh, a sweetness to measure, a flesh that was described. */
function demoOf({ features, family, families }: Told, packs: readonly Telling[]): string | undefined {
  const taste = features.find(({ name }) => name === "taste")?.tellings ?? [];
  if (taste.some(({ key }) => key === "sweetness")) return "demo.sweet";
  if (family === "fruit" && taste.length > 0) return "demo.inside";
  if (!families.some((each) => each === "craft" || each === "flower") && features.some(({ name }) => name === "size")) return "demo.weigh";
  return packs.length > 0 ? "demo.pack" : undefined;
}

/** Now and then, where nothing is told of what sending costs. */
function asksForFreight({ storyId, turn, freight }: Told): boolean {
  return !freight && hashOf(`${storyId}:freight:${turn}`) % ASKED_EACH === 0;
}
const ASKED_EACH = 5;

/** Who came in late has missed one of these. */
function recapOf(offer: Offer, { storyId, turn, place }: Told, costs: readonly Telling[], contact: readonly Telling[]): Sentence[] {
  const again = (tellings: readonly Telling[], key: string) => offer.tell(tellings.slice(0, 1).map(({ slots }) => ({ key, slots })));
  const short = costs.filter(({ key }) => key !== "price.many");
  const recaps = [
    ...(place ? [() => offer.say("recap.place")] : []),
    ...(short.length > 0 ? [() => again(short, "recap.price")] : []),
    ...(contact[0]?.slots.phone === undefined
      ? []
      : [() => again(contact, `recap.${contact[0]?.key === "contact-app" ? "contact-app" : "contact"}`)]),
  ];
  return rotate(recaps, hashOf(`${storyId}:recap`) + turn)
    .slice(0, 2)
    .flatMap((recap) => recap());
}
