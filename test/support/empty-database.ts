import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import packageJson from "../../package.json" with { type: "json" };

const FOLDER = fileURLToPath(new URL("../../node_modules/.cache/farmcast", import.meta.url));
const KEPT = join(FOLDER, `pglite-${packageJson.dependencies["@electric-sql/pglite"]}.tar`);

/** PGlite's database with nothing in it. Making one takes seconds: the first test that needs it keeps it for all others. */
export async function emptyDatabase(): Promise<Blob> {
  const kept = await readFile(KEPT).catch(() => undefined);
  return kept === undefined ? makeDatabase() : new Blob([kept]);
}

async function makeDatabase(): Promise<Blob> {
  const pglite = await PGlite.create();
  const database = await pglite.dumpDataDir("none");
  await pglite.close();
  await mkdir(FOLDER, { recursive: true });
  // Another process may be at it too: what stands there is always whole.
  const draft = `${KEPT}.${process.pid}`;
  await writeFile(draft, Buffer.from(await database.arrayBuffer()));
  await rename(draft, KEPT);
  return database;
}
