import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Fact, FactKind } from "#facts/fact.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { readForms, waysToType, type Form } from "./read-forms.ts";

/** Told of in passing, or tried in tests of their own: forms of other kinds say nothing on them. */
const ASIDE = new Set<FactKind>(["product", "variety", "origin", "grower", "taste", "story"]);

const names = readdirSync(new URL("./forms/", import.meta.url)).map((file) => file.replace(/\.txt$/, ""));

describe.each(names)("%s is read in every form that growers say it in", (name) => {
  test.each(readForms(name).map((form) => [form.text, form] as const))("%s", (_text, form) => {
    for (const written of waysToType(form)) expect([written.text, ...amiss(written, name)]).toEqual([written.text]);
  });
});

/** What is missed, misread, or read where nothing is. */
function amiss({ text, held }: Form, name: string): string[] {
  const { facts } = readFactsByRules({ notes: text, answers: [] }, ["vn"]);
  const found: string[] = [];
  const used = new Set<Fact>();
  for (const one of held) {
    const same = facts.filter(({ kind, start, end }) => kind === one.kind && start < one.end && one.start < end);
    for (const fact of same) used.add(fact);
    if (one.optional) continue;
    const told = same.map(({ amount, date }) => JSON.stringify([amount, date]));
    const wanted = JSON.stringify([one.amount, one.date]);
    if (!told.includes(wanted)) found.push(`${one.kind} ${wanted} read as ${told.join(" ") || "nothing"}`);
  }
  for (const fact of facts) {
    if (!used.has(fact) && (fact.kind === name || !ASIDE.has(fact.kind)))
      found.push(`no ${fact.kind}: ${fact.quote} ${JSON.stringify([fact.amount, fact.date])}`);
  }
  return found;
}
