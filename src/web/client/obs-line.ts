/** live: connected, and OBS streams; idle: it does not. After `password` and `kicked` it is over; else it is tried again. */
export type ObsState = "connecting" | "live" | "idle" | "lost" | "password" | "kicked" | "old";
type Options = { address: string; password: string; onState(state: ObsState): void };
type Message = {
  op?: number;
  d?: {
    authentication?: { challenge: string; salt: string };
    eventType?: string;
    eventData?: { outputActive?: boolean };
    requestStatus?: { result: boolean; code: number };
    responseData?: { outputActive?: boolean };
  };
};

/** obs-websocket 5, as its protocol document numbers them. */
const OP = { hello: 0, identify: 1, identified: 2, event: 5, request: 6, response: 7 } as const;
const VERSION = 1;
/** Of OBS's events only those of its outputs. */
const OUTPUTS = 1 << 6;
const OVER: Readonly<Record<number, ObsState>> = { 4009: "password", 4011: "kicked" };
const VERSION_REFUSED = 4010;
const SUCCESS = 100;
const NOT_STREAMING = 501;

const RETRY_MS = { first: 1_000, most: 30_000 } as const;
const HELLO_MS = 5_000;

/**
 * A line to OBS on this computer. Our own, because of the protocol five messages are needed, and `obs-websocket-js` brings
 * msgpack, crypto-js, debug and an emitter, to be bundled for a page that is served as it is written.
 */
export function connectObs({ address, password, onState }: Options): { send(text: string): void; close(): void } {
  let retryMs: number = RETRY_MS.first;
  let current: WebSocket | undefined;
  let state: ObsState = "connecting";
  let timer: number | undefined;
  let requests = 0;

  const tell = (next: ObsState) => {
    if (next !== state || next === "connecting") onState((state = next));
  };
  const put = (op: number, d: object) => current?.send(JSON.stringify({ op, d }));
  const request = (requestType: string, requestData: object = {}) =>
    put(OP.request, { requestType, requestId: String((requests += 1)), requestData });
  const end = (last?: ObsState) => {
    clearTimeout(timer);
    const line = current;
    current = undefined;
    line?.close();
    if (last !== undefined) tell(last);
  };
  const comeBack = (as: ObsState) => {
    end(as);
    // Never all at once: OBS that starts anew may have more than one page waiting for it.
    timer = setTimeout(open, retryMs / 2 + (Math.random() * retryMs) / 2);
    retryMs = Math.min(retryMs * 2, RETRY_MS.most);
  };
  const identify = async (line: WebSocket, { authentication }: NonNullable<Message["d"]>) => {
    if (authentication !== undefined && password === "") return end("password");
    const proof = authentication && { authentication: await proofOf(password, authentication) };
    if (line === current) put(OP.identify, { rpcVersion: VERSION, eventSubscriptions: OUTPUTS, ...proof });
  };
  const take = (line: WebSocket, { op, d = {} }: Message) => {
    if (op === OP.hello) {
      clearTimeout(timer);
      void identify(line, d);
    } else if (op === OP.identified) {
      retryMs = RETRY_MS.first;
      request("GetStreamStatus");
    } else if (op === OP.event && d.eventType === "StreamStateChanged") {
      tell(d.eventData?.outputActive === true ? "live" : "idle");
    } else if (op === OP.response) {
      const { code } = d.requestStatus ?? {};
      if (code === NOT_STREAMING) tell("idle");
      else if (d.responseData?.outputActive !== undefined) tell(d.responseData.outputActive ? "live" : "idle");
      // OBS that is still loading its scenes does not know yet.
      else if (code !== SUCCESS && state !== "live" && state !== "idle") comeBack("lost");
    }
  };
  const open = () => {
    const line = lineTo(address);
    // A browser that lets no page reach this computer says so at once.
    if (line === undefined) return comeBack("lost");
    current = line;
    // Not before it is open: a browser that asks leave for this computer waits for its answer.
    line.addEventListener("open", () => {
      if (line === current) timer = setTimeout(() => comeBack("old"), HELLO_MS);
    });
    line.addEventListener("message", ({ data }) => {
      const message = read(data);
      if (line === current && message !== undefined) take(line, message);
    });
    line.addEventListener("close", ({ code }) => {
      if (line !== current) return;
      const over = OVER[code];
      if (over === undefined) comeBack(code === VERSION_REFUSED ? "old" : "lost");
      else end(over);
    });
  };
  onState(state);
  open();
  return {
    /** What OBS cannot take now is not kept: it would come too late. */
    send(text) {
      if (state === "live") request("SendStreamCaption", { captionText: text });
    },
    close: () => end(),
  };
}

function lineTo(address: string): WebSocket | undefined {
  try {
    return new WebSocket(address);
  } catch {
    return undefined;
  }
}

function read(data: unknown): Message | undefined {
  try {
    const message: unknown = JSON.parse(String(data));
    return typeof message === "object" && message !== null ? message : undefined;
  } catch {
    return undefined;
  }
}

async function proofOf(password: string, { salt, challenge }: { salt: string; challenge: string }): Promise<string> {
  return hashOf((await hashOf(password + salt)) + challenge);
}

async function hashOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}
