import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { connectDatabase } from "#database/connect.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FOLDER = join(ROOT, "node_modules/.cache/farmcast");

let database: Promise<Blob> | undefined;

/**
 * PGlite's database with every migration run and no row in it. Making one takes seconds: the first test that needs it keeps
 * it for all others, until a migration or a package is another one. How it is migrated is shown in the tests of migrations.
 */
export function migratedDatabase(): Promise<Blob> {
  database ??= keep(join(FOLDER, `migrated-${madeOf().slice(0, 16)}.tar`));
  return database;
}

/** What the database hangs on: our migrations, and the packages that make it and migrate it for the queues. */
function madeOf(): string {
  const hash = createHash("sha256");
  const files = ["package-lock.json", ...globSync("src/database/{connect.ts,migrations/**/*.{sql,json}}", { cwd: ROOT }).toSorted()];
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
}

async function keep(file: string): Promise<Blob> {
  const kept = await readFile(file).catch(() => undefined);
  if (kept !== undefined) return new Whole(new Uint8Array(kept).buffer);
  const made = await makeDatabase();
  await mkdir(FOLDER, { recursive: true });
  // Another process may be at it too: what stands there is always whole.
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, new Uint8Array(made));
  await rename(draft, file);
  return new Whole(made);
}

async function makeDatabase(): Promise<ArrayBuffer> {
  const folder = await mkdtemp(join(tmpdir(), "farmcast-migrated-"));
  try {
    const migrated = await connectDatabase({ dataDir: folder });
    await migrated.close();
    const pglite = await PGlite.create({ dataDir: join(folder, "database") });
    // Nobody makes databases here: what they are made from is more than half of the files.
    await pglite.query("UPDATE pg_database SET datistemplate = false");
    await pglite.query("DROP DATABASE template0");
    await pglite.query("DROP DATABASE template1");
    await pglite.query("CHECKPOINT");
    const dump = await pglite.dumpDataDir("none");
    await pglite.close();
    return await dump.arrayBuffer();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A `Blob` puts itself together from pieces of 64 kB whenever it is asked for its bytes, which takes a third of a second. */
class Whole extends Blob {
  readonly #bytes: ArrayBuffer;

  constructor(bytes: ArrayBuffer) {
    super([]);
    this.#bytes = bytes;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes;
  }
}
