import { request as requestHttp, type OutgoingHttpHeaders } from "node:http";
import { request as requestHttps } from "node:https";
import { useAgent } from "request-filtering-agent";

/**
 * What came back: `status` is 0 where nothing did. `retryAfterMs` as asked for over there, in seconds or as a date; `date` as the
 * answer names it, in the middle of whose way it was `halfwayMs` here.
 */
export type Posted = { status: number; body: string; retryAfterMs?: number; date?: string | undefined; halfwayMs: number };

const TIMEOUT_MS = 10_000;
const BODY_CHARACTERS_MAX = 4_096;

/**
 * Posts to an address that a stranger gave. Unless trusted, the machine that its name leads to at this very call has to be
 * a public one. A redirect is an answer like any other, a long one is cut. Never rejects.
 */
export function postOut(
  url: string,
  { headers, body, trusted, signal }: { headers: OutgoingHttpHeaders; body: string; trusted: boolean; signal: AbortSignal },
): Promise<Posted> {
  const request = url.startsWith("https:") ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const sentAtMs = Date.now();
    const halfway = () => (sentAtMs + Date.now()) / 2;
    const none = () => resolve({ status: 0, body: "", halfwayMs: halfway() });
    const outgoing = request(url, {
      method: "POST",
      headers: { "user-agent": "Farmcast", ...headers, "content-length": Buffer.byteLength(body) },
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      ...(trusted ? {} : { agent: useAgent(url) }),
    });
    outgoing.on("error", none);
    outgoing.on("response", (incoming) => {
      let text = "";
      const { date, "retry-after": after } = incoming.headers;
      const answered = { status: incoming.statusCode ?? 0, date, halfwayMs: halfway(), ...retryAfter(after) };
      const done = () => resolve({ ...answered, body: text });
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => {
        text += chunk;
        if (text.length <= BODY_CHARACTERS_MAX) return;
        text = text.slice(0, BODY_CHARACTERS_MAX);
        incoming.destroy();
        done();
      });
      incoming.on("end", done);
      incoming.on("error", none);
    });
    outgoing.end(body);
  });
}

function retryAfter(header: string | undefined): { retryAfterMs?: number } {
  if (header === undefined) return {};
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return ms > 0 ? { retryAfterMs: ms } : {};
}
