import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { streamSSE, type SSEStreamingApi } from "hono/streaming";

/**
 * What fan-out costs with nothing around it: `POST /say` writes its body's lines, one a language, to everyone who watches
 * `GET /events?lang=`. With `hono` as its argument through Hono's `streamSSE`, else straight to Node's responses.
 */
const [kind] = process.argv.slice(2);
const server = createServer();
server.on("request", kind === "hono" ? honoListener() : plainListener());
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.send?.({ url: `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}` });
});
process.on("disconnect", () => process.exit(0));

function plainListener(): (incoming: IncomingMessage, outgoing: ServerResponse) => void {
  const rooms = new Map<string, Set<ServerResponse>>();
  let seq = 0;
  return (incoming, outgoing) => {
    if (incoming.method === "POST") {
      let body = "";
      incoming.setEncoding("utf8").on("data", (text: string) => (body += text));
      incoming.on("end", () => {
        seq += 1;
        for (const line of body.split("\n")) {
          const bytes = Buffer.from(`id: bare-${seq}\nevent: cue\ndata: ${line.slice(3)}\n\n`);
          for (const response of rooms.get(line.slice(0, 2)) ?? []) response.write(bytes);
        }
        outgoing.writeHead(202).end();
      });
      return;
    }
    const language = new URL(incoming.url ?? "/", "http://here").searchParams.get("lang") ?? "vi";
    const room = rooms.get(language) ?? new Set();
    rooms.set(language, room.add(outgoing));
    outgoing.on("close", () => room.delete(outgoing));
    outgoing.writeHead(200, { "content-type": "text/event-stream; charset=utf-8", "cache-control": "no-cache" });
    outgoing.write("retry: 1000\n\n");
  };
}

function honoListener() {
  const rooms = new Map<string, Set<SSEStreamingApi>>();
  let seq = 0;
  const app = new Hono();
  app.post("/say", async (c) => {
    seq += 1;
    for (const line of (await c.req.text()).split("\n")) {
      for (const stream of rooms.get(line.slice(0, 2)) ?? [])
        void stream.writeSSE({ id: `hono-${seq}`, event: "cue", data: line.slice(3) });
    }
    return c.body(null, 202);
  });
  app.get("/events", (c) =>
    streamSSE(c, async (stream) => {
      const language = c.req.query("lang") ?? "vi";
      const room = rooms.get(language) ?? new Set();
      rooms.set(language, room.add(stream));
      await stream.write("retry: 1000\n\n");
      await new Promise<void>((resolve) => stream.onAbort(resolve));
      room.delete(stream);
    }),
  );
  return getRequestListener(app.fetch);
}
