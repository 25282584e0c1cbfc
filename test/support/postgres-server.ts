import { execFile, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);
const BIN = findBinaries();
const URL_GIVEN = process.env["DATABASE_URL"];

/** Whether tests can have a PostgreSQL; without binaries they use a database of their own on the server of `DATABASE_URL`. */
export const postgresAvailable = BIN !== undefined || URL_GIVEN !== undefined;
if (!postgresAvailable && process.env["CI"] === "true") throw new Error("CI must test with PostgreSQL: install it or set DATABASE_URL");

export type PostgresServer = {
  /** A new, empty database. */
  url: string;
  /** Another one on the same server. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
};

/** Starts a PostgreSQL server on a free port in a temporary folder; gone after `stop`. */
export async function startPostgresServer(): Promise<PostgresServer> {
  if (BIN === undefined) return databasesOn(URL_GIVEN ?? "", async () => {});
  const folder = await mkdtemp(join(tmpdir(), "farmcast-postgres-"));
  const asOwner = await ownerOf(folder);
  const data = join(folder, "data");
  const port = await freePort();
  await asOwner(join(BIN, "initdb"), ["-D", data, "-U", "farmcast", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -k ${folder} -c fsync=off -c max_connections=200`;
  await asOwner(join(BIN, "pg_ctl"), ["-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"]);
  return databasesOn(`postgres://farmcast@127.0.0.1:${port}/postgres`, async () => {
    await asOwner(join(BIN, "pg_ctl"), ["-D", data, "-m", "immediate", "-w", "stop"]);
    await rm(folder, { recursive: true, force: true });
  });
}

async function databasesOn(adminUrl: string, stop: () => Promise<void>): Promise<PostgresServer> {
  const created: string[] = [];
  const createDatabase = async () => {
    const name = `farmcast_test_${randomUUID().replaceAll("-", "")}`;
    await asAdmin(adminUrl, `CREATE DATABASE ${name}`);
    created.push(name);
    const url = new URL(adminUrl);
    url.pathname = `/${name}`;
    return url.href;
  };
  return {
    url: await createDatabase(),
    createDatabase,
    async stop() {
      for (const name of created) await asAdmin(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
      await stop();
    },
  };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** PostgreSQL refuses to run as root: then the user `postgres` owns the folder and runs it. */
async function ownerOf(folder: string): Promise<(file: string, args: string[]) => Promise<unknown>> {
  if (process.getuid?.() !== 0) return (file, args) => run(file, args);
  const id = (flag: string) => Number(spawnSync("id", [flag, "postgres"]).stdout.toString());
  await chown(folder, id("-u"), id("-g"));
  return (file, args) => run("runuser", ["-u", "postgres", "--", file, ...args], { cwd: folder });
}

/** Where Debian keeps them, else the search path. */
function findBinaries(): string | undefined {
  const root = "/usr/lib/postgresql";
  const versions = existsSync(root) ? readdirSync(root).toSorted((one, other) => Number(other) - Number(one)) : [];
  const installed = versions.map((version) => join(root, version, "bin")).find((bin) => existsSync(join(bin, "initdb")));
  if (installed !== undefined) return installed;
  const found = spawnSync("pg_config", ["--bindir"]);
  const bin = found.status === 0 ? found.stdout.toString().trim() : undefined;
  return bin !== undefined && existsSync(join(bin, "initdb")) ? bin : undefined;
}
