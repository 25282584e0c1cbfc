import { findTerm } from "#lexicon/lexicon.ts";
import { clauseAt } from "./clauses.ts";
import type { Cue, CueHit } from "./cues.ts";
import { foldText } from "./fold.ts";
import { cueAfter, cueBefore, endsClause, hitFrom, tokenAt, wordsBetween } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import { beginsInName } from "./shut-spans.ts";
import type { SourceText } from "./source-text.ts";
import { indexFrom, meeting, nextFrom } from "./spans.ts";

/** Not `chưa có …`, `đang xin …`, `… thì sang năm`, `…?`, nor grown after its rules only. */
export function isHeld(read: SourceText, mention: Span): boolean {
  const gained = gainedBehind(read, mention);
  if (isTried(read, mention) && gained === undefined) return false;
  if (isRefused(read, mention) || isDisowned(read, mention) || isTakenBack(read, mention, gained)) return false;
  if (isAskedOrCrossed(read, mention)) return false;
  if (gained === undefined && isOver(read, mention)) return false;
  const hit = cueAfter(read, mention, ["not-held-after"], { words: 2 });
  return hit === undefined || (gained !== undefined && gained.start <= hit.start) || isOfElse(read, mention, hit);
}

/** `VietGAP?`, `❌ VietGAP` */
function isAskedOrCrossed({ text }: SourceText, { start, end }: Span): boolean {
  return /^\s*\?/u.test(text.slice(end, end + 3)) || /[❌✗✘🚫⛔]\uFE0F?\s*$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** `thi OCOP` is only gone in for, until `đậu`. */
function isTried(read: SourceText, mention: Span): boolean {
  return cueBefore(read, mention, ["tried"], { words: 0 })?.next === tokenAt(read, mention.start);
}

/** How far behind a certificate is still spoken of it. */
const REACH = 90;
/** So many words may stand before what takes it back, in its own clause; fewer before a bare `chưa` that nothing leads in. */
const WORDS_BETWEEN = 8;
const WORDS_BEFORE_BARE = 2;

/** `… có rồi`, `… được cấp`, `… đậu 3 sao`, `… chưa hết hạn` of this certificate. */
function gainedBehind(read: SourceText, mention: Span): CueHit | undefined {
  const until = Math.min(clauseAt(read, mention.end - 1).end, nextCertificate(read, mention.end));
  const hit = nextFrom(read.cues.get("gained") ?? [], mention.end);
  if (hit === undefined || hit.end > until || wordsBetween(read, tokenAt(read, mention.end), hit.from, WORDS_BETWEEN) > WORDS_BETWEEN) return undefined;
  return DENIED.has(read.tokens[hit.from - 1]?.plain ?? "") ? undefined : hit;
}
const DENIED = new Set(["khong", "chua", "chang", "cha", "dau", "moi", "ko", "k", "hong", "chx"]);

/** `… gửi hồ sơ rồi mà giấy chưa về`, `…, xã hẹn cuối năm`, `… chứ nhà em thì không`: what follows says that it is not there. */
function isTakenBack(read: SourceText, mention: Span, gained: Span | undefined): boolean {
  const until = Math.min(mention.end + REACH, nextCertificate(read, mention.end));
  const own = clauseAt(read, mention.end - 1);
  const behind = (cue: Cue) => {
    const hits = read.cues.get(cue) ?? [];
    return hits.slice(indexFrom(hits, mention.end), indexFrom(hits, until)).filter(({ end }) => end <= until);
  };
  if (behind("lost").some((hit) => speaksOf(read, mention, own, hit, WORDS_BETWEEN))) return true;
  if (gained !== undefined) return false;
  if (behind("unheld").some((hit) => speaksOf(read, mention, own, hit, WORDS_BETWEEN))) return true;
  return behind("unheld-bare").some(
    (hit) => closes(read, hit) && speaksOf(read, mention, own, hit, LEADS_IN.has(read.tokens[hit.from]?.plain ?? "") ? WORDS_BETWEEN : WORDS_BEFORE_BARE),
  );
}
const LEADS_IN = new Set(["ma", "nhung", "chu", "cho", "con", "rieng", "nen"]);

/** In its own clause not far behind it, or at the head of one of the next. */
function speaksOf(read: SourceText, { end }: Span, own: Span, hit: CueHit, words: number): boolean {
  if (hit.start < own.end) return wordsBetween(read, tokenAt(read, end), hit.from, words) <= words;
  return tokenAt(read, clauseAt(read, hit.start).start) === hit.from;
}

/** A "not" without an object speaks of the certificate; with one, `chưa có web`, of the other thing. */
function closes(read: SourceText, hit: CueHit): boolean {
  if (endsClause(read, hit)) return true;
  return hitFrom(read, "turn", hit.next) !== undefined || LEADS_IN.has(read.tokens[hit.next]?.plain ?? "");
}

function nextCertificate(read: SourceText, from: number): number {
  for (let at = indexFrom(read.terms, from); at < read.terms.length; at += 1) {
    const term = read.terms[at];
    if (term === undefined || term.start > from + REACH) break;
    if (findTerm(term.id)?.kind === "certificate") return term.start;
  }
  return Infinity;
}

/** `OCOP 5 sao mà chưa được giải nào`, `HACCP có rồi mà chưa có ISO`: what is not there yet is an award or another certificate. */
function isOfElse(read: SourceText, { end }: Span, hit: Span): boolean {
  if (HAS_ALREADY.test(foldText(read.text.slice(end, hit.start)))) return true;
  const gained = GAINED.exec(foldText(read.text.slice(hit.end, hit.end + GAINED_CHARS)))?.[0] ?? "";
  const at = hit.end + gained.length;
  const other = nextFrom(read.terms, at);
  if (other?.start === at && findTerm(other.id)?.kind === "certificate") return true;
  return ELSE.test(foldText(read.text.slice(at, at + GAINED_CHARS)));
}
const GAINED_CHARS = 32;
const GAINED = /^ (?:(?:co|duoc|dat|tung|lanh|nhan|du|dam|he) )*/u;
const ELSE = /^(?:giai|huy chuong|bang khen|cup|thi(?! xin)|xuat khau|xuat|ban ra|di thi|dang ky thi|quang cao)(?!\p{L})/u;
/** What is said to be there is not taken back by a `chưa` behind it. */
const HAS_ALREADY = /^ (?:(?:thi|da|cung|\p{L}{2,6}) ){0,3}(?:co|dat|duoc) (?:roi|chu|cho|con|nhung) /u;

/** The words that refuse a certificate may reach into its name: `đang chuyển sang hữu cơ` of `hữu cơ PGS`. */
function isRefused(read: SourceText, { start, end }: Span): boolean {
  const clause = clauseAt(read, start);
  const at = tokenAt(read, start);
  const hits = read.cues.get("not-held") ?? [];
  return hits
    .slice(indexFrom(hits, clause.start), indexFrom(hits, start))
    .some((hit) => hit.next >= at && hit.end <= Math.min(end, clause.end) && !beginsInName(read.light, read.terms, hit));
}

/** `OCOP làng bên mới có, nhà em chưa có đâu`: the clause behind it takes it back, over others of its list. */
function isDisowned(read: SourceText, mention: Span): boolean {
  const next = nextFrom(read.clauses, mention.end);
  const first = next === undefined ? undefined : read.tokens[tokenAt(read, next.start)];
  if (next === undefined || first === undefined) return false;
  const listed = read.text.slice(mention.end, next.start) === "," && meeting(read.terms, first) !== undefined;
  const last = listed ? nextFrom(read.clauses, next.end) : next;
  const hit = last === undefined ? undefined : hitFrom(read, "not-ours", tokenAt(read, last.start));
  return hit !== undefined && endsClause(read, hit);
}

/** `VietGAP cấp 2021 nhưng hết hạn năm ngoái` */
function isOver(read: SourceText, { end }: Span): boolean {
  const clause = clauseAt(read, end - 1);
  const hit = nextFrom(read.cues.get("expired") ?? [], end);
  if (hit === undefined || hit.end > clause.end) return false;
  const between = read.terms.slice(indexFrom(read.terms, end), indexFrom(read.terms, hit.start));
  return !between.some((term) => findTerm(term.id)?.kind === "certificate");
}
