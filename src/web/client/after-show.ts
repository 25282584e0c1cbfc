import type { ConsoleWords } from "./console-words.ts";
import { byId } from "./page-data.ts";

type Mended = { corrected: number; retracted: number };
type Stats = { sentences: number; script: Mended & { sentences: number }; machine: Mended & { captions: number } };

/** How well the sentences were recognised and translated, in words. Returns how to look again. */
export function startAfterShow({ api, words }: { api: string; words: ConsoleWords }): () => void {
  const look = async () => {
    const answer = await fetch(`${api}/stats`).catch(() => undefined);
    if (answer?.ok !== true) return;
    const { sentences, script, machine }: Stats = await answer.json();
    byId("mended").hidden = sentences === 0;
    byId("mended-script").textContent = words("mendedScript", { ...script, sentences, hits: script.sentences });
    byId("mended-machine").textContent = words("mendedMachine", machine);
    byId("mended-machine").hidden = machine.captions === 0;
  };
  return () => void look();
}
