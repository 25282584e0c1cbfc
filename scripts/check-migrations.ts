import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { reportProblems } from "./report-problems.ts";

const SCHEMA = "src/database/schema.ts";
const MIGRATIONS = "src/database/migrations";

const scratch = mkdtempSync(join(tmpdir(), "farmcast-migrations-"));
try {
  reportProblems([...checkMigrations(), ...generateMissing()]);
} finally {
  rmSync(scratch, { recursive: true });
}

/** drizzle-kit's own check: no two migrations start from the same state. */
function checkMigrations(): string[] {
  const { status, output } = drizzleKit("check", "--out", MIGRATIONS);
  return status === 0 ? [] : [output];
}

/** Generates into a copy: a file more than before is a change of the schema that no migration makes. */
function generateMissing(): string[] {
  cpSync(MIGRATIONS, scratch, { recursive: true });
  const before = new Set(readdirSync(scratch));
  // drizzle-kit puts "./" before the folder, so an absolute one would not be found.
  const { status, output } = drizzleKit("generate", "--schema", SCHEMA, "--out", relative(".", scratch));
  if (status !== 0) return [output];
  const missing = readdirSync(scratch).filter((name) => !before.has(name));
  return missing.length === 0 ? [] : [`${SCHEMA} has changes that no migration makes: npm run migration -- --name <what>`];
}

function drizzleKit(...args: string[]): { status: number; output: string } {
  const { status, stdout, stderr, error } = spawnSync("drizzle-kit", [...args, "--dialect", "postgresql"], { encoding: "utf8" });
  return { status: status ?? 1, output: error?.message ?? stdout + stderr };
}
