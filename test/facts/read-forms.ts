import { readFileSync } from "node:fs";
import { z } from "zod";
import { amountSchema, factKindSchema, type Fact, type FactKind } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";

/** A fact that a sentence holds, where it stands and what it says. */
export type Held = { kind: FactKind; start: number; end: number; amount?: Fact["amount"]; date?: Fact["date"]; optional: boolean };
/** One way of saying something, with the facts in it. */
export type Form = {
  text: string;
  held: Held[];
  /** Bare of its marks it says something else: `= ` before the line. */
  marked: boolean;
};

const MARK = /\[(?<optional>\?)?(?<kind>[a-z-]+)(?: (?<value>[^|\]]+))?\|(?<words>[^\]]*)\]/gu;
const AMOUNT = /^(?<min>-?[\d.]+?)(?:\.\.(?<max>-?[\d.]+))? (?<unit>[^/]+)(?:\/(?<per>\w+))?$/u;
const DATE = /^@(?<from>[\d-]*?)(?:\.\.(?<to>[\d-]*))?$/u;

/** Reads `forms/<name>.txt`: one sentence a line, `[kind value|words]` around each fact, `?kind` where it may be missed. */
export function readForms(name: string): Form[] {
  const lines = readFileSync(new URL(`./forms/${name}.txt`, import.meta.url), "utf8").split("\n");
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map(parseForm);
}

/** The sentence as typed with its marks, and without. */
export function waysToType(form: Form): Form[] {
  return form.marked ? [form] : [form, { ...form, text: foldText(form.text) }];
}

function parseForm(written: string): Form {
  const marked = written.startsWith("= ");
  const line = marked ? written.slice(2) : written;
  const held: Held[] = [];
  let text = "";
  let at = 0;
  for (const match of line.matchAll(MARK)) {
    const { optional, kind, value, words = "" } = match.groups ?? {};
    text += line.slice(at, match.index);
    at = match.index + match[0].length;
    const amount = value === undefined ? undefined : amountOf(value);
    const date = value === undefined ? undefined : dateOf(value);
    held.push({
      kind: factKindSchema.parse(kind),
      start: text.length,
      end: text.length + words.length,
      ...(amount === undefined ? {} : { amount }),
      ...(date === undefined ? {} : { date }),
      optional: optional !== undefined,
    });
    text += words;
  }
  return { text: text + line.slice(at), held, marked };
}

function amountOf(value: string): Fact["amount"] {
  if (value.startsWith("@")) return undefined;
  const groups = AMOUNT.exec(value)?.groups;
  const { min, max, unit, per } = z.record(z.string(), z.string().optional()).parse(groups);
  return amountSchema.parse({ min: Number(min), max: Number(max ?? min), unit, ...(per === undefined ? {} : { per }) });
}

function dateOf(value: string): Fact["date"] {
  const groups = DATE.exec(value)?.groups;
  if (groups === undefined) return undefined;
  return { ...(groups.from ? { from: groups.from } : {}), ...(groups.to ? { to: groups.to } : {}) };
}
