import { AsyncLocalStorage } from "node:async_hooks";

/** Whoever has waited this long for those who go first waits no longer. */
const PATIENCE_MS = 250;

type Waiting = { live: boolean; sinceMs: number; enter: () => void };

/**
 * Where all wait for the one connection, in the order in which they came; but live work goes first, and while it is under way
 * nobody else enters, so that a caption waits for one transaction of the others at most.
 */
export class Line {
  readonly #live = new AsyncLocalStorage<true>();
  readonly #first: Waiting[] = [];
  readonly #others: Waiting[] = [];
  #underWay = 0;
  #taken = false;
  #lastWasLive = false;
  #timer: NodeJS.Timeout | undefined;

  /** Runs live work: whatever it asks for goes first. */
  async first<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      // Waited for in here: a query of drizzle's begins only then.
      return await this.#live.run(true, async () => await work());
    } finally {
      this.#underWay -= 1;
      this.#next();
    }
  }

  /**
   * Waits for its turn; what it returns lets the next one in, in the next turn of the event loop: PGlite answers within this
   * one, so that whoever asks again and again would keep the process from reading its sockets.
   */
  async enter(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const live = this.#live.getStore() !== undefined;
    (live ? this.#first : this.#others).push({ live, sinceMs: performance.now(), enter: resolve });
    this.#next();
    await promise;
    return () =>
      void setImmediate(() => {
        this.#taken = false;
        this.#next();
      });
  }

  #next(): void {
    if (this.#taken) return;
    const next = this.#impatientOther() ?? this.#first.shift() ?? (this.#underWay === 0 ? this.#others.shift() : undefined);
    if (next === undefined) return;
    this.#taken = true;
    this.#lastWasLive = next.live;
    next.enter();
  }

  /** One between two of the live ones: however many have lost their patience, a caption waits for one of them. */
  #impatientOther(): Waiting | undefined {
    const [oldest] = this.#others;
    if (oldest === undefined) return undefined;
    const leftMs = oldest.sinceMs + PATIENCE_MS - performance.now();
    if (leftMs <= 0) return this.#lastWasLive || this.#first.length === 0 ? this.#others.shift() : undefined;
    if (this.#timer === undefined)
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#next();
      }, leftMs);
    return undefined;
  }
}
