import type { TokenUsage } from "./language-model.ts";

/** What may be sent to be heard, and how such a file's name ends: endpoints tell by it what they were given. */
export const AUDIO_ENDINGS: Readonly<Record<string, string>> = {
  "audio/webm": "webm",
  "audio/ogg": "ogg",
  "audio/mp4": "mp4",
  "audio/mpeg": "mp3",
  "audio/wav": "wav",
  "audio/flac": "flac",
};

export type AudioClip = {
  bytes: Uint8Array;
  /** `audio/webm`, `audio/wav`, … */
  mediaType: string;
  /** Names that are likely to be heard, in the spoken language. */
  hint: string;
  /** BCP 47. */
  language: string;
  deadlineMs: number;
  signal?: AbortSignal | undefined;
  /** Whose daily token budget pays. */
  accountId: string;
  /** The show whose budget pays too. */
  showId: string;
};

/** What hears speech. Fails with `ModelError` only. */
export interface Transcriber {
  transcribe(clip: AudioClip): Promise<{ text: string; usage: TokenUsage }>;
}
