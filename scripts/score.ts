import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { checkTexts } from "#checks/check-texts.ts";
import { findingKindSchema, type FindingKind } from "#checks/finding.ts";
import { amountSchema, factKindSchema, type Fact } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { languageSchema, marketSchema } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";

const noteSchema = z.object({
  id: z.string(),
  notes: z.string(),
  facts: z.array(
    z.object({
      kind: factKindSchema,
      quote: z.string(),
      start: z.number().optional(),
      amount: amountSchema.optional(),
      optional: z.boolean().optional(),
    }),
  ),
  absentKinds: z.array(factKindSchema),
});
const checkSchema = z.object({
  id: z.string(),
  notes: z.string(),
  markets: z.array(marketSchema),
  texts: z.partialRecord(languageSchema, z.string()),
  expect: z.array(z.object({ language: languageSchema, kind: findingKindSchema, quote: z.string() })),
  ok: z.boolean(),
});
type Label = z.infer<typeof noteSchema>["facts"][number] & { start: number; end: number };

const NEIGHBOURS: Record<FindingKind, FindingKind[]> = {
  number: [],
  claim: ["organic", "superlative", "number"],
  superlative: ["claim"],
  organic: ["claim"],
  urgency: ["number", "claim"],
  contact: ["markup"],
  markup: ["contact"],
  health: [],
  language: [],
  missing: [],
};
const UNCOUNTED = new Set(["grower", "taste", "story"]);

const { values } = parseArgs({
  options: { cases: { type: "string", default: "../shared/cases" }, verbose: { type: "boolean", default: false } },
});
const folder = values.cases;
if (!existsSync(folder)) {
  console.error(`no cases in ${folder}`);
  process.exit(1);
}
const read = <T>(file: string, schema: z.ZodType<T>): T[] =>
  readFileSync(`${folder}/${file}`, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => schema.parse(JSON.parse(line)));
const say = loadWords().in("en", "findings");

const bars = [...scoreNotes(read("notes.jsonl", noteSchema)), ...scoreChecks(read("checks.jsonl", checkSchema))];
for (const { name, value, must, aim, atMost } of bars) {
  const met = atMost === true ? value <= must : value >= must;
  console.log(`${met ? "ok  " : "LOW "} ${name.padEnd(44)} ${value.toFixed(3)}   must ${must}  aim ${aim}`);
}
if (bars.some(({ value, must, atMost }) => (atMost === true ? value > must : value < must))) process.exitCode = 1;

type Bar = { name: string; value: number; must: number; aim: number; atMost?: boolean };

function scoreNotes(cases: z.infer<typeof noteSchema>[]): Bar[] {
  const count = { hit: 0, extra: 0, labels: 0, amounts: 0, exact: 0, absent: 0, absentKinds: 0, spans: 0, facts: 0 };
  for (const one of cases) {
    const { facts } = readFactsByRules({ notes: one.notes, answers: [] }, ["vn", "us", "jp"]);
    const labels = place(one.notes, one.facts);
    const used = new Set<Fact>();
    for (const label of labels) {
      const matches = facts.filter((fact) => fact.kind === label.kind && fact.start < label.end && label.start < fact.end);
      for (const match of matches) used.add(match);
      if (label.optional === true || UNCOUNTED.has(label.kind)) continue;
      count.labels += 1;
      const best = matches.find((fact) => same(fact.amount, label.amount)) ?? matches[0];
      if (best === undefined) {
        tell(one.id, "missed", label.kind, label.quote);
        continue;
      }
      count.hit += 1;
      if (label.amount === undefined && best.amount === undefined) continue;
      count.amounts += 1;
      if (same(best.amount, label.amount)) count.exact += 1;
      else tell(one.id, "amount", label.quote, JSON.stringify(best.amount), JSON.stringify(label.amount));
    }
    for (const fact of facts) {
      count.facts += 1;
      if (one.notes.slice(fact.start, fact.end) === fact.quote) count.spans += 1;
      if (used.has(fact) || UNCOUNTED.has(fact.kind)) continue;
      count.extra += 1;
      tell(one.id, "extra", fact.kind, fact.quote);
    }
    count.absentKinds += one.absentKinds.length;
    for (const kind of one.absentKinds)
      if (facts.some((fact) => fact.kind === kind)) {
        count.absent += 1;
        tell(one.id, "absent", kind);
      }
  }
  const precision = count.hit / (count.hit + count.extra);
  const recall = count.hit / count.labels;
  return [
    { name: "facts: precision", value: precision, must: 0.93, aim: 0.95 },
    { name: "facts: recall", value: recall, must: 0.85, aim: 0.92 },
    { name: "facts: F1", value: (2 * precision * recall) / (precision + recall), must: 0.89, aim: 0.93 },
    { name: "amounts exact among matched facts", value: count.exact / count.amounts, must: 0.95, aim: 0.98 },
    { name: "absent kinds reported (share)", value: count.absent / count.absentKinds, must: 0.02, aim: 0, atMost: true },
    { name: "spans exact", value: count.spans / count.facts, must: 1, aim: 1 },
  ];
}

function scoreChecks(cases: z.infer<typeof checkSchema>[]): Bar[] {
  const caught = new Map<string, [hit: number, all: number]>();
  let clean = 0;
  let passed = 0;
  for (const { id, notes, markets, texts, expect, ok } of cases) {
    const words = { notes, answers: [] };
    const { facts } = readFactsByRules(words, markets);
    const blocking = checkTexts({ words, facts, texts, markets, say }).filter(({ severity }) => severity === "block");
    if (ok) {
      clean += 1;
      if (blocking.length === 0) passed += 1;
      for (const finding of blocking) tell(id, "blocked", finding.language, finding.kind, finding.quote, finding.message);
    }
    for (const planted of expect) {
      const text = texts[planted.language] ?? "";
      const start = text.indexOf(planted.quote);
      const end = start + Math.max(planted.quote.length, 1);
      const hit = blocking.some(
        (finding) =>
          finding.language === planted.language &&
          (finding.kind === planted.kind || NEIGHBOURS[planted.kind].includes(finding.kind)) &&
          (planted.kind === "missing" || (finding.start < end && start < finding.end)),
      );
      for (const row of ["all", planted.kind]) {
        const [before, all] = caught.get(row) ?? [0, 0];
        caught.set(row, [before + Number(hit), all + 1]);
      }
      if (!hit) tell(id, "let through", planted.language, planted.kind, planted.quote);
    }
  }
  const share = (row: string) => {
    const [hit, all] = caught.get(row) ?? [1, 1];
    return hit / all;
  };
  return [
    { name: "planted errors caught", value: share("all"), must: 0.93, aim: 0.97 },
    ...["number", "health", "markup"].map((kind) => ({ name: `planted errors caught: ${kind}`, value: share(kind), must: 0.97, aim: 1 })),
    { name: "clean texts let through whole", value: passed / clean, must: 0.93, aim: 0.97 },
  ];
}

/** A label's place: `start` where given, else the first place not taken by an earlier label of its kind. */
function place(notes: string, labels: z.infer<typeof noteSchema>["facts"]): Label[] {
  const taken: Label[] = [];
  for (const label of labels) {
    let start = label.start ?? notes.indexOf(label.quote);
    while (label.start === undefined && start !== -1 && taken.some((other) => other.kind === label.kind && other.start === start)) {
      const next = notes.indexOf(label.quote, start + 1);
      if (next === -1) break;
      start = next;
    }
    taken.push({ ...label, start, end: start + label.quote.length });
  }
  return taken;
}

function same(left: Fact["amount"], right: Fact["amount"]): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.min === right.min && left.max === right.max && left.unit === right.unit && left.per === right.per;
}

function tell(...words: string[]): void {
  if (values.verbose) console.log(`     ${words.join(" | ")}`);
}
