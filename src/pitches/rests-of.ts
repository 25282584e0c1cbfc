import type { Block } from "./pitch.ts";

/** A run of what is said, with the facts it rests on. */
export type Rest = { text: string; factIds: readonly string[] };

/**
 * What each sentence of a block rests on. Sentences that the gate cut are gone; where the words are not those that were
 * told, as after a person's edit, the block as a whole rests on its facts.
 */
export function restsOf({ say, sentences = [], factIds }: Pick<Block, "say" | "sentences" | "factIds">): Rest[] {
  let rest = say;
  const told = sentences.filter(({ text }) => {
    const before = rest;
    rest = rest.replace(text, () => "");
    return rest !== before;
  });
  return told.length > 0 && rest.trim() === "" ? told : [{ text: say, factIds }];
}
