import type { AmountMention } from "./amounts.ts";
import { foldText } from "./fold.ts";
import { namedAgain } from "./named-again.ts";
import type { Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";
import { lastBefore, nextFrom } from "./spans.ts";

/** The amount before `à nhầm`, with another one after it, goes; so does the one after `viết nhầm`, before `đúng là`. */
export function slips(read: Pick<SourceText, "text" | "cues"> & { amounts: readonly AmountMention[] }): Span[] {
  const taken = (read.cues.get("slip") ?? []).flatMap((slip) => {
    const last = lastBefore(read.amounts, slip.start);
    // `38 ngàn một chục à hổng phải 40 ngàn`: what it was per stands between.
    const taken = last !== undefined && EACH.test(last.quote) ? (lastBefore(read.amounts, last.start) ?? last) : last;
    const instead = nextFrom(read.amounts, slip.end);
    const near =
      taken !== undefined &&
      isRightBefore(read.text, taken.end, slip.start) &&
      instead !== undefined &&
      (instead.start - slip.end <= 14 ||
        MOVED_NOW.test(foldText(read.text.slice(slip.end, Math.min(instead.start, slip.end + MOVED_CHARS)))));
    // `cam 20k/ký, à quên, quýt 30k/ký`: forgotten, not mistaken.
    const forgotten =
      near &&
      FORGOTTEN.test(read.text.slice(slip.start, instead.start)) &&
      !MOVED_NOW.test(foldText(read.text.slice(slip.end, instead.start)));
    return near && !forgotten ? [{ start: taken.start, end: slip.end }] : [];
  });
  return [...taken, ...saidAgain(read), ...namedAgain(read.text, read.cues.get("slip") ?? [], read.amounts)];
}

const FORGOTTEN = /(?:quên|quen)[\s,.…]+(?!giá|gia|là|la|phải|phai|đúng|dung)\p{L}/iu;

/** `à quên bữa nay lên …`, `à quên bán bớt rồi còn …`: what it has come to since. */
const MOVED_NOW =
  /^[ ,.]*(?:(?:hom|bua|sang|bay|thang) (?:nay|gio) |nay |gio |hien |gia |da |vua |moi |no |ban |bot |roi )*(?:tang|len|xuong|giam|con|lai)(?: (?:len|xuong|con|toi|thanh|ve))? $/u;
const MOVED_CHARS = 40;

/** `ngâm 2 tháng... à ngâm 3 tháng`, `30k/ký, hôm nay lên 35k rồi`: what is said again another way, or has moved since. */
function saidAgain({ text, amounts }: { text: string; amounts: readonly AmountMention[] }): Span[] {
  return amounts.flatMap((taken, index) => {
    const instead = amounts[index + 1];
    if (instead === undefined || instead.dimension !== taken.dimension) return [];
    const between = text.slice(taken.end, instead.start);
    const again = AGAIN.test(between) || (between.length <= MOVED_CHARS && taken.unit === "VND" && SINCE.test(foldText(between)));
    return again ? [{ start: taken.start, end: taken.end }] : [];
  });
}
const SINCE =
  /^[ ,.]*(?:ma |nhung )?(?:hom|bua|sang|bay) (?:nay|gio) (?:da |vua |moi |no |gia )*(?:tang|len|xuong|giam)(?: (?:len|xuong|con|toi|thanh))? $/u;
const AGAIN = /^\s*(?:\.{2,}|…)\s*(?:à|ah|ý|ủa)(?:\s+\p{L}+){0,2}\s+$/iu;

/** At most a sign or two, or `nay`, `giờ` between: `đang 70k/kg nay sửa lại 62k/kg`. */
function isRightBefore(text: string, from: number, to: number): boolean {
  return (
    to - from <= 4 ||
    (to - from <= PER_CHARS && /^ ?(?:\/|(?:một|mot|mỗi|moi|1) )\s*\p{L}+[\s,.…]*$/iu.test(text.slice(from, to))) ||
    (to - from <= NOW_CHARS && /^[\s,.;]*(?:(?:hôm|hom|bây|bay)\s+)?(?:nay|giờ|gio)(?:\s+em|\s+e)?[\s,]*$/iu.test(text.slice(from, to)))
  );
}
const NOW_CHARS = 14;
const PER_CHARS = 16;
const EACH = /^(?:một|mot|mỗi|moi|1) \p{L}+$/iu;
