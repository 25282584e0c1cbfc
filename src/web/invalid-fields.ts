import type { z } from "zod";
import { AppError } from "#errors.ts";

/** Which field broke which rule; `rule` is a key under `fields` in `locales/<language>/errors.json`. */
export type FieldError = { path: string; rule: string; limit?: string };

/** `invalid_fields` with the fields. */
export class InvalidFields extends AppError {
  readonly fields: FieldError[];

  constructor(fields: FieldError[]) {
    super("invalid_fields");
    this.fields = fields;
  }
}

/** Words-to-be for zod's issues: its own sentences are English only. `data` is what was parsed, to tell a missing field from a wrong one. */
export function fieldErrorsOf(issues: readonly z.core.$ZodIssue[], data: unknown): FieldError[] {
  return issues.map((issue) => ({ path: issue.path.map(String).join("."), ...ruleOf(issue, data) }));
}

function ruleOf(issue: z.core.$ZodIssue, data: unknown): Omit<FieldError, "path"> {
  switch (issue.code) {
    case "invalid_type":
      return isMissing(issue.path, data) ? { rule: "missing" } : { rule: `type.${kindOf(issue.expected)}` };
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return { rule: "empty" };
      return { rule: `tooSmall.${kindOf(issue.origin)}`, limit: String(issue.minimum) };
    case "too_big":
      return { rule: `tooBig.${kindOf(issue.origin)}`, limit: String(issue.maximum) };
    case "invalid_value":
      return isMissing(issue.path, data) ? { rule: "missing" } : { rule: "choice", limit: issue.values.map(String).join(", ") };
    case "invalid_format":
      return { rule: "format" };
    default:
      return { rule: "invalid" };
  }
}

function kindOf(name: string): "string" | "number" | "boolean" | "array" | "object" {
  if (name === "string" || name === "boolean" || name === "array") return name;
  return name === "number" || name === "int" ? "number" : "object";
}

function isMissing(path: readonly PropertyKey[], data: unknown): boolean {
  let value = data;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return false;
    value = Reflect.get(value, key);
  }
  return value === undefined;
}
