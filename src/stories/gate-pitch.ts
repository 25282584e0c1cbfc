import { checkTexts } from "#checks/check-texts.ts";
import { passesAnywhere } from "#checks/passes-anywhere.ts";
import type { Finding } from "#checks/finding.ts";
import type { Language } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import type { Listing } from "#listings/listing.ts";
import type { ListingByRules } from "#listings/write-listing-by-rules.ts";
import type { Block, Pitch } from "#pitches/pitch.ts";
import { sayAnew } from "#pitches/say-anew.ts";
import type { Ground } from "./language-telling.ts";
import { isBlocked } from "./settle-sentences.ts";

/**
 * Passes every sentence of a pitch through the gate. A sentence with a blocking finding is cut, and with it the facts that
 * only it told; a block that told facts and has none left goes, its frame would promise them. An answer is whole, or it is
 * the one of `unknown` in its place: the grower will be asked. `findings` are offset into the text they are in.
 */
export function gatePitch(
  words: Words,
  ground: Ground,
  pitch: Pitch,
  unknown: () => Pitch["answers"] = () => [],
): { pitch: Pitch; findings: Finding[] } {
  const findings: Finding[] = [];
  const pass = (text: string) => gateText(words, ground, text, findings);
  const passBlocks = (blocks: Block[]) =>
    blocks.flatMap((block) => {
      const say = pass(block.say);
      if (say === block.say) return [block];
      const left = sayLess(block, say, ground.language);
      return say === "" || (left.factIds.length === 0 && block.factIds.length > 0) ? [] : [left];
    });
  return {
    pitch: {
      intro: passBlocks(pitch.intro),
      loop: passBlocks(pitch.loop),
      answers: pitch.answers.map((card, index) => {
        return pass(card.answer) === card.answer ? card : (unknown()[index] ?? { ...card, answer: "", factIds: [], known: false });
      }),
    },
    findings,
  };
}

function sayLess(block: Block, say: string, language: Language): Block {
  const sentences = block.sentences?.filter(({ text }) => say.includes(text));
  const factIds = sentences === undefined ? block.factIds : [...new Set(sentences.flatMap((sentence) => sentence.factIds))];
  return { ...sayAnew(block, say, language), factIds, ...(sentences !== undefined && { sentences }) };
}

/** The same for a listing; a blocked title is left empty. */
export function gateListing(
  words: Words,
  ground: Ground,
  { lines, ...listing }: ListingByRules,
): { listing: Listing; findings: Finding[] } {
  const findings: Finding[] = [];
  const pass = (text: string) => gateText(words, ground, text, findings);
  const gated = {
    ...listing,
    title: pass(listing.title),
    summary: pass(listing.summary),
    bullets: listing.bullets.map(pass).filter((bullet) => bullet !== ""),
    body: pass(listing.body),
  };
  const left = [gated.title, gated.summary, ...gated.bullets, gated.body].join("\n");
  const factIds = [...new Set(lines.filter(({ text }) => left.includes(text)).flatMap((line) => [...line.factIds]))];
  return { listing: { ...gated, factIds }, findings };
}

/** A sentence at a time: most of a seller's sentences have been read before. Spans of the findings lie in the whole text. */
function gateText(words: Words, { language, ...ground }: Ground, text: string, findings: Finding[]): string {
  const say = words.in("vi", "findings");
  const passed = [...segmenters[language].segment(text)].filter(({ segment, index }) => {
    const sentence = segment.trimEnd();
    if (passesAnywhere(sentence, language, say)) return true;
    const found = checkTexts({ ...ground, texts: { [language]: sentence }, say });
    findings.push(...found.map((finding) => ({ ...finding, start: finding.start + index, end: finding.end + index })));
    return !isBlocked(found);
  });
  return passed
    .map(({ segment }) => segment)
    .join("")
    .trim();
}

const segmenters = { vi: sentencesIn("vi"), en: sentencesIn("en"), ja: sentencesIn("ja") };

function sentencesIn(language: Language): Intl.Segmenter {
  return new Intl.Segmenter(language, { granularity: "sentence" });
}
