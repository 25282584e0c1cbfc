/** One row of the table: what we take, what the bare library takes in the same run, and what was promised. */
export type Result = {
  name: string;
  unit: "/s" | "ms" | "µs" | "s" | "KB" | "MB";
  ours: number;
  bare?: number;
  /** What is held against the promise: how many times the bare one, how much above it, or ours alone. */
  promise: { of: "ratio" | "above" | "ours"; atLeast?: number; atMost?: number };
  note: string;
};

/** A bench that cannot run here says why. */
export type Bench = { skip?: string; run(): Promise<Result[]> };

export const ROUNDS = 5;

/** Measures both sides in turns, so that what else the machine does falls on both, and gives the median of each. */
export async function takeTurns(ours: () => Promise<number>, bare: () => Promise<number>): Promise<{ ours: number; bare: number }> {
  const measured: { ours: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // Who goes first changes, so that neither is always the one on a warm or a tired machine.
    const first = round % 2 === 0;
    const early = await (first ? ours() : bare());
    const late = await (first ? bare() : ours());
    measured.push(first ? { ours: early, bare: late } : { ours: late, bare: early });
  }
  return { ours: median(measured.map((round) => round.ours)), bare: median(measured.map((round) => round.bare)) };
}

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Runs `task` `count` times, `width` at once; how many a second. */
export async function ratePerSecond(count: number, width: number, task: (at: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (next < count) await task(next++);
    }),
  );
  return count / ((performance.now() - startedAt) / 1000);
}
