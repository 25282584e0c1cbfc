import { timingSafeEqual } from "node:crypto";

/** Compares two texts without telling, by the time it takes, where they begin to differ. */
export function equalInConstantTime(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
