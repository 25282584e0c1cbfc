import { findTerm, type TermMention } from "#lexicon/lexicon.ts";
import type { AmountMention } from "./amounts.ts";
import { clauseAt } from "./clauses.ts";
import { foldText, lightText } from "./fold.ts";
import { tokenAt } from "./nearest-cue.ts";
import { eitherBare, type Span } from "./said.ts";
import data from "./cues/practices.json" with { type: "json" };
import { keeps } from "./shelf-life.ts";
import { amountOf, found, type Draft, type SourceText } from "./source-text.ts";
import { indexFrom, lastBefore, meeting, nextFrom } from "./spans.ts";

/** Of the lexicon's practices these say how goods are packed or kept. */
const PACKING = new Set(data.packing);
const TOLD_WITH = new Set(["%", "day", "month", "celsius", "time"]);
/** So few letters between two practices that they are one: `phơi nắng rồi sao tay`. */
const NEIGHBOURS = 18;

/** What is done to the goods, or never is; neighbours are one fact, with the amount that ends it. */
export function readPractices(read: SourceText): Draft[] {
  const not = read.cues.get("not-done") ?? [];
  const named = read.terms.filter(({ id }) => findTerm(id)?.kind !== "practice");
  const terms = read.terms.filter(({ id }) => findTerm(id)?.kind === "practice" && !PACKING.has(id));
  const told = [...found(read, "done"), ...terms]
    .filter(
      (span) =>
        (meeting(not, span)?.start ?? Infinity) > span.start &&
        !isNamed(named, span) &&
        !HAI.test(read.text.slice(span.start, span.end)) &&
        !isInName(read, named, span) &&
        !isKept(read, span) &&
        !isShelfLife(read, span) &&
        !isWarned(read, span) &&
        !isNotStored(read, span) &&
        // `… sáu hai chín không …` of a dictated number is no `hái chín`.
        meeting(read.phones, span) === undefined,
    )
    .flatMap((span): Span[] => {
      const start = denialBefore(read, span);
      // `không sấy củi` is not told by the name of what is not done.
      return start === undefined ? [span] : meeting(terms, span) === undefined ? [{ start, end: span.end }] : [];
    })
    .concat(read.made)
    .toSorted((left, right) => left.start - right.start || left.end - right.end);
  const merged: Draft[] = [];
  for (const { start, end } of told) {
    const last = merged.at(-1);
    // What an amount ends is told: `treo gió 21 ngày trong nhà kính, không lưu huỳnh` are two.
    const near =
      last !== undefined &&
      start - last.end <= NEIGHBOURS &&
      !(last.amount !== undefined && read.text.slice(last.end, start).includes(","));
    if (near && /^[^.!?\n;\d]*$/u.test(read.text.slice(last.end, start))) last.end = Math.max(last.end, end);
    else {
      const ends = amountAfter(read, end);
      merged.push({ kind: "practice", start, end: Math.max(end, ends?.end ?? 0), ...(ends === undefined ? {} : amountOf(ends)) });
    }
  }
  return merged.map((draft) => {
    const told = Math.max(draft.end, amountAfter(read, draft.end)?.end ?? 0);
    const more = [IN_VESSEL, OF_WHICH, BEFORE_WORK].map(
      (pattern) => pattern.exec(read.text.slice(told, told + 32).normalize("NFC"))?.[0].length ?? 0,
    );
    const span = { start: draft.start, end: told + Math.max(...more) };
    const within = read.amounts.slice(indexFrom(read.amounts, span.start), indexFrom(read.amounts, span.end));
    const [mention, other] = within.filter(({ dimension }) => TOLD_WITH.has(dimension));
    const { amount: _ended, ...bare } = draft;
    span.start -= othersBefore(read, span.start);
    const ahead = mention === undefined ? amountAhead(read, span.start) : undefined;
    if (ahead !== undefined) return { ...bare, ...span, start: ahead.start, ...amountOf(ahead) };
    return { ...bare, ...span, ...(mention === undefined || other !== undefined ? {} : amountOf(mention)) };
  });
}

/** `O Hai Lua`, `Hai Chin ban oi`: somebody's name, and nothing is picked. */
const HAI = /^[Hh]ai \p{Lu}\p{Ll}/u;

/** `các bác thợ trong làng đan tay`: who does it, where it is not the grower. */
function othersBefore(read: SourceText, start: number): number {
  const clause = read.text.slice(clauseAt(read, start).start, start).normalize("NFC");
  return DONE_BY_OTHERS.exec(clause)?.[0].length ?? 0;
}
const DONE_BY_OTHERS =
  /(?<!\p{L})(?:(?:các|cac|mấy|may) (?:bác|bac|chị|chi|cô|co|anh|ông|ong|bà|ba) )?(?:thợ|tho|bà con|ba con|xã viên|xa vien|chị em|chi em|nghệ nhân|nghe nhan|dân làng|dan lang|người làng|nguoi lang)(?: (?!em |tui |tôi |toi |mình |minh |nhà |nha )\p{L}+){0,4} $/iu;

/** Where the "not" before what is done begins: the `K` of `K sấy điện`. */
function denialBefore(read: SourceText, { start }: Span): number | undefined {
  let at = tokenAt(read, start) - 1;
  while (FILLERS.has(read.tokens[at]?.plain ?? "")) at -= 1;
  const token = read.tokens[at];
  return token !== undefined && NO.has(token.text) ? token.start : undefined;
}
const NO = new Set("không ko k khong hông hổng chẳng chả chưa khỏi nỏ".split(" "));
const FILLERS = new Set("co he duoc phai bao gio".split(" "));

/** `mãng cầu Tây Ninh` holds no `câu tay`: it begins in one name and ends in another. */
function isNamed(named: readonly Span[], { start, end }: Span): boolean {
  const first = meeting(named, { start, end: start + 1 });
  const last = meeting(named, { start: end - 1, end });
  return first !== undefined && last !== undefined && first.end <= last.start;
}

/** The `một nắng` of `mực một nắng` is what the dish is; the `thủy canh` of `xà lách thủy canh`, the `giã tay` of `chả giã tay` or the `rang củi` of `điều rang củi` is how it was made. */
function isInName(read: SourceText, named: readonly TermMention[], span: Span): boolean {
  if (
    /canh|huu co|tha |rung|tu nhien|chin cay|^(?:gia|quet|sao) tay|^(?:rang|say|nuong) cui/u.test(
      foldText(read.text.slice(span.start, span.end)),
    )
  )
    return false;
  const name = meeting(named, span);
  const kind = name === undefined ? undefined : findTerm(name.id)?.kind;
  return name !== undefined && (kind === "product" || kind === "variety") && name.start < span.start && span.end <= name.end;
}

/** `đừng đem ngâm nước`: a warning to the buyer; what is not done is none (`đừng phơi nắng, hổng có tẩm đường`, `chớ hổng có phun`). */
function isWarned({ text }: SourceText, { start }: Span): boolean {
  const before = lightText(text.slice(Math.max(0, start - 32), start));
  if (GONE_OFF.test(before)) return true;
  return WARNED.test(before) && !NO.has(lightText(text.slice(start, start + 8)).split(" ", 1)[0] ?? "");
}
const WARNED =
  /(?<!\p{L})(?:(?:đừng|tránh|chớ|kỵ|khỏi cần|(?:không|ko|k) nên)(?: \p{L}+){0,2}|(?:dung (?:dem|nen|co)|khoi can|(?:khong|ko|k) nen)(?: [a-z]+)?) $/u;

/** `kết tinh thì ngâm nước ấm`, `bánh ỉu thì rang lại`: what the buyer is to do with goods that changed. */
const GONE_OFF = new RegExp(
  `(?<!\\p{L})(?:${eitherBare("kết tinh|đóng đường|đông (?:cứng|đặc|lại)|bị (?:cứng|ỉu|mốc|đông)|ỉu")}|mốc)(?: \\p{L}+)? (?:thì|thi) (?:\\p{L}+ ){0,2}$`,
  "u",
);

/** `không bỏ tủ lạnh`: how it is kept. */
function isNotStored(read: SourceText, { start, end }: Span): boolean {
  const kept = meeting(read.cues.get("kept") ?? [], { start, end });
  return kept !== undefined && kept.end > end && NO.has(read.tokens[kept.from]?.text ?? "");
}

/** `treo gác bếp để được nửa năm`: where it keeps, not what is done to it. */
function isKept(read: SourceText, { start, end }: Span): boolean {
  return /b[eế]p$/iu.test(read.text.slice(start, end).normalize("NFC")) && KEPT.test(foldText(read.text.slice(end, end + 24)));
}
const KEPT =
  /^(?: hay [a-z]+ [a-z]+)? (?:thi )?(?:xai|de|dung|giu|an|tru|cat|duoc)(?: duoc| dc| toi| den| ca)? (?:\d|mot|hai|ba|nua|quanh|may|nam|ca)/u;

/** The salt of `hsd kẹo 20 ngày, muối 9 tháng`: an amount of the work that tells how long goods keep. */
function isShelfLife(read: SourceText, { start, end }: Span): boolean {
  const amount = nextFrom(read.amounts, start);
  return amount !== undefined && amount.end <= end && keeps(read, amount);
}

/** `phơi nắng 3 ngày`, `hái chín 95%`, `không phun thuốc trước khi hái 12 ngày`. */
function amountAfter(read: SourceText, end: number): AmountMention | undefined {
  const amount = nextFrom(read.amounts, end - 2);
  return amount !== undefined && TOLD_WITH.has(amount.dimension) && isNear(read, { start: end, end: amount.start }) && !keeps(read, amount)
    ? amount
    : undefined;
}

/** `đốt lò bằng củi với trấu 9 tiếng`: by what it is done stands between. */
const BY_FIRE =
  /^\s*(?:\p{L}+\s+){0,3}(?:bằng|bang|với|voi)\s+(?:than|củi|cui|trấu|trau|rơm|rom|lửa|lua|điện|gas|lò|lo|hơi|hoi|nước|nuoc)(?:\s+\p{L}+){0,3}\s*$/iu;

/** `không pha đường cát`, `không nhúng thuốc nhuộm`: of which kind, and of no other. */
const OF_WHICH =
  /^ (?:mía|mia|cát|cat|phèn|phen|hóa học|hoa hoc|dưỡng|duong|giữ \p{L}+|giu \p{L}+|kích thích|kich thich|tăng trưởng|tang truong|chín|chin(?=\s*(?:[,.;!?\n]|$))|nhuộm)(?!\p{L})/iu;

/** `không phun thuốc 12 ngày trước khi hái`: till then it is. */
const BEFORE_WORK =
  /^\s*(?:trước|truoc) (?:(?:khi|lúc|luc|ngày|ngay) )?(?:thu hoạch|thu hoach|thu hái|thu hai|hái|hai|cắt|cat|thu|bẻ|be|gặt|gat|nhổ|nho|đào|dao)(?!\p{L})/iu;

/** `ủ 15 tháng trong lu sành` */
const IN_VESSEL =
  /^\s*(?:trong\s+)?(?:thùng\s+gỗ|thung\s+go|lu|chum|vại|vai|khạp|khap)(?:\s+(?:sành|sanh|gốm|gom|bời\s+lời|boi\s+loi))?(?!\p{L})/iu;

/** `hai tuần trước khi thu không cho thuốc`, `trước khi hái 12 ngày thì không phun`: with the words of its time. */
function amountAhead(read: SourceText, start: number): (AmountMention & Span) | undefined {
  const amount = lastBefore(read.amounts, start);
  if (amount?.dimension !== "day" && amount?.dimension !== "month") return undefined;
  const between = foldText(read.text.slice(amount.end, start));
  if (AHEAD.test(between)) return amount;
  const from = Math.max(0, amount.start - BEFORE_REACH);
  const before = JUST_BEFORE.exec(read.text.slice(from, amount.start).normalize("NFC"));
  return before !== null && THEN.test(between) ? { ...amount, start: from + before.index } : undefined;
}
const BEFORE_REACH = 24;
const JUST_BEFORE = new RegExp(`${BEFORE_WORK.source.slice("^\\s*".length)}\\s*$`, "iu");
const THEN = /^\s*,?\s*(?:la |thi )?$/u;
const AHEAD = /^\s*truoc (?:khi |ngay |luc )?(?:bat|hai|cat|thu|thu hoach|ban|xuat|xuat ban|mo|dao|nho)\s*,?\s*(?:la |thi )?$/u;

/** The days that goods keep or travel are no work. */
const OTHER_TIME =
  /giữ|giu|bảo quản|bao quan|hạn|han|để|de |giao|ship|gửi|gui|trồng|trong |cây|cay|tuổi|tuoi|sau|trước|truoc|mỗi|moi|còn|con |năm|nam |từ|tu /u;
function isNear(read: SourceText, { start, end }: Span): boolean {
  const between = read.text.slice(start, end);
  if (BY_FIRE.test(between) || BEFORE_WORK.exec(between)?.[0] === between.trimEnd()) return true;
  if (!/^\s*(?:\p{L}+\s+){0,3}$/u.test(between)) return false;
  return (
    /^\s*(?:(?:được|duoc|trong|khoảng|khoang|đủ|du|tầm|tam|ở|o|hơn|hon|trên|tren|từ|tu|nhiệt độ|tới|suốt)\s*)*$/iu.test(between) ||
    !OTHER_TIME.test(lightText(between))
  );
}
