import { z } from "zod";

/** The part of JSON Schema that our document uses. */
type JsonSchema = {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  const?: unknown;
  enum?: unknown[] | undefined;
  anyOf?: JsonSchema[] | undefined;
  oneOf?: JsonSchema[] | undefined;
  allOf?: JsonSchema[] | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  items?: JsonSchema | undefined;
  additionalProperties?: boolean | JsonSchema | undefined;
  propertyNames?: JsonSchema | undefined;
  pattern?: string | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  default?: unknown;
};
export type { JsonSchema };

export const jsonSchema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    const: z.unknown().optional(),
    enum: z.array(z.unknown()).optional(),
    anyOf: z.array(jsonSchema).optional(),
    oneOf: z.array(jsonSchema).optional(),
    allOf: z.array(jsonSchema).optional(),
    properties: z.record(z.string(), jsonSchema).optional(),
    required: z.array(z.string()).optional(),
    items: jsonSchema.optional(),
    additionalProperties: z.union([z.boolean(), jsonSchema]).optional(),
    propertyNames: jsonSchema.optional(),
    pattern: z.string().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    default: z.unknown().optional(),
  }),
);

export type Components = Record<string, JsonSchema>;

/** Where `value` does not match, as paths with what was wanted; empty when it does. */
export function mismatches(value: unknown, schema: JsonSchema, components: Components, path = "$"): string[] {
  const check = (inner: unknown, innerSchema: JsonSchema, at: string) => mismatches(inner, innerSchema, components, at);
  if (schema.$ref !== undefined) return check(value, resolve(schema.$ref, components), path);
  const either = schema.anyOf ?? schema.oneOf;
  if (either !== undefined)
    return either.some((each) => check(value, each, path).length === 0) ? [] : [`${path}: none of ${either.length} alternatives`];
  const found = (schema.allOf ?? []).flatMap((each) => check(value, each, path));
  if (schema.const !== undefined && value !== schema.const) found.push(`${path}: not ${String(schema.const)}`);
  if (schema.enum !== undefined && !schema.enum.includes(value)) found.push(`${path}: not one of ${schema.enum.join(", ")}`);
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some((type) => isOf(type, value))) return [...found, `${path}: not ${types.join(" or ")}`];
  if (typeof value === "string" && schema.pattern !== undefined && !new RegExp(schema.pattern, "u").test(value))
    found.push(`${path}: not ${schema.pattern}`);
  if (typeof value === "number" && value < (schema.minimum ?? -Infinity)) found.push(`${path}: below ${schema.minimum}`);
  if (Array.isArray(value)) return [...found, ...value.flatMap((item, at) => check(item, schema.items ?? {}, `${path}[${at}]`))];
  if (typeof value !== "object" || value === null) return found;
  for (const name of schema.required ?? []) if (!Object.hasOwn(value, name)) found.push(`${path}.${name}: missing`);
  for (const [name, inner] of Object.entries(value)) {
    const known = schema.properties?.[name] ?? (typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined);
    if (known !== undefined) found.push(...check(inner, known, `${path}.${name}`));
    if (schema.propertyNames !== undefined) found.push(...check(name, schema.propertyNames, `${path}{${name}}`));
  }
  return found;
}

export function resolve(reference: string, components: Components): JsonSchema {
  const found = components[reference.replace("#/components/schemas/", "")];
  if (found === undefined) throw new Error(`the document has no ${reference}`);
  return found;
}

function isOf(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}
