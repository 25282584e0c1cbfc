import { z } from "zod";
import { languageSchema } from "#i18n/language.ts";

export const RELAY_KINDS = ["webhook", "youtube"] as const;
export type RelayKind = (typeof RELAY_KINDS)[number];

export const relayRequestSchema = z
  .object({
    kind: z.enum(RELAY_KINDS),
    language: languageSchema,
    /** A webhook's https address, or the ingestion URL of one stream and language from YouTube Studio. */
    url: z.string().trim().min(1).max(2_000),
  })
  .meta({ id: "RelayRequest" });
export type RelayRequest = z.infer<typeof relayRequestSchema>;

/** `delivered` is the seq of the last event taken over there; `failure` is why the last attempt was not. */
export const relaySchema = z
  .object({
    id: z.string(),
    kind: z.enum(RELAY_KINDS),
    language: languageSchema,
    /** The host only: the rest of the address may hold a key. */
    host: z.string(),
    status: z.enum(["active", "stopped"]),
    delivered: z.int().min(0),
    failure: z.string().optional(),
    /** Signs a webhook's messages (Standard Webhooks, `v1`). In the answer that creates it and nowhere else. */
    secret: z.string().optional(),
  })
  .meta({ id: "Relay" });
export type Relay = z.infer<typeof relaySchema>;
