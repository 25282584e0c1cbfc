import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import type { Family } from "#lexicon/term.ts";
import { shuffle } from "./choose.ts";
import { CHECK_TOPICS, type Coach } from "./coach.ts";
import { labelPacks } from "./label-packs.ts";
import { openPhrases, type Phrases } from "./phrases.ts";
import { familiesOf } from "./plan-pitch.ts";
import { plainText } from "./ruby.ts";
import { writtenVoice } from "./voice.ts";

const SHOTS = 10;
/** Every film begins and ends with the grower; what the facts name comes in between. */
const FIRST = ["hello", "place", "hands"];
const LAST = ["board", "thanks"];
const MORE = ["close", "pack", "beside", "load", "family"];
/** So many show what the facts say; the rest is left to the product. */
const SHOWN_MAX = 3;

/** What the training taught, for this story: light, sound, framing and props, ten shots, and what goes on the pack. Advice in `language`, the label in all. `said`: the grower's words, which say of which goods a fact is. */
export function coachStory(asked: {
  storyId: string;
  facts: readonly Fact[];
  markets: readonly Market[];
  language: Language;
  words: Words;
  said?: GrowerWords | undefined;
}): Coach {
  const { storyId, facts, markets, language, words, said } = asked;
  const phrases = openPhrases(words, writtenVoice(facts), "coach");
  const families = familiesOf(facts);
  const list = (key: string) => [...Array(phrases.count(key)).keys()].map((variant) => plainText(phrases.say(language, key, variant)));
  return {
    checklist: CHECK_TOPICS.map((topic) => ({
      topic,
      items: [...(topic === "props" ? families.flatMap((family) => list(`props.${family}`)) : []), ...list(`${topic}.any`)],
    })),
    shots: shotsOf(storyId, facts, families, phrases).map(({ key, variant }) => plainText(phrases.say(language, key, variant))),
    label: labelPacks({ facts, markets, words, said }),
  };
}

/** The goods' own shots, each kind's in turn, those that show what the facts say, and enough of the others to make ten. */
function shotsOf(
  storyId: string,
  facts: readonly Fact[],
  families: readonly Family[],
  phrases: Phrases,
): { key: string; variant: number }[] {
  const has = (...kinds: Fact["kind"][]) => facts.some(({ kind }) => kinds.includes(kind));
  const shown = [has("sweetness") && "sweet", has("certification", "award") && "paper", has("size") && "weigh", has("storage") && "store"];
  const each = families.map((family) =>
    [...Array(phrases.count(`shot.${family}`)).keys()].map((variant) => ({ key: `shot.${family}`, variant })),
  );
  const own = [...Array(Math.max(0, ...each.map(({ length }) => length))).keys()].flatMap((turn) =>
    each.flatMap((shots) => shots[turn] ?? []),
  );
  const one = (name: string) => ({ key: `shot.${name}`, variant: 0 });
  const facted = shown.flatMap((name) => (name === false ? [] : [name])).slice(0, SHOWN_MAX);
  const middle = [...facted.map(one), ...own, ...shuffle(MORE, `${storyId}:shots`).map(one)];
  const room = SHOTS - FIRST.length - LAST.length;
  return [...FIRST.map(one), ...middle.slice(0, room), ...LAST.map(one)];
}
