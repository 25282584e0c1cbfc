import { and, eq, isNotNull } from "#database/drizzle.ts";
import { checkTexts } from "#checks/check-texts.ts";
import type { Finding } from "#checks/finding.ts";
import { blockEdits } from "#database/schema.ts";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language, Market } from "#i18n/language.ts";
import type { Words } from "#i18n/words.ts";
import type { Services } from "#services.ts";

/** The story that a person's words are measured against. */
type Against = { storyId: string; words: GrowerWords; facts: readonly Fact[]; markets: readonly Market[] };

/** What the gate says of a person's own words; they are published all the same. */
export function warningsOf(words: Words, against: Omit<Against, "storyId">, language: Language, say: string): Finding[] {
  const found = checkTexts({ ...against, texts: { [language]: say }, say: words.in("vi", "findings") });
  return found.map((finding) => ({ ...finding, severity: "warn" }));
}

/** Looks at all edits anew: an answer may have brought the fact that one of them lacked. */
export async function warnOfEdits(services: Services, against: Against): Promise<void> {
  const { db } = services.database;
  const { storyId } = against;
  const edits = await db
    .select({ language: blockEdits.language, blockId: blockEdits.blockId, say: blockEdits.say })
    .from(blockEdits)
    .where(and(eq(blockEdits.storyId, storyId), isNotNull(blockEdits.say)));
  for (const { language, blockId, say } of edits) {
    const findings = warningsOf(services.words, against, language, say ?? "");
    // Not the words of an edit made meanwhile.
    const same = and(eq(blockEdits.storyId, storyId), eq(blockEdits.language, language), eq(blockEdits.blockId, blockId));
    await db
      .update(blockEdits)
      .set({ findings })
      .where(and(same, eq(blockEdits.say, say ?? "")));
  }
}
