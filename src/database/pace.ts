import { setTimeout as sleep } from "node:timers/promises";

/** Whoever has just spoken speaks on: longer than between two sentences, shorter than the pause after which a broadcast is over. */
const LIVE_MS = 5_000;
/** Several times what a piece of the work takes, so that the processor is there for most of what is said. */
const REST_MS = 100;

/**
 * Work that can wait makes room for live work in the same process: as long as somebody speaks, one piece of it at a time with a
 * rest after each, else all at once.
 */
export class Pace {
  #liveUntilMs = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** Somebody speaks. */
  live(): void {
    this.#liveUntilMs = performance.now() + LIVE_MS;
  }

  async spare<T>(work: () => Promise<T>): Promise<T> {
    if (performance.now() > this.#liveUntilMs) return work();
    const done = this.#last.then(work);
    const rest = () => sleep(REST_MS);
    this.#last = done.then(rest, rest);
    return done;
  }
}
