import { foldText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Told } from "./ground.ts";

/** `bàn trà Xuân Mai` has no spring tea: half a name of the notes says nothing. */
export function isCutFromName({ text, language, ground }: Told, { start, end }: Span): boolean {
  if (language !== "vi") return false;
  const [last] = /\p{Lu}\p{L}*$/u.exec(text.slice(start, end)) ?? [];
  const [next] = /^ \p{Lu}\p{L}*/u.exec(text.slice(end, end + NAME_REACH)) ?? [];
  return last !== undefined && next !== undefined && ground.bareNotes.includes(foldText(last + next));
}
const NAME_REACH = 12;
