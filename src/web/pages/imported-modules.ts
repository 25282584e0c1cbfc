import { readFileSync } from "node:fs";

const FOLDER = new URL("../client/", import.meta.url);
const IMPORT = /^import (?!type\b)[^;]*?"\.\/([\w-]+\.ts)";/gm;

const known = new Map<string, readonly string[]>();

/** The modules of `src/web/client/` that a script needs, all the way down, itself left out. */
export function importedModules(script: string): readonly string[] {
  const found = known.get(script) ?? follow(script);
  known.set(script, found);
  return found;
}

function follow(script: string): string[] {
  const seen = new Set<string>([script]);
  for (const name of seen) {
    const source = readFileSync(new URL(name, FOLDER), "utf8");
    for (const [, imported = ""] of source.matchAll(IMPORT)) seen.add(imported);
  }
  return [...seen].slice(1);
}
