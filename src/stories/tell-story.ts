import type { Finding } from "#checks/finding.ts";
import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { listingSlug } from "#listings/listing-slug.ts";
import type { Listing } from "#listings/listing.ts";
import { askModelForListing } from "#listings/ask-model-for-listing.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";
import { askModelForPitch } from "#pitches/ask-model-for-pitch.ts";
import { completePitch } from "#pitches/complete-pitch.ts";
import type { Pitch } from "#pitches/pitch.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import type { Services } from "#services.ts";
import type { Telling } from "./claim-story.ts";
import { gateListing, gatePitch, type Ground } from "./gate-pitch.ts";
import type { MeteredModel } from "./meter-model.ts";
import { rulesInstead } from "./rules-instead.ts";

const PITCH_DEADLINE_MS = 60_000;
const LISTING_DEADLINE_MS = 30_000;

export type Told = { pitch: Pitch; listing: Listing; findings: Finding[]; byModel: boolean };

/** What passed the gate, undefined where too little was left, and what the gate found. */
type Gated<T> = { value: T | undefined; findings: Finding[] };

/** Tells the facts in one language: by a model with one repair, else by the rules; nothing passes but through the gate. */
export async function tellStory(
  services: Services,
  telling: Telling,
  model: MeteredModel | undefined,
  facts: Fact[],
  language: Language,
  signal: AbortSignal,
): Promise<Told> {
  const ground: Ground = { words: telling.words, facts, markets: telling.markets, language };
  const [pitch, listing] = await Promise.all([
    tellPitch(services, telling, model, ground, signal),
    tellListing(services, telling, model, ground, signal),
  ]);
  return {
    pitch: pitch.value,
    listing: listing.value,
    findings: [...pitch.findings, ...listing.findings],
    byModel: pitch.byModel,
  };
}

function tellPitch(services: Services, telling: Telling, model: MeteredModel | undefined, ground: Ground, signal: AbortSignal) {
  const { storyId, accountId, minutes } = telling;
  const { facts, language, markets } = ground;
  const { words, prompts } = services;
  return tellWith(services, telling, "write-pitch", {
    byRules() {
      const { pitch, findings } = gatePitch(
        words,
        ground,
        writePitchByRules({ storyId, facts, language, minutes, words, said: ground.words }),
      );
      return { value: pitch, findings };
    },
    byModel:
      model &&
      async function (findings) {
        const asked = { facts, language, markets, minutes, findings, accountId, deadlineMs: PITCH_DEADLINE_MS, signal };
        const answer = await askModelForPitch({ model, prompts }, asked);
        const gated = gatePitch(words, ground, completePitch(answer.value, language));
        const whole = gated.pitch.intro.length > 0 && gated.pitch.loop.length > 0;
        return { value: whole ? gated.pitch : undefined, findings: gated.findings };
      },
  });
}

function tellListing(services: Services, telling: Telling, model: MeteredModel | undefined, ground: Ground, signal: AbortSignal) {
  const { storyId, accountId } = telling;
  const { facts, language, markets } = ground;
  const { words, prompts } = services;
  const slug = listingSlug(storyId, facts);
  return tellWith(services, telling, "write-listing", {
    byRules() {
      const { listing, findings } = gateListing(
        words,
        ground,
        writeListingByRules({ storyId, facts, language, slug, words, said: ground.words }),
      );
      return { value: listing, findings };
    },
    byModel:
      model &&
      async function (findings) {
        const asked = { facts, language, markets, findings, accountId, deadlineMs: LISTING_DEADLINE_MS, signal };
        const answer = await askModelForListing({ model, prompts }, asked);
        const { listing, findings: found } = gateListing(words, ground, { ...answer.value, slug });
        return { value: listing.title === "" ? undefined : listing, findings: found };
      },
  });
}

/** Asks the model, once more with the findings where some block, and falls back to the rules. */
async function tellWith<T>(
  services: Services,
  telling: Telling,
  task: string,
  writers: { byRules: () => { value: T; findings: Finding[] }; byModel: ((findings?: Finding[]) => Promise<Gated<T>>) | undefined },
): Promise<{ value: T; findings: Finding[]; byModel: boolean }> {
  const told = writers.byModel && (await tellByModel(services, telling, task, writers.byModel));
  if (told?.value !== undefined) return { value: told.value, findings: told.findings, byModel: true };
  return { ...writers.byRules(), byModel: false };
}

async function tellByModel<T>(
  services: Services,
  telling: Telling,
  task: string,
  byModel: (findings?: Finding[]) => Promise<Gated<T>>,
): Promise<Gated<T> | undefined> {
  let first: Gated<T> | undefined;
  try {
    first = await byModel();
    const blocking = first.findings.filter(({ severity }) => severity === "block");
    if (blocking.length === 0) return first;
    const repaired = await byModel(blocking);
    return repaired.value === undefined ? first : repaired;
  } catch (error) {
    // A repair that fails leaves the first telling, whose blocked sentences are cut.
    return rulesInstead(services, telling, task, error, first);
  }
}
