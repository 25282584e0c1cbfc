import type { Offer } from "./choose-variants.ts";
import { hashOf } from "./choose.ts";
import type { Told } from "./plan-pitch.ts";
import type { Sentence } from "./sentence.ts";

/** An opening that gives a reason to stay: who and where (identity), something to be shown (suspense), or the price to come (benefit). */
export function planHook(script: "intro" | "loop", offer: Offer, told: Told): Sentence[] {
  const kinds = hooksOf(told);
  const first = kinds[hashOf(`${told.storyId}:${script}:hook`) % kinds.length] ?? "any";
  const each = [...new Set(kinds)];
  const kind = each[(each.indexOf(first) + told.turn) % each.length] ?? "any";
  if (kind === "any") return [...offer.say(told.place ? "hook.place" : "hook.product"), ...offer.say("hook.any")];
  return [...offer.say("hook.product"), ...offer.say(`hook.${kind}`)];
}

/** Only what the rest of the script keeps: a figure is promised where there is one. */
function hooksOf({ place, family, features, tell }: Told): string[] {
  const has = (name: string, key?: string) =>
    features.some((feature) => feature.name === name && (key === undefined || feature.tellings.some((telling) => telling.key === key)));
  const kinds = [
    has("taste", "sweetness") && "sweet",
    family === "fruit" && has("taste", "tell.taste") && "inside",
    has("practice") && "practice",
    has("quality", "certification") && "paper",
    tell("price").length > 0 && "price",
  ];
  return ["any", ...(place ? ["any", "any"] : []), ...kinds.flatMap((kind) => (kind === false ? [] : [kind]))];
}
