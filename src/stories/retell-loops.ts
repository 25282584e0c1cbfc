import { setImmediate } from "node:timers/promises";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Block } from "#pitches/pitch.ts";
import { retellForShow } from "#pitches/retell-for-show.ts";
import type { RetoldBlock } from "#pitches/show-plan.ts";
import { retellLoop } from "#pitches/write-pitch-by-rules.ts";
import type { Services } from "#services.ts";
import { gatePitch } from "./gate-pitch.ts";
import type { Ground } from "./language-telling.ts";
import type { Story } from "./story.ts";

/** A story's loop told `turns` times in other words, through the gate. What a person wrote in any language stays as it is. */
export async function retellLoops(
  services: Pick<Services, "words">,
  { id, pitches }: Pick<Story, "id" | "pitches">,
  ground: Omit<Ground, "language">,
  turns: number,
): Promise<RetoldBlock[][]> {
  const { words } = services;
  const written = Object.values(pitches).flatMap(({ loop }) => loop.filter(({ edited }) => edited));
  const edited = new Set(written.map((block) => block.id));
  const told: RetoldBlock[][] = [];
  for (let turn = 1; turn <= turns; turn += 1) {
    const loop = retellLoop({ storyId: id, facts: ground.facts, said: ground.words, words, minutes: undefined, turns: turn }).at(-1);
    if (loop === undefined) break;
    const passed: Record<Language, Block[]> = { vi: [], en: [], ja: [] };
    for (const language of LANGUAGES) {
      // Captions are waiting in the same process.
      await setImmediate();
      passed[language] = gatePitch(words, { ...ground, language }, { intro: [], loop: loop[language], answers: [] }).pitch.loop;
    }
    told.push(retellForShow(loop, passed, edited));
  }
  return told;
}
