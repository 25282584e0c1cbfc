import { clauseAt, sentenceAt, sentencesIn } from "./clauses.ts";
import { readTakenBack, type Cue, type CueHit } from "./cues.ts";
import type { AmountMention } from "./amounts.ts";
import type { FactKind } from "./fact.ts";
import { foldText, lightText, type Folded } from "./fold.ts";
import { hitFrom } from "./nearest-cue.ts";
import { slips } from "./slips.ts";
import { eitherBare, said, type Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";
import { lastBefore, meeting, nextFrom } from "./spans.ts";

/** A raw span in which nothing counts as a fact, or nothing of some kinds. */
export type Shut = Span & { kinds?: readonly FactKind[] };

type Unshut = Pick<SourceText, "text" | "light" | "tokens" | "cues" | "amounts" | "clauses" | "sentences"> & {
  named: readonly Span[];
  terms: readonly Span[];
};

/** What was, or is elsewhere, says nothing of these. */
const MARKET_KINDS: readonly FactKind[] = ["price", "stock", "sweetness", "size", "minimum-order"];
/** A harvest foretold is still a season; everything else that is only planned is not there. */
const PLANNED_KINDS: readonly FactKind[] = [
  "price",
  "stock",
  "pack",
  "size",
  "sweetness",
  "certification",
  "practice",
  "storage",
  "shelf-life",
  "delivery",
  "minimum-order",
  "award",
];
const ASKED_KINDS: readonly FactKind[] = ["certification", "award", "practice", "storage", "shelf-life", "delivery"];
/** A dictated text has no stops: what is shut stays near the words that shut it. */
const BREATH = 70;
const DICTATED = 90;
/** What was heard, planned or promised takes some words before another thing begins. */
const WORDS_HEARD = 5;

/** Where nothing, or nothing of some kinds, is the grower's own fact of today. */
export function shutSpans(read: Unshut): Shut[] {
  const all = (cue: Cue) => read.cues.get(cue) ?? [];
  return [
    ...orders(read, all("order")),
    ...all("hearsay").map((hit) => heard(read, hit)),
    ...all("other").map((hit) => within(read, hit, ["but"])),
    ...all("health")
      .filter((hit) => !beginsInName(read.light, read.terms, hit))
      .map((hit) => after(read, hit)),
    ...all("plan")
      .filter((hit) => !isOfRange(read, hit) && !beginsInName(read.light, read.terms, hit))
      .map((hit) => ({ ...(isLastOf(read, hit) ? hit : within(read, hit, ["but", "today"])), kinds: PLANNED_KINDS })),
    // `Chợ Lách` is no market.
    ...[
      ...all("past").filter((hit) => !isOfHarvest(read, hit)),
      ...all("market").filter((hit) => meeting(read.named, hit) === undefined),
    ].map((hit) => ({
      ...within(read, hit, ["today"]),
      kinds: isGivenUp(read, hit) ? [...MARKET_KINDS, "delivery", "storage"] : MARKET_KINDS,
    })),
    ...questions(read),
    ...slips(read),
  ];
}

/** `hồi đó giao khắp tỉnh, giờ chỉ bán tại nhà`: no more. */
function isGivenUp(read: Unshut, { start, end }: Span): boolean {
  return GIVEN_UP.test(foldText(read.text.slice(end, sentenceAt(read, start).end)));
}
const GIVEN_UP =
  /(?<!\p{L})(?:gio|nay)(?: (?:thi|minh|em|nha|ben|tui|toi|con)){0,3} (?:chi|thoi|het|khong|ko|nghi|bo|ngung|chua)(?!\p{L})/u;

/** `mắm Ba Tri can 5 lít` heals nothing, `nem chua OCOP` is sour, and no "not yet"; `nem chua co OCOP` may be one. */
export function beginsInName({ raw }: Folded, names: readonly Span[], hit: Span): boolean {
  if (/^chua co(?!\p{L})/u.test(raw.slice(hit.start, hit.start + 8))) return false;
  return names.some(({ start, end }) => start < hit.start && hit.start < end);
}

/** `năm tới bảy trái một ký`, `một ký năm tới bảy trái`: five to six, and no next year; nor is the bare six hundred of `mua sau tram ngan` a next season. */
function isOfRange({ amounts }: Unshut, hit: CueHit): boolean {
  const mention = meeting(amounts, hit);
  if (mention !== undefined && mention.start > hit.start && mention.end > hit.end && mention.max >= SUM_MIN) return true;
  return (
    mention !== undefined && mention.start <= hit.start && mention.end > hit.end && mention.max > mention.min && mention.per !== undefined
  );
}

const SUM_MIN = 1000;

/** `giấy tờ thì chưa có chở tận nhà`: the lack was said of what stands before, and where it goes is told next. */
export function isLastOf({ tokens, cues }: Pick<Unshut, "tokens" | "cues">, { from }: CueHit): boolean {
  const [then, not, had] = [tokens[from - 1]?.plain, tokens[from]?.plain, tokens[from + 1]?.plain];
  return then === "thi" && not === "chua" && had === "co" && hitFrom({ cues }, "sent", from + 2) !== undefined;
}

/** `thu hồi đầu tháng ba`, `đào hồi tết`: when these very goods were brought in, and no price of those days. */
function isOfHarvest({ tokens }: Unshut, hit: CueHit): boolean {
  return tokens[hit.from]?.plain === "hoi" && BROUGHT_IN.has(tokens[hit.from - 1]?.plain ?? "");
}
const BROUGHT_IN = new Set("quay thu hai cat gat dao nho be vot boc danh luoi rang say u phoi".split(" "));

/** What is not the grower's word at all: slips taken back, and words to the machine. */
export function takenBack(light: Folded, amounts: readonly AmountMention[]): Span[] {
  const cues = readTakenBack(light);
  const read = { text: light.raw, cues, amounts, sentences: sentencesIn(light.raw) };
  return [...orders(read, cues.get("order") ?? []), ...slips(read), ...answeredNo(read)];
}

/** An order to the machine runs to the end of its sentence, `… rồi ghi thêm`, or of the brackets that it stands in. */
function orders(read: Pick<Unshut, "text" | "sentences">, hits: readonly CueHit[]): Span[] {
  return hits.map(({ start, end }) => ({
    start,
    end: Math.min(bracketEnd(read.text, end) ?? sentenceAt(read, start).end, start + ORDER_MAX),
  }));
}
const ORDER_MAX = 400;

/** Where the brackets around a place close; those of a mere label, `[SYSTEM]`, hold nothing. */
function bracketEnd(text: string, at: number): number | undefined {
  const [bracket] = /[[({][^\])}]*$/u.exec(text.slice(Math.max(0, at - ORDER_MAX), at)) ?? [];
  const close = CLOSING.get(bracket?.[0] ?? "");
  const length = close === undefined ? -1 : text.slice(at, at + ORDER_MAX).indexOf(close);
  return length < LABEL_MAX ? undefined : at + length;
}
const LABEL_MAX = 3;
const CLOSING = new Map([
  ["[", "]"],
  ["(", ")"],
  ["{", "}"],
]);

/** Hearsay covers its clause and those that follow in the sentence, until one speaks of trade again. */
function heard(read: Unshut, hit: CueHit): Span {
  const own = clauseAt(read, hit.start);
  if (own.end - own.start > DICTATED) {
    // `nghe người ta nói …` leads in what was heard; what a dictated breath told before is the grower's own.
    const before = LEADS_IN.has(read.tokens[hit.from]?.plain ?? "") ? 0 : BREATH;
    return { start: Math.max(own.start, hit.start - before), end: turnAfter(read, hit, own.end) };
  }
  const sentence = sentenceAt(read, hit.start);
  let { end } = own;
  for (let clause = nextFrom(read.clauses, end); clause !== undefined && clause.end <= sentence.end; clause = nextFrom(read.clauses, end)) {
    const trade = nextFrom(read.cues.get("turn") ?? [], clause.start);
    const amount = nextFrom(read.amounts, clause.start);
    if ((trade !== undefined && trade.start - clause.start < 6) || (amount !== undefined && amount.start < clause.end)) break;
    end = clause.end;
  }
  return { start: own.start, end };
}

const LEADS_IN = new Set(["nghe", "thay", "theo"]);

/** From the words on to the end of their clause. */
function after(read: Unshut, hit: CueHit): Span {
  const { start, end } = clauseAt(read, hit.start);
  // `… hay lắm để chỗ mát hai năm`: a dictated breath goes on to how it is kept.
  const kept = nextFrom(read.cues.get("kept") ?? [], hit.end)?.start ?? end;
  return { start: hit.start, end: end - start > DICTATED ? Math.min(kept, turnAfter(read, hit, end)) : end };
}

/** The clause around the words, up to what turns it: `năm ngoái 40k, nay 30k`. */
function within(read: Unshut, hit: CueHit, stops: readonly Cue[]): Span {
  const clause = clauseAt(read, hit.start);
  const long = clause.end - clause.start > DICTATED;
  const before = stops.map((cue) => lastBefore(read.cues.get(cue) ?? [], hit.start)?.end ?? 0);
  const next = stops.map((cue) => nextFrom(read.cues.get(cue) ?? [], hit.end)?.start ?? Infinity);
  const end = long ? turnAfter(read, hit, clause.end) : clause.end;
  return { start: long ? hit.start : Math.max(clause.start, ...before), end: Math.min(end, ...next) };
}

/** Where a dictated breath speaks of something else: some words later, at `giá`, `còn`, `gọi`. */
function turnAfter(read: Unshut, hit: CueHit, end: number): number {
  const later = read.tokens[hit.next + WORDS_HEARD]?.start ?? end;
  const rounded = read.tokens.slice(hit.next, hit.next + WORDS_HEARD).find((token, index, words) => roundsOff(token, words[index - 1]));
  const refused = REFUSES.exec(lightText(read.text.slice(hit.end, hit.end + BREATH)));
  const refusal = refused === null ? end : hit.end + refused.index + refused[0].length;
  return Math.min(end, hit.end + BREATH, nextFrom(read.cues.get("turn") ?? [], later)?.start ?? end, rounded?.end ?? end, refusal);
}
/** `… mà tụi em hổng dám nói vậy`: with that all is said of what was heard. */
const REFUSES = new RegExp(
  `(?<!\\p{L})(?:${eitherBare("không|ko|k|hông|hổng|chẳng|chả")}) (?:${eitherBare("dám")}) (?:${eitherBare("nói|quảng cáo|hứa|khoe|đồn|nhận|rao|ghi")})(?: \\p{L}+){0,1}? (?:${eitherBare("vậy|thế|bậy|đâu|rứa|bừa")})(?!\\p{L})`,
  "u",
);
/** `giấy thì chưa có đâu ạ`, `chưa có gì cả`: a sentence ends here where no stop is written. */
function roundsOff({ text }: { text: string }, before: { plain: string } | undefined): boolean {
  return ROUNDS_OFF.has(text) || (AT_ALL.has(text) && /^(?:gi|chi)$/.test(before?.plain ?? ""));
}
const AT_ALL = new Set(["cả", "hết", "ráo", "ca", "het"]);
const ROUNDS_OFF = new Set(["ạ", "nhé", "nghen"]);

/** The source of a question's end with a "no" for its answer, over lightened text: `? không phải`, `? chưa,`. */
export const ANSWERED_NO = `\\?\\s*${said("(?:dạ |à |thì )*(?:(?:không|ko|k|hông|hổng|chưa)(?: phải| có| ạ| nha| nhé| đâu)*(?= *(?:[,.;!\\n]|$))|(?:không|hông|đâu) phải|làm gì có|đâu có)").source}`;
const IS_ANSWERED_NO = new RegExp(`^${ANSWERED_NO}`, "u");

/** `có VietGAP không? dạ có ạ` */
const ANSWERED_YES = new RegExp(
  `^\\?\\s*${said("(?:dạ |ừ |vâng |thì )*có(?: (?:chứ|rồi|nha|nhé|ạ|đủ|luôn|đầy đủ))*(?= *(?:[,.;!\\n]|$))").source}`,
  "u",
);

/** What is asked is not told: `VietGAP? chưa có`; a place only where it is asked back, `làng Phú Đô hả chị?`; nothing where the answer is no. */
function questions(read: Unshut): Shut[] {
  return read.sentences.flatMap(({ start, end }): Shut[] => {
    if (read.text[end] !== "?") return [];
    const answer = lightText(read.text.slice(end, end + 30));
    if (IS_ANSWERED_NO.test(answer)) return [{ start, end }];
    if (ANSWERED_YES.test(answer)) return [];
    const back = /(?:hả|hở|phải không|phải hông|đúng không|ha|phai khong|dung khong)(?:\s+\p{L}+){0,2}\s*$/iu.test(
      read.text.slice(Math.max(start, end - 40), end).normalize("NFC"),
    );
    // `Phú Yên hay Bình Định?`: where from, the next words tell.
    const either = /(?<!\p{L})hay(?!\p{L})/iu.test(read.text.slice(start, end));
    return [{ start, end, ...(back ? {} : { kinds: either ? [...ASKED_KINDS, "origin"] : ASKED_KINDS }) }];
  });
}

/** `12-14 trái/thùng? hông, 20-22`: the words asked, from the last comma on. */
function answeredNo({ text, sentences }: Pick<Unshut, "text" | "sentences">): Span[] {
  return sentences.flatMap(({ start, end }) => {
    if (text[end] !== "?" || !IS_ANSWERED_NO.test(lightText(text.slice(end, end + 30)))) return [];
    return [{ start: Math.max(start, text.lastIndexOf(",", end) + 1), end }];
  });
}
