import type { FactKind } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { findTerm, nameOf, termsIn } from "#lexicon/lexicon.ts";
import type { Behind } from "./read-behind.ts";
import type { SaidOnAir } from "./read-on-air.ts";
import { readSentence } from "./read-sentence.ts";
import type { PreparedLine } from "./show.ts";

type Asked = {
  text: string;
  language: Language;
  about: FactKind;
  /** The one that was spoken of last. */
  onAir?: Behind | undefined;
};

/** Told of the seller as much as of the goods. */
const OF_SELLER: ReadonlySet<FactKind> = new Set(["delivery", "contact", "grower"]);

/** Which of a show's stories a question is about: those of the goods it names, else the one that is spoken of; all where nobody could tell. */
export function storiesAsked(stories: readonly Behind[], { text, language, about, onAir }: Asked): readonly Behind[] {
  if (stories.length < 2) return stories;
  const named = productsOf(termsIn(text, language).map(({ id }) => id));
  if (named.length > 0) {
    const own = stories.filter((story) => isOneOf(story, named));
    return own.length > 0 ? own : stories.filter((story) => goodsOf(story).length === 0);
  }
  if (onAir === undefined) return stories;
  const others = stories.filter((story) => story !== onAir);
  return OF_SELLER.has(about) && !onAir.facts.some(({ kind }) => kind === about) ? others : [onAir];
}

/** What was said on air, but for what was said of the show's other stories alone. */
export function saidOf(stories: readonly Behind[], all: readonly Behind[], said: readonly SaidOnAir[]): SaidOnAir[] {
  const others = all.filter((story) => !stories.includes(story));
  return said.filter(({ vi, line }) => {
    const storyId = line === undefined ? undefined : storyOf(line);
    if (storyId !== undefined) return stories.some((story) => story.storyId === storyId);
    const named = productsOf(readSentence(vi).terms);
    return named.length === 0 || !others.some((story) => isOneOf(story, named)) || stories.some((story) => isOneOf(story, named));
  });
}

/** The stories that lines are of. */
export function storiesOf(lines: readonly PreparedLine[]): string[] {
  return [...new Set(lines.flatMap(({ id }) => storyOf(id) ?? []))];
}

/** The story that a line is of: its id begins with it. The streamer's own lines are of none. */
export function storyOf(lineId: string): string | undefined {
  return /^(st_[0-9a-z]+)\./.exec(lineId)?.[1];
}

function isOneOf(story: Behind, named: readonly string[]): boolean {
  return goodsOf(story).some((goods) => named.some((name) => isOfKind(goods, name)));
}

function goodsOf({ facts }: Behind): string[] {
  return productsOf(facts.flatMap(({ kind, term }) => (term !== undefined && (kind === "product" || kind === "variety") ? [term] : [])));
}

/** Products alone, a variety as its own. */
function productsOf(ids: readonly string[]): string[] {
  return [
    ...new Set(
      ids.flatMap((id) => {
        const term = findTerm(id);
        return term?.kind === "product" ? [id] : term?.kind === "variety" && term.of !== undefined ? [term.of] : [];
      }),
    ),
  ];
}

/** `nấm bào ngư` is `nấm`: in Vietnamese the kind stands first. */
function isOfKind(goods: string, name: string): boolean {
  return goods === name || nameOf(goods, "vi")?.startsWith(`${nameOf(name, "vi") ?? ""} `) === true;
}
