import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Context } from "hono";
import { AppError } from "#errors.ts";
import type { Services } from "#services.ts";
import type { AppEnv } from "#web/app-env.ts";
import { headersFor } from "#web/middleware/security-headers.ts";

export const EVENT_STREAM = "text/event-stream; charset=utf-8";
const HEARTBEAT_MS = 15_000;
/** A client with more than this unread is not reading; it is dropped, and catches up by `Last-Event-ID`. */
const UNREAD_BYTES_MAX = 512 * 1024;

/** One client of an event stream. Written to Node's own response: only that tells a slow client from a reading one. */
export type EventStream = {
  send(event: { id: number; name: string; data: unknown }): void;
  end(): void;
  /** Ends with the stream, whoever ends it. */
  signal: AbortSignal;
};

/**
 * Follows a record as Server-Sent Events: `read` gives the events after a seq, and is asked again each time the
 * channel rings. A doorbell that got lost is made up for at the next heartbeat.
 */
export async function followEvents(
  services: Services,
  c: Context<AppEnv>,
  source: {
    kind: string;
    channel: string;
    /** `more`: there are others after these already. */
    read: (afterSeq: number) => Promise<{ events: { seq: number; name: string; data: unknown }[]; more?: boolean; ended: boolean }>;
    stopping: AbortSignal;
  },
): Promise<Response> {
  const lastEventId = c.req.header("last-event-id");
  let seq = seqOf(lastEventId);
  const first = await source.read(seq);
  // What tells an EventSource that there is nothing to come back for.
  if (first.ended && first.events.length === 0 && lastEventId !== undefined) return c.body(null, 204);
  if (c.req.method === "HEAD") return c.body(null, 200, { "content-type": EVENT_STREAM });
  const stream = openEventStream(services, c, source);
  let reading = Promise.resolve();
  const catchUp = (): void => {
    reading = reading.then(async () => {
      for (let more = true; more && !stream.signal.aborted;) {
        const next = await source.read(seq);
        forward(next);
        more = next.more === true;
      }
    });
    reading.catch((error: unknown) => {
      services.logger.warn({ requestId: c.get("requestId"), err: error }, "event stream cut");
      stream.end();
    });
  };
  const forward = ({ events, ended }: typeof first): void => {
    for (const { seq: id, name, data } of events) {
      stream.send({ id, name, data });
      seq = id;
    }
    if (ended) stream.end();
  };
  const leave = await services.bus.subscribe(source.channel, catchUp);
  const stopListening = services.bus.onRecovered(catchUp);
  const timer = setInterval(catchUp, HEARTBEAT_MS);
  const stop = (): void => {
    clearInterval(timer);
    stopListening();
    void leave();
  };
  stream.signal.addEventListener("abort", stop, { once: true });
  if (stream.signal.aborted) stop();
  forward(first);
  // What was told between the first reading and the subscription.
  catchUp();
  return RESPONSE_ALREADY_SENT;
}

function openEventStream(services: Services, c: Context<AppEnv>, { kind, stopping }: { kind: string; stopping: AbortSignal }): EventStream {
  const response = outgoingOf(c);
  const closed = new AbortController();
  const clients = services.metrics.sseClients.labels(kind);
  const write = (text: string): void => {
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > UNREAD_BYTES_MAX) {
      services.metrics.sseShed.inc();
      response.destroy();
    }
  };
  const heartbeat = setInterval(() => write(":\n\n"), HEARTBEAT_MS);
  const end = (): void => void response.end();
  response.on("close", () => {
    clearInterval(heartbeat);
    stopping.removeEventListener("abort", end);
    clients.dec();
    closed.abort();
  });
  clients.inc();
  stopping.addEventListener("abort", end, { once: true });
  response.writeHead(200, {
    "content-type": EVENT_STREAM,
    "cache-control": "no-cache, no-transform",
    "x-accel-buffering": "no",
    "x-request-id": c.get("requestId"),
    ...headersFor(c.req.path, "text/event-stream"),
  });
  write(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);
  return {
    send: ({ id, name, data }) => write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`),
    end,
    signal: closed.signal,
  };
}

/** Node's response of this request. */
export function outgoingOf(c: Context<AppEnv>): NonNullable<AppEnv["Bindings"]["outgoing"]> {
  const { outgoing } = c.env;
  if (outgoing === undefined) throw new AppError("internal", { reason: "event streams need Node's own server" });
  return outgoing;
}

/** Any other text than one of our ids starts from the beginning. */
function seqOf(lastEventId: string | undefined): number {
  return lastEventId !== undefined && /^\d{1,9}$/.test(lastEventId) ? Number(lastEventId) : 0;
}
