import { eq } from "drizzle-orm";
import type { Finding } from "#checks/finding.ts";
import { facts as factsTable, pitches, stories } from "#database/schema.ts";
import type { Reading } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { ClaimLost, claimStory, keepClaim, saveAsClaimant, type Telling } from "./claim-story.ts";
import { meterModel, type MeteredModel } from "./meter-model.ts";
import { readFacts } from "./read-facts.ts";
import { announceStoryEvents, appendStoryEvent } from "./story-events.ts";
import type { StoryEventName, Writer } from "./story.ts";
import { tellStory, type Told } from "./tell-story.ts";

/** After this many claims a story that kills whoever writes it is given up; workers that are killed for other reasons come nowhere near. */
const CLAIMS_MAX = 20;
const CLAIM_RENEWED_EVERY_MS = 1_500;

/**
 * Job `story.write`: reads the facts, tells them in every language side by side, and saves each as it is done.
 * It can run twice: the last to claim the story is its writer, and every event is announced once.
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

async function tell(services: Services, telling: Telling, signal: AbortSignal): Promise<void> {
  await saveEvent(services, telling, "story-start", { storyId: telling.storyId, languages: LANGUAGES });
  const model = services.model && meterModel(services.model);
  const reading = await readFacts(services, telling, model, signal);
  await saveFacts(services, telling, reading);
  const told = await Promise.all(
    LANGUAGES.map(async (language) => {
      const one = await tellStory(services, telling, model, reading.facts, language, signal);
      await saveTold(services, telling, language, one);
      return one;
    }),
  );
  const findings = told.flatMap((one) => one.findings);
  for (const { kind, language } of findings) services.metrics.findings.inc({ kind, language });
  await saveEnd(services, telling, findings, writerOf(model, told));
}

async function saveFacts(services: Services, telling: Telling, { facts, questions, conflicts }: Reading) {
  await saveAsClaimant(services, telling, async (transaction) => {
    await transaction.delete(factsTable).where(eq(factsTable.storyId, telling.storyId));
    if (facts.length > 0) {
      await transaction.insert(factsTable).values(facts.map((fact, position) => ({ storyId: telling.storyId, position, ...fact })));
    }
    await transaction.update(stories).set({ questions, conflicts }).where(eq(stories.id, telling.storyId));
    await appendStoryEvent(transaction, telling.storyId, event(telling, "facts", { facts, questions, conflicts }));
  });
  await announceStoryEvents(services, telling.storyId);
}

async function saveTold(services: Services, telling: Telling, language: Language, { pitch, listing }: Told) {
  await saveAsClaimant(services, telling, async (transaction) => {
    const row = { pitch, listing, slug: listing.slug };
    await transaction
      .insert(pitches)
      .values({ storyId: telling.storyId, language, ...row })
      .onConflictDoUpdate({ target: [pitches.storyId, pitches.language], set: row });
    await appendStoryEvent(transaction, telling.storyId, event(telling, "pitch", { language, pitch, listing }, language));
  });
  await announceStoryEvents(services, telling.storyId);
}

async function saveEnd(services: Services, telling: Telling, findings: Finding[], writer: Writer) {
  await saveAsClaimant(services, telling, async (transaction) => {
    await appendStoryEvent(
      transaction,
      telling.storyId,
      event(telling, "story-end", { storyId: telling.storyId, status: "ready", writer }),
    );
    await transaction.update(stories).set({ status: "ready", findings, writer, errorCode: null }).where(eq(stories.id, telling.storyId));
  });
  await announceStoryEvents(services, telling.storyId);
}

async function fail(services: Services, telling: Telling, code: string) {
  await saveAsClaimant(services, telling, async (transaction) => {
    await appendStoryEvent(transaction, telling.storyId, event(telling, "story-failed", { storyId: telling.storyId, code }));
    await transaction.update(stories).set({ status: "failed", errorCode: code }).where(eq(stories.id, telling.storyId));
  });
  await announceStoryEvents(services, telling.storyId);
}

async function saveEvent(services: Services, telling: Telling, name: StoryEventName, data: unknown) {
  await saveAsClaimant(services, telling, (transaction) => appendStoryEvent(transaction, telling.storyId, event(telling, name, data)));
  await announceStoryEvents(services, telling.storyId);
}

const event = ({ telling }: Telling, name: StoryEventName, data: unknown, part = "") => ({
  mark: `${telling}/${name}/${part}`,
  name,
  data,
});

/** Who wrote: the model if any telling is its own, else the rules; tokens are of all calls, those of failed ones too. */
function writerOf(model: MeteredModel | undefined, told: Told[]): Writer {
  if (model === undefined) return { name: "rules" };
  const { name, model: modelName, ...tokens } = model.writer();
  return told.some(({ byModel }) => byModel) && modelName !== undefined
    ? { name, model: modelName, ...tokens }
    : { name: "rules", ...tokens };
}
