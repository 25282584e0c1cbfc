import type { Finding } from "#checks/finding.ts";
import type { LanguageTelling, ModelTelling } from "./language-telling.ts";
import { failureOf } from "./model-failure.ts";
import type { LanguageWriter, TellingInOneLanguage } from "./story.ts";
import type { RulesTold } from "./tell-by-rules.ts";
import { tellListing, type ToldListing } from "./tell-listing.ts";
import { tellPitch, type ToldPitch } from "./tell-pitch.ts";

/** `mended`: what the gate found in sentences that the model then made good. */
export type Told = TellingInOneLanguage & { mended: Finding[] };

/** Tells the facts in one language, pitch and listing side by side: by a model, else by the rules. Nothing passes but through the gate. */
export async function tellStory(task: LanguageTelling): Promise<Told> {
  const { services, telling, model, ground, earlier } = task;
  // An answer that told nothing new changes nothing, and costs nothing.
  const isSame = earlier !== undefined && JSON.stringify(earlier.facts) === JSON.stringify(ground.facts);
  if (isSame && (model === undefined || earlier.writer.name !== "rules")) {
    const { facts: _, ...told } = earlier;
    return { ...told, mended: [] };
  }
  const { storyId, minutes } = telling;
  const byRules = await services.rules.tell({ storyId, minutes, ground, earlier });
  if (model === undefined) return toldBy({ name: "rules" }, task, byRules);
  const [pitch, listing] = await Promise.all([
    orWhyNot({ ...task, model }, "write-pitch", () => tellPitch({ ...task, model }, byRules.pitch.value)),
    orWhyNot({ ...task, model }, "write-listing", () => tellListing({ ...task, model })),
  ]);
  return toldBy({ name: "rules", instead: pitch.instead }, task, byRules, pitch.told, listing.told);
}

/** What the model told; where it did not, what the rules did. */
function toldBy(rules: LanguageWriter, { ground }: LanguageTelling, byRules: RulesTold, pitch?: ToldPitch, listing?: ToldListing): Told {
  return {
    language: ground.language,
    pitch: pitch?.pitch ?? byRules.pitch.value,
    listing: listing?.listing ?? byRules.listing.value,
    writer: pitch?.writer ?? rules,
    findings: [...(pitch ?? byRules.pitch).findings, ...(listing ?? byRules.listing).findings],
    mended: [...(pitch?.mended ?? []), ...(listing?.mended ?? [])],
  };
}

async function orWhyNot<T>(
  { services, telling }: ModelTelling,
  name: string,
  tell: () => Promise<T | undefined>,
): Promise<{ told?: T; instead?: string }> {
  try {
    const told = await tell();
    return told === undefined ? { instead: "blocked" } : { told };
  } catch (error) {
    return { instead: failureOf(services, telling, name, error) };
  }
}
