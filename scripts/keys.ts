import { parseArgs } from "node:util";
import { OWNER_ACCOUNT_ID, SCOPES } from "#access/caller.ts";
import { createAccount } from "#access/create-account.ts";
import { createKey } from "#access/create-key.ts";
import { ensureOwner } from "#access/ensure-owner.ts";
import { listKeys } from "#access/list-keys.ts";
import { revokeKey } from "#access/revoke-key.ts";
import { readConfig, type Config } from "#config.ts";
import { connectDatabase, type Database } from "#database/connect.ts";
import { AppError } from "#errors.ts";

const USAGE = `npm run keys -- create NAME [--scopes read,write,stream] [--account NAME]
npm run keys -- list
npm run keys -- revoke ID`;
const PAGE_LIMIT = 100;

type Context = { config: Config; database: Database };

/** Makes, lists and revokes keys, in DATABASE_URL or in the embedded DATA_DIR. Prints a new key on standard output, once. */
async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { scopes: { type: "string", default: SCOPES.join(",") }, account: { type: "string" } },
  });
  const [command, argument] = positionals;
  if (!(command === "list" || ((command === "create" || command === "revoke") && argument !== undefined))) return fail(USAGE);
  const scopes = SCOPES.filter((scope) => values.scopes.split(",").includes(scope));
  if (scopes.length !== new Set(values.scopes.split(",")).size) return fail(`--scopes takes some of ${SCOPES.join(",")}`);

  const config = readConfig();
  const database = await open(config);
  if (database === undefined) return;
  const context = { config, database };
  try {
    await ensureOwner(context);
    if (command === "list") await list(context);
    else if (command === "create") await create(context, argument ?? "", scopes, values.account);
    else await revoke(context, argument ?? "");
  } finally {
    await database.close();
  }
}

async function create(context: Context, name: string, scopes: (typeof SCOPES)[number][], account: string | undefined): Promise<void> {
  const accountId = account === undefined ? OWNER_ACCOUNT_ID : await createAccount(context, account);
  const { id, key } = await createKey(context, accountId, { name, scopes });
  console.error(`${id} (${scopes.join(", ")}), of account ${account ?? "owner"}. This is the only time it is shown:`);
  console.log(key);
}

async function list(context: Context): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await listKeys(context, OWNER_ACCOUNT_ID, { limit: PAGE_LIMIT, cursor });
    for (const { id, account, name, scopes, createdAt, lastUsedAt, revokedAt } of page.items) {
      const state = revokedAt === undefined ? `last used ${lastUsedAt ?? "never"}` : `revoked ${revokedAt}`;
      console.log([id, account, name, scopes.join(","), `made ${createdAt}`, state].join("\t"));
    }
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}

async function revoke(context: Context, id: string): Promise<void> {
  try {
    await revokeKey(context, OWNER_ACCOUNT_ID, id);
    console.error(`${id} is revoked.`);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "not_found") throw error;
    fail(`There is no key ${id}; \`npm run keys -- list\` shows them.`);
  }
}

/** undefined, with words on what to do, when a running server holds the folder. */
async function open(config: Config): Promise<Database | undefined> {
  try {
    return await connectDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir });
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("another process is using")) throw error;
    const url = config.publicUrl ?? `http://${config.host}:${config.port}`;
    fail(`A running server holds ${config.dataDir}. Stop it first, or ask it, with a key of the owner's:
  curl ${url}/v1/keys -H "authorization: Bearer $OWNER_KEY" -H "content-type: application/json" -d '{"name": "my key"}'
GET ${url}/v1/keys lists keys, DELETE ${url}/v1/keys/ID revokes one.`);
    return undefined;
  }
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

await main();
