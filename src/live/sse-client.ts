import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Services } from "#services.ts";

/** A client with more than this unread is not reading; it is dropped and catches up by its last event id. */
const UNSENT_BYTES_MAX = 256 * 1024;
/** Streams end by themselves, so that a proxy or a forgotten page holds none for ever. */
const AGE_MS_MAX = 600_000;
const AGE_SPREAD_MS = 120_000;
const RETRY_MS = 1_000;
const RETRY_SPREAD_MS = 3_000;
const DRAIN_MS_MAX = 10_000;

/**
 * One viewer's stream. It ends with its connection, so nothing is wrapped around its events: the same bytes go straight to
 * each socket, which also tells a slow client from a reading one.
 */
export class SseClient {
  readonly #response: ServerResponse;
  readonly #onShed: () => void;
  readonly #endsAtMs = Date.now() + AGE_MS_MAX + Math.random() * AGE_SPREAD_MS;

  constructor({ metrics }: Pick<Services, "metrics">, response: ServerResponse, onClose: () => void) {
    this.#response = response;
    this.#onShed = () => metrics.sseShed.inc();
    const open = metrics.sseClients.labels("captions");
    open.inc();
    response.once("close", () => {
      open.dec();
      onClose();
    });
    response.on("error", () => response.destroy());
    response.removeHeader("transfer-encoding");
    response.writeHead(200, {
      connection: "close",
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
      "access-control-allow-origin": "*",
    });
    // Clients that were cut off together do not come back together. The headers go out with it.
    response.write(Buffer.from(`retry: ${RETRY_MS + Math.floor(Math.random() * RETRY_SPREAD_MS)}\n\n`));
  }

  get gone(): boolean {
    return this.#response.destroyed || this.#response.writableEnded;
  }

  onClose(listener: () => void): void {
    this.#response.once("close", listener);
  }

  write(bytes: Buffer): void {
    if (this.gone) return;
    this.#out.write(bytes);
    if (this.#response.writableLength <= UNSENT_BYTES_MAX) return;
    this.#onShed();
    this.#response.destroy();
  }

  /** Writes and waits until a reading client has taken it: for a replay larger than what may lie unsent. */
  async writeAll(bytes: Buffer): Promise<void> {
    if (this.gone || this.#out.write(bytes)) return;
    try {
      await once(this.#out, "drain", { signal: AbortSignal.any([AbortSignal.timeout(DRAIN_MS_MAX), this.#closed()]) });
    } catch {
      if (this.gone) return;
      this.#onShed();
      this.#response.destroy();
    }
  }

  beat(): void {
    if (Date.now() > this.#endsAtMs) this.end();
    else this.write(HEARTBEAT);
  }

  end(): void {
    this.#response.end();
  }

  /** A response that waits for its turn on the connection has no socket yet. */
  get #out(): Socket | ServerResponse {
    return this.#response.socket ?? this.#response;
  }

  #closed(): AbortSignal {
    const closed = new AbortController();
    this.#response.once("close", () => closed.abort());
    return closed.signal;
  }
}
const HEARTBEAT = Buffer.from(":\n\n");
