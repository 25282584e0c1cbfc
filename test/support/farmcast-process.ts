import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export const OWNER_KEY = "owner-key-of-the-journeys";

export type FarmcastProcess = {
  /** Where it is reached; empty for a worker. */
  url: string;
  /** With the owner's key; the body is JSON. A request that gets no answer rejects. */
  request(method: string, path: string, body?: unknown): Promise<Response>;
  kill(): Promise<void>;
  /** Ctrl-C: the exit code, and how long it took in milliseconds. */
  interrupt(): Promise<{ code: number | null; ms: number }>;
  /** What it has logged. */
  logged(): string;
};

/** Starts the real thing, as `npm start` does, in a process of its own and waits until it says that it is ready. */
export async function startFarmcast(role: "all" | "web" | "worker", env: Record<string, string>): Promise<FarmcastProcess> {
  const child = spawn(process.execPath, ["--no-regexp-tier-up", "src/main.ts", role], {
    env: { PATH: process.env["PATH"], PORT: "0", RATE_LIMIT: "off", OWNER_KEY, LOG_LEVEL: "warn", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let logged = "";
  child.stderr.on("data", (chunk: Buffer) => (logged += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  const greeting = await new Promise<string>((resolve, reject) => {
    lines.once("line", resolve);
    void exited.then((code) => reject(new Error(`ended with ${code} before it was ready: ${logged.slice(-2_000)}`)));
  });
  const url = /https?:\/\/\S+/.exec(greeting)?.[0] ?? "";
  return {
    url,
    request: (method, path, body) =>
      fetch(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${OWNER_KEY}`, ...(body === undefined ? {} : { "content-type": "application/json" }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(10_000),
      }),
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    async interrupt() {
      const startedMs = Date.now();
      child.kill("SIGINT");
      return { code: await exited, ms: Date.now() - startedMs };
    },
    logged: () => logged,
  };
}
