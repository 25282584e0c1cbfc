import type { AudioClip } from "./transcriber.ts";

/** Models that are paid by time count against the tokens as those do that count them. */
const TOKENS_A_SECOND = 10;
/** What speech takes where the file does not say it; the console records webm, ogg and mp4 at as much. */
const BYTES_A_SECOND: Readonly<Record<string, number>> = { "audio/mpeg": 8_000, "audio/flac": 16_000, "audio/wav": 32_000 };
const CONSOLE_BYTES_A_SECOND = 4_000;
/** From 8 kHz in four bits to 96 kHz in twenty-four and two channels. */
const WAV_BYTES_A_SECOND = { min: 4_000, max: 576_000 } as const;
const WAV_HEAD_BYTES = 44;
const WAV_RATE_AT = 28;

export function tokensOfSeconds(seconds: number): number {
  return Math.ceil(seconds * TOKENS_A_SECOND);
}

/** How long a clip sounds, by its size. */
export function soundSeconds({ bytes, mediaType }: Pick<AudioClip, "bytes" | "mediaType">): number {
  const rate = (mediaType === "audio/wav" ? wavRate(bytes) : undefined) ?? BYTES_A_SECOND[mediaType] ?? CONSOLE_BYTES_A_SECOND;
  return bytes.length / rate;
}

function wavRate(bytes: Uint8Array): number | undefined {
  if (bytes.length < WAV_HEAD_BYTES) return undefined;
  const rate = new DataView(bytes.buffer, bytes.byteOffset).getUint32(WAV_RATE_AT, true);
  return rate >= WAV_BYTES_A_SECOND.min && rate <= WAV_BYTES_A_SECOND.max ? rate : undefined;
}
