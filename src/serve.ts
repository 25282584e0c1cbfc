import { createSignInLink } from "#access/create-sign-in-link.ts";
import { ensureOwner } from "#access/ensure-owner.ts";
import { readConfig, type Config } from "#config.ts";
import { connectServices } from "#connect-services.ts";
import { startWorkers } from "#jobs/worker.ts";
import { startWeb } from "#web/start-web.ts";

const ROLES = ["all", "web", "worker"] as const;
type Role = (typeof ROLES)[number];

/** Work under way gets this long to finish; whatever is left then is found and done again by the next process. */
const DRAIN_MS = 6_000;
/** The process is gone after this, whatever hangs. */
const EXIT_MS = 9_000;

/** Runs the service until it is told to stop: all of it, or the half that `argument` names. */
export async function serve(argument: string | undefined): Promise<void> {
  const role = readRole(argument);
  const config = readConfig();
  if (role !== "all" && (config.databaseUrl === undefined || config.redisUrl === undefined)) {
    exitWith(`"${role}" is one half of a scaled service: set DATABASE_URL and REDIS_URL, or start without it.`);
  }
  await start(role, config).catch((error: unknown) => exitWith(error instanceof Error ? error.message : String(error)));
}

async function start(role: Role, config: Config): Promise<void> {
  const services = await connectServices(config);
  const web = role === "worker" ? undefined : await startWeb(services);
  // In one process what the one half keeps in memory is the other's too.
  const workers = role === "web" ? undefined : await startWorkers(web?.services ?? services);
  if (web !== undefined) {
    const owner = await ensureOwner(services);
    const token = await createSignInLink(services, owner);
    process.stdout.write(`Farmcast is at ${web.url}\nSign in once with ${web.url}/sign-in?token=${token}\n`);
  } else {
    process.stdout.write("Farmcast worker is ready\n");
  }
  onStop(async () => {
    await Promise.all([web?.close(DRAIN_MS), workers?.close(DRAIN_MS)]);
    await services.close();
  });
}

/** Ctrl-C drains and ends the process, always; a second one ends it at once. */
function onStop(close: () => Promise<void>): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(0), EXIT_MS).unref();
    void close().then(
      () => process.exit(0),
      () => process.exit(0),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function readRole(argument: string | undefined): Role {
  const role = ROLES.find((one) => one === (argument ?? "all"));
  return role ?? exitWith(`Unknown "${argument}": start with nothing, "web" or "worker".`);
}

function exitWith(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
