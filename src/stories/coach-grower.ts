import type { Language } from "#i18n/language.ts";
import type { Coach } from "#pitches/coach.ts";
import { coachStory } from "#pitches/coach-story.ts";
import type { Services } from "#services.ts";
import { findStory } from "./find-story.ts";
import { readAnswers } from "./read-answers.ts";
import type { Story } from "./story.ts";

/** Advice for a story's show and pack, in `language`. Throws `story_not_found`, also for another account's. */
export async function coachGrower(
  services: Services,
  { accountId, storyId, language }: { accountId: string; storyId: string; language: Language },
): Promise<{ story: Story; coach: Coach }> {
  const story = await findStory(services, accountId, storyId);
  const said = { notes: story.notes, answers: await readAnswers(services, storyId) };
  const { facts, markets } = story;
  return { story, coach: coachStory({ storyId, facts, markets, language, words: services.words, said }) };
}
