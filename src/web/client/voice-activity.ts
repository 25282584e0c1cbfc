/** What to do with the recording that runs: cut it here and send it, throw it away, or let it run. */
export type Verdict = "go on" | "send" | "discard";

const SILENCE_MS = 800;
/** Words shorter than this are coughs and clicks. */
const SPEECH_MS_MIN = 200;
/** Speech without a pause is cut at the next short one, and at last anywhere. */
const LONG_MS = 12_000;
const SHORT_PAUSE_MS = 200;
const LONGEST_MS = 20_000;
/** Silence that is not sent is not kept either. */
const EMPTY_MS_MAX = 5_000;
/** A voice is so much louder than the room, and never this quiet. */
const OVER_NOISE = 3;
const LEVEL_MIN = 0.012;

/** Tells by the microphone's level (0 to 1, a few times a second) where one utterance ends and the next begins. */
export function createVoiceActivity(): { push(level: number, atMs: number): Verdict; readonly isSpeaking: boolean } {
  let noise = LEVEL_MIN / OVER_NOISE;
  let startedAt: number | undefined;
  let spokeMs = 0;
  let lastAt: number | undefined;
  let lastSpokeAt: number | undefined;
  let isSpeaking = false;
  const restart = (atMs: number) => {
    startedAt = atMs;
    spokeMs = 0;
    lastSpokeAt = undefined;
  };
  return {
    get isSpeaking() {
      return isSpeaking;
    },
    push(level, atMs) {
      startedAt ??= atMs;
      const stepMs = atMs - (lastAt ?? atMs);
      lastAt = atMs;
      isSpeaking = level > Math.max(LEVEL_MIN, noise * OVER_NOISE);
      // Down at once, up slowly: a room gets louder, a voice comes and goes.
      noise = level < noise ? level : noise + (level - noise) * Math.min(1, stepMs / (isSpeaking ? 60_000 : 2_000));
      if (isSpeaking) {
        spokeMs += stepMs;
        lastSpokeAt = atMs;
      }
      const ageMs = atMs - startedAt;
      const pauseMs = atMs - (lastSpokeAt ?? atMs);
      const isSpeech = spokeMs >= SPEECH_MS_MIN;
      const isOver = pauseMs >= SILENCE_MS || (ageMs >= LONG_MS && pauseMs >= SHORT_PAUSE_MS) || ageMs >= LONGEST_MS;
      if (isSpeech && isOver) {
        restart(atMs);
        return "send";
      }
      const isQuiet = lastSpokeAt === undefined || pauseMs >= SILENCE_MS;
      if (!isSpeech && isQuiet && ageMs >= EMPTY_MS_MAX) {
        restart(atMs);
        return "discard";
      }
      return "go on";
    },
  };
}
