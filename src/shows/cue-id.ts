import { createHash } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 20;

/** The id of a sentence's captions in every language: the same segment of the same show always has the same. */
export function cueIdOf(showId: string, segmentId: string): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([showId, segmentId]))
    .digest();
  return `cu_${[...hash.subarray(0, LENGTH)].map((byte) => ALPHABET[byte & 31]).join("")}`;
}
