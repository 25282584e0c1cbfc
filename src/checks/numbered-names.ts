import { codesIn, holdsCode } from "#facts/codes.ts";
import { lighten } from "#facts/fold.ts";
import { streetsIn } from "#facts/street-names.ts";
import { unitTable } from "#lexicon/units.ts";
import type { Found, Told } from "./ground.ts";

/** A certificate's or a lot's number, a street's day that the notes do not hold to the last digit. */
export function strangeNumberedNames({ light, text, ground, say }: Told): Found[] {
  const streets = streetsIn(light);
  const held = new Set(streets.length === 0 ? [] : streetsIn(lighten(ground.notes)).map(({ named }) => named));
  const strange = [
    ...codesIn(light).filter((code) => !holdsCode(ground.bareNotes, code)),
    ...streets.filter(({ named }) => !held.has(named)),
    ...otherGrades(text, ground.bareNotes),
  ];
  return strange.map(({ start, end, quote }) => ({ kind: "number", start, end, message: say("number", { quote }) }));
}

/** `W240` of the notes' W320: a grade of the same letters, and none that they have. */
function otherGrades(text: string, bareNotes: string): { start: number; end: number; quote: string }[] {
  const grades = [...text.matchAll(GRADE)];
  if (grades.length === 0) return [];
  const held = new Set<string>();
  const series = new Set<string>();
  for (const { groups: { letters = "", figure = "" } = {} } of bareNotes.matchAll(BARE_GRADE)) {
    held.add(letters + figure);
    series.add(letters);
  }
  return grades.flatMap(({ index, 0: quote, groups: { letters = "" } = {} }) => {
    const own = letters.toLowerCase();
    if (!series.has(own) || held.has(quote.toLowerCase()) || NO_GRADE.has(own) || unitTable("vi").folded.has(own)) return [];
    return [{ start: index, end: index + quote.length, quote }];
  });
}
const BARE_GRADE = /(?<![\p{L}\d])(?<letters>[a-z]{1,2})(?<figure>\d{2,3})(?![\p{L}\d])/gu;
const GRADE = /(?<![\p{L}\d])(?<letters>[A-Z]{1,2})\d{2,3}(?![\p{Script=Latin}\d]|[.,/-]\d)/gu;
/** Months and weekdays, districts. */
const NO_GRADE = new Set(["t", "q"]);
