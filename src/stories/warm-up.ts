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
const SAID = { notes: TEXTS.vi, answers: [] };
const markets = [...MARKETS];

/** Has the rules read and compiled before anybody asks, as the first to ask would wait for it: here, and where stories are told. */
export async function warmUp({ rules, words }: Pick<Services, "rules" | "words">, { tells }: { tells: boolean }): Promise<void> {
  await Promise.all([openGate(words), tells ? tellOnce(rules) : undefined]);
}

/** The event loop gets a turn before each book. */
async function openGate(words: Services["words"]): Promise<void> {
  const say = words.in("vi", "findings");
  const books = [
    ...LANGUAGES.map((language) => () => void termsIn(TEXTS[language], language)),
    () => void readFactsByRules(SAID, markets),
    ...LANGUAGES.map((language) => () => void checkTexts({ words: SAID, facts: [], texts: { [language]: TEXTS[language] }, markets, say })),
  ];
  for (const open of books) {
    await nextTurn();
    open();
  }
}

async function tellOnce(rules: Services["rules"]): Promise<void> {
  const { facts } = await rules.read(SAID, markets);
  for (const language of LANGUAGES)
    await rules.tell({ storyId: "warm-up", minutes: undefined, ground: { words: SAID, facts, markets, language }, earlier: undefined });
}
