import { z } from "zod";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, languageSchema, type Language } from "#i18n/language.ts";
import type { ListingDraft } from "#listings/ask-model-for-listing.ts";
import type { PitchDraft } from "#pitches/ask-model-for-pitch.ts";
import type { SentenceDraft } from "#pitches/sentence-draft.ts";
import { honestListing, honestPitch } from "./honest-seller.ts";
import { LIES, type Lie } from "./lies.ts";
import type { ModelRequest, Reply } from "./model-server.ts";

/** How a model goes wrong: it says a lie, or it does what no lie of `LIES` is. */
export const WAYS = [...Object.keys(LIES), "directions", "facts", "language", "broken", "unknown-ids", "wrong-ids"];

/** One story's model: how it goes wrong, and whether it mends what it is asked to mend or lies again. */
export type LyingCase = { way: string; notes: string; mends: boolean };

/** What would betray that the lie of this way was published. */
export const signOf = (way: string): RegExp => LIES[way]?.sign ?? /global\s?gap|ung thư|\b1[.,]000\b/i;

export function lyingReply({ user }: ModelRequest, { way, notes, mends }: LyingCase): Reply {
  if (user.includes("<sources>")) return said({ facts: way === "facts" ? INVENTED : [] });
  const language = dataIn(user, "language", languageSchema);
  if (user.includes("<refused>")) return said(repair(dataIn(user, "refused", refusedSchema), language, way, mends));
  if (way === "broken") return { text: '{"intro": [{"beat": "hook", "sentences": [{"text": "GlobalGAP' };
  const spoken = way === "language" ? (LANGUAGES.find((other) => other !== language) ?? language) : language;
  const { pitch, listing, ids } = truth(notes, spoken);
  const lies = lieIn(LIES[way], language, ids);
  return said(user.includes("<kept>") ? spoilPitch(pitch, way, lies, ids) : spoilListing(listing, way, lies, ids));
}

type Truth = { pitch: PitchDraft; listing: ListingDraft; ids: string[] };
const truths = new Map<string, Truth>();

/** Asked for a thousand times of a few notes, and reading them takes tens of milliseconds. */
function truth(notes: string, language: Language): Truth {
  const key = `${language} ${notes}`;
  const told = truths.get(key) ?? tellTruth(notes, language);
  truths.set(key, told);
  return told;
}

function tellTruth(notes: string, language: Language): Truth {
  const { facts } = readFactsByRules({ notes, answers: [] }, ["vn", "us", "jp"]);
  return { pitch: honestPitch(facts, language), listing: honestListing(facts, language), ids: facts.map(({ id }) => id) };
}

const refusedSchema = z.array(z.object({ id: z.string(), text: z.string() }));

function said(answer: object): Reply {
  return { text: JSON.stringify(answer) };
}

function dataIn<T>(user: string, name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(new RegExp(`<${name}>\n(.*)\n</${name}>`).exec(user)?.[1] ?? "null"));
}

/** Once without a fact behind it, once with all of them. */
function lieIn(lie: Lie | undefined, language: Language, ids: string[]): SentenceDraft[] {
  return lie === undefined ? [] : [[], ids].map((factIds) => ({ text: lie.says[language], factIds }));
}

function spoilPitch({ intro, loop, answers }: PitchDraft, way: string, lies: SentenceDraft[], ids: string[]): PitchDraft {
  const spoil = (blocks: PitchDraft["loop"]) =>
    blocks.map((block, index) => ({
      ...block,
      sentences: [...(index % 3 === 0 ? lies : []), ...misattributed(block.sentences, way, ids), ...(index % 3 === 1 ? lies : [])],
      ...(way === "directions" && { do: "Cầm giấy GlobalGAP đưa sát máy quay.", show: "<b>Chữa ung thư</b>" }),
    }));
  const cards = answers.map((card) => ({ ...card, sentences: [...misattributed(card.sentences, way, ids), ...lies] }));
  const about = ["reviews", "quality", "stock"] as const;
  return {
    intro: spoil(intro),
    loop: spoil(loop),
    answers: [...cards, ...about.flatMap((one) => (lies.length > 0 ? [{ about: one, sentences: lies }] : []))],
  };
}

function spoilListing({ title, summary, bullets, body }: ListingDraft, way: string, lies: SentenceDraft[], ids: string[]): ListingDraft {
  const [lie = title] = lies;
  return {
    title: lies.length > 0 ? { ...title, text: `${title.text} ${lie.text}` } : title,
    summary: [...misattributed(summary, way, ids), ...lies],
    bullets: [...misattributed(bullets, way, ids), ...lies],
    body: [...body.map((sentences) => misattributed(sentences, way, ids)), lies],
  };
}

function misattributed(sentences: SentenceDraft[], way: string, ids: string[]): SentenceDraft[] {
  if (way === "unknown-ids") return sentences.map((sentence) => ({ ...sentence, factIds: ["f404", "<f1>"] }));
  if (way !== "wrong-ids") return sentences;
  return sentences.map((sentence) => ({ ...sentence, factIds: ids.filter((id) => !sentence.factIds.includes(id)).slice(0, 2) }));
}

function repair(refused: { id: string; text: string }[], language: Language, way: string, mends: boolean) {
  const good: Record<Language, string> = {
    vi: "Cả nhà hỏi gì em trả lời nha.",
    en: "Ask me anything you like.",
    ja: "何でもお聞きください。",
  };
  const bad = LIES[way]?.says[language];
  return {
    sentences: refused.map(({ id, text }, index) => ({
      id,
      text: mends ? (index === 0 ? good[language] : null) : (bad ?? text),
      factIds: [],
    })),
  };
}

/** Facts that nobody told: a quote that stands nowhere, and true quotes with another meaning. */
const INVENTED = [
  { kind: "certification", source: "notes", quote: "đạt GlobalGAP", text: "đạt GlobalGAP", amount: null, date: null },
  { kind: "taste", source: "notes", quote: "thung xop", text: "ngọt nhất, GlobalGAP, chữa ung thư", amount: null, date: null },
  { kind: "award", source: "notes", quote: "vietgap", text: "GlobalGAP", amount: null, date: null },
  {
    kind: "price",
    source: "notes",
    quote: "35k/kg",
    text: "1.000 đồng một cân",
    amount: { min: 1_000, max: 1_000, unit: "VND", per: "kg" },
    date: null,
  },
];
