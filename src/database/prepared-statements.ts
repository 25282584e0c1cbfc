import { parse, protocol, type PGlite, type QueryOptions, type Results } from "@electric-sql/pglite";
import { randomText } from "#ids.ts";

type Prepared = { name: string; parameterTypes: number[]; untilMs: number };

/** How values come back: each type's own, and rows as arrays or as objects. */
type Reading = Pick<QueryOptions, "rowMode"> & { parsers: PGlite["parsers"] };

const { serialize } = protocol;
/** Each takes memory of the database; the one unused longest goes. */
const KEPT_MAX = 300;
/** A plan made while a table was small is not kept while it grows. */
const KEPT_MS = 60_000;

/**
 * Statements that PGlite has read before: it takes the values alone and, after a few times, keeps its plan. Reading and
 * planning a statement anew costs more than running it.
 */
export class PreparedStatements {
  readonly #pglite: PGlite;
  readonly #kept = new Map<string, Prepared>();
  /** Another pool may name its own statements in the same PGlite. */
  readonly #names = `farmcast_${randomText(8)}_`;
  #named = 0;

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  /** Several statements at once, without parameters: read anew each time. */
  async runAll(text: string, { parsers, ...options }: Reading): Promise<Results | undefined> {
    const messages = await this.#pglite.runExclusive(() => this.#ask(serialize.query(text)));
    return parse.parseResults(messages, parsers, options).at(-1);
  }

  async run(text: string, parameters: readonly unknown[], { parsers, ...options }: Reading): Promise<Results | undefined> {
    // One transaction may ask for several at once.
    const messages = await this.#pglite.runExclusive(async () => {
      const { name, parameterTypes } = this.#find(text) ?? (await this.#prepare(text));
      const values = parameters.map((value, at) => this.#valueOf(value, parameterTypes[at]));
      const bind = serialize.bind({ statement: name, values });
      return this.#ask(bind, serialize.describe({ type: "P" }), serialize.execute(), serialize.sync());
    });
    return parse.parseResults(messages, parsers, options)[0];
  }

  #find(text: string): Prepared | undefined {
    const known = this.#kept.get(text);
    if (known === undefined || known.untilMs < Date.now()) return undefined;
    this.#kept.delete(text);
    this.#kept.set(text, known);
    return known;
  }

  async #prepare(text: string): Promise<Prepared> {
    const [unused] = this.#kept.size < KEPT_MAX ? [] : this.#kept.keys();
    for (const old of [text, unused]) if (old !== undefined) await this.#close(old);
    const name = `${this.#names}${(this.#named += 1)}`;
    const messages = await this.#ask(serialize.parse({ name, text }), serialize.describe({ type: "S", name }), serialize.sync());
    const prepared = { name, parameterTypes: parse.parseDescribeStatementResults(messages), untilMs: Date.now() + KEPT_MS };
    this.#kept.set(text, prepared);
    return prepared;
  }

  async #close(text: string): Promise<void> {
    const old = this.#kept.get(text);
    this.#kept.delete(text);
    if (old !== undefined) await this.#ask(serialize.close({ type: "S", name: old.name }), serialize.sync());
  }

  #ask(...messages: Uint8Array[]) {
    return this.#pglite.execProtocolStream(Buffer.concat(messages), {});
  }

  #valueOf(value: unknown, type = 0): string | Uint8Array | null {
    if (value === null || value === undefined) return null;
    const text = this.#pglite.serializers[type]?.(value) ?? String(value);
    const prefix = AS_BYTES[type];
    return prefix === undefined || text.length < LONG ? text : Buffer.from(prefix + text);
  }
}

/** A long text goes as bytes: PGlite counts the bytes of a string one by one. How the binary form of text, json and jsonb begins. */
const AS_BYTES: Record<number, string> = { 25: "", 114: "", 3802: "\u0001" };
const LONG = 1_000;
