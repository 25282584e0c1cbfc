import type { Fact } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Block, Pitch } from "#pitches/pitch.ts";
import { sayAnew } from "#pitches/say-anew.ts";

type Scripts = Pick<Pitch, "intro" | "loop">;

/** An earlier telling, its facts by the ids they have now. `kept` are the blocks whose facts all still stand as they were. */
export type EarlierBlocks = { all: Scripts; kept: Scripts; unchanged: ReadonlySet<string> };

/** No longer than this, in seconds: what is kept and what is new together. */
const SECONDS_MAX = { intro: 60, loop: 300 };

/** A fact is the same where the same words of the same source say the same; its id may be another one now. */
export function earlierBlocks({ pitch, facts: before }: { pitch: Pitch; facts: readonly Fact[] }, facts: readonly Fact[]): EarlierBlocks {
  const now = new Map(facts.map((fact) => [contentOf(fact), fact.id]));
  const idOf = new Map(before.map((fact) => [fact.id, now.get(contentOf(fact))]));
  const stands = (block: Block) => block.factIds.every((id) => idOf.get(id) !== undefined);
  const renamed = (block: Block) => ({ ...block, factIds: block.factIds.flatMap((id) => idOf.get(id) ?? []) });
  const each = (pick: (blocks: readonly Block[]) => Block[]) => ({ intro: pick(pitch.intro), loop: pick(pitch.loop) });
  return {
    all: each((blocks) => blocks.map(renamed)),
    kept: each((blocks) => blocks.filter(stands).map(renamed)),
    unchanged: new Set([...idOf.values()].flatMap((id) => id ?? [])),
  };
}

function contentOf(fact: Fact): string {
  const { id: _, ...content } = fact;
  return JSON.stringify(Object.entries(content).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}

/** A pitch told anew in which each block keeps the id it had, and its words too where no fact of it is new. */
export function withEarlierBlocks(fresh: Pitch, earlier: EarlierBlocks, language: Language): Pitch {
  const lay = (part: "intro" | "loop") => {
    const matched = matchBlocks(fresh[part], earlier.all[part]);
    const anew = fresh[part].map((block, index) => ({ ...block, id: matched[index]?.id ?? block.id }));
    const same = anew.map((block) =>
      block.factIds.every((id) => earlier.unchanged.has(id)) ? earlier.kept[part].find(({ id }) => id === block.id) : undefined,
    );
    const said = new Set(same.flatMap((block) => (block === undefined ? [] : sentencesOf(block.say, language))));
    const blocks = same.map((block, index) => block ?? withoutSaid(anew[index], said, language)).filter((block) => block !== undefined);
    return fit(tellAll(blocks, anew), anew, SECONDS_MAX[part]);
  };
  return { ...fresh, intro: lay("intro"), loop: lay("loop") };
}

/** For each block the earlier one of its beat that is about the same: the same facts, else some of them, else the same id. */
function matchBlocks(fresh: readonly Block[], earlier: readonly Block[]): (Block | undefined)[] {
  const left = new Set(earlier);
  const matched: (Block | undefined)[] = fresh.map(() => undefined);
  for (const isMatch of [haveSameFacts, shareFacts, haveSameId]) {
    for (const [index, block] of fresh.entries()) {
      if (matched[index] !== undefined) continue;
      const found = [...left].find((old) => old.beat === block.beat && isMatch(old, block));
      if (found === undefined) continue;
      matched[index] = found;
      left.delete(found);
    }
  }
  // What is about something else now must not take the place of words about what it was.
  const taken = new Set(earlier.map(({ id }) => id));
  return matched.map((block, index) => block ?? withFreeId(fresh[index], taken));
}

const haveSameFacts = (one: Block, other: Block) =>
  one.factIds.length > 0 && one.factIds.toSorted().join() === other.factIds.toSorted().join();
const shareFacts = (one: Block, other: Block) => one.factIds.some((id) => other.factIds.includes(id));
const haveSameId = (one: Block, other: Block) => one.id === other.id && (one.factIds.length === 0 || other.factIds.length === 0);

function withFreeId(block: Block | undefined, taken: Set<string>): Block | undefined {
  if (block === undefined) return undefined;
  const base = block.id.replace(/-\d+$/, "");
  let id = block.id;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  taken.add(id);
  return { ...block, id };
}

/** No sentence is said twice: what a kept block says already, a new one leaves out, as long as something is left. */
function withoutSaid(block: Block | undefined, said: ReadonlySet<string>, language: Language): Block | undefined {
  if (block === undefined) return undefined;
  const sentences = sentencesOf(block.say, language);
  const left = sentences.filter((sentence) => !said.has(sentence));
  if (left.length === 0 || left.length === sentences.length) return block;
  return sayAnew(block, left.join(language === "ja" ? "" : " "), language);
}

/** A fact that moved from one block to another must not fall between the two. */
function tellAll(blocks: readonly Block[], anew: readonly Block[]): Block[] {
  const told = new Set(blocks.flatMap(({ factIds }) => factIds));
  return blocks.map((block, index) => (anew[index]?.factIds.some((id) => !told.has(id)) === true ? (anew[index] ?? block) : block));
}

/** Where it has become too long, what saves the most is told as it would be now, shorter. */
function fit(blocks: readonly Block[], anew: readonly Block[], secondsMax: number): Block[] {
  const fitted = [...blocks];
  const saved = (index: number) => (fitted[index]?.seconds ?? 0) - (anew[index]?.seconds ?? 0);
  while (fitted.reduce((sum, { seconds }) => sum + seconds, 0) > secondsMax) {
    const [most] = [...fitted.keys()].toSorted((left, right) => saved(right) - saved(left));
    const shorter = most === undefined ? undefined : anew[most];
    if (most === undefined || shorter === undefined || saved(most) <= 0) break;
    fitted[most] = shorter;
  }
  return fitted;
}

function sentencesOf(text: string, language: Language): string[] {
  return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)].map(({ segment }) => segment.trim());
}
