import { z } from "zod";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import { hasMarks, lightText } from "#facts/fold.ts";
import { addReading } from "./japanese-reading.ts";
import data from "./kin.json" with { type: "json" };
import type { Phrases } from "./phrases.ts";
import type { Telling } from "./sentence.ts";
import { isLasting } from "./tell-amounts.ts";
import { sourceOf, wordsAround } from "./words-around.ts";
import { writeAmount } from "./write-amount.ts";

const { selves, kin, others } = z
  .strictObject({
    source: z.string(),
    selves: z.array(z.string()),
    kin: z.array(z.strictObject({ names: z.array(z.string()), en: z.string(), ja: z.string() })),
    others: z.array(z.string()),
  })
  .parse(data);
const NAMES = [...kin.flatMap(({ names }) => names), ...others].toSorted((left, right) => right.length - left.length);
const KIN = new RegExp(`(?<!\\p{L})(${NAMES.join("|")}) (?:${selves.join("|")})(?: (?:cũng|đã|da|cung))* *$`, "u");

/** `má em làm 20 năm nay`: whose years they are, where they are not the grower's own; no row where nothing says in what words to tell it. */
export function kinBefore(fact: Fact, words: GrowerWords): { name: string; row?: (typeof kin)[number] | undefined } | undefined {
  const name = KIN.exec(lightText(wordsAround(fact, {}, words).before))?.[1];
  if (name === undefined) return undefined;
  const isUnsure = name === "ba" && !hasMarks(sourceOf(fact, words));
  return { name, row: isUnsure ? undefined : kin.find(({ names }) => names.includes(name)) };
}

/** The years of the grower's parents, told as theirs. */
export function tellYearsOfKin(facts: readonly Fact[], phrases: Phrases, words: GrowerWords | undefined): Telling[] {
  if (words === undefined) return [];
  return facts.flatMap((fact): Telling[] => {
    const { amount } = fact;
    const said = fact.kind === "grower" && amount?.unit === "year" && isLasting(fact) ? kinBefore(fact, words) : undefined;
    if (amount === undefined || said?.row === undefined) return [];
    const who = { vi: said.name, en: said.row.en, ja: said.row.ja };
    return [
      {
        key: "tell.story",
        slots: {
          clause: {
            factIds: [fact.id],
            text: (language) => {
              const years = writeAmount(amount, language, { said: fact.text, aloud: phrases.voice.region });
              return phrases.say(language, "known.years-of-kin", 0, {
                list: who[language],
                amount: language === "ja" ? addReading(years) : years,
              });
            },
          },
        },
      },
    ];
  });
}
