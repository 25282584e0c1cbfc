import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

const ID_LENGTH = 20;

/** The random part of an id, made ahead of it. */
export const newSeed = (): string => randomText(ID_LENGTH);

/** An id of 100 random bits in Crockford's base32, after its prefix: `st_9k2v…`. */
export function newId(prefix: "st" | "sh" | "ac" | "ke" | "se" | "re" | "ph", random = randomText(ID_LENGTH)): string {
  return `${prefix}_${random}`;
}

/** `length` random characters of Crockford's base32, five bits each. */
export function randomText(length: number): string {
  let text = "";
  for (const byte of randomBytes(length)) text += ALPHABET[byte & 31];
  return text;
}
