import { z } from "zod";
import type { Fact } from "#facts/fact.ts";
import { isSouthern } from "#facts/region.ts";
import { findTerm, regionOf } from "#lexicon/lexicon.ts";
import { hashOf } from "./choose.ts";
import data from "./dialect.json" with { type: "json" };
import { isMany } from "./name-product.ts";

/**
 * How a grower speaks: Vietnamese of the region, what they call themselves and the viewers. `many`: English says `them` of
 * the goods; `aloud`: numbers as they are said, not as they are written.
 */
export type Voice = { region: Region; self: string; viewers: string; many: boolean; aloud: boolean };
export type Region = "north" | "central" | "south";

const voiceSchema = z.strictObject({ selves: z.array(z.string()).min(1), viewers: z.array(z.string()).min(1) });
const voices = z.strictObject({ north: voiceSchema, central: voiceSchema, south: voiceSchema }).parse(data.voices);

const SAYS_TUI = /(?<!\p{L})(?:tui|tôi|toi)(?!\p{L})/iu;
const SAYS_EM = /(?<!\p{L})(?:em|e)(?!\p{L})/iu;

/** The voice of a story: by the grower's place, else by their own words; what the region leaves open, the story's id decides. */
export function readVoice(storyId: string, facts: readonly Fact[]): Voice {
  const said = facts.map(({ quote }) => quote).join("\n");
  const region = regionSaid(facts) ?? (isSouthern(said) ? "south" : "north");
  const { selves, viewers } = voices[region];
  const own = region !== "south" ? undefined : SAYS_TUI.test(said) ? "tui" : SAYS_EM.test(said) ? "em" : undefined;
  return {
    region,
    self: own ?? pick(selves, `${storyId}:self`),
    viewers: pick(viewers, `${storyId}:viewers`),
    many: isMany(facts),
    aloud: true,
  };
}

/** The plain Vietnamese of a page. */
export function writtenVoice(facts: readonly Fact[]): Voice {
  return { region: "north", self: "em", viewers: "cả nhà", many: isMany(facts), aloud: false };
}

function regionSaid(facts: readonly Fact[]): Region | undefined {
  return facts
    .filter(({ kind, term }) => kind === "origin" && term !== undefined && findTerm(term)?.kind === "place")
    .map(({ term = "" }) => regionOf(term))
    .find((region) => region !== undefined);
}

function pick(options: readonly string[], seed: string): string {
  return options[hashOf(seed) % options.length] ?? "";
}
