import { unsaid } from "./unsaid.ts";

/** What a recogniser heard. `key` is the same for all it makes of one stretch of speech. */
export type Heard = { key: string; text: string; isFinal: boolean };
/** A sentence under its own id, until it is final. */
export type Sentence = { id: string; text: string; isFinal: boolean };
export type Clock = { nowMs(): number; wait(ms: number, act: () => void): () => void };

type Options = { newId(): string; clock: Clock; onSentence(sentence: Sentence): void };

/** Nothing new for so long, and the sentence is over, whatever the recogniser thinks. */
const QUIET_MS = 800;
/** Nobody reads longer sentences: one that goes on is parted where the speaker paused longest. */
const WORDS_MAX = 30;
const PART_WORDS_MIN = 10;
/** A final that comes again does so at once; a seller who says it again takes longer. */
const REPEAT_MS = 1_000;
/** The last words of a hypothesis are the ones that change. */
const UNSURE_WORDS = 4;

type Open = {
  id: string;
  /** Words of this stretch that are out as finals, and those that are not, each with when it was first heard. */
  done: readonly string[];
  words: readonly string[];
  heardAtMs: readonly number[];
};

/**
 * Makes sentences of what a recogniser hears: final after a pause, parted when they get long, each word said once
 * though recognisers repeat themselves and change what they said before.
 */
export function createSentences({ newId, clock, onSentence }: Options): { hear(heard: Heard): void; end(): void } {
  const open = new Map<string, Open>();
  const closed = new Set<string>();
  let lastFinal = { text: "", atMs: -Infinity };
  let stopWaiting = () => {};

  const settle = (key: string, { id, words, done }: Open, count: number): Open => {
    const said = words.slice(0, count);
    if (said.length > 0) {
      lastFinal = { text: said.join(" "), atMs: clock.nowMs() };
      onSentence({ id, text: lastFinal.text, isFinal: true });
    }
    const rest = {
      id: newId(),
      done: [...done, ...said],
      words: words.slice(count),
      heardAtMs: (open.get(key)?.heardAtMs ?? []).slice(count),
    };
    open.set(key, rest);
    return rest;
  };
  const settleAll = () => {
    stopWaiting();
    for (const [key, one] of open) settle(key, one, one.words.length);
  };
  const close = (key: string, one: Open) => {
    settle(key, one, one.words.length);
    open.delete(key);
    closed.add(key);
  };

  return {
    hear({ key, text, isFinal }) {
      if (closed.has(key)) return;
      const words = text.split(/\s+/).filter((word) => word !== "");
      const known = open.get(key);
      // Chrome on Android gives a final again as the next one, which nobody heard begin.
      const isRepeat = words.join(" ") === lastFinal.text && clock.nowMs() - lastFinal.atMs < REPEAT_MS;
      if (known === undefined && isFinal && isRepeat) {
        closed.add(key);
        return;
      }
      if (known === undefined) settleAll();
      const before = known ?? { id: newId(), done: [], words: [], heardAtMs: [] };
      const fresh = unsaid(before.done, words);
      const isNews = fresh.join(" ") !== before.words.join(" ");
      const nowMs = clock.nowMs();
      let one: Open = {
        ...before,
        words: fresh,
        heardAtMs: fresh.map((word, at) => (before.words[at] === word ? (before.heardAtMs[at] ?? nowMs) : nowMs)),
      };
      open.set(key, one);
      if (isFinal) return close(key, one);
      if (!isNews) return;
      if (one.words.length > WORDS_MAX) one = settle(key, one, longestPause(one.heardAtMs));
      if (one.words.length > 0) onSentence({ id: one.id, text: one.words.join(" "), isFinal: false });
      stopWaiting();
      stopWaiting = clock.wait(QUIET_MS, settleAll);
    },
    /** The recogniser ended: what it left open is all there will be. */
    end() {
      stopWaiting();
      for (const [key, one] of open) close(key, one);
    },
  };
}

/** After how many words the speaker waited longest, not too near to either end. */
function longestPause(heardAtMs: readonly number[]): number {
  let best = { at: heardAtMs.length - UNSURE_WORDS, pauseMs: -1 };
  for (let at = PART_WORDS_MIN; at <= heardAtMs.length - UNSURE_WORDS; at += 1) {
    const pauseMs = (heardAtMs[at] ?? 0) - (heardAtMs[at - 1] ?? 0);
    if (pauseMs > best.pauseMs) best = { at, pauseMs };
  }
  return best.at;
}
