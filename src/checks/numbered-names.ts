import { codesIn, holdsCode } from "#facts/codes.ts";
import { lighten } from "#facts/fold.ts";
import { streetsIn } from "#facts/street-names.ts";
import type { Found, Told } from "./ground.ts";

/** A certificate's or a lot's number, a street's day that the notes do not hold to the last digit. */
export function strangeNumberedNames({ light, ground, say }: Told): Found[] {
  const streets = streetsIn(light);
  const held = new Set(streets.length === 0 ? [] : streetsIn(lighten(ground.notes)).map(({ named }) => named));
  return [...codesIn(light).filter((code) => !holdsCode(ground.bareNotes, code)), ...streets.filter(({ named }) => !held.has(named))].map(
    ({ start, end, quote }) => ({ kind: "number", start, end, message: say("number", { quote }) }),
  );
}
