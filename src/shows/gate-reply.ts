import { checkTexts } from "#checks/check-texts.ts";
import { compareAmounts } from "#checks/compare-amounts.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import type { Services } from "#services.ts";
import { sayFacts, type Replies } from "./answer-by-cards.ts";
import type { Behind } from "./read-behind.ts";

/**
 * A model's reply as it may be suggested: true to one story in the buyer's language, with those of the other languages
 * that say the same. Whoever sends it reads Vietnamese: where the model's is not good, the facts themselves. Empty: none.
 */
export function gateReply(
  { words }: Pick<Services, "words">,
  stories: readonly Behind[],
  language: Language,
  told: Replies,
  factIds: readonly string[],
): Replies {
  const reply = told[language];
  if (reply === undefined) return {};
  const say = words.in("vi", "findings");
  const passes = (story: Behind, texts: Replies) => checkTexts({ ...story, texts, say }).every(({ severity }) => severity !== "block");
  const story = stories.find((one) => restsOn(one, factIds, language, reply) && passes(one, { [language]: reply }));
  if (story === undefined) return {};
  const others = LANGUAGES.filter((other) => other !== language).flatMap((other) => {
    const text = told[other];
    const isSame = text !== undefined && agrees(reply, language, text, other) && passes(story, { [language]: reply, [other]: text });
    return isSame ? [[other, text]] : [];
  });
  return { vi: sayFacts(story.facts, factIds), ...Object.fromEntries(others), [language]: reply };
}

/** Every number of the reply is one of the facts it names. */
function restsOn({ facts }: Behind, factIds: readonly string[], language: Language, reply: string): boolean {
  const told = facts.filter(({ id }) => factIds.includes(id)).map(({ text }) => text);
  return told.length > 0 && compareAmounts(told.join(". "), "vi", reply, language).extra.length === 0;
}

export function agrees(text: string, language: Language, other: string, otherLanguage: Language): boolean {
  const { missing, extra } = compareAmounts(text, language, other, otherLanguage);
  return missing.length === 0 && extra.length === 0;
}
