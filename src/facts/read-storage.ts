import type { AmountMention } from "./amounts.ts";
import type { CueHit } from "./cues.ts";
import { foldText } from "./fold.ts";
import { JAPANESE_STORAGE } from "./japanese-passages.ts";
import { cueBefore } from "./nearest-cue.ts";
import { isDone, isSent, keeps } from "./shelf-life.ts";
import { amountOf, found, type Draft, type SourceText } from "./source-text.ts";
import { lastBefore, meeting, nextFrom } from "./spans.ts";

/** Where it is kept, with its temperature; of neighbours that say one thing together, one. */
export function readStorage(read: SourceText): Draft[] {
  const drafts: Draft[] = [];
  for (const hit of found(read, "kept").map((each) => afterVacuum(read, each))) {
    if (isSent(read, hit) || isDone(read, hit) || isVerb(read, hit) || isNotHad(read, hit)) continue;
    const first = nextFrom(read.amounts, hit.start);
    const mention = first?.unit === "celsius" && first.start - hit.end <= 6 ? first : undefined;
    const end = Math.max(hit.end, mention?.end ?? 0);
    const last = drafts.at(-1);
    const near =
      last !== undefined &&
      hit.start - last.end < 20 &&
      /^[\s,]*(?:(?:và|va|hoặc|hoac|hay|rồi|nắp|,)[\s,]*)*$/iu.test(read.text.slice(last.end, hit.start));
    if (last !== undefined && (near || hit.start < last.end))
      drafts.splice(-1, 1, { ...last, end: Math.max(end, last.end), ...warmth(mention) });
    else drafts.push({ kind: "storage", start: hit.start, end, ...warmth(mention) });
  }
  const cold = read.amounts.filter(
    (mention) => mention.unit === "celsius" && meeting(drafts, mention) === undefined && isKeptSo(read, mention),
  );
  const japanese = [...read.text.matchAll(JAPANESE_STORAGE)]
    .map(({ 0: words, index }): Draft => ({ kind: "storage", start: index, end: index + words.length }))
    .filter((draft) => meeting(drafts, draft) === undefined);
  return [
    ...drafts,
    ...japanese,
    ...cold.map((mention): Draft => ({
      kind: "storage",
      start: mention.start - coldBox(read, mention),
      end: mention.end,
      ...warmth(mention),
    })),
  ];
}

/** `cont lạnh 13 độ`: how much of the quote tells the box. */
function coldBox({ text }: SourceText, { start }: AmountMention): number {
  return (
    /(?<!\p{L})(?:container|conts?|công|cong) (?:lạnh|lanh)\s+$/iu.exec(text.slice(Math.max(0, start - 18), start).normalize("NFC"))?.[0]
      .length ?? 0
  );
}

/** Bare of its marks a dark or dry place is also the `chở tới` that goes on to somewhere, and the `cho khô` of what is dried. */
function isVerb({ text }: SourceText, { start, end }: CueHit): boolean {
  const said = text.slice(start, end).toLowerCase();
  if (said === "cho mat" && DRUNK.test(text.slice(Math.max(0, start - DRIED_CHARS), start))) return true;
  if (said === "cho kho") return DRIED.test(text.slice(Math.max(0, start - DRIED_CHARS), start));
  return said === "cho toi" && /^ (?!(?:mat|kho|kin|thoang|ram|de|giu|duoc|dc|thi|la|va|voi) )\p{L}/iu.test(text.slice(end, end + 12));
}
/** `uong cho mat`: to cool whoever drinks it. */
const DRUNK = /(?<!\p{L})(?:uong|an|nau|pha|tam|goi)(?: [\p{L}\d]+){0,2} $/iu;
const DRIED = /(?<!\p{L})(?:phoi|say|hong|rang|dang)(?: [\p{L}\d]+){0,3} $/iu;
const DRIED_CHARS = 24;

/** `kho lạnh thì nhà chưa có`, `kho lạnh phải đi thuê` */
function isNotHad({ text }: SourceText, { start, end }: CueHit): boolean {
  return STOREHOUSE.test(foldText(text.slice(start, end))) && NOT_HAD.test(foldText(text.slice(end, end + NOT_HAD_CHARS)));
}
const STOREHOUSE = /(?:kho|phong|ham) (?:lanh|mat|dong)$/u;
const NOT_HAD =
  /^,? (?:(?:thi|la|minh|nha|em|ben|tui|toi) )*(?:(?:khong|ko|chua|chang|dau) (?:co|lap|xay)|phai (?:di )?(?:thue|muon|gui))(?!\p{L})/u;
const NOT_HAD_CHARS = 40;

/** `hút chân không để ngăn mát` denies nothing: the `không` is of the vacuum; of `không chất bảo quản ngăn đá` only the fridge keeps. */
function afterVacuum({ tokens }: SourceText, hit: CueHit): CueHit {
  const [before, first, second] = [tokens[hit.from - 1], tokens[hit.from], tokens[hit.from + 1]];
  if (before?.plain === "chan" && first?.plain === "khong" && second !== undefined)
    return { ...hit, from: hit.from + 1, start: second.start };
  const third = tokens[hit.from + 2];
  const isNoun = /^(?:chat|thuoc)$/.test(before?.plain ?? "") && first?.plain === "bao" && second?.plain === "quan";
  return isNoun && third !== undefined && third.start < hit.end ? { ...hit, from: hit.from + 2, start: third.start } : hit;
}

/** `giữ ở 13 độ`, `giữ được 20 ngày ở 13-15 độ`; nothing but frozen goods is below nought. */
function isKeptSo(read: SourceText, mention: AmountMention): boolean {
  const hit = cueBefore(read, mention, ["keep", "kept", "done", "not-keep"], { words: 2 });
  if (hit !== undefined) return hit.cue === "keep" || (hit.cue === "kept" && !isSent(read, hit));
  if (mention.max < 0 || (coldBox(read, mention) > 0 && cueBefore(read, mention, ["sent", "not-kept"], { words: 3 }) === undefined))
    return true;
  const time = lastBefore(read.amounts, mention.start);
  return (
    time !== undefined && keeps(read, time) && /^\s*(?:ở|o|tại|tai|trong|dưới|duoi)\s*$/iu.test(read.text.slice(time.end, mention.start))
  );
}

/** `dưới 25 độ` is a bound, no temperature of its own. */
function warmth(mention: AmountMention | undefined): Partial<Draft> {
  return mention === undefined || mention.approximate === "under" || mention.approximate === "over" ? {} : amountOf(mention);
}
