import type { Fact, FactKind } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import { findTerm, nameOf } from "#lexicon/lexicon.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { sharedFamily } from "#pitches/plan-pitch.ts";
import { plainText } from "#pitches/ruby.ts";
import { writtenVoice } from "#pitches/voice.ts";
import { answerByCard, inEach, joinReplies, type Replies } from "./answer-by-cards.ts";
import { answerCertificate } from "./answer-certificate.ts";
import type { Behind } from "./read-behind.ts";
import { asksFee, asksTime } from "./read-question.ts";
import { storiesAsked } from "./stories-asked.ts";

/** What a buyer wrote, and the kinds of facts that answer it. */
export type AskedText = {
  text: string;
  language: Language;
  abouts: readonly FactKind[];
  /** Of a show's stories the one that was spoken of last. */
  onAir?: Behind | undefined;
};

/** What the stories' facts say to all that is asked; empty where they leave one of the questions open. */
export function answerAsked(words: Words, all: readonly Behind[], { text, language, abouts, onAir }: AskedText): Replies {
  const found = abouts.flatMap((about): Replies[] => {
    const stories = storiesAsked(all, { text, language, about, onAir });
    const card = () => answerByCard(stories, ({ kind }) => kind === about, language);
    if (about === "certification") return [answerCertificate(words, stories, text, language) ?? card()];
    if (about === "origin") return [tellOrigin(words, stories)];
    if (about !== "delivery") return [card()];
    const time = () => answerByCard(stories, tellsTime, language);
    if (!asksFee(text, language)) return [asksTime(text, language) ? time() : card()];
    const fee = answerByCard(stories, tellsFee, language);
    if (language in fee) return [fee, ...(asksTime(text, language) ? [time()] : [])];
    return [doNotKnowFee(words, stories), ...(asksTime(text, language) ? [time()] : [])];
  });
  return joinReplies(found, language);
}

/** `freeship`, `phí ship 25k`, `khách chịu phí`: how long it takes says nothing of it. */
function tellsFee({ kind, text }: Fact): boolean {
  return kind === "delivery" && FEE.test(foldText(text));
}
const FEE =
  /(?<!\p{L})(?:free|mien phi|bao (?:luon )?(?:ship|phi)|phi (?:ship|giao|van chuyen)|tien ship|cuoc|tinh theo|(?:khach|nguoi mua) (?:tu )?(?:tra|chiu))/u;

/** `2-3 ngày`, `giao trong ngày`: what it costs says nothing of it. */
function tellsTime({ kind, text }: Fact): boolean {
  return kind === "delivery" && /(?<!\p{L})(?:ngay|hom|gio|tieng|tuan|buoi|sang|trua|chieu|toi)(?!\p{L})/u.test(foldText(text));
}

function doNotKnowFee(words: Words, stories: readonly Behind[]): Replies {
  const facts = stories.flatMap((story) => story.facts);
  if (facts.length === 0) return {};
  const phrases = openPhrases(words, writtenVoice(facts));
  const maker = (language: Language) => plainText(phrases.say(language, `names.maker.${sharedFamily(facts) ?? "any"}`, 0));
  return inEach((language) => words.in(language, "comments")("feeUnknown", { maker: maker(language) }));
}

/** Of several goods with places of their own, nobody could tell which is meant. */
function tellOrigin(words: Words, stories: readonly Behind[]): Replies {
  const [story, other] = stories;
  const terms = [...new Set(story?.facts.flatMap(({ kind, term }) => (kind === "origin" && term !== undefined ? [term] : [])))];
  const isNamed = terms.length > 0 && terms.every((term) => findTerm(term)?.kind === "place");
  if (story === undefined || other !== undefined || !isNamed) return {};
  return inEach((language) => {
    const names = terms.map((term) => nameOf(term, language) ?? "");
    return words.in(language, "comments")("origin", { places: new Intl.ListFormat(language).format(names) });
  });
}
