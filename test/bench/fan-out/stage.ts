import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Answer, Order } from "./viewers.ts";

/** A child of this bench, killed with it. */
function startChild(file: string, ...args: string[]): ChildProcess {
  return fork(join(import.meta.dirname, file), args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a process of the bench ended with ${code}`));
    child.once("exit", ended);
    child.once("message", (message) => {
      child.off("exit", ended);
      resolve(message);
    });
  });
}

export type Viewers = { ask(order: Order): Promise<Answer>; stop(): void };

export function startViewers(): Viewers {
  const child = startChild("viewers.ts");
  return {
    async ask(order) {
      const answer = nextMessage(child);
      child.send(order);
      return answerSchema.parse(await answer);
    },
    stop: () => child.disconnect(),
  };
}
const answerSchema = z.union([
  z.object({ opened: z.number() }),
  z.object({ arrivals: z.array(z.number()) }),
  z.object({ paused: z.number() }),
  z.object({ resumedMs: z.array(z.number()) }),
]);

/** The bare server: plain `node:http`, or Hono's own `streamSSE`. */
export async function startBareServer(kind: "plain" | "hono"): Promise<{ url: string; pid: number; stop(): void }> {
  const child = startChild("bare-server.ts", kind);
  const { url } = z.object({ url: z.string() }).parse(await nextMessage(child));
  return { url, pid: child.pid ?? 0, stop: () => child.disconnect() };
}

/** What a process has used: processor time in milliseconds, memory in bytes. Linux only. */
export function usageOf(pid: number): { cpuMs: number; memory: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [, , , , , , , , , , , user = "0", system = "0"] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? "0";
  return { cpuMs: (Number(user) + Number(system)) * TICK_MS, memory: Number(resident) * 1_024 };
}
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
