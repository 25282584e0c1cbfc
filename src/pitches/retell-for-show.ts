import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Block } from "./pitch.ts";
import type { RetoldBlock } from "./show-plan.ts";

/** In an hour and a half; after that the tellings go round, the script's own first. */
export const RETELLINGS_MAX = 8;

type Loop = Readonly<Record<Language, readonly Block[]>>;

/**
 * One later telling of a loop: what the gate let through whole in every language. What it stopped in one, and what a person
 * wrote (`edited`), is left out: that is told as in the script.
 */
export function retellForShow(loop: Loop, passed: Loop, edited: ReadonlySet<string>): RetoldBlock[] {
  return loop.vi.flatMap(({ id }): RetoldBlock[] => {
    const told = (language: Language) => {
      const own = loop[language].find((block) => block.id === id);
      return passed[language].find((block) => block.id === id && block.say === own?.say);
    };
    const [vi, en, ja] = LANGUAGES.map(told);
    if (edited.has(id) || vi === undefined || en === undefined || ja === undefined) return [];
    return [retold(vi, en, ja)];
  });
}

function retold(vi: Block, en: Block, ja: Block): RetoldBlock {
  const { id, beat, do: hands, show, factIds } = vi;
  return {
    id,
    beat,
    ...(hands !== undefined && { do: hands }),
    ...(show !== undefined && { show }),
    say: {
      vi: vi.say,
      en: en.say,
      ja: ja.say,
      read: { ...(en.read !== undefined && { en: en.read }), ...(ja.read !== undefined && { ja: ja.read }) },
    },
    seconds: { vi: vi.seconds, en: en.seconds, ja: ja.seconds },
    factIds,
  };
}
