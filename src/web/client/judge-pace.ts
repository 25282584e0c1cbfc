export type Pace = "fast" | "slow" | "good";

/** A tap comes late, and nobody speaks like a clock: so much either way is well said. */
const SHARE = 0.2;
const LEAST_SECONDS = 1.5;

/** How something was said that should take `target` seconds. */
export function judgePace(seconds: number, target: number): Pace {
  const slack = Math.max(target * SHARE, LEAST_SECONDS);
  if (seconds < target - slack) return "fast";
  return seconds > target + slack ? "slow" : "good";
}
