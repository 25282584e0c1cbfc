import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { gzipSync } from "node:zlib";

/** `packed`: the same as gzip, made once for everybody. */
export type Asset = { body: string; packed: Uint8Array<ArrayBuffer>; etag: string; contentType: string };

const FOLDER = new URL("../client/", import.meta.url);
const CONTENT_TYPES: Record<string, string> = {
  ts: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/** The browser's files by name, each read once, on first use; TypeScript loses its types and nothing else. */
export function clientAssets(): (name: string) => Asset | undefined {
  const names = new Set(readdirSync(FOLDER));
  const ready = new Map<string, Asset>();
  return (name) => {
    const contentType = CONTENT_TYPES[name.split(".").at(-1) ?? ""];
    if (!names.has(name) || contentType === undefined) return undefined;
    const asset = ready.get(name) ?? readAsset(name, contentType);
    ready.set(name, asset);
    return asset;
  };
}

function readAsset(name: string, contentType: string): Asset {
  const source = readFileSync(new URL(name, FOLDER), "utf8");
  const body = name.endsWith(".ts") ? stripTypeScriptTypes(source, { mode: "strip" }) : source;
  return {
    body,
    packed: new Uint8Array(gzipSync(body)),
    contentType,
    etag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`,
  };
}
