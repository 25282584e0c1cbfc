import { eq } from "#database/drizzle.ts";
import { blockEdits, pitches, stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Services } from "#services.ts";
import { appendVersion } from "./append-version.ts";
import { findStory } from "./find-story.ts";
import { readVersion } from "./find-version.ts";
import { holdStory } from "./hold-story.ts";
import { readAnswers } from "./read-answers.ts";
import { replaceFacts, replacePitch } from "./replace-told.ts";
import type { Story } from "./story.ts";
import { tellStory } from "./tell-story.ts";
import { warningsOf } from "./warn-of-edits.ts";

/**
 * Brings the texts of an earlier version back, people's edits and all; that is a new version. A fact that the grower has since
 * taken back does not come back: what rested on it is told anew by the rules.
 * Throws `version_not_found`, or `story_busy` while the story is being told.
 */
export async function restoreVersion(services: Services, accountId: string, storyId: string, version: number): Promise<Story> {
  const { row, telling } = await readVersion(services, accountId, storyId, version);
  const story = await findStory(services, accountId, storyId);
  const words = { notes: story.notes, answers: await readAnswers(services, storyId) };
  const { facts: read = [], questions = [], conflicts = [] } = telling.reading ?? {};
  const facts = read.filter((fact) => isStillSaid(fact, words));
  const answered = new Set(words.answers.map(({ questionId }) => questionId));
  const told = await Promise.all(
    Object.values(telling.told).map((before) =>
      tellStory({
        services,
        telling: { storyId, accountId, minutes: undefined },
        model: undefined,
        ground: { words, facts, markets: story.markets, language: before.language },
        earlier: { ...before, facts: read },
        onBlock: () => {},
        signal: new AbortController().signal,
      }),
    ),
  );
  const edits = row.edits.map((edit) => ({
    ...edit,
    storyId,
    findings: edit.say === null ? [] : warningsOf(services.words, { ...story, words, facts }, edit.language, edit.say),
  }));
  await services.database.db.transaction(async (transaction) => {
    const status = await holdStory(transaction, accountId, storyId);
    if (status === "requested" || status === "writing") throw new AppError("story_busy", { storyId });
    const open = questions.filter(({ id }) => !answered.has(id));
    await replaceFacts(transaction, storyId, { facts });
    await transaction.delete(pitches).where(eq(pitches.storyId, storyId));
    for (const one of told) await replacePitch(transaction, storyId, one);
    await transaction.delete(blockEdits).where(eq(blockEdits.storyId, storyId));
    if (edits.length > 0) await transaction.insert(blockEdits).values(edits);
    const findings = told.flatMap((one) => one.findings);
    await transaction
      .update(stories)
      .set({ status: "ready", questions: open, conflicts, findings, failures: {}, errorCode: null })
      .where(eq(stories.id, storyId));
    await appendVersion(transaction, storyId, { cause: "restored", telling: row.telling });
  });
  return findStory(services, accountId, storyId);
}

function isStillSaid({ source, start, end, quote }: Fact, { notes, answers }: GrowerWords): boolean {
  const text = source === "notes" ? notes : answers.find(({ questionId }) => source === `answer:${questionId}`)?.text;
  return text?.slice(start, end) === quote;
}
