import { readFileSync } from "node:fs";
import type { z } from "zod";

/** The cases of a file with one case a line. */
export function readCases<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => schema.parse(JSON.parse(line)));
}
