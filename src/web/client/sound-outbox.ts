import { Refused, refusal } from "./call.ts";
import { randomId } from "./random-id.ts";
import type { Clip } from "./sound-recorder.ts";

type Heard = { cueId: string | null; text: string; dropped?: string; hears: boolean };
type Listener = {
  onHeard(heard: Heard, saidAtMs: number): void;
  /** It is too late for this one. */
  onLost(words: string): void;
  /** A budget is spent: neither this one nor what waits behind it is heard, and nothing is sent any more. */
  onSpent(): void;
};

/** An utterance older than this is of no use on a screen. */
const USEFUL_MS = 8_000;
const RETRY_MS = 1_000;
/** Longer than the server listens. A line that is slower than speech would fall behind for good: what waited too long is left out. */
const ANSWER_MS = 15_000;
const STALE_MS = 30_000;
const SPENT = new Set(["show_budget_spent", "budget_spent"]);

/** Sends utterances to be heard, one after the other as they were said; each under one id, so that it is heard once. */
export function createSoundOutbox(api: string, device: string, { onHeard, onLost, onSpent }: Listener): { send(clip: Clip): void } {
  let sending = Promise.resolve();
  let isSpent = false;
  const deliver = async ({ sound, startMs }: Clip, saidAtMs: number) => {
    if (!isSpent && Date.now() - saidAtMs > STALE_MS) return onLost("");
    const query = new URLSearchParams({ id: randomId(), startMs: String(Math.round(startMs)), device });
    while (!isSpent) {
      try {
        onHeard(await post(`${api}/audio?${query.toString()}`, sound), saidAtMs);
        return;
      } catch (error) {
        const refused = error instanceof Refused ? error : new Refused(0, "");
        if (SPENT.has(refused.code)) {
          isSpent = true;
          return onSpent();
        }
        const isPassing = refused.status === 0 || refused.status >= 500 || refused.status === 429;
        if (!isPassing || refused.code === "transcription_off" || Date.now() - saidAtMs + RETRY_MS > USEFUL_MS) {
          onLost(refused.message);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  };
  return {
    send(clip) {
      const saidAtMs = Date.now();
      sending = sending.then(() => deliver(clip, saidAtMs));
    },
  };
}

async function post(path: string, sound: Blob): Promise<Heard> {
  const headers = { "accept-language": document.documentElement.lang, "content-type": sound.type };
  const response = await fetch(path, { method: "POST", headers, body: sound, signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => {
    throw new Refused(0, "");
  });
  if (!response.ok) throw await refusal(response);
  return response.json();
}
