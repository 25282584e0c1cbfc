import type { AmountMention } from "./amounts.ts";
import { clauseAt, sentenceAt } from "./clauses.ts";
import type { CueHit } from "./cues.ts";
import { foldText } from "./fold.ts";
import { japaneseKeeps } from "./japanese-passages.ts";
import { cueAfter, cueBefore, hitFrom, hitOver, hitTo, tokenAt } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import { trim, type SourceText } from "./source-text.ts";
import { lastBefore, meeting, nextFrom } from "./spans.ts";

/** How long it keeps, not how long it takes, grows or is on its way: the nearest words decide. */
export function keeps(read: SourceText, mention: AmountMention): boolean {
  let told: AmountMention | undefined = mention;
  for (let hops = 0; told !== undefined && hops <= KINDS_LISTED_MAX; hops += 1, told = keptBeside(read, told)) {
    if (isKept(read, told)) return true;
  }
  return false;
}
/** So many kinds have their time in a list. */
const KINDS_LISTED_MAX = 3;

function isKept(read: SourceText, mention: AmountMention): boolean {
  if (!["day", "month", "time"].includes(mention.dimension) || mention.unit === undefined) return false;
  if (mention.dimension === "time" && mention.max < 1) return false;
  // `củ tươi 3 năm tuổi`
  if (foldText(mention.quote).endsWith("tuoi")) return false;
  if (japaneseKeeps(read, mention)) return true;
  // `cat luc 85 ngay`: so old it was cut.
  if (/^(?:luc|khi)$/.test(read.tokens[tokenAt(read, mention.start) - 1]?.plain ?? "")) return false;
  if (mention.dimension === "time" && isWithin(read, mention)) return false;
  if (isKeptFor(read, mention) || isColdFor(read, mention) || isUsedFor(read, mention)) return true;
  const after = cueAfter(read, mention, ["keep-after", "not-keep-after", "more", "arrives"], { words: 1 });
  // `han 2 thang de cho kho`: a dry place, no drying.
  const place = hitFrom(read, "kept", tokenAt(read, mention.end));
  const stored = place !== undefined && place.end >= (after?.end ?? 0);
  // `một tuần chưa có giấy`: nothing comes then; nor with the `nhận` of `12 tháng chứng nhận VietGAP`, or in `hàng còn có`.
  const denied = /^(?:chua|khong|ko|chang|chung|con)$/.test(read.tokens[(after?.from ?? 0) - 1]?.plain ?? "");
  // `để được bốn tháng em giao tận nhà`: a new sentence, where nobody writes stops.
  const sent = [tokenAt(read, mention.end), after?.from ?? -1].some((at) => SENT_OFF.test(read.tokens[at]?.plain ?? ""));
  const goesOn = sent && (isLeftFor(read, mention) || (isKeptRightBefore(read, mention) && after !== undefined && isRegular(read, after)));
  // `để được nửa năm giờ có ba tạ`: what there is now comes next.
  const had = after === undefined ? undefined : meeting(read.cues.get("left") ?? [], after);
  const leads = had !== undefined && had.from >= tokenAt(read, mention.end) && had.from < (after?.from ?? 0) && isLeftFor(read, mention);
  // `giữ được một tuần sáng nay hái được …`: today.
  const dated = read.tokens[after?.from ?? -1]?.plain === "nay" && TODAY.test(read.tokens[(after?.from ?? 0) - 1]?.plain ?? "");
  if (!stored && !denied && !goesOn && !leads && !dated && (after?.cue === "not-keep-after" || after?.cue === "arrives")) return false;
  // `để dc 3 ngày nữa`; `hạn còn 3 ngày nữa` is what is left of it.
  if (after?.cue === "more" && !/^(?:duoc|dc|dk)$/.test(read.tokens[tokenAt(read, mention.start) - 1]?.plain ?? "")) return false;
  const before = cueBefore(read, mention, ["keep", "kept", "not-keep", "sent", "sending", "done", "gone"], { words: 3 });
  if (before?.cue === "keep" || before?.cue === "kept") return true;
  if (after?.cue === "keep-after") return before === undefined || before.cue === "gone";
  // `cất tủ lạnh, xài 8 tháng`
  const used = before?.next === tokenAt(read, mention.start) && /^(?:xai|dung|an)$/.test(read.tokens[before.next - 1]?.plain ?? "");
  return (before === undefined || used) && keptBefore(read, mention);
}

const TODAY = /^(?:sang|trua|chieu|toi|bua|hom|dot|lua|me|vu)$/;
const SENT_OFF = /^(?:giao|gui|cho|ship|chuyen)$/;

/** `để kho mát mười ngày giao Cần Thơ mỗi sáng`: the days are of the keeping, and every morning is when it goes. */
function isKeptRightBefore(read: SourceText, mention: AmountMention): boolean {
  const kept = hitTo(read, "kept", tokenAt(read, mention.start));
  return kept !== undefined && !isSent(read, kept) && !isDone(read, kept);
}
function isRegular(read: SourceText, hit: CueHit): boolean {
  return cueAfter(read, hit, ["each-time"], { words: 4 }) !== undefined || ANYWHERE.test(foldText(read.text.slice(hit.end, hit.end + 24)));
}
const ANYWHERE = /^ (?:(?:hang|xe|cod|tan) )?(?:tan|toan quoc|ca nuoc|noi thanh|khap|cac tinh)(?!\p{L})/u;

function isLeftFor(read: SourceText, mention: AmountMention): boolean {
  const at = tokenAt(read, mention.start);
  const [last, verb] = [read.tokens[at - 1]?.plain ?? "", read.tokens[at - 2]?.plain ?? ""];
  // `cấp đông để sáu tháng`: left where it was just put.
  if (LEFT.test(last)) return hitTo(read, "kept", at - 1) !== undefined;
  return (/^(?:duoc|dc|dk)$/.test(last) && LEFT.test(verb)) || (last === "trong" && EATEN.test(verb));
}
const LEFT = /^(?:de|giu|tru)$/;
/** `ăn trong ba ngày giao chợ Lớn`: what is sent comes next. */
const EATEN = /^(?:an|dung|xai|uong)$/;

/** `vào kho lạnh trong 4 tiếng, giữ được 30 ngày`: the hours are of the work, and how long it keeps is told behind. */
function isWithin(read: SourceText, mention: AmountMention): boolean {
  const at = tokenAt(read, mention.start);
  if (read.tokens[at - 1]?.plain !== "trong" || USED_WITHIN.test(read.tokens[at - 2]?.plain ?? "")) return false;
  const next = nextFrom(read.amounts, mention.end);
  return next !== undefined && next.dimension === "day" && next.start < sentenceAt(read, mention.start).end && keeps(read, next);
}
const USED_WITHIN = /^(?:an|dung|xai|uong|duoc|het|ngon)$/;

/** `để mát được 12 ngày có tem`: what follows is of something else. */
function isKeptFor(read: SourceText, mention: AmountMention): boolean {
  const at = tokenAt(read, mention.start);
  if (!/^(?:duoc|dc|dk)$/.test(read.tokens[at - 1]?.plain ?? "") || cueAfter(read, mention, ["more"], { words: 0 }) !== undefined)
    return false;
  const kept = hitOver(read, "kept", at - 1) ?? hitOver(read, "kept", at - 2);
  return kept !== undefined && !isSent(read, kept) && !isDone(read, kept);
}

/** `-20 độ được 8 tháng`: so cold, so long. */
function isColdFor({ amounts, text }: SourceText, mention: AmountMention): boolean {
  const cold = lastBefore(amounts, mention.start);
  return cold?.unit === "celsius" && cold.max <= COLD_MAX && COLD_FOR.test(foldText(text.slice(cold.end, mention.start)));
}
const COLD_MAX = 10;
const COLD_FOR = /^(?: ?c)?,? *(?:(?:thi|la|de|giu|tru|bao quan) )*(?:duoc|dc|dk) (?:(?:toi|den|tam|khoang|gan|hon|ca) )?$/u;

/** `Xài 4 tháng, đậy kín nắp`: so long it may be used, and how it is kept comes behind. */
function isUsedFor(read: SourceText, mention: AmountMention): boolean {
  const clause = clauseAt(read, mention.start);
  if (USED_FROM_THEN.test(foldText(read.text.slice(clause.start, mention.start)))) return true;
  if (mention.dimension === "time" || !USED.test(foldText(read.text.slice(clause.start, mention.start)))) return false;
  const next = nextFrom(read.clauses, clause.end);
  const kept = next === undefined ? undefined : nextFrom(read.cues.get("kept") ?? [], next.start);
  return trim(read, clause).end === mention.end && kept !== undefined && kept.start === trim(read, next ?? clause).start;
}
const USED = /^\s*(?:xai|dung|an|uong)(?: duoc| dc| trong| tot)?\s*$/u;
/** `rang xong dùng 6 tháng`: from then on. */
const USED_FROM_THEN =
  /(?:^|[ ,])(?:rang|xay|sao|say|lam|nau|goi|dong goi|dong|mo|mo nap|san xuat) (?:xong|roi|ra)(?: thi)? (?:xai|dung|an|uong)(?: duoc| dc| trong| tot)?\s*$/u;

/** `bánh để ngoài 5 ngày, mắm 8 tháng`: the time before, where a clause is the next goods and their own time, and no more. */
function keptBeside(read: SourceText, mention: AmountMention): AmountMention | undefined {
  const known = besides.get(mention);
  if (known !== undefined) return known.before;
  const before = timeBeside(read, mention);
  besides.set(mention, { before });
  return before;
}
/** In a list each asks for the one before. */
const besides = new WeakMap<AmountMention, { before: AmountMention | undefined }>();

function timeBeside(read: SourceText, mention: AmountMention): AmountMention | undefined {
  const { start, end } = restOfClause(read, mention);
  const before = lastBefore(read.amounts, start);
  const place = hitFrom(read, "kept", tokenAt(read, mention.end));
  if ((place?.end ?? mention.end) !== end || before === undefined) return undefined;
  if (
    OTHER_GOODS.test(foldText(read.text.slice(start, mention.start))) &&
    /^(?:\s+(?:thôi|thoi|nha|nhé|nhe|ạ|a|nghen))*\s*,\s*$/iu.test(read.text.slice(before.end, start))
  )
    return before;
  if (isOfList(read, before, { start, end: mention.start })) return before;
  let named = start;
  for (
    let goods = nextFrom(read.products, start);
    goods !== undefined && goods.end <= mention.start;
    goods = nextFrom(read.products, named)
  ) {
    if (!/^\s*(?:(?:và|va|với|voi)\s+)?$/iu.test(read.text.slice(named, goods.start))) break;
    named = goods.end;
  }
  const state = named === start && mention.dimension !== "time" ? STATE.exec(foldText(read.text.slice(start, mention.start))) : null;
  if (named === start && state === null) return undefined;
  const rest = state === null ? read.text.slice(named, mention.start) : "";
  if (!/^\s*(?:thì|thi|là|la|được|duoc|dc|để|de)?\s*$/iu.test(rest)) return undefined;
  const between = read.text.slice(before.end, start);
  const listed = /^(?:\s+(?:thôi|thoi|nha|nhé|nhe|ạ))?\s*,\s*$/iu.test(between) || (named > start && /^\s+(?:còn\s+)?$/iu.test(between));
  return listed ? before : undefined;
}

/** `để được 5 ngày thôi nha, còn mứt thì 6 tháng`; of the same fruit's own goods without a word before: `…, mứt dẻo thì 6 tháng`. */
const OTHER_GOODS =
  /^(?:(?:con|rieng) (?!(?:hang|lai)(?!\p{L}))\p{L}+|(?:mut|mam|bot|banh|keo|nuoc|dau|siro|ruou|tra|che|tuong|cha|gio|nem|ruoc|muoi|mat|cot|cao|sot|dua|kim chi|o mai|hat)(?!\p{L}))(?: \p{L}+){0,2} thi(?: duoc| dc| de| den| toi)* $/u;

/** `hsd kẹo 20 ngày, muối 9 tháng`: the head names its first goods, so others follow, were it salt; `…, ủ 9 tháng` is still work. */
function isOfList(read: SourceText, before: AmountMention, { start, end }: Span): boolean {
  if (!/^\s*,\s*$/u.test(read.text.slice(before.end, start)) || !GOODS_ALONE.test(foldText(read.text.slice(start, end)))) return false;
  const head = foldText(read.text.slice(clauseAt(read, before.start).start, before.start));
  if (!HEADED.test(head) && keptBeside(read, before) === undefined) return false;
  const at = tokenAt(read, start);
  if (hitFrom(read, "not-keep", at) !== undefined) return false;
  return hitFrom(read, "done", at) === undefined || foldText(read.text.slice(start, start + 4)) === "muoi";
}
const HEADED =
  /(?<!\p{L})(?:hsd|han (?:dung|su dung|sd)|date|han(?= ?:)) ?:? (?!(?:mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi) )\p{L}{2,}(?: \p{L}{2,})? $/u;
const GOODS_ALONE = /^\p{L}{2,}(?: \p{L}{2,})?(?: thi| la| duoc| dc)? $/u;

/** From the clause's beginning; where none is written, from the goods named right behind another time: `xoài được 6 ngày ổi 9 ngày`. */
function restOfClause(read: SourceText, mention: AmountMention): Span {
  const clause = trim(read, clauseAt(read, mention.start));
  const before = lastBefore(read.amounts, mention.start);
  const goods = before === undefined ? undefined : nextFrom(read.products, before.end);
  if (before === undefined || before.start < clause.start || goods === undefined || goods.end > mention.start) return clause;
  return { start: goods.start, end: clause.end };
}

/** `rang sẵn thì`, `củ khô`: the same goods in another state. */
const STATE =
  /^(?:(?:hat|hot|cu|qua|trai|la|ca|tom|con|hang|loai|banh|thit|bot|mang|muc) )?(?:tuoi|kho|rang|say|luoc|hap|chin|song|nuong|xay|boc vo|lot vo|lam sach|cap dong|phoi kho|ngoai (?:mat|troi|tu)|mo (?:nap|tui|hop|goi))(?: san| roi| xong| kho)?(?: thi| la| duoc| dc| de)* $/u;

/** `Để ngăn mát, 7 ngày`: said in the clause before, with no other time between. */
function keptBefore(read: SourceText, mention: AmountMention): boolean {
  const sentence = sentenceAt(read, mention.start);
  const clause = clauseAt(read, mention.start);
  const cue = cueBefore(read, mention, ["keep", "kept", "not-keep", "sent", "done"], { words: 3, over: "sentence" });
  if (cue === undefined || (cue.cue !== "keep" && cue.cue !== "kept") || clause.start < sentence.start) return false;
  return nextFrom(read.amounts, cue.end) === mention;
}

/** `gửi xe lạnh` is sent, `trồng nơi thoáng mát` grown: not stored. */
export function isSent(read: SourceText, hit: CueHit): boolean {
  const other = cueBefore(read, hit, ["not-kept"], { words: 2 });
  // `chống mọc mầm để chỗ mát`: nothing grows there.
  if (other === undefined || read.tokens[other.next]?.plain === "mam") return false;
  // `cua sống để chỗ mát`: the name of the goods.
  const first = read.tokens[hit.from]?.plain ?? "";
  // `sáng tới trữ mát`: nothing is stored on its way.
  if (meeting(read.products, other) !== undefined || /^(?:tru|cat)$/.test(first)) return false;
  if (read.tokens[other.from]?.plain === "song" && /^(?:de|giu|bo)$/.test(first)) return false;
  // `sấy xong để ngăn đông`: nothing dries in a fridge.
  const put = /^(?:de|bo)$/.test(first) && /^(?:ngan|tu)$/.test(read.tokens[hit.from + 1]?.plain ?? "");
  return !(put && /^(?:say|phoi|u|song|rang|hong)$/.test(read.tokens[other.from]?.plain ?? ""));
}

/** `cấp đông ngay trên tàu` is how it is made; bare of its marks, so is the draining of `rửa sạch để cho ráo nước`. */
export function isDone(read: SourceText, hit: CueHit): boolean {
  const { start } = sentenceAt(read, hit.start);
  const drained = read.text.slice(hit.start, hit.end).endsWith("cho rao");
  if (drained && (WASHED.test(read.text.slice(start, hit.start)) || /^ nuoc(?!\p{L})/u.test(read.text.slice(hit.end)))) return true;
  return (hitOver(read, "done", hit.next - 1)?.end ?? 0) > hit.end;
}
const WASHED = /(?<!\p{L})(?:rua|vot|luoc|chan|trung|ngam)(?!\p{L})/iu;
