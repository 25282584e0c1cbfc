// oxlint-disable no-restricted-imports -- what they are about: see below
/*
 * Drizzle, for every file, as CommonJS: of ES modules Node reads the package's package.json, 180 kB, again for each of its
 * 500 files and for each of ours that names it. That took two seconds of every start.
 */
export * from "../../node_modules/drizzle-orm/index.cjs";
export {
  bigint,
  boolean,
  customType,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  PgDialect,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  type PreparedQueryConfig,
} from "../../node_modules/drizzle-orm/pg-core/index.cjs";
export { drizzle, type NodePgDatabase } from "../../node_modules/drizzle-orm/node-postgres/index.cjs";
export { migrate } from "../../node_modules/drizzle-orm/node-postgres/migrator.cjs";
