import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { Duplex } from "node:stream";
import { z } from "zod";

type Options = {
  password?: string;
  isStreaming?: boolean;
  port?: number;
  /** How often it is asked before its scenes are loaded. */
  unready?: number;
};
type Client = { socket: Duplex; isIdentified: boolean };

const messageSchema = z.object({
  op: z.number(),
  d: z.object({
    rpcVersion: z.number().optional(),
    authentication: z.string().optional(),
    eventSubscriptions: z.number().optional(),
    requestType: z.string().optional(),
    requestId: z.string().optional(),
    requestData: z.object({ captionText: z.string().optional() }).optional(),
  }),
});
const SALT = "lM1GncleQOaCu9lT1yeUZhFYnqhsLLP1G5lAGo3ixaI=";
const CHALLENGE = "+IxH4CnCiqpX1rM9scsNynZzbOe4KhDeYcTNS3PDaeY=";
const TEXT = 1;
const CLOSE = 8;
const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

/** OBS as a page meets it: the handshake, the frames and the messages of obs-websocket 5's protocol document. */
export async function startObs({ password, isStreaming = true, port = 0, unready = 0 }: Options = {}) {
  const clients = new Set<Client>();
  /** Each with when it came. */
  const captions: { text: string; atMs: number }[] = [];
  const received: string[] = [];
  let streams = isStreaming;
  let refusals = unready;

  const put = ({ socket }: Client, op: number, d: object) => socket.write(frame(TEXT, Buffer.from(JSON.stringify({ op, d }))));
  const end = ({ socket }: Client, code: number) => {
    const payload = Buffer.alloc(2);
    payload.writeUInt16BE(code);
    socket.end(frame(CLOSE, payload));
  };
  const answer = (client: Client, requestType: string, requestId: string, code: number, responseData?: object) =>
    put(client, 7, { requestType, requestId, requestStatus: { result: code === 100, code }, responseData });
  const take = (client: Client, text: string) => {
    received.push(text);
    const { op, d } = messageSchema.parse(JSON.parse(text));
    if (op === 1) {
      if (client.isIdentified) return end(client, 4008);
      if (d.rpcVersion !== 1) return end(client, 4010);
      if (password !== undefined && d.authentication !== sha256(sha256(password + SALT) + CHALLENGE)) return end(client, 4009);
      client.isIdentified = true;
      return put(client, 2, { negotiatedRpcVersion: 1 });
    }
    if (!client.isIdentified) return end(client, 4007);
    if (op !== 6) return end(client, 4006);
    const { requestType = "", requestId = "" } = d;
    if ((refusals -= 1) >= 0) return answer(client, requestType, requestId, 207);
    if (requestType === "GetStreamStatus") return answer(client, requestType, requestId, 100, { outputActive: streams });
    if (requestType !== "SendStreamCaption") return answer(client, requestType, requestId, 204);
    if (d.requestData?.captionText === undefined) return answer(client, requestType, requestId, 300);
    if (!streams) return answer(client, requestType, requestId, 501);
    captions.push({ text: d.requestData.captionText, atMs: performance.now() });
    return answer(client, requestType, requestId, 100);
  };

  const server = createServer((_, outgoing) => outgoing.writeHead(426).end());
  server.on("upgrade", (incoming, socket: Duplex) => {
    const key = String(incoming.headers["sec-websocket-key"]);
    const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    const client = { socket, isIdentified: false };
    clients.add(client);
    socket.on("error", () => {}).on("close", () => clients.delete(client));
    readFrames(socket, (opcode, payload) => {
      if (opcode === TEXT) take(client, payload.toString("utf8"));
      else if (opcode === CLOSE) socket.end(frame(CLOSE, payload));
    });
    put(client, 0, {
      obsWebSocketVersion: "5.6.3",
      rpcVersion: 1,
      ...(password !== undefined && { authentication: { challenge: CHALLENGE, salt: SALT } }),
    });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const { port: taken } = z.object({ port: z.number() }).parse(server.address());
  return {
    port: taken,
    address: `ws://127.0.0.1:${taken}`,
    captions,
    received,
    texts: () => captions.map(({ text }) => text),
    lines: () => clients.size,
    stream(on: boolean): void {
      streams = on;
      const eventData = { outputActive: on, outputState: `OBS_WEBSOCKET_OUTPUT_${on ? "STARTED" : "STOPPED"}` };
      for (const client of clients) put(client, 5, { eventType: "StreamStateChanged", eventIntent: 64, eventData });
    },
    kick(): void {
      for (const client of clients) end(client, 4011);
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const { socket } of clients) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function frame(opcode: number, payload: Buffer): Buffer {
  const length = payload.length < 126 ? Buffer.from([payload.length]) : Buffer.from([126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([Buffer.from([0x80 | opcode]), length, payload]);
}

/** A browser's frames: masked, whole, and of these messages none longer than 64 KB. */
function readFrames(socket: Duplex, take: (opcode: number, payload: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const short = (rest[1] ?? 0) & 0x7f;
      const head = short === 126 ? 8 : 6;
      if (rest.length < head) return;
      const length = short === 126 ? rest.readUInt16BE(2) : short;
      if (rest.length < head + length) return;
      const mask = rest.subarray(head - 4, head);
      const payload = Buffer.from(rest.subarray(head, head + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0)));
      take((rest[0] ?? 0) & 0x0f, payload);
      rest = rest.subarray(head + length);
    }
  });
}
