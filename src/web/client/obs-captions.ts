import type { Cue } from "#shows/cue.ts";
import { cea608Screens } from "./cea-608.ts";
import { holdingMs, READ_MS, readingMs } from "./reading-ms.ts";
import type { Clock } from "./sentences.ts";

type Options = {
  language: "vi" | "en";
  clock: Clock;
  /** Puts a screen on air in place of what is there; an empty one clears it. */
  send(screen: string): void;
};
type Screen = { cue: string; text: string };
type OnAir = Screen & { sinceMs: number };

/** A caption that changes later than this is past; what stands in its place then is what is said now. */
const REVISED_MS = 8_000;
/** When so much waits to be read, each screen has the least time; when this much does, whole sentences are left out. */
const BEHIND_MS = 4_000;
const LOST_MS = 12_000;
const KEPT_MAX = 100;

/** Finals of one language, screen after screen: CEA-608 shows one at a time, and OBS takes no notice of what it shows already. */
export function createObsCaptions({ language, clock, send }: Options): { see(cue: Cue): void; clear(): void } {
  const told = new Map<string, { text: string; atMs: number }>();
  let waiting: readonly Screen[] = [];
  let onAir: OnAir | undefined;
  let stopWaiting = () => {};

  const plan = () => {
    stopWaiting();
    if (onAir === undefined) return;
    const { text, sinceMs } = onAir;
    const stayMs =
      waiting.length === 0 ? holdingMs(text, language) : readMs(waiting) > BEHIND_MS ? READ_MS.least : readingMs(text, language);
    stopWaiting = clock.wait(Math.max(0, sinceMs + stayMs - clock.nowMs()), next);
  };
  const next = () => {
    const [screen, ...rest] = waiting;
    waiting = rest;
    onAir = screen && { ...screen, sinceMs: clock.nowMs() };
    send(onAir?.text ?? "");
    plan();
  };
  const readMs = (screens: readonly Screen[]) => screens.reduce((sum, { text }) => sum + readingMs(text, language), 0);
  const put = (cue: string, screens: readonly Screen[]) => {
    const isRevised = told.has(cue);
    const at = isRevised
      ? Math.max(
          0,
          waiting.findIndex((screen) => screen.cue === cue),
        )
      : waiting.length;
    waiting = waiting.filter((screen) => screen.cue !== cue).toSpliced(at, 0, ...screens);
    while (readMs(waiting) > LOST_MS && waiting[0]?.cue !== waiting.at(-1)?.cue) {
      const [{ cue: first } = { cue }] = waiting;
      waiting = waiting.filter((screen) => screen.cue !== first);
    }
    if (onAir === undefined || onAir.cue === cue) next();
    else plan();
  };

  return {
    see({ cue, rev, text, status, provenance }) {
      if (status === "interim") return;
      const before = told.get(cue);
      const nowMs = clock.nowMs();
      if (status === "retracted") {
        waiting = waiting.filter((screen) => screen.cue !== cue);
        return onAir?.cue === cue ? next() : plan();
      }
      if (before !== undefined && (nowMs - before.atMs > REVISED_MS || before.text === text)) return;
      // What was said before this was switched on is corrected in the record alone.
      if (before === undefined && rev > 1 && provenance === "human") return;
      const screens = cea608Screens(text, provenance === "source" ? "vi" : language);
      if (screens.length === 0) return;
      put(
        cue,
        screens.map((screen) => ({ cue, text: screen })),
      );
      told.set(cue, { text, atMs: before?.atMs ?? nowMs });
      for (const old of told.keys()) {
        if (told.size <= KEPT_MAX) break;
        told.delete(old);
      }
    },
    /** Nothing of ours stays on air. */
    clear() {
      stopWaiting();
      if (onAir !== undefined) send("");
      onAir = undefined;
      waiting = [];
    },
  };
}
