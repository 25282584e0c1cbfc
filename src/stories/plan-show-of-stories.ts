import { AppError } from "#errors.ts";
import { planShow, type ShowStory } from "#pitches/plan-show.ts";
import type { ShowPlan } from "#pitches/show-plan.ts";
import type { Services } from "#services.ts";
import { findStory } from "./find-story.ts";
import { readAnswers } from "./read-answers.ts";

const MINUTES_DEFAULT = 60;

/** A whole broadcast over a story and others beside it. Throws `story_not_found`, also for another account's, and `pitch_not_ready`. */
export async function planShowOfStories(
  services: Services,
  accountId: string,
  storyId: string,
  { minutes = MINUTES_DEFAULT, others = [] }: { minutes?: number | undefined; others?: readonly string[] | undefined },
): Promise<ShowPlan> {
  const first = await findShowStory(services, accountId, storyId);
  const more = await Promise.all(others.filter((id) => id !== storyId).map((id) => findShowStory(services, accountId, id)));
  return planShow(minutes, [first, ...more], services.words);
}

async function findShowStory(services: Services, accountId: string, storyId: string): Promise<ShowStory> {
  const { id, facts, pitches, notes } = await findStory(services, accountId, storyId);
  if (pitches.vi === undefined) throw new AppError("pitch_not_ready", { storyId });
  return { id, facts, pitch: pitches.vi, said: { notes, answers: await readAnswers(services, storyId) } };
}
