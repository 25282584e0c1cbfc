import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { randomText } from "#ids.ts";

const KEY = /^fc_([0-9a-z]{20})_([0-9a-z]{32})([0-9a-f]{8})$/;

/**
 * A new key, `fc_<id>_<secret><checksum>`: 160 random bits, and a CRC-32 that lets a scanner or a client tell a real
 * key from a mistyped one without asking us.
 */
export function makeKey(): { id: string; key: string } {
  const id = randomText(20);
  const body = `fc_${id}_${randomText(32)}`;
  return { id: `ke_${id}`, key: body + checksumOf(body) };
}

/** The id inside a key of ours; undefined for any text that is none, found out without a store. */
export function keyIdOf(key: string): string | undefined {
  const [, id, secret, checksum] = KEY.exec(key) ?? [];
  return id !== undefined && checksumOf(`fc_${id}_${secret}`) === checksum ? `ke_${id}` : undefined;
}

/** SHA-256 in hex: all that is ever stored of a key, a session or a sign-in link. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

function checksumOf(body: string): string {
  return crc32(body).toString(16).padStart(8, "0");
}
