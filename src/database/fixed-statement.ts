import type { DatabaseConnection } from "./connect.ts";
import { PgDialect, type PreparedQueryConfig, type Query, type SQL } from "./drizzle.ts";

const dialect = new PgDialect();

/**
 * A statement whose text is put together once for each of its shapes; what differs from run to run are its placeholders. For what
 * a caption waits for: putting the text together anew takes a third of the time of running it.
 */
export function fixedStatement<Row extends Record<string, unknown>, Shape extends readonly (string | number | boolean)[] = []>(
  statement: (...shape: Shape) => SQL,
) {
  const queries = new Map<string, Query>();
  return async ({ _: { session } }: DatabaseConnection, values: Readonly<Record<string, unknown>>, ...shape: Shape): Promise<Row[]> => {
    const key = shape.join(" ");
    const query = queries.get(key) ?? dialect.sqlToQuery(statement(...shape));
    queries.set(key, query);
    const prepared = session.prepareQuery<PreparedQueryConfig & { execute: { rows: Row[] } }>(query, undefined, undefined, false);
    const { rows } = await prepared.execute(values);
    return rows;
  };
}
