import type { Reading } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Block } from "#pitches/pitch.ts";
import type { Services } from "#services.ts";
import { ClaimLost, claimStory, keepClaim, type Telling } from "./claim-story.ts";
import { findShownTelling, findTelling, type FoundTelling } from "./find-telling.ts";
import { meterModel, type MeteredModel } from "./meter-model.ts";
import { readFacts } from "./read-facts.ts";
import { openSaves } from "./save-telling.ts";
import type { Story, TellingInOneLanguage, Writer } from "./story.ts";
import { tellStory } from "./tell-story.ts";
import { warnOfEdits } from "./warn-of-edits.ts";

/** After this many claims a story that kills whoever writes it is given up; workers that are killed for other reasons come nowhere near. */
const CLAIMS_MAX = 20;
const CLAIM_RENEWED_EVERY_MS = 1_500;

/**
 * Job `story.write`: reads the facts, tells them in every language side by side, and saves each as it is done.
 * It can run twice: the last to claim the story is its writer and goes on where the one before it ended; every event is announced once.
 */
export async function writeStory(
  services: Services,
  { storyId, telling }: { storyId: string; telling: number },
  signal: AbortSignal,
): Promise<void> {
  const claimed = await claimStory(services, storyId, telling);
  if (claimed === undefined) return;
  const claim = keepClaim(services, claimed, CLAIM_RENEWED_EVERY_MS);
  try {
    if (claimed.claims > CLAIMS_MAX) await fail(services, claimed, "internal");
    else await tell(services, claimed, signal);
  } catch (error) {
    if (error instanceof ClaimLost) return;
    if (claimed.claims < CLAIMS_MAX) throw error;
    services.logger.error({ storyId, telling, err: error }, "story given up");
    await fail(services, claimed, "internal");
  } finally {
    claim.release();
  }
}

/** One language's end: what was told, or why not. */
type Outcome = { language: Language; told?: TellingInOneLanguage; code?: string };
type Under = {
  saves: ReturnType<typeof openSaves>;
  model: MeteredModel | undefined;
  reading: Reading;
  earlier: FoundTelling | undefined;
  signal: AbortSignal;
};

async function tell(services: Services, telling: Telling, signal: AbortSignal): Promise<void> {
  const saves = openSaves(services, telling);
  const model = services.model && meterModel(services.model);
  // The rules have read the facts before anybody would see that they begin.
  if (model !== undefined) await saves.start();
  const begun = telling.claims > 1 ? await findTelling(services, telling.storyId, telling.telling) : undefined;
  const earlier = telling.telling > 1 ? await findShownTelling(services, telling.storyId) : undefined;
  const reading = begun?.reading ?? (await readFacts(services, telling, model, signal));
  await saves.facts(reading);
  const outcomes = await Promise.all(
    LANGUAGES.map(async (language): Promise<Outcome> => {
      const told = begun?.told[language];
      return told === undefined ? tellOne(services, telling, language, { saves, model, reading, earlier, signal }) : { language, told };
    }),
  );
  const told = outcomes.flatMap((outcome) => outcome.told ?? []);
  const failed = outcomes.flatMap(({ language, code }) => (code === undefined ? [] : [{ language, code }]));
  const [first] = failed;
  if (told.length === 0 && first !== undefined) return fail(services, telling, first.code);
  if (telling.telling > 1) await warnOfEdits(services, { ...telling, facts: reading.facts });
  const failures: Story["failures"] = Object.fromEntries(failed.map(({ language, code }) => [language, { code }]));
  await saves.end(told, failures, writerOf(model, told));
}

/** Tells one language and saves it. What is wrong with this one stops no other; a store that fails is another matter, and thrown. */
async function tellOne(services: Services, telling: Telling, language: Language, under: Under): Promise<Outcome> {
  const { saves, model, reading, signal } = under;
  let saving = Promise.resolve();
  const onBlock = (part: "intro" | "loop", block: Block) => {
    saving = saving.then(() => saves.block(language, part, block));
    // Whoever awaits it below learns of its failure.
    saving.catch(() => {});
  };
  const ground = { words: telling.words, facts: reading.facts, markets: telling.markets, language };
  const told = await tellStory({ services, telling, model, ground, earlier: earlierIn(language, under), onBlock, signal }).catch(
    (error: unknown) => {
      if (signal.aborted) throw error;
      services.logger.error({ storyId: telling.storyId, language, err: error }, "language not told");
    },
  );
  await saving;
  if (told === undefined) {
    await saves.untold(language, "internal");
    return { language, code: "internal" };
  }
  for (const { kind } of told.findings) services.metrics.findings.inc({ kind, language });
  await saves.told(told);
  return { language, told };
}

function earlierIn(language: Language, { earlier }: Under) {
  const told = earlier?.told[language];
  return told && earlier?.reading && { ...told, facts: earlier.reading.facts };
}

async function fail(services: Services, telling: Telling, code: string): Promise<void> {
  const earlier = telling.telling > 1 ? await findShownTelling(services, telling.storyId) : undefined;
  await openSaves(services, telling).failed(code, earlier?.reading);
}

/** Who wrote: the model if any language is its own, else the rules; tokens are of all calls, those of failed ones too. */
function writerOf(model: MeteredModel | undefined, told: readonly TellingInOneLanguage[]): Writer {
  const byModel = told.map(({ writer }) => writer).find(({ name }) => name !== "rules");
  return { name: byModel?.name ?? "rules", ...(byModel?.model !== undefined && { model: byModel.model }), ...model?.tokens() };
}
