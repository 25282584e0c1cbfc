import { createHmac } from "node:crypto";
import type { Services } from "#services.ts";
import { streamSecret } from "./stream-secret.ts";

/** What each link opens: the page for phones, the overlay in OBS, the events themselves. */
export const AUDIENCES = ["watch", "overlay", "captions"] as const;
export type Audience = (typeof AUDIENCES)[number];

const TOKEN_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * A display-only token for one show and one audience, safe in a path: `<show>.<audience>.<version>.<last day>.<mac>`.
 * The same token comes out all day long, so that links can be built again; it ends seven to eight days later, or
 * when the show's version is raised.
 */
export async function signStreamToken(
  services: Pick<Services, "database">,
  claim: { showId: string; audience: Audience; version: number },
  now = Date.now(),
): Promise<string> {
  const lastDay = Math.floor(now / DAY_MS) + TOKEN_DAYS;
  const body = [claim.showId, claim.audience, claim.version, lastDay].join(".");
  return `${body}.${macOf(await streamSecret(services), body)}`;
}

/** 128 of HMAC-SHA-256's bits, in 22 characters: these links are shown as QR codes. */
export function macOf(secret: string, body: string): string {
  return createHmac("sha256", secret).update(body).digest().subarray(0, 16).toString("base64url");
}

/** Whether a token with this last day is over. */
export function isOver(lastDay: number, now = Date.now()): boolean {
  return now >= (lastDay + 1) * DAY_MS;
}
