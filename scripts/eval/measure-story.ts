import { checkTexts } from "#checks/check-texts.ts";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import { LANGUAGES, type Market } from "#i18n/language.ts";
import type { TokenUsage } from "#models/language-model.ts";
import type { Services } from "#services.ts";
import { tellParity } from "#stories/tell-parity.ts";
import type { Told } from "#stories/tell-story.ts";

/** One story, measured. */
export type Measured = {
  /** Languages that the model told; the rules told the others, for these reasons. */
  byModel: number;
  instead: string[];
  /** What the gate stopped in the first answer, what it still stopped after the repair, and what it would stop in what is published. */
  foundFirst: number;
  foundAfter: number;
  foundPublished: number;
  /** Of the facts told anywhere, the share told in every language. */
  parity: number;
  /** Of all facts, the share told in all languages. */
  coverage: number;
  /** Seconds of intro and loop in each language, and the share of them within their bounds. */
  introSeconds: number;
  loopSeconds: number;
  inTime: number;
  /** Of the published sentences, the share in the language of their text. */
  purity: number;
  tokens: TokenUsage;
  tookMs: number;
};

/** Half a minute to a minute, three minutes to five; within a tenth. */
const BOUNDS = { intro: [27, 66], loop: [162, 330] } as const;

export function measureStory(story: {
  services: Services;
  words: GrowerWords;
  facts: Fact[];
  markets: Market[];
  told: readonly Told[];
  tokens: TokenUsage;
  tookMs: number;
}): Measured {
  const { services, words, facts, markets, told, tokens, tookMs } = story;
  const blocked = told.map(({ findings }) => findings.filter(({ severity }) => severity === "block").length);
  const mended = told.map((one) => one.mended.filter(({ severity }) => severity === "block").length);
  const say = services.words.in("en", "findings");
  const texts = told.flatMap(({ language, pitch, listing }) =>
    [
      ...[...pitch.intro, ...pitch.loop].map((block) => block.say),
      ...pitch.answers.map(({ answer }) => answer),
      listing.title,
      listing.summary,
      ...listing.bullets,
      listing.body,
    ].map((text) => ({ language, text, found: checkTexts({ words, facts, markets, texts: { [language]: text }, say }) })),
  );
  const sentences = sum(
    texts.map(({ language, text }) => [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].length),
  );
  const published = texts.flatMap(({ found }) => found.filter(({ severity }) => severity === "block"));
  const { parity, facts: rows } = tellParity({
    facts,
    pitches: Object.fromEntries(told.map(({ language, pitch }) => [language, pitch])),
    listings: Object.fromEntries(told.map(({ language, listing }) => [language, listing])),
  });
  const seconds = told.map(({ pitch }) => ({ intro: secondsOf(pitch.intro), loop: secondsOf(pitch.loop) }));
  const within = seconds.flatMap(({ intro, loop }) => [isWithin(intro, BOUNDS.intro), isWithin(loop, BOUNDS.loop)]);
  return {
    byModel: told.filter(({ writer }) => writer.name !== "rules").length,
    instead: told.flatMap(({ writer }) => writer.instead ?? []),
    foundFirst: sum(blocked) + sum(mended),
    foundAfter: sum(blocked),
    foundPublished: published.length,
    parity,
    coverage: rows.length === 0 ? 1 : rows.filter(({ where }) => where === "all").length / rows.length,
    introSeconds: sum(seconds.map(({ intro }) => intro)) / LANGUAGES.length,
    loopSeconds: sum(seconds.map(({ loop }) => loop)) / LANGUAGES.length,
    inTime: within.filter(Boolean).length / within.length,
    purity: 1 - published.filter(({ kind }) => kind === "language").length / Math.max(1, sentences),
    tokens,
    tookMs,
  };
}

function secondsOf(blocks: readonly { seconds: number }[]): number {
  return sum(blocks.map(({ seconds }) => seconds));
}

function isWithin(seconds: number, [min, max]: readonly [number, number]): boolean {
  return seconds >= min && seconds <= max;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
