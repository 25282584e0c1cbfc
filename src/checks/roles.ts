import { z } from "zod";
import { eitherBare, type Span } from "#facts/said.ts";
import { hasMarks, lighten } from "#facts/fold.ts";
import { recent } from "#facts/recent.ts";
import type { Language } from "#i18n/language.ts";
import { eitherOf } from "./match-rules.ts";
import { openShelf, type Patterns } from "./scan-patterns.ts";
import data from "./rules/roles.json" with { type: "json" };

/** What kind of number may be said of it. */
const classSchema = z.enum(["money", "goods", "packs", "time", "heat", "sweetness", "share", "date", "length", "people"]);
export type AmountClass = z.infer<typeof classSchema>;

const rolesSchema = z.strictObject({
  source: z.string(),
  date: z.string(),
  families: z.array(
    z.strictObject({
      id: z.string(),
      of: z.array(classSchema).min(1),
      /** Counts only where the notes say the same of another number: its words are many and loose. */
      known: z.boolean().optional(),
      /** One label alone: what is not said of it is said of something else. */
      alone: z.boolean().optional(),
      labels: z.array(z.strictObject({ id: z.string(), vi: z.string(), en: z.string(), ja: z.string() })),
    }),
  ),
});

const { families } = rolesSchema.parse(data);
const labels = families.flatMap((family) => family.labels.map((label) => ({ family: family.id, ...label })));
type Role = { family: string; id: string };
/** The grower's notes come bare of marks too; among marked words `trong` is no `trồng`. */
const bare: Patterns<Role> = openShelf<Role>("vi")(() =>
  labels.map(({ family, id, vi }) => ({ rule: { family, id }, either: eitherBare(vi) })),
);
const patterns: Record<Language, Patterns<Role>> = {
  vi: openShelf<Role>("vi")(() =>
    labels.map(({ family, id, vi }) => ({ rule: { family, id }, either: eitherOf([vi.replaceAll("~", "")]) })),
  ),
  en: openShelf<Role>("en")(() => labels.map(({ family, id, en }) => ({ rule: { family, id }, either: eitherOf([en]) }))),
  ja: openShelf<Role>("ja")(() => labels.map(({ family, id, ja }) => ({ rule: { family, id }, either: eitherOf([ja]) }))),
};

export type Family = { id: string; of: readonly AmountClass[]; known?: boolean | undefined; alone?: boolean | undefined };
export const roleFamilies: readonly Family[] = families;

/** Where a sentence says what its numbers are of: `loại 1`, "in the fridge", 卸. */
export function readRoles(text: string, language: Language, sentence: Span): (Span & Role)[] {
  return readers[language](text.slice(sentence.start, sentence.end)).map(({ start, end, ...role }) => {
    return { start: start + sentence.start, end: end + sentence.start, ...role };
  });
}

/** Most of a seller's sentences have been read before. */
const KEPT = { kept: 1_000, lengthMax: 400 };
const readers = { vi: openReader("vi"), en: openReader("en"), ja: openReader("ja") };

function openReader(language: Language): (sentence: string) => readonly (Span & Role)[] {
  return recent((sentence) => {
    const light = lighten(sentence);
    const read = language === "vi" && !hasMarks(light.text) ? bare : patterns[language];
    return read(light)
      .filter(({ rule, start, end }) => rule.family !== "storage" || !isKeptOut(light.text, start, end, language))
      .map(({ rule, ...match }) => {
        const { start, end } = light.span(match.start, match.end);
        return { start, end, ...rule };
      });
  }, KEPT);
}

/** "Not in the freezer", `đừng bỏ ngăn đá`, 冷凍庫には入れない: where it does not keep. */
function isKeptOut(text: string, start: number, end: number, language: Language): boolean {
  const { before, after } = KEPT_OUT[language];
  return before.test(text.slice(Math.max(0, start - 24), start)) || after.test(text.slice(end, end + 12));
}
const NOTHING = /(?!)/u;
const KEPT_OUT: Record<Language, { before: RegExp; after: RegExp }> = {
  vi: {
    before:
      /(?<!\p{L}|chân |chan )(?:đừng|dung|không|khong|chớ|cho|khỏi|khoi|hổng|hong)(?: (?:bỏ|bo|để|de|cất|cat|cho|trữ|tru))(?: (?:vào|vao|vô|vo|trong))? $/u,
    after: NOTHING,
  },
  en: {
    before:
      /(?<!\p{L})(?:not|never|don['’]t|out)(?: (?:put|keep|store|place|leave))?(?: (?:it|them))?(?: (?:in|into|of))? (?:the |a |your )?$/u,
    after: NOTHING,
  },
  ja: { before: NOTHING, after: /^(?:庫|室)?(?:に|へ|で)は?(?:入れ|保存し|置か|し)?(?:ない|ません|ず|なく|ないで)/u },
};
