import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { planGuest } from "./plan-guest.ts";
import { nameProduct } from "./name-product.ts";
import { openPhrases, type Phrases } from "./phrases.ts";
import type { Beat, Pitch } from "./pitch.ts";
import { RETELLINGS_MAX } from "./retell-for-show.ts";
import type { RetoldBlock, ShowPlan, ShowSegment, SpokenTexts, Texts } from "./show-plan.ts";
import { spokenTextsOf, textsOf } from "./texts-of.ts";
import { readVoice } from "./voice.ts";
import { writeList } from "./write-list.ts";

/** A story as a show needs it: its facts, its script in Vietnamese, the grower's words, and its loop told again and again. */
export type ShowStory = {
  id: string;
  facts: readonly Fact[];
  pitch: Pitch;
  said?: GrowerWords | undefined;
  again?: readonly RetoldBlock[][];
};

/** A guest needs a room that has warmed up and time to leave it again. */
const GUEST_FROM_MINUTES = 20;
const GUEST_MINUTES = 2;
const ANSWER_MINUTES = { min: 1, max: 3 };
/** Of the whole: how long the opening, the telling again and the goodbye take, within bounds. */
const SHARES = {
  "warm-up": { share: 0.08, min: 1, max: 10 },
  "re-push": { share: 0.15, min: 2, max: 30 },
  farewell: { share: 0.05, min: 1, max: 5 },
} as const;

/**
 * A broadcast of so many minutes over one or several products: warm-up, each product's loop and answers in turn, a guest
 * where there is time, prices and ordering again, farewell. The first story gives the voice.
 */
export function planShow(minutes: number, stories: readonly [ShowStory, ...ShowStory[]], words: Words): ShowPlan {
  const [first] = stories;
  const voice = readVoice(first.id, first.facts, first.said);
  const length = (kind: keyof typeof SHARES) =>
    Math.min(SHARES[kind].max, Math.max(SHARES[kind].min, Math.round(minutes * SHARES[kind].share)));
  const again = Math.min(length("re-push"), RE_PUSH_MINUTES_EACH * stories.length);
  const main = turns(minutes - length("warm-up") - again - length("farewell"), minutes >= GUEST_FROM_MINUTES, stories);
  // What there was no time to present is not announced, nor told again.
  const presented = stories.filter((story) => main.some((part) => part.kind === "loop" && part.story === story));
  const parts: Part[] = [
    { kind: "warm-up", minutes: length("warm-up"), speaker: "host" },
    ...main,
    ...presented.map((story): Part => ({ kind: "re-push", minutes: again / presented.length, speaker: "grower", story })),
    { kind: "farewell", minutes: length("farewell"), speaker: "host" },
  ];
  const teller = tellerOf(openPhrases(words, voice, "show-plan"), openPhrases(words, voice), presented);
  return { minutes, segments: lay(parts, teller), guest: planGuest(first, words) };
}

/** The price and the order of one of the goods are a minute's words, said two or three times. */
const RE_PUSH_MINUTES_EACH = 3;

type Part = Pick<ShowSegment, "kind" | "minutes" | "speaker"> & { story?: ShowStory };

/** Tellings that a show of so many minutes has room for besides the script's own. */
export function retellingsIn(minutes: number): number {
  return Math.min(RETELLINGS_MAX, Math.floor(minutes / LOOP_MINUTES_LEAST));
}
const LOOP_MINUTES_LEAST = 4;

function isTold(kind: ShowSegment["kind"]): boolean {
  return kind === "loop" || kind === "re-push";
}

/** Loop and answers, product after product, as long as another loop fits; what is left goes to the last answers. */
function turns(minutes: number, withGuest: boolean, stories: readonly ShowStory[]): Part[] {
  const parts: Part[] = [];
  let left = minutes;
  for (let turn = 0; ; turn += 1) {
    const story = stories[turn % stories.length];
    if (story === undefined) break;
    const loop = Math.max(1, Math.ceil(loopSeconds(story) / 60));
    if (turn > 0 && left < loop + ANSWER_MINUTES.min) break;
    const answers = Math.max(0, Math.min(ANSWER_MINUTES.max, left - loop));
    parts.push({ kind: "loop", minutes: Math.min(loop, Math.max(left, 1)), speaker: "grower", story });
    if (answers > 0) parts.push({ kind: "answers", minutes: answers, speaker: "host", story });
    left -= loop + answers;
    if (turn === 0 && withGuest && left >= GUEST_MINUTES) {
      parts.push({ kind: "guest", minutes: GUEST_MINUTES, speaker: "guest", story });
      left -= GUEST_MINUTES;
    }
  }
  const last = parts.findLast(({ kind }) => kind === "answers") ?? parts.at(-1);
  if (last !== undefined && left > 0) last.minutes += left;
  return parts;
}

function loopSeconds({ pitch }: ShowStory): number {
  return pitch.loop.reduce((sum, { seconds }) => sum + seconds, 0);
}

function lay(parts: readonly Part[], teller: Teller): ShowSegment[] {
  let fromMinute = 0;
  const turns = new Map<ShowStory, number>();
  return parts.map(({ kind, minutes, speaker, story }, index) => {
    const turn = story === undefined ? 0 : (turns.get(story) ?? 0);
    if (story !== undefined && isTold(kind)) turns.set(story, turn + 1);
    const retold = isTold(kind) ? tellingOf(story, turn) : [];
    const blockIds = blocksOf(kind, story, retold);
    const segment: ShowSegment = {
      id: `${index + 1}-${kind}`,
      kind,
      fromMinute,
      minutes,
      speaker,
      title: teller.title(kind, story),
      lines: teller.lines(kind),
      ...(story === undefined ? {} : { storyId: story.id }),
      blockIds,
      blocks: retold.filter(({ id }) => blockIds.includes(id)),
      answers: kind === "answers" && story !== undefined ? story.pitch.answers.flatMap(({ known }, at) => (known ? [at] : [])) : [],
    };
    fromMinute += minutes;
    return segment;
  });
}

/** The script's own telling comes first, and again when all others were told. */
function tellingOf(story: ShowStory | undefined, turn: number): readonly RetoldBlock[] {
  const again = story?.again ?? [];
  return again[(turn % (again.length + 1)) - 1] ?? [];
}

/** The whole loop, and what tells the price and how to order when it is told again; its features in the order of this telling. */
function blocksOf(kind: ShowSegment["kind"], story: ShowStory | undefined, retold: readonly RetoldBlock[]): string[] {
  if (story === undefined || !isTold(kind)) return [];
  const again = retold.filter(({ beat }) => beat === "feature").map(({ id }) => id);
  const told = story.pitch.loop.filter(({ beat }) => kind === "loop" || RE_PUSHED.has(beat));
  const waiting = again.filter((id) => told.some((block) => block.id === id));
  return told.map(({ id }) => (waiting.length > 0 && again.includes(id) ? (waiting.shift() ?? id) : id));
}
const RE_PUSHED: ReadonlySet<Beat> = new Set<Beat>(["hook", "price", "urgency", "order"]);

type Teller = { title(kind: ShowSegment["kind"], story: ShowStory | undefined): Texts; lines(kind: ShowSegment["kind"]): SpokenTexts[] };

/** Each line of a kind comes once a show, as long as there are others. */
function tellerOf(phrases: Phrases, pitchPhrases: Phrases, stories: readonly ShowStory[]): Teller {
  const nameOf = (story: ShowStory, language: Language) =>
    nameProduct(story.facts)?.text(language) ?? pitchPhrases.say(language, "names.product", 0);
  const all = (language: Language) => {
    const names = [...new Set(stories.map((story) => nameOf(story, language)))];
    return language === "ja" ? names.join(names.length > 2 ? "、" : "と") : writeList(names, language);
  };
  const told = new Map<string, number>();
  const line = (key: string, variant: number) =>
    spokenTextsOf((language) => phrases.say(language, key, variant, { products: all(language) }));
  return {
    title: (kind, story) =>
      textsOf((language) =>
        phrases.say(language, `title.${kind}`, 0, { product: story === undefined ? all(language) : nameOf(story, language) }),
      ),
    lines(kind) {
      if (kind === "loop") return [];
      const key = `line.${kind}`;
      const count = phrases.count(key);
      if (kind === "warm-up") {
        const [hello, ...more] = [...Array(count).keys()].map((variant) => line(key, variant));
        return [hello, line(stories.length > 1 ? "line.today-many" : "line.today", 0), ...more].filter((each) => each !== undefined);
      }
      if (kind === "farewell") return [...Array(count).keys()].map((variant) => line(key, variant));
      const turn = told.get(key) ?? 0;
      told.set(key, turn + 1);
      return [line(key, turn % count)];
    },
  };
}
