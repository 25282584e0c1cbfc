import { eitherBare, said, type Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";

export type Bound = "over" | "under";
type Words = { before?: RegExp; after?: RegExp };

const BOUNDS: Record<Language, Record<Bound, Words>> = {
  vi: {
    over: {
      before: ending("trên|hơn|quá|(?<!(?:để|bên|ở|de|ben|o) )ngoài|ít nhất|tối thiểu|từ", ">≥"),
      after: beginning("(?:\\p{L}+ )?(?:trở lên|đổ lên)"),
    },
    under: {
      before: ending("dưới|gần|không quá|không hơn|(?:chưa|không) (?:tới|đến|đủ|đầy)|tối đa|nhiều nhất|bán kính", "<≤"),
      after: beginning("trở xuống|đổ xuống|đổ lại"),
    },
  },
  en: {
    over: {
      before: ending("over|above|beyond|more than|at least|exceeding|from"),
      after: beginning("or more|and up|and over|or over|and above|upwards"),
    },
    under: {
      before: ending(
        "under|nearly|almost|close to|not quite|below|less than|fewer than|(?:no|not|never) (?:more than|over|above|exceeding)|at most|up to",
      ),
      after: beginning("or less|or under|and under|or fewer"),
    },
  },
  ja: {
    over: { after: /^(?:名様?|人|歳|才)?(?:以上|を?超|余り|あまり)/u },
    under: { after: /^(?:名様?|人|歳|才)?(?:まで(?!も)|未満|以下|近く|弱(?!火)|を下回|に満たない)/u },
  },
};

const AROUND = 20;
const CLAUSE_MAX = 80;

/** With which bound a text tells a figure, if with any. */
export function boundAt(text: string, { start, end }: Span, language: Language): Bound | undefined {
  const before = text
    .slice(Math.max(0, start - AROUND), start)
    .normalize("NFC")
    .toLowerCase();
  const after = text
    .slice(end, end + AROUND)
    .normalize("NFC")
    .toLowerCase();
  const { over, under } = BOUNDS[language];
  const says = (words: Words) => words.before?.test(before) === true || words.after?.test(after) === true;
  const said = says(under) ? "under" : says(over) ? "over" : undefined;
  if (said === undefined) return undefined;
  // `không bán lẻ dưới 4 trái`: from four on.
  const clause = clauseAround(text, { start, end }, language === "vi")
    .normalize("NFC")
    .toLowerCase();
  const denied = NOT[language].test(clause) || isRefusedThen(text, { start, end }, clause, language);
  return denied ? (said === "under" ? "over" : "under") : said;
}

/** "If a fruit is under 80 g, we do not sell it": what is denied of it comes behind the comma. */
function isRefusedThen(text: string, { end }: Span, clause: string, language: Language): boolean {
  if (IF[language]?.test(clause) !== true) return false;
  const [, then = ""] = /^[^.;,\n。、]{0,30},([^.;,\n]*)/u.exec(text.slice(end, end + CLAUSE_MAX)) ?? [];
  return NOT[language].test(then.normalize("NFC").toLowerCase());
}
const IF: Partial<Record<Language, RegExp>> = {
  vi: /(?<!\p{L})(?:nếu|hễ|nào|neu|thì)(?!\p{L})/u,
  en: /^\s*(?:and |but )?(?:if|when|whenever|where|should|any(?:thing)?)(?!\p{L})/u,
};

/** A telephone said in words, `không chín một hai`, denies nothing. */
const DIGIT = `(?:${eitherBare("không|một|hai|ba|bốn|năm|sáu|bảy|tám|chín")})`;
const NOT: Record<Language, RegExp> = {
  vi: new RegExp(
    `(?<!\\p{L})chua(?= (?:ship|giao|gui|ban|nhan|di|cho)(?!\\p{L}))|(?<![\\p{L}\\d]|chân |chan |${DIGIT} ${DIGIT} )(?:không|khong|ko|k|hông|hổng|chưa)(?! (?:quá|qua|hơn|hon|tới|đến|đủ|đầy|tròn|(?:(?:tính|mất|tốn|thu|lấy) )?(?:phí|(?:tiền )?ship)|${DIGIT})(?!\\p{L}))(?!\\p{L})|(?<!\\p{L})(?:đừng|chớ|cấm|dung(?= \\p{L}+ qua(?!\\p{L})))(?!\\p{L})`,
    "u",
  ),
  en: /(?<!\p{L})(?:not|no|never|cannot)(?! (?:more than|over|above|exceeding|(?:extra )?(?:charge|cost)))(?!\p{L})|n['’]t(?!\p{L}| (?:worry|panic|fret|be (?:alarmed|surprised)))/u,
  ja: /(?<!(?:送料|代金|料金|運賃|手数料)[^。、ま]{0,12}(?:いただき|頂き|かかり))ません|不可|できかね|ない|お断り/u,
};

/** `apart`: without commas, what is said of another number or of something named with `thì` is another clause. */
export function clauseAround(text: string, { start, end }: Span, apart = false): string {
  const [before, after] = clauseParts(text, { start, end });
  return apart
    ? before.replace(OF_NUMBER, "") + text.slice(start, end) + after.replace(OF_NEXT, "")
    : before + text.slice(start, end) + after;
}
function clauseParts(text: string, { start, end }: Span): [string, string] {
  // From behind a sign that parts: else each character before one is tried in vain.
  const before = /(?<![^.;,\n。、])[^.;,\n。、]*$/u.exec(text.slice(Math.max(0, start - CLAUSE_MAX), start))?.[0] ?? "";
  const after = /^(?:[^.;,\n。、]|[.,](?=\d))*/u.exec(text.slice(end, end + CLAUSE_MAX))?.[0] ?? "";
  return [before, after];
}

/** "28,000 VND under 12 kg and free from 12 kg": where one figure is told with both its bounds, what is said with this one. */
export function ownClause(text: string, span: Span): string {
  const quote = text.slice(span.start, span.end);
  const [before, after] = clauseParts(text, span);
  if (!before.includes(quote) && !after.includes(quote)) return before + quote + after;
  return `${before.split(JOINING).at(-1) ?? ""}${quote}${after.split(JOINING)[0] ?? ""}`;
}
const JOINING = / (?:and|but|while|và|còn|nhưng) /u;

const COUNTED = `(?:\\d|(?:${eitherBare("một|hai|ba|bốn|sáu|bảy|tám|chín|mười|năm(?= (?:mươi|chục|trăm|ngàn|nghìn))|mươi|chục|trăm|ngàn|nghìn")})(?!\\p{L}))`;
/** With what is written right behind it: the `k` of `310k` denies nothing. */
const OF_NUMBER = new RegExp(`^.*(?<!\\p{L})${COUNTED}\\p{L}*`, "su");
/** `ít nhất hai thùng giấy tờ thì chưa có`; not `dưới hai thùng thì không giao`. */
const OF_NEXT = new RegExp(
  `(?<!\\p{L})(?:(?:${eitherBare("không")} )*${COUNTED}|(?!(?:${eitherBare("lên|xuống|lại|em|shop|mình|tui|tôi|nhà|vườn|bên")}) )\\p{L}+ (?:thì|thi)(?!\\p{L})).*$`,
  "su",
);

function ending(words: string, signs = ""): RegExp {
  return new RegExp(`(?:${said(words).source}${signs === "" ? "" : `|[${signs}]`}) *$`, "u");
}

function beginning(words: string): RegExp {
  return new RegExp(`^ *${said(words).source}`, "u");
}
