import type { z } from "zod";

/** Turning a zod schema into a vendor's JSON Schema takes about a millisecond: done once for each schema. */
export function formatPerSchema<Format>(make: (schema: z.ZodType) => Format): (schema: z.ZodType) => Format {
  const formats = new WeakMap<z.ZodType, Format>();
  return (schema) => {
    const format = formats.get(schema) ?? make(schema);
    formats.set(schema, format);
    return format;
  };
}
