import { setImmediate as nextTurn } from "node:timers/promises";
import { checkTexts } from "#checks/check-texts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS, type Language } from "#i18n/language.ts";
import { termsIn } from "#lexicon/lexicon.ts";
import type { Services } from "#services.ts";

/** A product, a place, a price and a pack in each language: every book of rules is opened for them. */
const TEXTS: Record<Language, string> = {
  vi: "Vải thiều Lục Ngạn, giá 35k/kg, thùng 5kg.",
  en: "Lychees from Lục Ngạn, 35,000 VND a kilo, in boxes of 5 kg.",
  ja: "ルックガン産ライチ、1キロ3万5千ドン、5キロ箱です。",
};

/**
 * Has the rules read and compiled before anybody asks, as the first to ask would wait for it: where stories are told, then in this
 * thread, where the event loop gets a turn between any two books.
 */
export async function warmUp({ rules, words }: Pick<Services, "rules" | "words">, { tells }: { tells: boolean }): Promise<void> {
  const said = { notes: TEXTS.vi, answers: [] };
  const markets = [...MARKETS];
  if (tells) {
    const { facts } = await rules.read(said, markets);
    for (const language of LANGUAGES)
      await rules.tell({ storyId: "warm-up", minutes: undefined, ground: { words: said, facts, markets, language }, earlier: undefined });
  }
  const say = words.in("vi", "findings");
  const inTurn = [
    ...LANGUAGES.map((language) => () => void termsIn(TEXTS[language], language)),
    () => void readFactsByRules(said, markets),
    ...LANGUAGES.map((language) => () => void checkTexts({ words: said, facts: [], texts: { [language]: TEXTS[language] }, markets, say })),
  ];
  for (const open of inTurn) {
    open();
    await nextTurn();
  }
}
