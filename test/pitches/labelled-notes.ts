import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const CASES = new URL("../../../shared/cases/notes.jsonl", import.meta.url);
const caseSchema = z.object({ id: z.string(), notes: z.string() });

/** The labelled notes that lie beside the project; none where they are not there. */
export const labelledNotes: readonly z.infer<typeof caseSchema>[] = existsSync(CASES)
  ? readFileSync(CASES, "utf8")
      .trim()
      .split("\n")
      .map((line) => caseSchema.parse(JSON.parse(line)))
  : [];
