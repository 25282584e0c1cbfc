import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkTexts } from "#checks/check-texts.ts";
import { LANGUAGES, MARKETS, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { FAMILIES } from "#lexicon/term.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import type { Voice } from "#pitches/voice.ts";
import { sentencesOf } from "./pitch-texts.ts";

const words = loadWords();
const VOICES: readonly Voice[] = [
  { region: "north", self: "em", viewers: "các bác", many: false, aloud: true },
  { region: "central", self: "em", viewers: "bà con", many: true, aloud: true },
  { region: "south", self: "tui", viewers: "cô bác", many: false, aloud: true },
  { region: "south", self: "mình", viewers: "bà con", many: true, aloud: true },
];

function keysIn(node: unknown, path: string): string[] {
  if (Array.isArray(node)) return [path];
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, inner]) => keysIn(inner, path === "" ? name : `${path}.${name}`));
}
const keysOf = (namespace: string) => keysIn(JSON.parse(readFileSync(`locales/vi/${namespace}.json`, "utf8")), "");

/** All phrases of a key as they are said, something harmless in their places. */
function said(namespace: "pitch" | "show-plan", key: string, language: Language, voice: Voice): string[] {
  const phrases = openPhrases(words, voice, namespace);
  return [...Array(phrases.count(key)).keys()].map((variant) =>
    plainText(phrases.raw(language, key, variant).replace(/\{\{\w+\}\}/g, language === "ja" ? "もの" : "X")),
  );
}

describe("the phrases of the rule writer", () => {
  test("say nothing that the gate would stop, in any region's words, with no fact behind them", () => {
    const speech = [
      ...keysOf("pitch")
        // What is told of a logo is told only where the notes have the word.
        .filter((key) => !key.startsWith("known.") && key !== "minimum.logo")
        .map((key) => ["pitch", key] as const),
      ...keysOf("show-plan")
        .filter((key) => !key.startsWith("guest.rule"))
        .map((key) => ["show-plan", key] as const),
    ];
    const grower = { notes: "x", answers: [] };
    const blocked = speech.flatMap(([namespace, key]) =>
      LANGUAGES.flatMap((language) =>
        (language === "vi" ? VOICES : VOICES.slice(1, 3)).flatMap((voice) => {
          const text = said(namespace, key, language, voice).join("\n");
          const findings = checkTexts({
            words: grower,
            facts: [],
            texts: { [language]: text },
            markets: [...MARKETS],
            say: words.in("vi", "findings"),
          });
          return findings.map(({ kind, quote }) => `${language} ${key}: ${kind} ${quote}`);
        }),
      ),
    );
    expect(blocked).toEqual([]);
  });

  test("share no sentence with one another, so that none can come twice", () => {
    for (const language of LANGUAGES) {
      const seen = new Map<string, string>();
      const twice: string[] = [];
      for (const key of keysOf("pitch").filter((each) => !/^(?:known|names|reply)\./.test(each))) {
        for (const phrase of said("pitch", key, language, {
          ...VOICES[0],
          region: "north",
          self: "em",
          viewers: "cả nhà",
          many: false,
          aloud: true,
        })) {
          for (const sentence of sentencesOf(phrase)) {
            const before = seen.get(sentence);
            if (before !== undefined && before !== key) twice.push(`${language} ${before} and ${key}: ${sentence}`);
            seen.set(sentence, key);
          }
        }
      }
      expect(twice).toEqual([]);
    }
  });

  test("agree in English with one product or with many", () => {
    const told = keysOf("pitch").flatMap((key) =>
      said("pitch", key, "en", { region: "north", self: "em", viewers: "cả nhà", many: true, aloud: true }),
    );
    expect(told.filter((phrase) => /\bdoes (?:our )?X\b|\bX (?:has|was|comes|goes|keeps|tastes|looks)\b/.test(phrase))).toEqual([]);
  });

  test("know every family of products: what troubles a buyer, what to show and film, what to ask, and whom to ask", () => {
    const [voice] = VOICES;
    if (voice === undefined) return;
    const phrases = openPhrases(words, voice);
    const advice = openPhrases(words, voice, "coach");
    for (const family of FAMILIES) {
      for (const key of ["props", "shot"]) expect([family, key, advice.count(`${key}.${family}`)]).toEqual([family, key, 3]);
      for (const key of ["pain", "demo", "ask", "names.maker"])
        expect([family, key, phrases.count(`${key}.${family}`)]).not.toEqual([family, key, 0]);
    }
  });
});
