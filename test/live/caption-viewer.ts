import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { cueSchema, type Cue } from "#shows/cue.ts";
import { z } from "zod";

const snapshotSchema = z.object({ epoch: z.string(), seq: z.int(), cues: z.array(cueSchema) });
const gapSchema = z.object({ from: z.int(), to: z.int() });
export type Seen =
  | { name: "snapshot"; data: z.infer<typeof snapshotSchema> }
  | { name: "cue"; id: string | undefined; data: Cue }
  | { name: "gap"; data: z.infer<typeof gapSchema> }
  | { name: "end" };

/** A viewer that speaks HTTP itself, remembers the last event id as a browser does, and keeps all it saw. */
export class CaptionViewer {
  readonly seen: Seen[] = [];
  readonly #url: string;
  #request: ClientRequest | undefined;
  #response: IncomingMessage | undefined;
  #partial = "";
  lastEventId: string | undefined;
  /** Settles when the stream that is open now closes. */
  closed: Promise<void> = Promise.resolve();

  constructor(url: string) {
    this.#url = url;
  }

  /** Resolves when the stream is open. */
  open(): Promise<void> {
    this.#partial = "";
    const headers = this.lastEventId === undefined ? {} : { "last-event-id": this.lastEventId };
    return new Promise((resolve, reject) => {
      this.#request = request(this.#url, { headers, agent: false }, (response) => {
        this.#response = response;
        response.setEncoding("utf8");
        response.on("data", (text: string) => this.#read(text));
        response.on("error", () => {});
        this.closed = new Promise((settle) => response.once("close", () => settle()));
        resolve();
      });
      this.#request.on("error", reject);
      this.#request.end();
    });
  }

  /** The line breaks. */
  drop(): void {
    this.#request?.on("error", () => {});
    this.#request?.destroy();
    this.#response?.removeAllListeners("data");
  }

  pause(): void {
    this.#response?.pause();
  }

  cues(): Cue[] {
    return this.seen.flatMap((event) => (event.name === "cue" ? [event.data] : []));
  }

  #read(text: string): void {
    const events = (this.#partial + text).split("\n\n");
    this.#partial = events.pop() ?? "";
    for (const event of events) this.#take(event);
  }

  #take(event: string): void {
    const fields = new Map(event.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
    const data: unknown = JSON.parse(fields.get("data") ?? "null");
    const id = fields.get("id");
    if (id !== undefined) this.lastEventId = id;
    const name = fields.get("event");
    if (name === "snapshot") this.seen.push({ name, data: snapshotSchema.parse(data) });
    if (name === "cue") this.seen.push({ name, id, data: cueSchema.parse(data) });
    if (name === "gap") this.seen.push({ name, data: gapSchema.parse(data) });
    if (name === "end") this.seen.push({ name });
  }
}
