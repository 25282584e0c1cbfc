import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Story } from "#stories/story.ts";
import { alignSentences } from "./align-sentences.ts";
import type { PreparedLine } from "./show.ts";

type Told = Partial<Record<Language, string>>;

/** A story's blocks and answers as lines to be said, a sentence each: what is heard at once is a sentence, not a block. */
export function storyLines({ id, pitches }: Story): PreparedLine[] {
  const spoken = pitches.vi;
  if (spoken === undefined) return [];
  const blocks = [...spoken.intro, ...spoken.loop].flatMap((block) =>
    cut(
      `${id}.${block.id}`,
      inEach((language) => sayOf(pitches[language], block.id)),
    ),
  );
  const answers = spoken.answers.flatMap((_, index) =>
    cut(
      `${id}.answer${index + 1}`,
      inEach((language) => pitches[language]?.answers[index]?.answer),
    ),
  );
  return [...blocks, ...answers];
}

const STORY_LINE = /^(st_[0-9a-z]+)\./;

/** The story a line comes from; undefined of the streamer's own. */
export function storyOf({ id }: PreparedLine): string | undefined {
  return STORY_LINE.exec(id)?.[1];
}

function inEach(tell: (language: Language) => string | undefined): Told {
  return Object.fromEntries(LANGUAGES.flatMap((language) => (tell(language) === undefined ? [] : [[language, tell(language)]])));
}

function sayOf(pitch: Story["pitches"][Language], blockId: string): string | undefined {
  return [...(pitch?.intro ?? []), ...(pitch?.loop ?? [])].find((block) => block.id === blockId)?.say;
}

function cut(id: string, told: Told): PreparedLine[] {
  const rows = alignSentences(told);
  return rows.map((row, index) => ({ id: rows.length === 1 ? id : `${id}.${index + 1}`, ...row }));
}
