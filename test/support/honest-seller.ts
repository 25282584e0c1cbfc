import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import type { ListingDraft } from "#listings/ask-model-for-listing.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";
import type { PitchDraft } from "#pitches/ask-model-for-pitch.ts";
import { BUYERS_QUESTIONS } from "#pitches/answer-buyers.ts";
import type { Block } from "#pitches/pitch.ts";
import type { SentenceDraft } from "#pitches/sentence-draft.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";

const words = loadWords();

/** What a model that tells only the truth answers: the rules' own words, a sentence each, with the facts of its block. */
export function honestPitch(facts: readonly Fact[], language: Language): PitchDraft {
  const { intro, loop, answers } = writePitchByRules({ storyId: "st_honest", facts, language, words });
  const draft = (block: Block) => ({
    beat: block.beat,
    sentences: sentences(block.say, block.factIds, language),
    do: block.do ?? null,
    show: block.show ?? null,
  });
  return {
    intro: intro.map(draft),
    loop: loop.map(draft),
    answers: BUYERS_QUESTIONS.flatMap((about, index) => {
      const card = answers[index];
      return card?.known === true ? [{ about, sentences: sentences(card.answer, card.factIds, language) }] : [];
    }),
  };
}

export function honestListing(facts: readonly Fact[], language: Language): ListingDraft {
  const { title, summary, bullets, body, factIds } = writeListingByRules({ storyId: "st_honest", facts, language, slug: "x", words });
  return {
    title: { text: title, factIds },
    summary: sentences(summary, factIds, language),
    bullets: bullets.map((text) => ({ text, factIds })),
    body: body.split("\n").map((paragraph) => sentences(paragraph, factIds, language)),
  };
}

function sentences(text: string, factIds: string[], language: Language): SentenceDraft[] {
  return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(({ segment }) => ({
    text: segment.trim(),
    factIds,
  }));
}
