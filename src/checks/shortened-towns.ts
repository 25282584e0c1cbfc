import { foldText } from "#facts/fold.ts";
import type { Term } from "#lexicon/term.ts";
import type { Ground } from "./ground.ts";

/** `gửi VL`, `xe đi BMT`: Vĩnh Long, Buôn Ma Thuột by their first letters, where something is sent. */
export function isShortened({ vi }: Term, { bareNotes }: Ground): boolean {
  const initials = foldText(vi.name)
    .split(" ")
    .map((word) => word[0])
    .join("");
  return (
    initials.length > 1 &&
    new RegExp(`(?<!\\p{L})(?:giao|ship|gui|cuoc|di|ra|vo|vao|ve|toi|len|xuong) ${initials}(?!\\p{L})`, "u").test(bareNotes)
  );
}
