import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** `signIn`: the link that opens the pages, once. */
export type RunningService = { url: string; signIn: string; key: string; pid: number; stop(): Promise<void> };

const READY_TIMEOUT_MS = 60_000;
/** As `npm start` has it: the expressions of the rules are machine code from the first time on, which reads a tenth faster. */
const ENGINE = ["--no-regexp-tier-up"];
/** The service itself gives up on draining before this. */
const STOP_TIMEOUT_MS = 12_000;

/**
 * Starts `src/main.ts` as a process of its own, on a free port of 127.0.0.1 and in a temporary folder that is removed
 * with it. `settings` are laid over the environment. Throws with what the service said when it does not come up.
 */
export async function startService(settings: Record<string, string> = {}, role: "all" | "web" = "all"): Promise<RunningService> {
  const folder = await mkdtemp(join(tmpdir(), "farmcast-"));
  const key = `owner-${randomBytes(18).toString("base64url")}`;
  // Empty is unset: the stores and the address of an installation of one's own are left alone.
  const notOurs = { DATABASE_URL: "", REDIS_URL: "", PUBLIC_URL: "" };
  const own = { ...notOurs, HOST: "127.0.0.1", PORT: "0", DATA_DIR: folder, OWNER_KEY: key, LOG_LEVEL: "warn" };
  const child = spawn(process.execPath, [...ENGINE, "src/main.ts", role], {
    env: { ...process.env, ...own, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  // Also when this process ends without asking: no server is left behind.
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);

  async function stop(): Promise<void> {
    child.kill("SIGTERM");
    const timer = setTimeout(kill, STOP_TIMEOUT_MS);
    await closed;
    clearTimeout(timer);
    process.off("exit", kill);
    await rm(folder, { recursive: true, force: true });
  }

  const [url, signIn] = await new Promise<[url: string, signIn: string]>((resolve, reject) => {
    let said = "";
    const fail = (why: string) => reject(new Error(`The service ${why}:\n${said}`));
    const timer = setTimeout(() => fail(`was not up after ${READY_TIMEOUT_MS / 1000} s`), READY_TIMEOUT_MS);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const [, address, link] = /^Farmcast is at (\S+)\nSign in once with (\S+)\n/m.exec(said) ?? [];
        if (address === undefined || link === undefined) return;
        clearTimeout(timer);
        resolve([address, link]);
      });
    }
    child.once("error", (error) => fail(`did not start (${error.message})`));
    child.once("close", () => fail("ended"));
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { url, signIn, key, pid: child.pid ?? 0, stop };
}
