import type { Clock } from "#web/client/sentences.ts";

/** A clock that moves when told, and wakes who waits. */
export function handClock(): Clock & { move(ms: number): void } {
  let nowMs = 0;
  let waiting: { atMs: number; act: () => void }[] = [];
  return {
    nowMs: () => nowMs,
    wait(ms, act) {
      const one = { atMs: nowMs + ms, act };
      waiting.push(one);
      return () => (waiting = waiting.filter((other) => other !== one));
    },
    move(ms) {
      nowMs += ms;
      const due = waiting.filter(({ atMs }) => atMs <= nowMs);
      waiting = waiting.filter(({ atMs }) => atMs > nowMs);
      for (const { act } of due) act();
    },
  };
}
