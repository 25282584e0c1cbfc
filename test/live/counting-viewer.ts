import { request, type ClientRequest } from "node:http";

/** A viewer of a very long show: it keeps what it saw last and what was wrong with it, nothing else. */
export class CountingViewer {
  readonly faults: string[] = [];
  /** The number it has come to. */
  last = 0;
  watching = false;
  readonly #url: string;
  #request: ClientRequest | undefined;
  #partial = "";
  #lastEventId: string | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** Resolves when the stream is open, or refused. */
  open(): Promise<void> {
    this.#partial = "";
    this.watching = true;
    const headers = this.#lastEventId === undefined ? {} : { "last-event-id": this.#lastEventId };
    return new Promise((resolve) => {
      const asked = request(this.#url, { headers, agent: false }, (response) => {
        response.setEncoding("utf8");
        response.on("data", (text: string) => {
          if (this.#request === asked) this.#read(text);
        });
        response.on("error", () => {});
        response.once("close", () => this.#close(asked));
        resolve();
      });
      this.#request = asked;
      asked.on("error", () => {
        this.#close(asked);
        resolve();
      });
      asked.end();
    });
  }

  drop(): void {
    const asked = this.#request;
    this.#request = undefined;
    this.watching = false;
    asked?.destroy();
  }

  #close(asked: ClientRequest): void {
    if (this.#request === asked) this.watching = false;
  }

  #read(text: string): void {
    const events = (this.#partial + text).split("\n\n");
    this.#partial = events.pop() ?? "";
    for (const event of events) {
      const [, epoch, seq] = /^id: ([0-9a-z]+)-(\d+)$/m.exec(event) ?? [];
      if (epoch !== undefined) this.#take(`${epoch}-${seq}`, Number(seq));
      else if (event.startsWith("event: gap")) this.faults.push(`gap after ${this.last}`);
      else if (event.startsWith("event: snapshot")) this.#begin(event);
    }
  }

  /** Who was nowhere yet begins where the snapshot stands. */
  #begin(event: string): void {
    if (this.#lastEventId !== undefined) this.faults.push(`snapshot after ${this.last}`);
    this.last = Number(/"seq":(\d+)/.exec(event)?.[1] ?? Number.NaN);
  }

  #take(id: string, seq: number): void {
    if (seq !== this.last + 1) this.faults.push(`${seq} after ${this.last}`);
    this.last = seq;
    this.#lastEventId = id;
  }
}
