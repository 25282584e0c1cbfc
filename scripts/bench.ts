import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { z } from "zod";
import { acceptStories } from "../test/bench/accept-stories.ts";
import { callModels } from "../test/bench/call-models.ts";
import { checkThreeTexts } from "../test/bench/check-texts.ts";
import { fanOut } from "../test/bench/fan-out.ts";
import { holdViewers } from "../test/bench/hold-viewers.ts";
import { fuzzOpenApi, holdLongShows, killProcesses } from "../test/bench/long-suites.ts";
import { openPages } from "../test/bench/open-pages.ts";
import { readNotes } from "../test/bench/read-notes.ts";
import type { Bench, Result } from "../test/bench/result.ts";
import { startJobs } from "../test/bench/start-jobs.ts";
import { captionBesideStories } from "../test/bench/caption-beside-stories.ts";
import { tellEmbedded } from "../test/bench/tell-embedded.ts";
import { translateCaptions } from "../test/bench/translate-captions.ts";
import { tellStories } from "../test/bench/tell-stories.ts";
import { prepareMachine } from "./prepare-machine.ts";

/** Everything `npm run bench` measures, by the name that `-- --only <name>` takes. */
const BENCHES: Record<string, Bench> = {
  accept: acceptStories,
  start: startJobs,
  model: callModels,
  embedded: tellEmbedded,
  read: readNotes,
  checks: checkThreeTexts,
  stories: tellStories,
  beside: captionBesideStories,
  translated: translateCaptions,
  fanout: fanOut,
  viewers: holdViewers,
  pages: openPages,
  shows: holdLongShows,
  fuzz: fuzzOpenApi,
  kills: killProcesses,
};
const BAR_WIDTH = 20;

const { values } = parseArgs({ options: { only: { type: "string", multiple: true } } });
const unknown = (values.only ?? []).filter((name) => !(name in BENCHES));
if (unknown.length > 0) throw new Error(`no bench "${unknown.join('", "')}": ${Object.keys(BENCHES).join(", ")}`);

prepareMachine();
console.log(`${versions()}\nIn turns with its bare counterpart, medians of five rounds.\n`);
let missed = 0;
for (const [name, bench] of Object.entries(BENCHES)) {
  if (values.only !== undefined && !values.only.includes(name)) continue;
  if (bench.skip === undefined)
    await bench.run().then(
      (results) => results.forEach(report),
      (error: unknown) => fail(name, error),
    );
  else fail(name, bench.skip);
}
console.log(missed === 0 ? "\nEvery promise is kept." : `\n${missed} not kept.`);
process.exitCode = missed === 0 ? 0 : 1;

function report({ name, unit, ours, bare, promise, note }: Result): void {
  const ratio = bare === undefined ? undefined : ours / bare;
  const value = promise.of === "ratio" ? (ratio ?? Number.NaN) : promise.of === "above" ? ours - (bare ?? Number.NaN) : ours;
  const kept = value >= (promise.atLeast ?? -Infinity) && value <= (promise.atMost ?? Infinity);
  if (!kept) missed += 1;
  const longest = Math.max(ours, bare ?? 0);
  console.log(`${kept ? "✓" : "✗"} ${name.padEnd(28)} ${promiseText(promise, unit)}`);
  console.log(`    ours ${bar(ours, longest)} ${number(ours)} ${unit}`);
  if (bare !== undefined)
    console.log(
      `    bare ${bar(bare, longest)} ${number(bare)} ${unit}   ratio ${number(ratio ?? 0)}, difference ${number(ours - bare)} ${unit}`,
    );
  console.log(`    ${note}`);
}

function promiseText({ of, atLeast, atMost }: Result["promise"], unit: string): string {
  const bound = atLeast === undefined ? (atMost === undefined ? "passes" : `at most ${atMost}`) : `at least ${atLeast}`;
  if (of === "ratio") return `promised: ${bound} of the bare one`;
  return of === "above" ? `promised: ${bound} ${unit} above the bare one` : `promised: ${bound}${bound === "passes" ? "" : ` ${unit}`}`;
}

function fail(name: string, why: unknown): void {
  missed += 1;
  console.log(`✗ ${name}: ${why instanceof Error ? (why.stack ?? why.message) : String(why)}`);
}

function bar(value: number, longest: number): string {
  const filled = Math.max(1, Math.round((value / longest) * BAR_WIDTH));
  return "█".repeat(filled).padEnd(BAR_WIDTH, "░");
}

function number(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 2;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits, minimumFractionDigits: digits });
}

function versions(): string {
  const manifest = z.object({ dependencies: z.record(z.string(), z.string()) }).parse(JSON.parse(readFileSync("package.json", "utf8")));
  const packages = ["bullmq", "@electric-sql/pglite", "@anthropic-ai/sdk", "openai"].map(
    (name) => `${name} ${manifest.dependencies[name]}`,
  );
  const redis = /v=([\d.]+)/.exec(spawnSync("redis-server", ["--version"], { encoding: "utf8" }).stdout ?? "")?.[1] ?? "none";
  const postgres =
    /\d[\d.]*/.exec(
      spawnSync("sh", ["-c", "/usr/lib/postgresql/*/bin/postgres --version || postgres --version"], { encoding: "utf8" }).stdout ?? "",
    )?.[0] ?? "none";
  return `Node ${process.versions.node}, Redis ${redis}, PostgreSQL ${postgres}, ${packages.join(", ")}; ${cpus().length} × ${cpus()[0]?.model ?? "unknown CPU"}`;
}
