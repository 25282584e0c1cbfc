import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { Bench } from "./result.ts";

/** The same property test as in `npm test`, with forty times its cases. */
export const fuzzOpenApi = longSuite("OpenAPI fuzz, 20,000 cases", ["test/web/openapi-fuzz.test.ts"], { CASES: "20000" });
/** The same journeys as in `npm test`, with every kill. */
export const killProcesses = longSuite(
  "50 kills each, under load",
  ["test/journeys/kill-embedded.test.ts", "test/journeys/kill-worker.test.ts"],
  {
    KILLS: "50",
    BARS: "strict",
  },
);
/** The same long shows as in `npm test`, as long and as full as they get: six hours of talk, and two restarts before 500 viewers. */
export const holdLongShows = longSuite("500 viewers, 10,000 events; 10,800 finals", ["test/live/long-show.test.ts"], {
  VIEWERS: "500",
  EVENTS: "10000",
  FINALS: "10800",
});

function longSuite(name: string, files: string[], env: Record<string, string>): Bench {
  const missing = files.filter((file) => !existsSync(file));
  return {
    ...(missing.length === 0 ? {} : { skip: `${missing.join(", ")} not here` }),
    async run() {
      const startedAt = performance.now();
      const { code, output } = await runVitest(files, env);
      if (code !== 0) throw new Error(output);
      const seconds = (performance.now() - startedAt) / 1000;
      const said = output.split("\n").filter((line) => line.includes("SEED="));
      return [{ name, unit: "s", ours: seconds, promise: { of: "ours" }, note: ["every test passed", ...said].join("\n    ") }];
    },
  };
}

function runVitest(files: string[], env: Record<string, string>): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn("vitest", ["run", "--no-color", ...files], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
