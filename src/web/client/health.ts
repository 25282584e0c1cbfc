/** What can be wrong, the most pressing first. */
const TROUBLES = ["network", "sound", "late", "ears", "budget", "untranslated"] as const;
export type Trouble = (typeof TROUBLES)[number];
export type Health = { note(trouble: Trouble, words: string | undefined): void };

/** A network is slow, a language late, only after so long; what is over is taken away at once. */
const PATIENCE_MS: Readonly<Record<Trouble, number>> = { network: 3_000, sound: 0, late: 0, ears: 0, budget: 0, untranslated: 0 };

/** One plain word about what is late or wrong, and none when all is well. */
export function createHealth(place: HTMLElement): Health {
  const known = new Map<Trouble, { words: string; sinceMs: number }>();
  let timer: number | undefined;
  const show = () => {
    clearTimeout(timer);
    const nowMs = performance.now();
    const pressing = TROUBLES.map((trouble) => ({ trouble, one: known.get(trouble) }));
    const due = pressing.find(({ trouble, one }) => one !== undefined && nowMs - one.sinceMs >= PATIENCE_MS[trouble]);
    const words = due?.one?.words ?? "";
    if (place.textContent !== words) place.textContent = words;
    place.dataset["trouble"] = due?.trouble ?? "";
    const waits = pressing.flatMap(({ trouble, one }) => (one === undefined ? [] : [one.sinceMs + PATIENCE_MS[trouble] - nowMs]));
    const next = Math.min(...waits.filter((waitMs) => waitMs > 0));
    if (Number.isFinite(next)) timer = setTimeout(show, next + 1);
  };
  return {
    note(trouble, words) {
      if (words === undefined) known.delete(trouble);
      else known.set(trouble, { words, sinceMs: known.get(trouble)?.sinceMs ?? performance.now() });
      show();
    },
  };
}
