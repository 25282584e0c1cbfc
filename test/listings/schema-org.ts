import { z } from "zod";
import data from "./schema-org.json" with { type: "json" };

const classSchema = z.object({ of: z.string().optional(), properties: z.record(z.string(), z.string()) });
const classes = z.record(z.string(), classSchema).parse(data.classes);
const members = z.record(z.string(), z.string()).parse(data.members);
const nodeSchema = z.record(z.string(), z.unknown());

/** What is wrong with a JSON-LD node by the vocabulary: unknown classes, properties that are not its class's, values out of range. */
export function vocabularyFaults(node: unknown, expected: readonly string[] = Object.keys(classes), path = "$"): string[] {
  const { "@context": _context, "@id": _id, "@type": type, ...properties } = nodeSchema.parse(node);
  if (typeof type !== "string" || !(type in classes)) return [`${path}: no class ${String(type)}`];
  if (!ancestors(type).some((name) => expected.includes(name))) return [`${path}: ${type} is none of ${expected.join(", ")}`];
  const known = Object.assign({}, ...ancestors(type).map((name) => classes[name]?.properties ?? {}));
  return Object.entries(properties).flatMap(([name, value]) => {
    const range: unknown = known[name];
    if (typeof range !== "string") return [`${path}: ${type} has no ${name}`];
    const values = Array.isArray(value) ? value : [value];
    return values.flatMap((each, index) => valueFaults(each, range.split(" "), `${path}.${name}[${index}]`));
  });
}

function valueFaults(value: unknown, range: readonly string[], path: string): string[] {
  if (typeof value === "object" && value !== null) return vocabularyFaults(value, range, path);
  const fits = range.some((name) => {
    if (name === "Number") return typeof value === "number" && Number.isFinite(value);
    if (typeof value !== "string") return false;
    if (name === "URL") return URL.canParse(value);
    return name === "Text" || (members[name]?.split(" ").some((member) => value === `https://schema.org/${member}`) ?? false);
  });
  return fits ? [] : [`${path}: ${JSON.stringify(value)} is none of ${range.join(", ")}`];
}

function ancestors(type: string): string[] {
  const parent = classes[type]?.of;
  return [type, ...(parent === undefined ? [] : ancestors(parent))];
}
