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
  return [...text.matchAll(GRADE)].flatMap(({ index, 0: quote, groups: { series = "", figure = "" } = {} }) => {
    const letters = series.toLowerCase();
    if (NO_GRADE.has(letters) || unitTable("vi").folded.has(letters)) return [];
    const held = [...bareNotes.matchAll(new RegExp(`(?<![\\p{L}\\d])${letters}(\\d{2,3})(?![\\p{L}\\d])`, "gu"))].map((match) => match[1]);
    return held.length === 0 || held.includes(figure) ? [] : [{ start: index, end: index + quote.length, quote }];
  });
}
const GRADE = /(?<![\p{L}\d])(?<series>[A-Z]{1,2})(?<figure>\d{2,3})(?![\p{Script=Latin}\d]|[.,/-]\d)/gu;
/** Months and weekdays, districts. */
const NO_GRADE = new Set(["t", "q"]);
