import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const caseSchema = z.object({ id: z.string(), notes: z.string() });
export type NotesCase = z.infer<typeof caseSchema>;

/** The notes of a folder's `notes.jsonl`, one case a line, the first `limit` of them. */
export function readCases(folder: string, limit = Infinity): NotesCase[] {
  const lines = readFileSync(join(folder, "notes.jsonl"), "utf8").split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .slice(0, limit)
    .map((line) => caseSchema.parse(JSON.parse(line)));
}
