import { z } from "zod";
import { checkTexts } from "#checks/check-texts.ts";
import { findingKindSchema, type FindingKind } from "#checks/finding.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { languageSchema, marketSchema } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import type { Bar, Tell } from "./bar.ts";
import { readCases } from "./read-cases.ts";

const checkSchema = z.object({
  id: z.string(),
  notes: z.string(),
  markets: z.array(marketSchema),
  texts: z.partialRecord(languageSchema, z.string()),
  expect: z.array(z.object({ language: languageSchema, kind: findingKindSchema, quote: z.string() })),
  ok: z.boolean(),
});

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

/** The gate against planted errors and clean texts. */
export function scoreChecks(folder: string, tell: Tell): Bar[] {
  const say = loadWords().in("en", "findings");
  const caught = new Map<string, [hit: number, all: number]>();
  let clean = 0;
  let passed = 0;
  for (const { id, notes, markets, texts, expect, ok } of readCases(`${folder}/checks.jsonl`, checkSchema)) {
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
