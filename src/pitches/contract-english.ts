import { z } from "zod";
import data from "./contractions.json" with { type: "json" };

const swapSchema = z.strictObject({
  said: z.string(),
  aloud: z.string(),
  /** Only where the clause goes on: `as it is.` stays. */
  within: z.boolean().optional(),
});
/** The next word, or the place of one. */
const GOES_ON = "(?= [\\w{])";
const swaps = z
  .array(swapSchema)
  .parse(data.swaps)
  .map(({ said, aloud, within }) => ({ said: new RegExp(`(?<![\\w'])${said}(?![\\w'])${within === true ? GOES_ON : ""}`, "giu"), aloud }));

/** A phrase of `locales/en`, written in full, as it is said: `we're`, `don't`. */
export function contractEnglish(phrase: string): string {
  return swaps.reduce((text, { said, aloud }) => text.replace(said, aloud), phrase);
}
