import { findTerm } from "#lexicon/lexicon.ts";
import { foldText } from "./fold.ts";
import type { Span } from "./said.ts";
import { trim, type SourceText } from "./source-text.ts";
import { indexFrom, meeting, nextFrom } from "./spans.ts";
import { isHourOfDay, isTime } from "./times-on-the-way.ts";

/** `về xuôi 3-4 ngày`, `Vinh nhận trong ngày`, `Hà Nội 2 ngày nhận`: where to and how soon, and no more, without a verb of sending. */
export function toTowns(read: SourceText): Span[] {
  return read.clauses.flatMap((whole): Span[] => {
    const clause = trim(read, whole);
    const from = indexFrom(read.terms, clause.start);
    const place = read.terms.slice(from, from + 4).find(({ id, end }) => end <= clause.end && findTerm(id)?.kind === "place");
    const time = nextFrom(read.amounts, clause.start);
    const days = time !== undefined && time.end <= clause.end && isTime(time) && !isHourOfDay(read, time) ? time : undefined;
    const cut = [place, days].filter((part) => part !== undefined).toSorted((left, right) => left.start - right.start);
    let words = "";
    let at = clause.start;
    for (const part of cut) {
      if (part.start < at) return [];
      words += `${read.text.slice(at, part.start)}${part === place ? "@" : "#"}`;
      at = part.end;
    }
    return TO_TOWN.test(foldText(words + read.text.slice(at, clause.end))) && meeting(read.closed, clause) === undefined ? [clause] : [];
  });
}
const SOON = "(?:(?:mat|khoang|tam|chung|sau|trong|la|thi) )*#|(?:la |thi )?(?:trong|luon trong|ngay trong) ngay";
const TO_TOWN = new RegExp(
  String.raw`^(?:(?:(?:hang )?(?:ve|len|ra|vao|vo|toi|den|xuong) (?:@|xuoi|mien xuoi|pho|dong bang)) (?:(?:mat|khoang|tam|chung|het|trong|la|thi) )*#|(?:ra |vao |vo |ve )?@ (?:(?:la |thi )?nhan(?: hang| duoc| dc)? (?:${SOON})|(?:la |thi |khoang |tam )?# (?:la )?(?:nhan|co|toi)(?: hang| noi| duoc)?))(?: a| nha| nhe| nghen| luon| thoi)*$`,
  "u",
);
