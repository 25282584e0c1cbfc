import type { AmountMention } from "#facts/amounts.ts";
import type { Bound, Label } from "./bind-amounts.ts";

/** What the notes say nothing of is rarely told wrong; but days in the fridge are none in the freezer, once opened none unopened, and how long it aged is not how long it keeps. */
export function areConfused(labels: Bound["labels"], family: string, matching: readonly Bound[]): boolean {
  const held = matching.flatMap((other) => other.labels.filter((label) => label.family === family));
  if (family === "storage" || family === "opening" || held.length === 0) return held.length > 0;
  // The half kilo's price told of the kilo, which they tell of something else.
  if (family === "pack") return [...labels, ...held].every(({ amount, loose }) => loose !== true && PACKED.has(amount?.dimension ?? ""));
  return labels.every(({ id }) => held.every((label) => CONFUSED[id ?? ""]?.has(label.id ?? "") === true));
}
const PACKED = new Set(["mass", "volume"]);
const CONFUSED: Readonly<Record<string, ReadonlySet<string>>> = {
  keeping: new Set(["ageing", "delivery", "raising"]),
  delivery: new Set(["ageing", "keeping", "ripening"]),
};

/** How long it aged is told of how long it keeps unopened or where it is kept, or that of the ageing. */
export function isAgedOrKept(labels: Bound["labels"], held: Label): boolean {
  return labels.every(isAgeing) ? KEEPING.has(held.family) : isAgeing(held) && labels.every(({ family }) => KEEPING.has(family));
}
const KEEPING = new Set(["opening", "storage"]);

function isAgeing({ family, id }: Label): boolean {
  return family === "lasting" && id === "ageing";
}

/** "15 days in the fridge", 冷蔵で15日: nothing stands between. */
export function isSaidThere(text: string, { start, end }: AmountMention, labels: Bound["labels"]): boolean {
  return labels.some((label) => {
    const [from, to] = label.end <= start ? [label.end, start] : [end, label.start];
    return to >= from && to - from <= BETWEEN_MAX && !APART.test(text.slice(from, to));
  });
}
const BETWEEN_MAX = 8;
const APART = /[,;.、。(（:]| (?:or|and|hoặc|hay|và) /u;
