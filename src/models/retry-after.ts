/**
 * What the vendor asks us to wait, in milliseconds: `retry-after-ms`, else `Retry-After` in seconds or as an HTTP date.
 * Undefined where neither can be read; 0 for a date that has passed.
 */
export function readRetryAfter(headers: Headers | undefined, nowMs = Date.now()): number | undefined {
  const milliseconds = readNumber(headers?.get("retry-after-ms"));
  if (milliseconds !== undefined) return milliseconds;
  const value = headers?.get("retry-after");
  const seconds = readNumber(value);
  if (seconds !== undefined) return seconds * 1_000;
  // Only a date starts with a letter: `Date.parse("-5")` would be a year.
  const dateMs = /^[A-Za-z]/.test(value ?? "") ? Date.parse(value ?? "") : Number.NaN;
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}

function readNumber(value: string | null | undefined): number | undefined {
  if (!value || !/^\d+(\.\d+)?$/.test(value.trim())) return undefined;
  // Hundreds of digits are infinite; the wait stays a number, and fits in no deadline.
  return Math.min(Number(value), Number.MAX_SAFE_INTEGER);
}
