import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Many viewers in a process of their own. The parent sends one order at a time and gets one answer: `open` connects to
 * each address in turn until there are `count`; `arrivals` waits for so many events and gives the time of each, in
 * milliseconds since 1970; `pause` stops the first so many from reading; `drop` cuts all and has them come back within
 * `overMs`, and tells how long each took until its first event.
 */
export type Order =
  | { open: { urls: string[]; count: number } }
  | { arrivals: { expected: number } }
  | { pause: { count: number } }
  | { drop: { overMs: number } };
export type Answer = { opened: number } | { arrivals: number[] } | { paused: number } | { resumedMs: number[] };

type Viewer = { url: URL; socket?: Socket; lastEventId?: string; paused?: boolean };

const OPEN_AT_ONCE = 100;
const WAIT_MS_MAX = 30_000;
/** Loopback has about 28,000 ports an address. */
const ADDRESSES = 4;

const viewers: Viewer[] = [];
let arrivals: number[] = [];

process.on("message", (order: Order) => {
  void obey(order).then((answer) => process.send?.(answer));
});
process.on("disconnect", () => process.exit(0));

async function obey(order: Order): Promise<Answer> {
  if ("open" in order) return open(order.open.urls, order.open.count);
  if ("arrivals" in order) return collect(order.arrivals.expected);
  if ("pause" in order) {
    for (const viewer of viewers.slice(0, order.pause.count)) {
      viewer.paused = true;
      viewer.socket?.pause();
    }
    return { paused: order.pause.count };
  }
  return comeBack(order.drop.overMs);
}

async function open(urls: string[], count: number): Promise<Answer> {
  while (viewers.length < count) {
    const batch = Array.from({ length: Math.min(OPEN_AT_ONCE, count - viewers.length) }, (_, at) => {
      const viewer: Viewer = { url: new URL(urls[(viewers.length + at) % urls.length] ?? "") };
      return watch(viewer, viewers.length + at).then(() => viewer);
    });
    viewers.push(...(await Promise.all(batch)));
  }
  await sleep(300);
  arrivals = [];
  return { opened: viewers.length };
}

/** Resolves with the first bytes of the stream. */
function watch(viewer: Viewer, at: number): Promise<void> {
  const { url } = viewer;
  const socket = connect({ host: url.hostname, port: Number(url.port), localAddress: `127.0.0.${2 + (at % ADDRESSES)}` });
  viewer.socket = socket;
  socket.setNoDelay(true);
  const resume = viewer.lastEventId === undefined ? "" : `Last-Event-ID: ${viewer.lastEventId}\r\n`;
  socket.write(`GET ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nAccept: text/event-stream\r\n${resume}\r\n`);
  return new Promise((resolve, reject) => {
    socket.on("data", (bytes: Buffer) => {
      const now = performance.timeOrigin + performance.now();
      for (let from = bytes.indexOf("event: cue"); from !== -1; from = bytes.indexOf("event: cue", from + 1)) arrivals.push(now);
      const id = bytes.lastIndexOf("\nid: ");
      if (id !== -1) viewer.lastEventId = bytes.toString("latin1", id + 5, bytes.indexOf("\n", id + 5));
      resolve();
    });
    socket.on("error", reject);
  });
}

async function collect(expected: number): Promise<Answer> {
  const until = performance.now() + WAIT_MS_MAX;
  while (arrivals.length < expected && performance.now() < until) await sleep(5);
  const taken = arrivals;
  arrivals = [];
  return { arrivals: taken };
}

async function comeBack(overMs: number): Promise<Answer> {
  for (const { socket } of viewers) {
    socket?.removeAllListeners();
    socket?.on("error", () => {});
    socket?.destroy();
  }
  const resumedMs = await Promise.all(
    viewers.map(async (viewer, at) => {
      await sleep((overMs * at) / viewers.length);
      const startedAt = performance.now();
      await watch(viewer, at);
      return performance.now() - startedAt;
    }),
  );
  arrivals = [];
  return { resumedMs };
}
