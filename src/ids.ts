import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** An id of 100 random bits in Crockford's base32, after its prefix: `st_9k2v…`. */
export function newId(prefix: "st" | "sh" | "ac" | "ke" | "se"): string {
  return `${prefix}_${randomText(20)}`;
}

/** `length` random characters of Crockford's base32, five bits each. */
export function randomText(length: number): string {
  let text = "";
  for (const byte of randomBytes(length)) text += ALPHABET[byte & 31];
  return text;
}
