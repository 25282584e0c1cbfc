import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PGlite } from "@electric-sql/pglite";
import { runMigrations } from "bullmq";
import pg from "pg";
import { AppError } from "#errors.ts";
import { drizzle, migrate, type NodePgDatabase } from "./drizzle.ts";
import { lockFolder } from "./lock-folder.ts";
import { Pace } from "./pace.ts";
import { PglitePool } from "./pglite-pool.ts";
import { PreparingPool } from "./preparing-pool.ts";
import * as schema from "./schema.ts";

const MIGRATIONS_FOLDER = fileURLToPath(new URL("./migrations", import.meta.url));
/** Any number: it only has to be the same in every process that migrates. */
const MIGRATION_LOCK = 7_205_411;
/** The search path of every connection the queue gets; our own tables are always named with their schema. */
const QUEUE_SCHEMA = "bullmq";
const POOL_CONNECTIONS_MAX = 20;
/** One process has no need of the 128 MB that PGlite would take and clear at every start. */
const EMBEDDED_OPTIONS = [...PGlite.defaultStartParams, "-c", "shared_buffers=32MB"];
/** A store that does not answer within this time is down. */
const CONNECT_TIMEOUT_MS = 2_000;

export type DatabaseConnection = NodePgDatabase<typeof schema>;
/** What runs inside `db.transaction`. */
export type Transaction = Parameters<Parameters<DatabaseConnection["transaction"]>[0]>[0];

export type Database = {
  db: DatabaseConnection;
  /** For BullMQ's PostgreSQL backend, with its schema on the search path. */
  queuePool: pg.Pool;
  embedded: boolean;
  /** Runs live work: in the one process of an embedded service it waits for nothing in the background. */
  first<T>(work: () => Promise<T>): Promise<T>;
  /** Runs a piece of work that can wait: there, while somebody speaks, one at a time with rests between. */
  spare<T>(work: () => Promise<T>): Promise<T>;
  /** Answers when the store does. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

type Where = {
  databaseUrl?: string | undefined;
  dataDir?: string | undefined;
  /** A database as PGlite packs it, to begin with in memory: making one takes seconds. */
  template?: Blob | undefined;
};

/**
 * Opens the records and brings their schema up to date: a PostgreSQL server with `databaseUrl`, else PGlite in
 * `dataDir` (or in memory without one).
 */
export async function connectDatabase({ databaseUrl, ...where }: Where): Promise<Database> {
  return databaseUrl === undefined ? openEmbedded(where) : connectServer(databaseUrl);
}

async function openEmbedded({ dataDir, template }: Omit<Where, "databaseUrl">): Promise<Database> {
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true });
  const unlock = dataDir === undefined ? undefined : await lockFolder(dataDir);
  const place = {
    ...(dataDir !== undefined && { dataDir: join(dataDir, "database") }),
    ...(template !== undefined && { loadDataDir: template }),
  };
  const pglite = await PGlite.create({ ...place, startParams: EMBEDDED_OPTIONS });
  const pool = new PglitePool(pglite);
  const pace = new Pace();
  const db = drizzle({ client: asPgPool(pool), schema });
  await migrate(db, { migrationsFolder: MIGRATIONS_FOLDER, migrationsSchema: "migrations" });
  const client = await pool.connect();
  await runMigrations(asPgPool(client), QUEUE_SCHEMA);
  client.release();
  await pool.query(`SET search_path TO ${QUEUE_SCHEMA}`);
  return {
    db,
    queuePool: asPgPool(pool),
    embedded: true,
    first(work) {
      pace.live();
      return pool.first(work);
    },
    spare: (work) => pace.spare(work),
    async ping() {
      await pool.query("SELECT 1");
    },
    async close() {
      await pool.end();
      await pglite.close();
      await unlock?.();
    },
  };
}

async function connectServer(connectionString: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString, max: POOL_CONNECTIONS_MAX, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  const queuePool = new pg.Pool({
    connectionString,
    max: POOL_CONNECTIONS_MAX,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    options: `-c search_path=${QUEUE_SCHEMA}`,
  });
  // A connection that drops, idle or in somebody's hands between two statements, is replaced by the next query; without
  // a listener it would end the process.
  for (const each of [pool, queuePool]) {
    each.on("error", () => {});
    each.on("connect", (client) => client.on("error", () => {}));
  }
  const db = drizzle({ client: asPgPool(new PreparingPool(pool)), schema });
  const client = await pool.connect().catch((cause: unknown) => {
    throw new AppError("store_unavailable", {}, { cause });
  });
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle({ client, schema }), { migrationsFolder: MIGRATIONS_FOLDER, migrationsSchema: "migrations" });
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  } finally {
    client.release();
  }
  return {
    db,
    queuePool,
    embedded: false,
    first: (work) => work(),
    spare: (work) => work(),
    async ping() {
      await pool.query("SELECT 1");
    },
    async close() {
      await Promise.all([pool.end(), queuePool.end()]);
    },
  };
}

/** The one cast of the house: drizzle and BullMQ only use the part of `pg` that the adapter has. */
function asPgPool<T extends object>(adapter: T): pg.Pool & pg.PoolClient {
  return adapter as unknown as pg.Pool & pg.PoolClient;
}
