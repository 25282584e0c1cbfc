import { findAsset } from "./client-assets.ts";

const IMPORT = /^import [^;]*?"\.\/([\w-]+\.ts)";/gm;

const known = new Map<string, readonly string[]>();

/** The modules that a script of the browser's needs, all the way down, itself left out. */
export function importedModules(script: string): readonly string[] {
  const found = known.get(script) ?? follow(script);
  known.set(script, found);
  return found;
}

function follow(script: string): string[] {
  const seen = new Set<string>([script]);
  for (const name of seen) {
    for (const [, imported = ""] of (findAsset(name)?.text ?? "").matchAll(IMPORT)) seen.add(imported);
  }
  return [...seen].slice(1);
}
