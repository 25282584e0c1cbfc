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
/** Rules that the browser keeps to as the server does: served beside the browser's own files. */
const SHARED = Object.fromEntries(
  [
    "i18n/whole-spans.ts",
    "i18n/japanese-joints.ts",
    "shows/columns-of.ts",
    "shows/cut-spaced.ts",
    "shows/cut-wide.ts",
    "shows/fill-lines.ts",
    "shows/is-inside.ts",
    "shows/join-pieces.ts",
  ].map((path) => [path.slice(path.indexOf("/") + 1), new URL(`../../${path}`, import.meta.url)]),
);
const CONTENT_TYPES: Record<string, string> = {
  ts: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
};

const SHARED_IMPORT = new RegExp(`"#\\w+/(${Object.keys(SHARED).join("|")})"`, "g");

let files: Map<string, URL> | undefined;
let version: string | undefined;
const ready = new Map<string, Asset>();

/** A file of the browser's, by name; read once, on first use. TypeScript loses its types and nothing else. */
export function findAsset(name: string): Asset | undefined {
  const contentType = CONTENT_TYPES[name.split(".").at(-1) ?? ""];
  const file = clientFiles().get(name);
  if (contentType === undefined || file === undefined) return undefined;
  const asset = ready.get(name) ?? readAsset(name, file, contentType);
  ready.set(name, asset);
  return asset;
}

/** Of all the files together: a module finds the others beside it, so they share one. */
export function assetsVersion(): string {
  version ??= [...clientFiles()]
    .reduce((hash, [name, file]) => hash.update(name).update(readFileSync(file)), createHash("sha256"))
    .digest("base64url")
    .slice(0, 10);
  return version;
}

/** Where a page finds a file; a browser that has it from there never asks again. */
export function assetPath(name: string): string {
  return `/assets/${assetsVersion()}/${name}`;
}

function clientFiles(): Map<string, URL> {
  files ??= new Map([...readdirSync(FOLDER).toSorted().map(ownFile), ...Object.entries(SHARED)]);
  return files;
}

function ownFile(name: string): [string, URL] {
  return [name, new URL(name, FOLDER)];
}

function readAsset(name: string, file: URL, contentType: string): Asset {
  const source = readFileSync(file);
  const isText = !name.endsWith(".png");
  const written = isText ? source.toString("utf8") : "";
  const text = name.endsWith(".ts") ? stripTypeScriptTypes(written, { mode: "strip" }).replaceAll(SHARED_IMPORT, '"./$1"') : written;
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
