import type { Offer } from "./choose-variants.ts";
import { planHook } from "./plan-hook.ts";
import type { Told } from "./plan-pitch.ts";
import { pricesAndPacks } from "./prices-and-packs.ts";
import { blockIn, type PlannedScript } from "./planned-script.ts";

const FEATURES_MAX = 2;

/** 30 to 60 seconds: who speaks from where, one or two strengths, the price, and how to order. */
export function planIntro(offer: Offer, told: Told): PlannedScript {
  const { home, named, self, features, tell } = told;
  const block = blockIn("intro");
  const hook = block("hook", "hook", planHook("intro", offer, told));
  const own = tell("grower", "story").slice(0, 1);
  const who = block("who", "who", [
    ...(named ? offer.say("who.name") : []),
    ...offer.say(`who.${home}`),
    ...(self && own.length > 0 ? offer.tell(own) : offer.say("who.plain")),
  ]);
  // How it keeps sells nothing by itself: only where there is nothing else.
  const strengths = [...features.filter(({ name }) => name !== "keeping"), ...features.filter(({ name }) => name === "keeping")];
  const best = strengths.slice(0, FEATURES_MAX).flatMap(({ tellings }) => tellings.slice(0, 1));
  const feature = block("feature-1", "feature", offer.tell(best));
  const price = block("price", "price", offer.tell(pricesAndPacks(tell)));
  const contact = tell("contact");
  const order = block("order", "order", [
    ...offer.tell(tell("minimum-order")),
    ...(contact.length > 0 ? offer.tell(contact) : offer.say("order.comment")),
    ...offer.say("order.close"),
  ]);
  return {
    blocks: [hook, who, feature, price, order].filter(({ sentences }) => sentences.length > 0),
    fillers: [
      ...strengths.slice(0, 1).map(({ name }) => ({ block: feature, key: `feature.${name}.so`, most: 1, closing: 0 })),
      { block: who, key: "who.plain", most: 3, closing: 0 },
      { block: order, key: "order.after", most: 2, closing: 1 },
      { block: who, key: "pain.turn", most: 2, closing: 0 },
    ],
    optional: [
      ...hook.sentences.slice(1).map((sentence) => ({ block: hook, sentence })),
      ...who.sentences.slice(named ? 2 : 1).map((sentence) => ({ block: who, sentence })),
      ...feature.sentences.toReversed().map((sentence) => ({ block: feature, sentence })),
      ...order.sentences.slice(-1).map((sentence) => ({ block: order, sentence })),
    ],
  };
}
