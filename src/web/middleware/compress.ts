import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "#web/app-env.ts";
import { SESSION_COOKIE } from "./authenticate.ts";

/** Anything shorter grows, or saves less than the packet it travels in. */
const BYTES_MIN = 1_024;
/** An answer is made anew each time: here the best packing would cost more than the way it saves. */
const BROTLI_QUALITY = 5;
/** Texts; not the streams and playlists of live captions, which may not wait to be packed. */
const PACKABLE = /^(?:text\/(?!event-stream|vtt)|application\/(?:[\w.-]+\+)?(?:json|xml)\b|image\/svg)/;

export type Encoding = "br" | "gzip";

/** Packs in a thread of its own. `quality` is brotli's, 1 to 11. */
export async function pack(encoding: Encoding, body: Uint8Array, quality: number): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === "gzip") return promisify(gzip)(body);
  return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

/** Packs texts on their way out, by what the browser takes. */
export const compress = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  // "Taken" is a few words, and a spoken sentence's answer is not worth looking into.
  if (c.res.status === 202) return;
  // Node's server makes a response of another kind as soon as its body is asked for, with headers of its own.
  if (c.res.body === null) return;
  const { headers } = c.res;
  if (headers.has("content-encoding") || !PACKABLE.test(headers.get("content-type") ?? "")) return;
  headers.append("vary", "Accept-Encoding");
  const encoding = encodingFor(c.req.header("accept-encoding"));
  // Whoever can make a signed-in browser ask for a page with words of theirs in it, and sees how long the packed answer is,
  // can guess what else stands in it (BREACH). Such a request comes from another site: it is answered unpacked.
  const isForced = c.req.header("sec-fetch-site") === "cross-site" && getCookie(c, SESSION_COOKIE) !== undefined;
  if (encoding === undefined || isForced) return;
  const body = new Uint8Array(await c.res.arrayBuffer());
  const isLong = body.byteLength >= BYTES_MIN;
  if (isLong) headers.set("content-encoding", encoding);
  c.res = new Response(isLong ? await pack(encoding, body, BROTLI_QUALITY) : body, { status: c.res.status, headers });
});

/** The best of ours that `Accept-Encoding` takes. */
export function encodingFor(header = ""): Encoding | undefined {
  const taken = header.split(",").flatMap((part) => {
    const [name = "", quality = ""] = part.toLowerCase().split(";");
    return /q=0(?:\.0*)?\s*$/.test(quality) ? [] : [name.trim()];
  });
  return (["br", "gzip"] as const).find((encoding) => taken.includes(encoding));
}
