import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "#config.ts";
import { connectServices } from "#connect-services.ts";
import { columnsOf, type Row } from "./eval/compare.ts";
import { drawChart } from "./eval/draw-chart.ts";
import { readPrices } from "./eval/prices.ts";
import { readCases } from "./eval/read-cases.ts";
import { tellCases } from "./eval/tell-cases.ts";
import { writeMarkdown } from "./eval/write-markdown.ts";

/**
 * Has a folder of notes told by each of some models, and by the rules, and writes how they compare:
 * `npm run eval -- --models anthropic:a,openai:b [--cases folder] [--limit 10] [--prices prices.json] [--out folder]`.
 */
const { values } = parseArgs({
  options: {
    models: { type: "string", default: "" },
    cases: { type: "string", default: "../shared/cases" },
    limit: { type: "string", default: "1000" },
    prices: { type: "string" },
    out: { type: "string", default: "data/eval" },
  },
});
const cases = readCases(values.cases, Number(values.limit));
const prices = values.prices === undefined ? undefined : readPrices(values.prices);
const models = values.models
  .split(",")
  .map((model) => model.trim())
  .filter((model) => model !== "");

const folder = mkdtempSync(join(tmpdir(), "farmcast-eval-"));
const rows: Row[] = [];
try {
  for (const writer of ["rules", ...models]) rows.push({ writer, measured: await tellBy(writer) });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const columns = columnsOf(prices);
mkdirSync(values.out, { recursive: true });
const markdown = writeMarkdown(rows, columns, { cases: values.cases, day: new Date().toISOString().slice(0, 10) });
writeFileSync(join(values.out, "comparison.md"), markdown);
writeFileSync(join(values.out, "comparison.svg"), drawChart(rows, columns));
console.log(`\n${markdown}\nWritten to ${values.out}.`);

/** The service's own writers, in a folder of their own: an installation's records and budget are left alone. */
async function tellBy(writer: string): Promise<Row["measured"]> {
  const keys = writer === "rules" ? { ANTHROPIC_API_KEY: "", OPENAI_API_KEY: "", OPENAI_BASE_URL: "", MODELS: "" } : { MODELS: writer };
  const own = { DATABASE_URL: "", REDIS_URL: "", DATA_DIR: folder, DAILY_TOKENS: "1000000000", LOG_LEVEL: "error" };
  const services = await connectServices(readConfig({ ...process.env, ...own, ...keys }));
  try {
    process.stdout.write(`${writer} `);
    return await tellCases(services, cases, () => process.stdout.write("."));
  } finally {
    process.stdout.write("\n");
    await services.close();
  }
}
