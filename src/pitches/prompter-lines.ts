import type { Language } from "#i18n/language.ts";
import { breathGroups } from "./breath-groups.ts";
import type { Block } from "./pitch.ts";
import { respell } from "./respell.ts";

/** Breaths that are read together, and how to say them; Japanese in kana too. */
export type PrompterLine = { breaths: string[]; read?: string | undefined; kana?: string | undefined };

/** A block as a prompter shows it: a line a breath, its respelling as near to it as the two can be told to match. */
export function prompterLines({ say, read, kana }: Pick<Block, "say" | "read" | "kana">, language: Language): PrompterLine[] {
  if (language !== "ja") return breathGroups(say, language).map((breath) => ({ breaths: [breath], read: respell(breath, language) }));
  return alignJapanese({ say, read, kana }, SENTENCE_ENDS)
    .flatMap((sentence) => alignJapanese(sentence, CLAUSE_ENDS))
    .map((clause) => ({
      breaths: breathGroups(clause.say, language),
      read: clause.read,
      kana: clause.kana,
    }));
}

type Reading = Pick<Block, "say" | "read" | "kana">;
type Ends = { written: RegExp; romanised: RegExp };

const SENTENCE_ENDS: Ends = { written: /(?<=[。！？])/u, romanised: /(?<=[.!?])\s+/u };
const CLAUSE_ENDS: Ends = { written: /(?<=[、。！？])/u, romanised: /(?<=[,.!?])\s+/u };

/** Cuts words and readings at the same marks; whole, where they have not as many: a phone number is read with pauses of its own. */
function alignJapanese({ say, read, kana }: Reading, { written, romanised }: Ends): Reading[] {
  const says = partsOf(say, written);
  const reads = read === undefined ? undefined : partsOf(read, romanised);
  const kanas = kana === undefined ? undefined : partsOf(kana, written);
  if ([reads, kanas].some((parts) => parts !== undefined && parts.length !== says.length)) return [{ say, read, kana }];
  return says.map((part, at) => ({ say: part, read: reads?.[at], kana: kanas?.[at] }));
}

function partsOf(text: string, ends: RegExp): string[] {
  return text
    .split(ends)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
