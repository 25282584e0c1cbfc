import { createServer, type IncomingHttpHeaders } from "node:http";
import { z } from "zod";

export type Received = { path: string; headers: IncomingHttpHeaders; body: string };
export type Reply = { status: number; body?: string; headers?: Record<string, string> };

/** A server on loopback that keeps what it is sent and answers what it is told to. */
export async function startReceiver(reply: (received: Received, count: number) => Reply = () => ({ status: 200 })) {
  const received: Received[] = [];
  const server = createServer((incoming, outgoing) => {
    let body = "";
    incoming.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
    incoming.on("end", () => {
      received.push({ path: incoming.url ?? "", headers: incoming.headers, body });
      const {
        status,
        body: text = "",
        headers = {},
      } = reply(received[received.length - 1] ?? { path: "", headers: {}, body }, received.length);
      outgoing.writeHead(status, headers).end(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    received,
    host: `127.0.0.1:${port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
