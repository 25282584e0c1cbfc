import type { Bound, Label } from "./bind-amounts.ts";

const SET = "set";

/** The first price behind a set's name is the set's, whatever its parts are and weigh; else the last before it. */
export function bindSets(amounts: readonly Bound[], labels: readonly Label[]): void {
  for (const label of labels) {
    const price =
      amounts.find((one) => one.class === "money" && one.amount.start >= label.end) ?? amounts.findLast((one) => one.class === "money");
    if (price !== undefined && !isOfSet(price)) price.labels.push(label);
  }
}

/** `hộp biếu: nem 300g + tré 300g 160k`: of the one set that the notes sell, and of none of its parts. */
export function isOnlySets(one: Bound, matching: readonly Bound[], held: readonly Bound[]): boolean {
  if (!isOfSet(one)) return false;
  const own = matching.find(isOfSet);
  return own !== undefined && held.every((other) => !isOfSet(other) || other.amount.max === own.amount.max);
}

function isOfSet({ labels }: Bound): boolean {
  return labels.some(({ family }) => family === SET);
}
