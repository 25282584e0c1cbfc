import fc from "fast-check";
import { expect, test } from "vitest";
import { checkTexts } from "#checks/check-texts.ts";
import { foldText } from "#facts/fold.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { loadLexicon } from "#lexicon/lexicon.ts";
import nameSounds from "#pitches/english-name-sounds.json" with { type: "json" };
import pluralData from "#pitches/english-plurals.json" with { type: "json" };
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";
import { nameProduct } from "#pitches/name-product.ts";
import phraseSounds from "#pitches/english-sounds.json" with { type: "json" };
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";

const words = loadWords();
const terms = loadLexicon();
const plurals = new Map(Object.entries(pluralData.plurals));
const sold = terms.filter(({ kind }) => kind === "product" || kind === "variety");
/** Names that keep their letters in every language: `ST25`, `NH01-48`. */
const CODE = /[A-Z]+[a-z]?\d+(?:-\d+)?/g;
const FOREIGN: Record<Language, RegExp> = {
  vi: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  en: /[^\x20-\x7e\n]/,
  ja: /\p{Script=Latin}/u,
};

/** Long enough to be loaded with other suites on two cores. */
const PATIENCE_MS = 60_000;

test(
  "whatever the lexicon knows is read from notes, told in three languages, and let through by the gate",
  () => {
    fc.assert(
      fc.property(fc.constantFrom(...sold), fc.uuid(), (term, storyId) => {
        const product = terms.find(({ id }) => id === term.of);
        const notes = `${product === undefined ? "" : `${product.vi.name} `}${term.vi.name} Mộc Châu, giá 35k/kg, thùng 10 kg`;
        const { facts } = readFactsByRules({ notes, answers: [] }, [...MARKETS]);
        const named = facts.filter(({ kind }) => kind === "product" || kind === "variety").map(({ term: id }) => id);
        expect(new Set(named)).toEqual(new Set([term.id, ...(product === undefined ? [] : [product.id])]));
        const texts = { vi: "", en: "", ja: "" };
        for (const language of LANGUAGES) {
          const { intro, loop } = writePitchByRules({ storyId, facts, language, words });
          const listing = writeListingByRules({ storyId, facts, language, slug: "goods", words });
          texts[language] = [...[...intro, ...loop].map(({ say }) => say), listing.title, listing.summary, listing.body].join("\n");
          expect(texts[language].replaceAll(CODE, "")).not.toMatch(FOREIGN[language]);
          expect(texts[language]).not.toMatch(/[[\]{}]|undefined/);
          for (const { read } of [...intro, ...loop]) expect(language === "vi" || read !== undefined).toBe(true);
        }
        const findings = checkTexts({
          words: { notes, answers: [] },
          facts,
          texts,
          markets: [...MARKETS],
          say: words.in("en", "findings"),
        });
        expect(findings.filter(({ severity }) => severity === "block")).toEqual([]);
      }),
      { numRuns: 30 },
    );
  },
  PATIENCE_MS,
);

test("every English word in the names of goods has its sounds, but what is Vietnamese", () => {
  const sounds = new Set(Object.keys({ ...nameSounds.sounds, ...phraseSounds.sounds }));
  const silent = sold.flatMap(({ id, vi, en }) => {
    const name = en.name.replace(/ ?\(.*?\)/g, "");
    const vietnamese = new Set(foldText([vi.name, ...(vi.aliases ?? [])].join(" ")).split(/[^a-z]+/));
    const said = (plurals.get(name) ?? name).toLowerCase().match(/[a-z]{2,}/g) ?? [];
    return said.filter((word) => !sounds.has(word) && !vietnamese.has(word)).map((word) => `${id}: ${word}`);
  });
  expect(silent).toEqual([]);
});

test("a variety of a variety is one thing to sell, by its closer name", () => {
  const named = (notes: string) => nameProduct(readFactsByRules({ notes, answers: [] }, [...MARKETS]).facts)?.text("en");
  expect(named("cà phê Arabica Catimor Khe Sanh 200k/kg")).toBe("Catimor coffee");
  expect(named("cà phê Robusta, Arabica Cầu Đất 200k/kg")).toBe("Robusta coffee and Arabica coffee");
});

test("goods of several Vietnamese names are called as their grower calls them", () => {
  const named = (notes: string) => nameProduct(readFactsByRules({ notes, answers: [] }, [...MARKETS]).facts)?.text("vi");
  expect(named("Trái thơm Tân Phước 10k/trái")).toBe("thơm");
  expect(named("Trà ô long Bảo Lộc hộp 200g 150k")).toBe("trà ô long");
  expect(named("Chè Tân Cương Thái Nguyên 300k/kg")).toBe("chè");
  expect(named("Ớt chỉ thiên Đồng Tháp 30k/kg")).toBe("ớt chỉ thiên");
  expect(named("Bò khô 650k/kg")).toBe("bò khô");
  expect(named("trà thái nguyên 300k/kg")).toBe("chè");
  expect(named("Sầu riêng Ri6 Cai Lậy 85k/kg")).toBe("sầu riêng Ri6");
});
