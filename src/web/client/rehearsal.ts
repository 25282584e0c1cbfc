import { judgePace } from "./judge-pace.ts";
import { fill } from "./page-data.ts";

export type Rehearsal = { go(): void; stop(): void };
type Words = Record<"clock" | "fast" | "slow" | "good" | "done", string>;

const CLOCK_MS = 250;

/** Times each part as it is read aloud, from one tap to the next, and says how it went. */
export function startRehearsal(asked: {
  beats: readonly HTMLElement[];
  words: Words;
  onPart(beat: HTMLElement): void;
  onClock(text: string): void;
  onDone(text: string): void;
}): Rehearsal {
  const { beats, words } = asked;
  let at = -1;
  let since = 0;
  let clock: ReturnType<typeof setInterval> | undefined;
  let total = 0;
  for (const beat of beats) setVerdict(beat, "", "");
  const elapsed = () => (performance.now() - since) / 1_000;
  const stop = () => {
    clearInterval(clock);
    for (const beat of beats) beat.classList.remove("now");
  };
  const finish = (beat: HTMLElement) => {
    const [seconds, target] = [elapsed(), targetOf(beat)];
    const pace = judgePace(seconds, target);
    total += seconds;
    setVerdict(beat, pace, fill(words[pace], { seconds: Math.round(seconds), target: Math.round(target) }));
    beat.classList.remove("now");
  };
  return {
    stop,
    go() {
      const said = beats[at];
      if (said !== undefined) finish(said);
      at += 1;
      const next = beats[at];
      if (next === undefined) {
        stop();
        const target = beats.reduce((sum, beat) => sum + targetOf(beat), 0);
        asked.onDone(fill(words.done, { seconds: minutes(total), target: minutes(target) }));
        return;
      }
      next.classList.add("now");
      since = performance.now();
      asked.onPart(next);
      const tick = () => asked.onClock(fill(words.clock, { seconds: Math.floor(elapsed()), target: Math.round(targetOf(next)) }));
      clearInterval(clock);
      clock = setInterval(tick, CLOCK_MS);
      tick();
    },
  };
}

function targetOf(beat: HTMLElement): number {
  return Number(beat.dataset["seconds"]);
}

function setVerdict(beat: HTMLElement, pace: string, text: string): void {
  const verdict = beat.querySelector<HTMLElement>(".verdict");
  if (verdict === null) return;
  verdict.dataset["pace"] = pace;
  verdict.textContent = text;
}

/** 200 s → 3:20. */
function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
