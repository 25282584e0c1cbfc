import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export type RunningModule = {
  /** The first line it prints; what it said on standard error instead, where it ends without one. */
  firstLine: Promise<string>;
  kill(): Promise<void>;
};

/** Runs `source`, an ES module that may import `#…`, in a process of its own; `process.argv[1]` on are `args`. */
export function startModule(source: string, args: string[] = []): RunningModule {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", source, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const lines = createInterface({ input: child.stdout });
  return {
    firstLine: new Promise((resolve) => {
      lines.once("line", resolve);
      lines.once("close", () => resolve(`ended without a word: ${errors}`));
    }),
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}

/** Runs it to its end; the first line it printed. */
export async function runModule(source: string, args: string[] = []): Promise<string> {
  const running = startModule(source, args);
  const line = await running.firstLine;
  await running.kill();
  return line;
}
