import type { Language } from "#i18n/language.ts";
import type { Block } from "./pitch.ts";
import { respell } from "./respell.ts";
import { speechDuration } from "./speech-duration.ts";

/** A block with other words: its seconds are theirs, and so is its respelling, where it can be told from the words alone. */
export function sayAnew(block: Block, say: string, language: Language): Block {
  const { read: _read, kana: _kana, ...rest } = block;
  const read = respell(say, language);
  return { ...rest, say, seconds: speechDuration(say, language), ...(read !== undefined && { read }) };
}
