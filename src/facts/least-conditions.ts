import type { AmountMention } from "./amounts.ts";
import { clauseAt } from "./clauses.ts";
import { foldText } from "./fold.ts";
import { cueAfter, hitFrom, tokenAt } from "./nearest-cue.ts";
import type { Span } from "./said.ts";
import type { SourceText } from "./source-text.ts";
import { nextFrom } from "./spans.ts";

/** `đặt từ 8 ký trộn thoải mái`: what it may be made up of is no condition. */
export function isOfAnyKind(read: SourceText, span: Span): boolean {
  return cueAfter(read, span, ["of-any-kind"], { words: 0 }) !== undefined;
}

/** `lấy từ 5kg ai lấy cũng freeship`: less is sold too. */
export function isRewarded(read: SourceText, { start, end }: Span): boolean {
  return /(?<!\p{L})(?:free|mien phi|fs|bao ship|giam|bot|tang|tinh gia|gia si)/u.test(
    foldText(read.text.slice(end, clauseAt(read, start).end)),
  );
}

/** `lấy từ hai ký nha ai lấy thì …`: dictated, no comma ends it. */
export function isRounded(read: SourceText, { end }: Span): boolean {
  return hitFrom(read, "end-word", tokenAt(read, end)) !== undefined;
}

/** `MOQ 1 container 19 MT`: what the load weighs is what must be taken. */
export function loadOf(read: SourceText, { end, dimension }: AmountMention): AmountMention | undefined {
  const load = nextFrom(read.amounts, end);
  if (dimension !== "none" || load?.dimension !== "mass" || load.per !== undefined) return undefined;
  return LOAD.test(read.text.slice(end, load.start)) ? load : undefined;
}
const LOAD = /^\s*(?:containers?|conts?|công|cong|trucks?|xe)\s*(?:[(=,:]\s*|of |about |khoảng |tầm )?$/iu;

/** `đơn từ 3 túi freeship`, `mua từ 5kg mình giao tận nhà`: so much must be taken to have it brought. */
export function isBrought({ text }: SourceText, { end }: Span): boolean {
  return BROUGHT.test(foldText(text.slice(end, end + BROUGHT_CHARS)));
}
const BROUGHT_CHARS = 48;
const BROUGHT =
  /^ (?:(?:tro len|do len|la|thi|se|duoc|ben em|nha em|em|minh|tui) )*(?:free ?ship|free|fs|mien phi (?:ship|giao|van chuyen)|bao ship|(?:giao|cho|ship) tan|xe (?:di|cho|len|ra|ve|xuong)|gui (?:xe|chanh|nha xe))(?!\p{L})/u;
