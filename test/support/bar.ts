/**
 * A promised time, in milliseconds. The bench holds it to the letter (`BARS=strict`); among other tests on a small
 * machine three times as much is no fault yet.
 */
export const bar = (promisedMs: number): number => (process.env["BARS"] === "strict" ? promisedMs : 3 * promisedMs);
