import { spawn } from "node:child_process";
import { prepareMachine } from "./prepare-machine.ts";

const { environment, missing } = prepareMachine();
for (const { name, without } of missing) console.log(`! ${name} cannot be had here; skipped: ${without}`);
const incomplete = missing.length > 0 && process.env.CI === "true";
if (incomplete) console.error("With CI=true nothing may be skipped.");

// Both always run, so that one round shows everything that is wrong; vitest's closing lines come last.
const codes = [await run("node", "scripts/verify.ts"), await run("vitest", "run", ...process.argv.slice(2))];
process.exitCode = incomplete || codes.some((code) => code !== 0) ? 1 : 0;

function run(command: string, ...args: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...environment } });
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}
