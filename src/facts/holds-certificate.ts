import { findTerm } from "#lexicon/lexicon.ts";
import { clauseAt, sentenceAt } from "./clauses.ts";
import type { Cue, CueHit } from "./cues.ts";
import { foldText } from "./fold.ts";
import { cueAfter, cueBefore, endsClause, hitFrom, tokenAt, wordsBetween } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import { beginsInName } from "./shut-spans.ts";
import type { SourceText } from "./source-text.ts";
import { indexFrom, meeting, nextFrom } from "./spans.ts";

/** Not `chưa có …`, `đang xin …`, `… thì sang năm`, `…?`, nor grown after its rules only. */
export function isHeld(read: SourceText, one: Span): boolean {
  const mention = withListed(read, one);
  const gained = gainedBehind(read, mention);
  if (isTried(read, mention) && gained === undefined) return false;
  if (isRefused(read, mention) || isDisowned(read, mention) || isTakenBack(read, mention, gained)) return false;
  if (isCrossedOut(read, mention) || isAsked(read, mention)) return false;
  if (gained === undefined && isOver(read, mention)) return false;
  const hit = cueAfter(read, mention, ["not-held-after"], { words: 2 });
  return hit === undefined || (gained !== undefined && gained.start <= hit.start) || isOfElse(read, mention, hit);
}

/** `VietGAP với HACCP thì chưa`: what follows two of them is said of both. */
function withListed({ terms, text }: SourceText, { start, end }: Span): Span {
  const next = nextFrom(terms, end);
  const joined = next !== undefined && findTerm(next.id)?.kind === "certificate" && JOINED.test(text.slice(end, next.start));
  return { start, end: joined ? next.end : end };
}
const JOINED = /^\s*(?:[/+&]|với|voi|và|va|hay|hoặc|hoac|lẫn|lan)\s*$/iu;

/** `❌ VietGAP` */
function isCrossedOut({ text }: SourceText, { start }: Span): boolean {
  return /[❌✗✘🚫⛔]\uFE0F?\s*$/u.test(text.slice(Math.max(0, start - 4), start));
}

/** `VietGAP?`, but not `VietGAP không? dạ có` */
function isAsked({ text, shut }: SourceText, { start, end }: Span): boolean {
  return /^\s*\?/u.test(text.slice(end, end + 3)) && shut.some((span) => span.start <= start && end <= span.end);
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
  if (hit === undefined || hit.end > until || wordsBetween(read, tokenAt(read, mention.end), hit.from, WORDS_BETWEEN) > WORDS_BETWEEN)
    return undefined;
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
    (hit) =>
      closes(read, hit) &&
      speaksOf(read, mention, own, hit, LEADS_IN.has(read.tokens[hit.from]?.plain ?? "") ? WORDS_BETWEEN : WORDS_BEFORE_BARE),
  );
}
/** Where a breath without commas goes on to something else. */
const GOES_ON = new Set(["giá", "gia", "còn", "con", "mà", "nhưng", "nhung", "nên", "nen", "ai"]);
const LEADS_IN = new Set(["ma", "nhung", "chu", "cho", "con", "rieng", "nen"]);

/** In its own clause not far behind it, at the head of another of its sentence, or of the next sentence. */
function speaksOf(read: SourceText, { end }: Span, own: Span, hit: CueHit, words: number): boolean {
  if (hit.start < own.end) return wordsBetween(read, tokenAt(read, end), hit.from, words) <= words;
  const { start } = clauseAt(read, hit.start);
  const whole = sentenceAt(read, end - 1);
  const next = nextFrom(read.sentences, whole.end);
  return tokenAt(read, start) === hit.from && (start < whole.end || tokenAt(read, next?.start ?? start) === hit.from);
}

/** A "not" without an object speaks of the certificate; with one, `chưa có web`, of the other thing. */
function closes(read: SourceText, hit: CueHit): boolean {
  if (endsClause(read, hit)) return read.text[clauseAt(read, hit.start).end] !== "?";
  return GOES_ON.has(read.tokens[hit.next]?.text ?? "");
}

/** `…, hữu cơ thì đang làm`, `…, còn ISO chưa có`: of a paper without its full name. */
const OTHER_PAPER =
  /(?<!\p{L})(?:hữu cơ|huu co|organic|iso|gap)(?= (?:thì|thi|chưa|chua|đang|dang|cũng|không|khong|hông|hổng|ko)(?!\p{L}))/iu;

function nextCertificate(read: SourceText, from: number): number {
  for (let at = indexFrom(read.terms, from); at < read.terms.length; at += 1) {
    const term = read.terms[at];
    if (term === undefined || term.start > from + REACH) break;
    if (findTerm(term.id)?.kind === "certificate") return term.start;
  }
  const other = OTHER_PAPER.exec(read.text.slice(from, from + REACH));
  return other === null ? Infinity : from + other.index;
}

/** `OCOP 5 sao mà chưa được giải nào`, `HACCP có rồi mà chưa có ISO`: what is not there yet is an award or another certificate. */
function isOfElse(read: SourceText, { end }: Span, hit: Span): boolean {
  if (SCOFFS.test(foldText(read.text.slice(hit.start, hit.end)))) return false;
  const between = foldText(read.text.slice(end, hit.start));
  if (HAS_ALREADY.test(between) || OF_TRADE.test(between) || NOT_OTHERWISE.test(foldText(read.text.slice(end, hit.end + GAINED_CHARS))))
    return true;
  const gained = GAINED.exec(foldText(read.text.slice(hit.end, hit.end + GAINED_CHARS)))?.[0] ?? "";
  const at = hit.end + gained.length;
  const other = nextFrom(read.terms, at);
  if (other?.start === at && findTerm(other.id)?.kind === "certificate") return true;
  return ELSE.test(foldText(read.text.slice(at, at + GAINED_CHARS)));
}
/** `VietGAP gì mà VietGAP` */
const SCOFFS = /^(?:gi|chi) ma$/u;
/** `mà giá chưa tăng` */
const OF_TRADE = /^ (?:ma |nhung |con |thi )*(?:gia|hang|ship|phi|khach|web|don)(?: \p{L}+)? $/u;
/** `có VietGAP chứ không phải trồng đại`: unlike what others do. */
const NOT_OTHERWISE = /^ (?:chu|cho) (?:khong|hong|ko|dau) phai (?!co|cua|la|nha|minh|em|toi|tui|vuon|ben)/u;
const GAINED_CHARS = 32;
const GAINED = /^ (?:(?:co|duoc|dat|tung|lanh|nhan|du|dam|he) )*/u;
const ELSE =
  /^(?:(?:toi|den|day) (?:\d|mot|hai|ba|bon|nam|nua|tram|chuc)|giai|ma qr|ma vach|web|trang|khach|xe|si|hang|gia(?! cong)|tang|thu(?! hoi| mua)|hai|cat|gat|lua|dot|vu|huy chuong|bang khen|cup|thi(?! xin)|xuat khau|xuat|ban ra|di thi|dang ky thi|quang cao)(?!\p{L})/u;
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
  if (OTHERS_OWN.test(foldText(read.text.slice(mention.end, mention.end + OWN_CHARS)))) return true;
  const next = nextFrom(read.clauses, mention.end);
  const first = next === undefined ? undefined : read.tokens[tokenAt(read, next.start)];
  if (next === undefined || first === undefined) return false;
  const listed = read.text.slice(mention.end, next.start) === "," && meeting(read.terms, first) !== undefined;
  const last = listed ? nextFrom(read.clauses, next.end) : next;
  const hit = last === undefined ? undefined : hitFrom(read, "not-ours", tokenAt(read, last.start));
  return hit !== undefined && endsClause(read, hit);
}

/** `VietGAP là của nhóm bên Mai Châu` */
const OTHERS_OWN =
  /^,? (?:(?:thi|la|do|nay) )*cua (?:nhom|to|hoi|htx|hop tac xa|vua|xuong|cong ty|trai|vuon) (?:ben|duoi) (?!em|minh|nha|tui|toi|con|chau|vuon|nay|day)\p{L}/u;
const OWN_CHARS = 48;

/** `VietGAP cấp 2021 nhưng hết hạn năm ngoái` */
function isOver(read: SourceText, { end }: Span): boolean {
  const clause = clauseAt(read, end - 1);
  const hit = nextFrom(read.cues.get("expired") ?? [], end);
  if (hit === undefined || hit.end > clause.end) return false;
  const between = read.terms.slice(indexFrom(read.terms, end), indexFrom(read.terms, hit.start));
  return !between.some((term) => findTerm(term.id)?.kind === "certificate");
}
