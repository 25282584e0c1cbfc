import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

/** Everything that can be checked without running the service: `npm run verify`, and first in `npm test`. */
const CHECKS: Record<string, string[]> = {
  types: ["tsc"],
  "types (pages)": ["tsc", "--project", "src/web/client/tsconfig.json"],
  lint: ["oxlint", "--deny-warnings", "--report-unused-disable-directives"],
  format: ["oxfmt", "--check"],
  unused: ["knip"],
  migrations: ["node", "scripts/check-migrations.ts"],
  docs: ["node", "scripts/check-docs.ts"],
  locales: ["node", "scripts/check-locales.ts"],
  prompts: ["node", "scripts/check-prompts.ts"],
  lengths: ["node", "scripts/check-lengths.ts"],
};

const waiting = Object.entries(CHECKS);
const failed: string[] = [];
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, takeChecks));
if (failed.length > 0) console.error(`\nverify: ${failed.join(", ")} failed`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function takeChecks(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [name, command] = next;
    const startedAt = performance.now();
    const { code, output } = await run(command);
    const took = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
    console.log(`${code === 0 ? "✓" : "✗"} ${name.padEnd(14)} ${took.padStart(7)}  ${command.join(" ")}`);
    if (code === 0) continue;
    failed.push(name);
    console.log(output.trimEnd().replaceAll(/^/gm, "    "));
  }
}

function run([command = "", ...args]: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
