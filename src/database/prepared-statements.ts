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
 * planning a statement anew costs more than running it. Its callers have PGlite to themselves.
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

  async run(text: string, parameters: readonly unknown[], { parsers, ...options }: Reading): Promise<Results | undefined> {
    const { name, parameterTypes } = this.#find(text) ?? (await this.#prepare(text));
    const values = parameters.map((value, at) => this.#asText(value, parameterTypes[at]));
    const bind = serialize.bind({ statement: name, values });
    const messages = await this.#ask(bind, serialize.describe({ type: "P" }), serialize.execute(), serialize.sync());
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

  #asText(value: unknown, type: number | undefined): string | null {
    if (value === null || value === undefined) return null;
    const serialise = type === undefined ? undefined : this.#pglite.serializers[type];
    return serialise === undefined ? String(value) : serialise(value);
  }
}
