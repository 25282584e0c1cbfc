import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { Block } from "#pitches/pitch.ts";
import type { Services } from "#services.ts";
import type { Telling } from "./claim-story.ts";
import type { MeteredModel } from "./meter-model.ts";
import type { TellingInOneLanguage } from "./story.ts";

/** What the gate measures a text against. */
export type Ground = { words: GrowerWords; facts: Fact[]; markets: Market[]; language: Language };

/** What was told before, and the facts that it rests on. */
export type Earlier = TellingInOneLanguage & { facts: Fact[] };

/** One language of a telling under way. */
export type LanguageTelling = {
  services: Services;
  telling: Pick<Telling, "storyId" | "accountId" | "minutes">;
  model: MeteredModel | undefined;
  ground: Ground;
  /** What was told before, of which unchanged blocks keep their words. */
  earlier: Earlier | undefined;
  /** Hears of each block that has passed the gate, before the whole pitch has. */
  onBlock: (part: "intro" | "loop", block: Block) => void;
  signal: AbortSignal;
};
export type ModelTelling = LanguageTelling & { model: MeteredModel };
