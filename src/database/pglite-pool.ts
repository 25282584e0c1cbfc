import { EventEmitter } from "node:events";
import type { PGlite, QueryOptions, Results } from "@electric-sql/pglite";
import { Line } from "./line.ts";
import { PreparedStatements } from "./prepared-statements.ts";

type PgQueryConfig = {
  text: string;
  values?: unknown[];
  rowMode?: "array";
  /** Only drizzle gives them: it wants dates as text. What PGlite parses itself (json, arrays) already fits. */
  types?: unknown;
};
type PgResult = { rows: unknown[]; rowCount: number; command: string; fields: { name: string; dataTypeID: number }[] };

/**
 * A `pg.Pool`-shaped door to one PGlite, for drizzle and BullMQ at once. PGlite has a single connection, so a client
 * that begins a transaction holds it until it commits, rolls back or is released; all others wait in line.
 * Notifications go to every client, as each of them "listens" on that one connection.
 * The name must hold "Pool": drizzle takes a client out of it for a transaction only then.
 */
export class PglitePool extends EventEmitter {
  readonly #pglite: PGlite;
  readonly #statements: PreparedStatements;
  readonly #textualDates: PGlite["parsers"];
  readonly #clients = new Set<PglitePoolClient>();
  readonly #stopNotifications: () => void;
  readonly #line = new Line();
  #ended = false;

  constructor(pglite: PGlite) {
    super();
    this.setMaxListeners(0);
    this.#pglite = pglite;
    this.#statements = new PreparedStatements(pglite);
    this.#textualDates = { ...pglite.parsers, ...Object.fromEntries(DATE_TYPES.map((oid) => [oid, (value: string) => value])) };
    this.#stopNotifications = pglite.onNotification((channel, payload) => {
      for (const client of this.#clients) client.emit("notification", { channel, payload, processId: 0 });
    });
  }

  /** Runs one statement of its own, in line with all others. */
  async query(query: string | PgQueryConfig, values?: unknown[]): Promise<PgResult> {
    const leave = await this.enter();
    try {
      return await this.run(query, values);
    } finally {
      leave();
    }
  }

  async connect(): Promise<PglitePoolClient> {
    if (this.#ended) throw new Error("Cannot use a pool after calling end on the pool");
    const client = new PglitePoolClient(this, () => this.#clients.delete(client));
    this.#clients.add(client);
    return client;
  }

  async end(): Promise<void> {
    this.#ended = true;
    this.#stopNotifications();
    const leave = await this.#line.enter();
    leave();
  }

  /** Waits for its turn; what it returns lets the next one in. */
  async enter(): Promise<() => void> {
    if (this.#ended) throw new Error("Cannot use a pool after calling end on the pool");
    return this.#line.enter();
  }

  /** Runs live work: its statements go before all others that wait. */
  first<T>(work: () => Promise<T>): Promise<T> {
    return this.#line.first(work);
  }

  /** Runs one statement now: for a caller whose turn it is. */
  async run(query: string | PgQueryConfig, values?: unknown[]): Promise<PgResult> {
    const config: PgQueryConfig = typeof query === "string" ? { text: query } : query;
    const parameters = values ?? config.values;
    const reading = { parsers: config.types === undefined ? this.#pglite.parsers : this.#textualDates, ...rowModeOf(config) };
    // Without parameters pg speaks the simple protocol, which takes several statements at once.
    if (parameters === undefined || parameters.length === 0) return pgResultOf(await this.#statements.runAll(config.text, reading));
    return pgResultOf(await this.#statements.run(config.text, parameters, reading));
  }
}

/** A borrowed client; everything between `BEGIN` and `COMMIT` stays together. */
export class PglitePoolClient extends EventEmitter {
  readonly #pool: PglitePool;
  readonly #onRelease: () => void;
  /** How to let the next one in, from the moment a transaction asks for its turn. */
  #leave: Promise<() => void> | undefined;

  constructor(pool: PglitePool, onRelease: () => void) {
    super();
    this.#pool = pool;
    this.#onRelease = onRelease;
    this.setMaxListeners(0);
  }

  async query(query: string | PgQueryConfig, values?: unknown[]): Promise<PgResult> {
    const text = typeof query === "string" ? query : query.text;
    if (/^\s*(begin|start\s+transaction)\b/i.test(text)) this.#leave ??= this.#pool.enter();
    if (this.#leave === undefined) return this.#pool.query(query, values);
    await this.#leave;
    try {
      return await this.#pool.run(query, values);
    } finally {
      // A failed COMMIT has ended the transaction too. `rollback to savepoint` has not.
      if (/^\s*(commit|end|rollback(?!\s+to)|abort)\b/i.test(text)) this.#open();
    }
  }

  release(): void {
    this.#onRelease();
    const leave = this.#leave;
    this.#leave = undefined;
    // Given back in mid-transaction: what was begun must not leak into the next one's statements.
    void leave?.then(
      (open) => this.#pool.run("ROLLBACK").then(open, open),
      () => {},
    );
  }

  #open(): void {
    void this.#leave?.then(
      (open) => open(),
      () => {},
    );
    this.#leave = undefined;
  }
}

function rowModeOf({ rowMode }: PgQueryConfig): Pick<QueryOptions, "rowMode"> {
  return rowMode === undefined ? {} : { rowMode };
}
const DATE_TYPES = [1082, 1114, 1184, 1186, 1115, 1182, 1185, 1187];

function pgResultOf(result: Results | undefined): PgResult {
  return {
    rows: result?.rows ?? [],
    rowCount: result?.rowCount ?? result?.affectedRows ?? 0,
    command: result?.command ?? "",
    fields: result?.fields ?? [],
  };
}
