import pg from "pg";

/** Each takes memory of every connection; what comes after them is read anew each time. */
const KEPT_MAX = 300;
const names = new Map<string, string>();

/**
 * A connection whose server reads a statement with parameters once: from then on it is sent the values alone and, after a few
 * times, keeps its plan. Reading and planning a statement anew costs more than running it.
 */
export class PreparingClient extends pg.Client {
  /** As pg's own, whose many ways to be called have no type but this. */
  override query(...asked: never[]): never {
    const [query, values, ...more]: unknown[] = asked;
    const named = hasText(query) && Array.isArray(values) && values.length > 0 ? { ...query, name: nameOf(query.text) } : query;
    const ask: (...asked: unknown[]) => unknown = super.query.bind(this);
    return ask(named, values, ...more) as never;
  }
}

function hasText(query: unknown): query is { text: string } {
  return typeof query === "object" && query !== null && "text" in query && typeof query.text === "string";
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= KEPT_MAX) return known;
  const name = `farmcast_${names.size}`;
  names.set(text, name);
  return name;
}
