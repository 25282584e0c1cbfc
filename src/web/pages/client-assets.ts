import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { pack, type Encoding } from "#web/middleware/compress.ts";

/** `text` is empty for a picture. `packed`: the same as an encoding has it, made once for everybody; undefined for what is packed as it is. */
export type Asset = {
  body: Bytes;
  text: string;
  packed(encoding: Encoding): Promise<Bytes> | undefined;
  etag: string;
  contentType: string;
};
type Bytes = Uint8Array<ArrayBuffer>;

const BROTLI_BEST = 11;
const FOLDER = new URL("../client/", import.meta.url);
const CONTENT_TYPES: Record<string, string> = {
  ts: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
};

let names: Set<string> | undefined;
let version: string | undefined;
const ready = new Map<string, Asset>();

/** A file of the browser's, by name; read once, on first use. TypeScript loses its types and nothing else. */
export function findAsset(name: string): Asset | undefined {
  const contentType = CONTENT_TYPES[name.split(".").at(-1) ?? ""];
  names ??= new Set(readdirSync(FOLDER));
  if (contentType === undefined || !names.has(name)) return undefined;
  const asset = ready.get(name) ?? readAsset(name, contentType);
  ready.set(name, asset);
  return asset;
}

/** Of all the files together: a module finds the others beside it, so they share one. */
export function assetsVersion(): string {
  version ??= readdirSync(FOLDER)
    .toSorted()
    .reduce((hash, name) => hash.update(name).update(readFileSync(new URL(name, FOLDER))), createHash("sha256"))
    .digest("base64url")
    .slice(0, 10);
  return version;
}

/** Where a page finds a file; a browser that has it from there never asks again. */
export function assetPath(name: string): string {
  return `/assets/${assetsVersion()}/${name}`;
}

function readAsset(name: string, contentType: string): Asset {
  const source = readFileSync(new URL(name, FOLDER));
  const isText = !name.endsWith(".png");
  const written = isText ? source.toString("utf8") : "";
  const text = name.endsWith(".ts") ? stripTypeScriptTypes(written, { mode: "strip" }) : written;
  const body = isText ? new TextEncoder().encode(text) : new Uint8Array(source);
  const packed = new Map<Encoding, Promise<Bytes>>();
  return {
    body,
    text,
    packed(encoding) {
      if (!isText) return undefined;
      const content = packed.get(encoding) ?? pack(encoding, body, BROTLI_BEST);
      packed.set(encoding, content);
      return content;
    },
    contentType,
    etag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
  };
}
