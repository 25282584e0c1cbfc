import { AppError } from "#errors.ts";
import { planShow, retellingsIn, type ShowStory } from "#pitches/plan-show.ts";
import type { ShowPlan } from "#pitches/show-plan.ts";
import type { Services } from "#services.ts";
import { findStory } from "./find-story.ts";
import { readAnswers } from "./read-answers.ts";
import { retellLoops } from "./retell-loops.ts";

const MINUTES_DEFAULT = 60;

/** A whole broadcast over a story and others beside it. Throws `story_not_found`, also for another account's, and `pitch_not_ready`. */
export async function planShowOfStories(
  services: Services,
  accountId: string,
  storyId: string,
  { minutes = MINUTES_DEFAULT, others = [] }: { minutes?: number | undefined; others?: readonly string[] | undefined },
): Promise<ShowPlan> {
  const turns = retellingsIn(minutes);
  const first = await findShowStory(services, accountId, storyId, turns);
  const more: ShowStory[] = [];
  for (const id of others.filter((other) => other !== storyId)) more.push(await findShowStory(services, accountId, id, turns));
  return planShow(minutes, [first, ...more], services.words);
}

async function findShowStory(services: Services, accountId: string, storyId: string, turns: number): Promise<ShowStory> {
  const story = await findStory(services, accountId, storyId);
  const { id, facts, pitches, notes, markets } = story;
  if (pitches.vi === undefined) throw new AppError("pitch_not_ready", { storyId });
  const said = { notes, answers: await readAnswers(services, storyId) };
  const again = await retellLoops(services, story, { words: said, facts, markets }, turns);
  return { id, facts, pitch: pitches.vi, said, again };
}
