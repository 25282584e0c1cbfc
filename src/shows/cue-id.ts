import { hash } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 20;

/** The id of a sentence's captions in every language: the same segment of the same show always has the same. */
export function cueIdOf(showId: string, segmentId: string): string {
  const digest = hash("sha256", JSON.stringify([showId, segmentId]), "buffer");
  return `cu_${Array.from(digest.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join("")}`;
}
