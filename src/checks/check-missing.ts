import type { Found, Told } from "./ground.ts";
import { topicsOf, type Topic } from "./topics.ts";

/** Something told in another language and not in this one. Needs two texts or more. */
export function checkMissing(told: Told, all: readonly Told[]): Found[] {
  const others = all.filter((other) => other !== told);
  if (others.length === 0) return [];
  const absent = topicsOf(told.ground).filter((topic) => !topic.isTold(told) && others.some((other) => topic.isTold(other)));
  const end = told.text.length;
  return [...new Set(absent.map(({ about }) => about))].map((about): Found => {
    const mine = absent.filter((topic) => topic.about === about);
    const quote = [...new Set(mine.map((topic) => topic.quote))].join("; ");
    const severity = mine.some((topic) => isGrave(topic, others)) ? "block" : "warn";
    return { kind: "missing", start: end, end, severity, message: told.say("missing", { quote }) };
  });
}

/** Price, certificate and award mislead wherever one buyer is not told; the rest where every other buyer is. */
function isGrave(topic: Topic, others: readonly Told[]): boolean {
  return topic.grave === "always" || (topic.grave === "alone" && others.every((other) => topic.isTold(other)));
}
