import { checkTexts } from "#checks/check-texts.ts";
import type { Finding } from "#checks/finding.ts";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import type { Listing } from "#listings/listing.ts";
import type { Block, Pitch } from "#pitches/pitch.ts";

/** What the gate measures a text against. */
export type Ground = { words: GrowerWords; facts: Fact[]; markets: Market[]; language: Language };

/**
 * Passes every sentence of a pitch through the gate. A sentence with a blocking finding is cut; a block left with
 * nothing to say goes, and an answer left empty is not known any more. `findings` are offset into the text they are in.
 */
export function gatePitch(words: Words, ground: Ground, pitch: Pitch): { pitch: Pitch; findings: Finding[] } {
  const findings: Finding[] = [];
  const pass = (text: string) => gateText(words, ground, text, findings);
  const passBlocks = (blocks: Block[]) =>
    blocks.flatMap((block) => {
      const say = pass(block.say);
      if (say === "") return [];
      return [say === block.say ? block : withoutRespelling({ ...block, say })];
    });
  return {
    pitch: {
      intro: passBlocks(pitch.intro),
      loop: passBlocks(pitch.loop),
      answers: pitch.answers.flatMap((card) => {
        const answer = pass(card.answer);
        return answer === "" ? [] : [{ ...card, answer }];
      }),
    },
    findings,
  };
}

/** The same for a listing; a blocked title is left empty. */
export function gateListing(words: Words, ground: Ground, listing: Listing): { listing: Listing; findings: Finding[] } {
  const findings: Finding[] = [];
  const pass = (text: string) => gateText(words, ground, text, findings);
  const gated = {
    ...listing,
    title: pass(listing.title),
    summary: pass(listing.summary),
    bullets: listing.bullets.map(pass).filter((bullet) => bullet !== ""),
    body: pass(listing.body),
  };
  return { listing: gated, findings };
}

function gateText(words: Words, { language, ...ground }: Ground, text: string, findings: Finding[]): string {
  const found = checkTexts({ ...ground, texts: { [language]: text }, say: words.in("vi", "findings") });
  findings.push(...found);
  const blocked = found.filter(({ severity }) => severity === "block");
  if (blocked.length === 0) return text;
  return [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)]
    .filter(({ segment, index }) => !blocked.some(({ start, end }) => start < index + segment.length && end > index))
    .map(({ segment }) => segment)
    .join("")
    .trim();
}

function withoutRespelling(block: Block): Block {
  const { read: _read, kana: _kana, ...rest } = block;
  return rest;
}
