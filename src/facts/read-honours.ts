import { findTerm } from "#lexicon/lexicon.ts";
import { clauseAt, sentenceAt } from "./clauses.ts";
import type { CueHit } from "./cues.ts";
import { isHeld } from "./holds-certificate.ts";
import { cueAfter, cueBefore, tokenAt } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import { found, trim, wordsIn, type Draft, type SourceText } from "./source-text.ts";
import { indexFrom, lastBefore, meeting, nextFrom } from "./spans.ts";

/** Certificates that are held, each once, and awards. */
export function readHonours(read: SourceText): Draft[] {
  const awards = readAwards(read);
  const held = new Map<string, Draft>();
  let refused: Span | undefined;
  for (const mention of read.terms) {
    if (findTerm(mention.id)?.kind !== "certificate" || isWord(read, mention) || meeting(awards, mention) !== undefined) continue;
    // `chưa có VietGAP hay GlobalGAP`: one "not" is for the whole list.
    const listed =
      refused !== undefined &&
      !PROVEN.test(read.text.slice(mention.end, mention.end + PROOF_CHARS)) &&
      mention.start - refused.end < 20 &&
      /^[\s,/+&]*(?:(?:và|va|với|voi|hay|hoặc|hoac|cũng như|lẫn)[\s,]*)?$/u.test(wordsIn(read, refused.end, mention.start));
    const told = held.get(mention.id);
    if (listed || !isHeld(read, withStars(read, mention))) refused = mention;
    else if (told === undefined || (isInGroup(read, told) && !isInGroup(read, mention)))
      held.set(mention.id, { kind: "certification", ...withStars(read, mention), term: mention.id });
  }
  return [...awards, ...held.values()];
}

/** `chưa có OCOP, HACCP 2024`: what has its year, its number or a "yes" is held. */
const PROVEN =
  /^\s*(?:\(?\s*20\d\d|(?:số|so|mã|ma)\s*[:\s]\s*[\p{L}\d]|(?:(?:được|dc|đã|da|mới|moi) )?(?:cấp|cap) |(?:thì|thi) (?:có|co)(?! (?:thể|the|lẽ|le)(?!\p{L}))|(?:có rồi|co roi|còn hạn|con han))/iu;
const PROOF_CHARS = 16;

/** `nhóm PGS Thanh Xuân` is who sells; what it holds is told beside that. */
function isInGroup(read: SourceText, { start }: Span): boolean {
  return /^(?:nhóm|nhom|tổ|hội|hoi|hộ)$/u.test(read.tokens[tokenAt(read, start) - 1]?.text ?? "");
}

/** `bap` is maize without its marks; BAP is written large. */
function isWord(read: SourceText, { start, end }: Span): boolean {
  return read.text.slice(start, end) === "bap";
}

/** `OCOP 4 sao`: the stars are part of the rating. */
function withStars(read: SourceText, mention: Span): Span {
  const stars = /^\s*(?:đạt\s+|dat\s+|hạng\s+|hang\s+)?(?:(?:[1-5]|một|hai|ba|bốn|năm|bon|nam|mot)\s*sao|[1-5]\s*[*⭐★])/iu.exec(
    read.text.slice(mention.end, mention.end + 18).normalize("NFC"),
  );
  return { start: mention.start, end: Math.min(read.text.length, mention.end + (stars?.[0].length ?? 0)) };
}

/** A dictated clause is longer than an award's words. */
const AWARD_CHARS = 90;

/** An award is a fact with its contest or its year. */
function readAwards(read: SourceText): Draft[] {
  const not = read.cues.get("not-award") ?? [];
  const drafts: Draft[] = [];
  for (const hit of found(read, "award")) {
    const sentence = sentenceAt(read, hit.start);
    if (meeting(not, hit) !== undefined || !isNamed(read, sentence) || isOfGoods(read, hit)) continue;
    if (cueBefore(read, hit, ["not-held", "not-award"], { words: 0 })?.next === hit.from) continue;
    // `giải thưởng bằng khen thì chưa có gì cả`
    if (cueAfter(read, hit, ["not-held-after"], { words: 0 }) !== undefined) continue;
    const span = trim(read, withoutPhones(read, around(read, hit), hit));
    if ((drafts.at(-1)?.end ?? 0) <= span.start) drafts.push({ kind: "award", ...span });
  }
  return drafts;
}

/** The `khén` of `mắc khén` praises nobody. */
function isOfGoods({ terms }: SourceText, hit: Span): boolean {
  const name = meeting(terms, hit);
  return name !== undefined && findTerm(name.id)?.kind === "product" && name.start < hit.start && hit.end <= name.end;
}

/** `đạt giải nhì hội thi 2022 sđt 0912 …`: whom to call is no part of it. */
function withoutPhones(read: SourceText, { start, end }: Span, hit: Span): Span {
  const before = lastBefore(read.phones, hit.start)?.end ?? start;
  const after = nextFrom(read.phones, hit.end)?.start ?? end;
  const told = read.text.slice(hit.end, Math.min(end, after));
  const named = after < end ? (CALLED.exec(told)?.[0].length ?? 0) : 0;
  return { start: Math.max(start, before), end: hit.end + told.length - named };
}
const CALLED = /[\s,:]*(?:(?:số|so|sđt|sdt|đt|dt|zalo|tel|lh|liên hệ|lien he|gọi|goi|điện thoại|dien thoai)[\s:]*)+$/iu;

function isNamed(read: SourceText, sentence: Span): boolean {
  const contest = nextFrom(read.cues.get("contest") ?? [], sentence.start);
  if (contest !== undefined && contest.end <= sentence.end) return true;
  return read.dates
    .slice(indexFrom(read.dates, sentence.start), indexFrom(read.dates, sentence.end))
    .some(({ year }) => year !== undefined);
}

function around(read: SourceText, hit: CueHit): Span {
  const clause = clauseAt(read, hit.start);
  if (clause.end - clause.start <= AWARD_CHARS) return clause;
  const contests = read.cues.get("contest") ?? [];
  const reach = { start: Math.max(clause.start, hit.start - AWARD_CHARS / 2), end: Math.min(clause.end, hit.start + AWARD_CHARS / 2) };
  const near = contests.slice(indexFrom(contests, reach.start), indexFrom(contests, reach.end));
  const start = Math.min(hit.start, ...near.map((other) => other.start));
  return { start, end: Math.max(hit.end, ...near.map((other) => other.end)) };
}
