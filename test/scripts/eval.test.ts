import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { toldFacts } from "#facts/told-facts.ts";
import { languageSchema } from "#i18n/language.ts";
import { honestListing, honestPitch } from "../support/honest-seller.ts";
import { startModelServer, type ModelRequest, type ModelServer, type Reply } from "../support/model-server.ts";

const run = promisify(execFile);
const CASES = ["vai thieu luc ngan, 35k/kg, thung 10kg, vietgap", "mật ong hoa nhãn Hưng Yên, chai 1 lít 250k"];
const LIE = { text: "GlobalGAP, 9.000 VND/kg.", factIds: [] };

let folder: string;
let server: ModelServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "eval-"));
  server = await startModelServer();
  writeFileSync(join(folder, "notes.jsonl"), CASES.map((notes, index) => JSON.stringify({ id: `c${index}`, notes, tags: [] })).join("\n"));
  const prices = { date: "2026-11-01", currency: "USD", models: { "openai:liar": { input: 2, output: 10 } } };
  writeFileSync(join(folder, "prices.json"), JSON.stringify(prices));
  server.answer(reply);
  const own = ["--cases", folder, "--out", folder, "--prices", join(folder, "prices.json")];
  const env = { ...process.env, OPENAI_BASE_URL: server.openaiUrl, OPENAI_API_KEY: "k", ANTHROPIC_API_KEY: "" };
  await run(process.execPath, ["scripts/eval.ts", "--models", "openai:honest,openai:liar", ...own], { env });
}, 240_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** `honest` tells the truth; `liar` adds a lie to every block of the loop, and mends none. */
function reply({ model, user }: ModelRequest): Reply {
  const data = <T>(name: string, schema: z.ZodType<T>) =>
    schema.parse(JSON.parse(new RegExp(`<${name}>\n(.*)\n</${name}>`).exec(user)?.[1] ?? "null"));
  if (user.includes("<sources>")) return said({ facts: [] });
  if (user.includes("<refused>")) return said({ sentences: [] });
  const given = JSON.stringify(data("facts", z.array(z.unknown())));
  const read = CASES.map((notes) => readFactsByRules({ notes, answers: [] }, ["vn", "us", "jp"]).facts);
  const facts = read.find((one) => JSON.stringify(toldFacts(one)) === given) ?? [];
  const language = data("language", languageSchema);
  if (!user.includes("<kept>")) return said(honestListing(facts, language));
  const pitch = honestPitch(facts, language);
  if (model === "honest") return said(pitch);
  return said({ ...pitch, loop: pitch.loop.map((block) => ({ ...block, sentences: [...block.sentences, LIE] })) });
}

const said = (answer: object): Reply => ({ text: JSON.stringify(answer) });

describe("the comparison of writers", () => {
  test("sets each model beside the rules, with what the gate stopped, what it costs and how long it takes", () => {
    const markdown = readFileSync(join(folder, "comparison.md"), "utf8");
    const row = (name: string) =>
      markdown
        .split("\n")
        .find((line) => line.startsWith(`| ${name}`))
        ?.split("|")
        .slice(2, -1)
        .map((cell) => cell.trim());
    expect(markdown).toContain("|  | rules | openai:honest | openai:liar |");
    expect(markdown).toContain("2 stories");
    expect(row("told by itself")).toEqual(["–", "100 %", "100 %"]);
    expect(row("would be stopped in what is published")).toEqual(["0", "0", "0"]);
    const [, honest = "", liar = ""] = row("stopped after repair") ?? [];
    expect(Number(liar)).toBeGreaterThan(Number(honest) + 10);
    for (const name of ["parity", "facts told in all languages", "durations in bounds", "language purity", "time, a story"]) {
      expect(
        row(name)?.every((cell) => /^\d/.test(cell)),
        name,
      ).toBe(true);
    }
    // No price is known for one of them; the other's is that of the list, whose day is told.
    const [rules = "", unknown = "", known = ""] = row("cost, a story (USD, prices of 2026-11-01)") ?? [];
    expect([Number(rules), unknown]).toEqual([0, "–"]);
    const [tokensIn, tokensOut] = [row("tokens in")?.[2], row("tokens out")?.[2]].map((cell) => Number(cell?.replace(",", "")));
    expect(Number(known)).toBeCloseTo(((tokensIn ?? 0) * 2 + (tokensOut ?? 0) * 10) / 1e6, 4);
  });

  test("draws the same as a chart", () => {
    const svg = readFileSync(join(folder, "comparison.svg"), "utf8");
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    for (const writer of ["rules", "openai:honest", "openai:liar"]) expect(svg).toContain(`>${writer}</text>`);
    const open = svg.match(/<(\w+)(?=[ >])(?![^>]*\/>)/g)?.length;
    expect(open).toBe(svg.match(/<\/\w+>/g)?.length);
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});
