import { z } from "zod";
import type { Fact, GrowerWords } from "#facts/fact.ts";
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
const speaks = z.record(z.string(), z.enum(["north", "central", "south"])).parse(data.speaks);

/** What growers call themselves after these words: `nhà tui`, `gọi em`, `vuon e`. A bare `toi` may be garlic or the evening, so it counts after `nha` only. */
const SELF =
  /(?:má|mẹ|bố|tía|chồng|nhà|nha|vườn|vuon|của|cua|bên|ben|gọi|goi|cho|giúp|giup) (em|e|tui|tôi|mình|minh)(?![\p{L}\d])|nha (toi)(?![\p{L}\d])/u;
const SELVES: Record<string, Record<Region, string>> = {
  em: { north: "em", central: "em", south: "em" },
  tui: { north: "tôi", central: "tui", south: "tui" },
  tôi: { north: "tôi", central: "tôi", south: "tui" },
  mình: { north: "mình", central: "mình", south: "mình" },
};
const SPELT: Record<string, string> = { e: "em", toi: "tôi", minh: "mình" };

/** The voice of a story: by the grower's place, else by their own words; what these leave open, the story's id decides. */
export function readVoice(storyId: string, facts: readonly Fact[], words?: GrowerWords): Voice {
  const said = [words?.notes ?? "", ...(words?.answers ?? []).map(({ text }) => text), ...facts.map(({ quote }) => quote)].join("\n");
  const region = regionSaid(facts) ?? (isSouthern(said) ? "south" : "north");
  const { selves, viewers } = voices[region];
  return {
    region,
    self: selfSaid(said, region) ?? pick(selves, `${storyId}:self`),
    viewers: pick(viewers, `${storyId}:viewers`),
    many: isMany(facts),
    aloud: true,
  };
}

function selfSaid(said: string, region: Region): string | undefined {
  const [, marked, bare] = SELF.exec(said.normalize("NFC").toLowerCase()) ?? [];
  const word = marked ?? bare ?? "";
  return SELVES[SPELT[word] ?? word]?.[region];
}

/** The plain Vietnamese of a page. */
export function writtenVoice(facts: readonly Fact[]): Voice {
  return { region: "north", self: "em", viewers: "cả nhà", many: isMany(facts), aloud: false };
}

function regionSaid(facts: readonly Fact[]): Region | undefined {
  return facts
    .filter(({ kind, term }) => kind === "origin" && term !== undefined && findTerm(term)?.kind === "place")
    .map(({ term = "" }) => speaks[findTerm(term)?.province ?? term] ?? regionOf(term))
    .find((region) => region !== undefined);
}

function pick(options: readonly string[], seed: string): string {
  return options[hashOf(seed) % options.length] ?? "";
}
