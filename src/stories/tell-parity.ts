import { z } from "zod";
import { factKindSchema } from "#facts/fact.ts";
import { LANGUAGES, languageSchema, type Language } from "#i18n/language.ts";
import type { Story } from "./story.ts";

const placesSchema = z.object({
  /** Ids of the pitch's blocks, places of its answers, and whether the listing rests on the fact. */
  intro: z.array(z.string()),
  loop: z.array(z.string()),
  answers: z.array(z.int().min(0)),
  listing: z.boolean(),
});
type Places = z.infer<typeof placesSchema>;

export const paritySchema = z
  .object({
    facts: z.array(
      z.object({
        factId: z.string(),
        kind: factKindSchema,
        quote: z.string(),
        told: z.partialRecord(languageSchema, placesSchema),
        /** `all`: in every language that is told; `none`: in no language; `some`: one buyer is told what another is not. */
        where: z.enum(["all", "some", "none"]),
      }),
    ),
    /** Of the facts told anywhere, the share told everywhere, 0 to 1. */
    parity: z.number().min(0).max(1),
  })
  .meta({ id: "Parity" });
export type Parity = z.infer<typeof paritySchema>;

/** Which fact is told where: block, answer or listing, language by language. */
export function tellParity({ facts, pitches, listings }: Pick<Story, "facts" | "pitches" | "listings">): Parity {
  const languages = LANGUAGES.filter((language) => pitches[language] !== undefined);
  const rows = facts.map(({ id, kind, quote }) => {
    const places = languages.map((language): [Language, Places] => [language, placesOf(id, language, { pitches, listings })]);
    const count = places.filter(([, each]) => isTold(each)).length;
    const where = count === 0 ? ("none" as const) : count === languages.length ? ("all" as const) : ("some" as const);
    return { factId: id, kind, quote, told: Object.fromEntries(places), where };
  });
  const told = rows.filter(({ where }) => where !== "none");
  return { facts: rows, parity: told.length === 0 ? 1 : told.filter(({ where }) => where === "all").length / told.length };
}

function placesOf(factId: string, language: Language, { pitches, listings }: Pick<Story, "pitches" | "listings">): Places {
  const pitch = pitches[language];
  const blocks = (part: "intro" | "loop") => (pitch?.[part] ?? []).flatMap(({ id, factIds }) => (factIds.includes(factId) ? [id] : []));
  return {
    intro: blocks("intro"),
    loop: blocks("loop"),
    answers: (pitch?.answers ?? []).flatMap(({ factIds }, at) => (factIds.includes(factId) ? [at] : [])),
    listing: listings[language]?.factIds.includes(factId) ?? false,
  };
}

function isTold({ intro, loop, answers, listing }: Places): boolean {
  return intro.length + loop.length + answers.length > 0 || listing;
}
