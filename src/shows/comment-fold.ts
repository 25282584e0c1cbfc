import { lightText } from "#facts/fold.ts";

const FOLD_LENGTH_MAX = 300;

/** A comment as it is compared with others: case, punctuation and emoji make no other one, unless there is nothing else. */
export function commentFold(text: string): string {
  const words = lightText(text)
    .replaceAll(/[^\p{L}\p{N}\p{M}ー]+/gu, " ")
    .trim();
  return (words === "" ? text.trim() : words).slice(0, FOLD_LENGTH_MAX);
}
