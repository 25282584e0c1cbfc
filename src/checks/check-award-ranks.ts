import { z } from "zod";
import { lightText } from "#facts/fold.ts";
import { oncePerText } from "#facts/once-per-text.ts";
import { said } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Ground, Told } from "./ground.ts";
import { compileRule } from "./match-rules.ts";
import data from "./rules/award-ranks.json" with { type: "json" };

const { ranks } = z
  .strictObject({
    source: z.string(),
    date: z.string(),
    ranks: z.array(z.strictObject({ id: z.string(), vi: z.string(), en: z.string(), ja: z.string() })),
  })
  .parse(data);
const RANKS: Record<Language, readonly { id: string; pattern: RegExp }[]> = { vi: ranksIn("vi"), en: ranksIn("en"), ja: ranksIn("ja") };
const HELD = ranks.map(({ id, vi }) => ({ id, pattern: said(vi) }));

/** An award told with a rank that is not the notes' own: the first prize of a second, a gold medal of none. */
export function checkAwardRanks(told: Told): Found[] {
  const { ids: held } = heldRanks(told.ground);
  // With no award at all any award is a claim with nothing behind it, whatever its rank.
  if (held === undefined) return [];
  return RANKS[told.language]
    .filter(({ id }) => !held.has(id))
    .flatMap(({ pattern }) =>
      [...told.light.text.matchAll(pattern)].map((match): Found => {
        const { start, end, quote } = told.light.span(match.index, match.index + match[0].length);
        return { kind: "claim", start, end, message: told.say("claim.phrase", { quote }) };
      }),
    );
}

/** None: no award at all. */
const heldRanks = oncePerText(({ facts }: Ground): { ids: ReadonlySet<string> | undefined } => {
  const awards = facts.filter(({ kind }) => kind === "award").map(({ quote }) => lightText(quote));
  if (awards.length === 0) return { ids: undefined };
  return { ids: new Set(HELD.filter(({ pattern }) => awards.some((quote) => quote.search(pattern) !== -1)).map(({ id }) => id)) };
});

function ranksIn(language: Language): { id: string; pattern: RegExp }[] {
  return ranks.map((rank) => ({ id: rank.id, pattern: compileRule([rank[language]], language) }));
}
