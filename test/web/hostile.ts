import fc from "fast-check";
import { resolve, type Components, type JsonSchema } from "./matches-schema.ts";

/** Text that has broken somebody's service before. */
const STRANGE = [
  "", " ", "\0", "\ud800", "\u202e", "\u200b", "𝔘𝔫𝔦", "🥭".repeat(50), "a\r\nSet-Cookie: x=1", "'; drop table stories; --", "${7*7}{{7*7}}",
  "<script>alert(1)</script>", "../../etc/passwd", "%00", "%ff", "__proto__", "constructor", "toString", "null", "-1", "1e309", "NaN", "9".repeat(400),
  "vải thiều 45k/kg", "Bưởi da xanh 5 trăm 1 thùng, ship toàn quốc", "0912345678", "。".repeat(100), "x".repeat(13_000), "2026-02-30", "true",
]; // prettier-ignore
const strange = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...STRANGE) }, { weight: 1, arbitrary: fc.string({ unit: "binary" }) });
const anything = fc.oneof(strange, fc.jsonValue(), fc.double(), fc.maxSafeInteger(), fc.constant(null), fc.constant([]), fc.constant({}));

/** How often a field is what its schema asks for, of ten. */
const WELL_BEHAVED = 9;

/** Values for a schema: mostly as it asks, at times anything at all. `ids` are names of things that exist. */
export function valuesFor(schema: JsonSchema, components: Components, ids: string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: WELL_BEHAVED, arbitrary: asAsked(schema, components, ids) },
    { weight: 10 - WELL_BEHAVED, arbitrary: anything },
  );
}

/** Text for a place in a path, a query or a header; mostly `fitting`, where there is one. */
export function textFor(schema: JsonSchema, components: Components, ids: string[], fitting: string | undefined): fc.Arbitrary<string> {
  const asText = asAsked(schema, components, ids).map((value) => (typeof value === "object" ? JSON.stringify(value) : String(value)));
  const known = fitting === undefined ? fc.constantFrom(...ids) : fc.constant(fitting);
  return fc.oneof({ weight: 12, arbitrary: known }, { weight: 6, arbitrary: asText }, { weight: 2, arbitrary: strange });
}

function asAsked(schema: JsonSchema, components: Components, ids: string[]): fc.Arbitrary<unknown> {
  const inner = (each: JsonSchema) => valuesFor(each, components, ids);
  if (schema.$ref !== undefined) return asAsked(resolve(schema.$ref, components), components, ids);
  const either = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (either !== undefined) return fc.oneof(...either.map((each) => asAsked(each, components, ids)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  switch ([schema.type ?? "any"].flat()[0]) {
    case "string":
      return fc.oneof(fc.constantFrom(...ids), fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), strange);
    case "integer":
      return fc.oneof(fc.integer({ min: 0, max: 100 }), fc.maxSafeNat(), fc.integer());
    case "number":
      return fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.double());
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(inner(schema.items ?? {}), { maxLength: 4 });
    case "object":
      return objectFor(schema, inner);
    default:
      return anything;
  }
}

function objectFor(schema: JsonSchema, inner: (each: JsonSchema) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const { properties, propertyNames, additionalProperties } = schema;
  if (properties === undefined) {
    const names = propertyNames?.enum?.map(String) ?? ["vi", "en", "ja"];
    return fc.dictionary(fc.constantFrom(...names), inner(typeof additionalProperties === "object" ? additionalProperties : {}), {
      maxKeys: 3,
    });
  }
  const fields = Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, inner(each)]));
  // At times a required field is missing.
  const required = fc.boolean().chain((whole) => fc.record(fields, { requiredKeys: whole ? (schema.required ?? []) : [] }));
  return fc.oneof({ weight: 5, arbitrary: fc.record(fields, { requiredKeys: schema.required ?? [] }) }, { weight: 1, arbitrary: required });
}
