import { setImmediate } from "node:timers/promises";
import { recent } from "#facts/recent.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import type { Block } from "#pitches/pitch.ts";
import { retellForShow } from "#pitches/retell-for-show.ts";
import type { RetoldBlock } from "#pitches/show-plan.ts";
import { retellLoop } from "#pitches/write-pitch-by-rules.ts";
import type { Services } from "#services.ts";
import { gatePitch } from "./gate-pitch.ts";
import type { Ground } from "./language-telling.ts";
import type { Story } from "./story.ts";

type Asked = { storyId: string; edited: string[]; ground: Omit<Ground, "language">; turns: number };

/** A story's loop told `turns` times in other words, through the gate. What a person wrote in any language stays as it is. */
export function retellLoops(
  { words }: Pick<Services, "words">,
  { id, pitches }: Pick<Story, "id" | "pitches">,
  ground: Omit<Ground, "language">,
  turns: number,
): Promise<RetoldBlock[][]> {
  const edited = Object.values(pitches).flatMap(({ loop }) => loop.filter((block) => block.edited).map((block) => block.id));
  const asked: Asked = { storyId: id, edited, ground, turns };
  return retold(JSON.stringify(asked), words);
}

/** A show's plan is looked at, kept for the field and looked at again: until a fact or an edit is another one it says the same. */
const retold = recent(retell);

async function retell(json: string, words: Words): Promise<RetoldBlock[][]> {
  const { storyId, edited, ground, turns }: Asked = JSON.parse(json);
  const told: RetoldBlock[][] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    const loop = retellLoop({ storyId, facts: ground.facts, said: ground.words, words, minutes: undefined, turns: turn }).at(-1);
    if (loop === undefined) break;
    const passed: Record<Language, Block[]> = { vi: [], en: [], ja: [] };
    for (const language of LANGUAGES) {
      // Captions are waiting in the same process.
      await setImmediate();
      passed[language] = gatePitch(words, { ...ground, language }, { intro: [], loop: loop[language], answers: [] }).pitch.loop;
    }
    told.push(retellForShow(loop, passed, new Set(edited)));
  }
  return told;
}
