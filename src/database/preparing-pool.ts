import type pg from "pg";

/** As drizzle asks: transactions begin and end by a text alone. */
type Query = string | pg.QueryConfig;

/** Each takes memory of every connection; what comes after them is read anew each time. */
const KEPT_MAX = 300;
const names = new Map<string, string>();

/**
 * A pool for drizzle whose server reads a statement with parameters once: from then on it is sent the values alone and, after a
 * few times, keeps its plan. Reading and planning a statement anew costs more than running it. The name must hold "Pool": drizzle
 * takes a client out of it for a transaction only then.
 */
export class PreparingPool {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  query(query: Query, values?: unknown[]): Promise<pg.QueryResult> {
    return this.#pool.query(prepared(query, values), values);
  }

  async connect() {
    const client = await this.#pool.connect();
    return {
      query: (query: Query, values?: unknown[]) => client.query(prepared(query, values), values),
      release: () => client.release(),
    };
  }
}

function prepared(query: Query, values: readonly unknown[] = []): Query {
  return typeof query === "string" || values.length === 0 ? query : { ...query, name: nameOf(query.text) };
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= KEPT_MAX) return known;
  const name = `farmcast_${names.size}`;
  names.set(text, name);
  return name;
}
