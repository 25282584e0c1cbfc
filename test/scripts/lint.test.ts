import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";

const UP = "no-restricted-imports";
/** A file, a line that must not stand in it, and the rule that says so. */
const REFUSED: [file: string, line: string, rule: string][] = [
  ["stories/a.ts", 'import { app } from "#web/app.ts"; app();', UP],
  ["stories/b.ts", 'import type { App } from "#web/app.ts"; export type A = App;', UP],
  ["stories/c.ts", 'import { worker } from "#jobs/worker.ts"; worker();', UP],
  ["stories/d.ts", 'import { wire } from "#services.ts"; wire();', UP],
  ["stories/e.ts", 'import { wire } from "#connect-services.ts"; wire();', UP],
  ["stories/f.ts", 'import { fold } from "../facts/fold.ts"; fold();', UP],
  ["stories/g.ts", 'import { Hono } from "hono"; new Hono();', UP],
  ["stories/h.ts", 'import { z } from "@hono/zod-openapi"; z.string();', UP],
  ["stories/i.ts", 'import { Queue } from "bullmq"; new Queue("x");', UP],
  ["shows/a.ts", 'import OpenAI from "openai"; new OpenAI();', UP],
  ["shows/b.ts", 'import Anthropic from "@anthropic-ai/sdk"; new Anthropic();', UP],
  ["shows/c.ts", 'import { Redis } from "ioredis"; new Redis();', UP],
  ["checks/a.ts", 'import { show } from "#shows/show.ts"; show();', UP],
  ["facts/a.ts", 'import { check } from "#checks/check-texts.ts"; check();', UP],
  ["lexicon/a.ts", 'import { pitch } from "#pitches/pitch.ts"; pitch();', UP],
  ["models/a.ts", 'import { fold } from "#facts/fold.ts"; fold();', UP],
  ["database/a.ts", 'import { story } from "#stories/story.ts"; story();', UP],
  ["jobs/contract.ts", 'import { write } from "#stories/write-story.ts"; write();', UP],
  ["errors.ts", 'import { words } from "#i18n/words.ts"; words();', UP],
  ["web/a.ts", 'import { Queue } from "bullmq"; new Queue("x");', UP],
  ["facts/b.ts", "export const key = process.env.KEY;", "no-process-env"],
  ["facts/c.ts", "export const one = (text: unknown) => text as string;", "consistent-type-assertions"],
  ["facts/d.ts", "export const one = (text: any) => String(text);", "no-explicit-any"],
  ["facts/e.ts", "const work = async () => 1; export const start = () => { work(); };", "no-floating-promises"],
  ["facts/f.ts", "export const first = (list: string[]) => list[0]!;", "no-non-null-assertion"],
];
const ALLOWED: [file: string, line: string][] = [
  ["main.ts", 'import { app } from "#web/app.ts"; app();'],
  ["connect-services.ts", 'import { Redis } from "ioredis"; export const redis = new Redis();'],
  ["web/ok.ts", 'import { Hono } from "hono"; import { find } from "#stories/find-story.ts"; find(new Hono());'],
  ["jobs/handlers.ts", 'import { write } from "#stories/write-story.ts"; write();'],
  [
    "stories/ok.ts",
    'import type { Services } from "#services.ts"; import { check } from "#checks/check-texts.ts"; export type S = Services; check();',
  ],
  ["stories/jobs.ts", 'import { jobId } from "#jobs/contract.ts"; jobId();'],
  ["database/schema.ts", 'import type { Story } from "#stories/story.ts"; export type S = Story;'],
  ["models/ok.ts", 'import OpenAI from "openai"; export const client = new OpenAI();'],
  ["config.ts", "export const key = process.env.KEY;"],
  ["facts/ok.ts", 'export const KINDS = ["price"] as const;'],
];

let folder: string;
let refusals: Map<string, string[]>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "farmcast-lint-"));
  for (const file of ["oxlint.config.ts", "tsconfig.json"]) cpSync(file, join(folder, file));
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  for (const [file, line] of [...REFUSED, ...ALLOWED]) write(join(folder, "src", file), `${line}\n`);
  refusals = lint();
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("what lint refuses", () => {
  test.for(REFUSED)("src/%s may not say %s", ([file, , rule]) => {
    expect(refusals.get(`src/${file}`)).toContain(rule);
  });
});

describe("what lint allows", () => {
  test.for(ALLOWED)("src/%s may say %s", ([file]) => {
    expect(refusals.get(`src/${file}`) ?? []).toEqual([]);
  });
});

const reportSchema = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

/** The rules that each file breaks. */
function lint(): Map<string, string[]> {
  const { stdout } = spawnSync(resolve("node_modules/.bin/oxlint"), ["--format", "json", "src"], { cwd: folder, encoding: "utf8" });
  const found = new Map<string, string[]>();
  for (const { code, filename } of reportSchema.parse(JSON.parse(stdout)).diagnostics) {
    found.set(filename, [...(found.get(filename) ?? []), code.replace(/^.*\((.+)\)$/, "$1")]);
  }
  return found;
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
