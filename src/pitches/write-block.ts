import type { Language } from "#i18n/language.ts";
import directions from "./directions.json" with { type: "json" };
import type { Phrases } from "./phrases.ts";
import type { Block } from "./pitch.ts";
import type { PlannedBlock } from "./planned-script.ts";
import { readKana } from "./read-kana.ts";
import { respell } from "./respell.ts";
import { plainText } from "./ruby.ts";
import { joinSentences, saySentences } from "./say-sentences.ts";
import { speechDuration } from "./speech-duration.ts";

/** A planned block as it is said, shown and read in a language. */
export function writeBlock({ id, beat, direction, sentences }: PlannedBlock, language: Language, phrases: Phrases): Block {
  const told = sentences.map((sentence) => ({ said: saySentences([sentence], language, phrases), factIds: sentence.factIds }));
  const said = joinSentences(
    told.map((sentence) => sentence.said),
    language,
  );
  const say = plainText(said);
  const factIds = [...new Set(sentences.flatMap((sentence) => sentence.factIds))];
  const { do: hands, show } = directionOf(direction);
  const read = respell(said, language);
  const kana = language === "ja" ? readKana(said) : undefined;
  return {
    id,
    beat,
    say,
    do: hands,
    show,
    seconds: speechDuration(say, language),
    factIds,
    edited: false,
    ...(read !== undefined && { read }),
    ...(kana !== undefined && { kana }),
    sentences: told.map((sentence) => ({ text: plainText(sentence.said), factIds: sentence.factIds })),
  };
}

const { source: _source, ...rows } = directions;
const rowByName: ReadonlyMap<string, { do: string; show: string }> = new Map(Object.entries(rows));

function directionOf(name: string): { do: string; show: string } {
  return rowByName.get(name) ?? rows.feature;
}
