import { z } from "zod";
import { amountSchema, factKindSchema, type Fact } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import type { Bar, Tell } from "./bar.ts";
import { readCases } from "./read-cases.ts";

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
type Label = z.infer<typeof noteSchema>["facts"][number] & { start: number; end: number };

const UNCOUNTED = new Set(["grower", "taste", "story"]);

/** The reader of notes against labelled facts. */
export function scoreNotes(folder: string, tell: Tell): Bar[] {
  const count = { hit: 0, extra: 0, labels: 0, amounts: 0, exact: 0, absent: 0, absentKinds: 0, spans: 0, facts: 0 };
  for (const one of readCases(`${folder}/notes.jsonl`, noteSchema)) {
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
