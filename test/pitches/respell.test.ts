import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import abroad from "#facts/markets-abroad.json" with { type: "json" };
import terms from "#facts/trade-terms.json" with { type: "json" };
import ingredients from "#lexicon/ingredients.json" with { type: "json" };
import { loadLexicon } from "#lexicon/lexicon.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { cutHiragana } from "#pitches/cut-hiragana.ts";
import { addReading } from "#pitches/japanese-reading.ts";
import counted from "#pitches/counted-goods.json" with { type: "json" };
import nameSounds from "#pitches/english-name-sounds.json" with { type: "json" };
import sounds from "#pitches/english-sounds.json" with { type: "json" };
import grades from "#pitches/grades.json" with { type: "json" };
import keeping from "#pitches/keeping.json" with { type: "json" };
import priced from "#pitches/priced-goods.json" with { type: "json" };
import { contractEnglish } from "#pitches/contract-english.ts";
import { respell } from "#pitches/respell.ts";
import { plainText } from "#pitches/ruby.ts";

const words = loadWords();
const phrasesOf = (node: unknown): string[] =>
  typeof node === "string" ? [node] : typeof node === "object" && node !== null ? Object.values(node).flatMap(phrasesOf) : [];
/** All that is said: the script, the show around it, and the words of data that fill them. */
const phrases = (language: (typeof LANGUAGES)[number]) => [
  ...phrasesOf(JSON.parse(readFileSync(`locales/${language}/pitch.json`, "utf8"))),
  ...["line", "guest.say"].flatMap((key) =>
    phrasesOf(words.in(language, "show-plan")(key, { returnObjects: true, skipInterpolation: true })),
  ),
];
const named = (language: (typeof LANGUAGES)[number]) => [
  ...[...grades.grades, ...grades.states, ...grades.spots, ...grades.taxes, ...Object.values(grades.buyers), ...keeping.bounds].map(
    (row) => row[language],
  ),
  ...[...counted.units, ...priced.goods].flatMap((row) => (language === "ja" ? row.ja.replace(/^\p{Script=Han}$/u, "") : row[language])),
];

describe("a respelling can be read by a Vietnamese reader", () => {
  test("Japanese is romanised with its particles, counters, days and phone numbers as they are said", () => {
    expect(respell("お値段[ねだん]は1キロ3万5千ドンです。", "ja")).toBe("onedan wa ichi kiro sanman gosen don desu.");
    expect(respell("12本[ほん]入[い]りの箱[はこ]、20日[にち]もちます。", "ja")).toBe("jūnihon iri no hako, hatsuka mochimasu.");
    expect(respell("2022年[ねん]、0912 345 678へ", "ja")).toBe("nisen nijūninen, zero kyū ichi ni, san yon go, roku nana hachi e");
    expect(respell("1鉢、2鉢、3枚、1点、1組、1羽、3匹、1匹、6杯、10頭、1粒、1かご", "ja")).toBe(
      "hitohachi, futahachi, sanmai, itten, hitokumi, ichiwa, sanbiki, ippiki, roppai, juttō, hitotsubu, hitokago",
    );
    expect(respell("読みのない漢字です。", "ja")).toBeUndefined();
  });

  test.each([
    ["どなたにもごあいさつしたいです。", "donata ni mo go-aisatsu shitai desu."],
    ["はっきりお伝[つた]えしますと、こちらへどうぞ。", "hakkiri otsutae shimasu to, kochira e dōzo."],
    [
      "遠[とお]くの方[かた]にも、大[おお]きさがわかるように、もう一度[いちど]お見[み]せします。",
      "tōku no kata ni mo, ōkisa ga wakaru yō ni, mō ichido omise shimasu.",
    ],
    ["よいと思[おも]うものを選[えら]んでいただけたらうれしいです。", "yoi to omou mono o erande itadaketara ureshii desu."],
    ["いつ召[め]し上[あ]がりますか？おうちでですか？", "itsu meshiagarimasu ka? o-uchi de desu ka?"],
    [
      "溶[と]かして、少[すこ]し離[はな]して、新[あたら]しい箱[はこ]に入[い]れてはいけません。",
      "tokashite, sukoshi hanashite, atarashii hako ni irete wa ikemasen.",
    ],
    ["お気[き]持[も]ちはViettel Postでお送[おく]りします。", "okimochi wa Viettel Post de o-okuri shimasu."],
  ])("Japanese is cut into words where a speaker would, and a long vowel is one letter: %s", (said, read) => {
    expect(respell(said, "ja")).toBe(read);
  });

  test.each([
    ["1本", "ippon"],
    ["3本", "sanbon"],
    ["300本", "sanbyappon"],
    ["1着", "itchaku"],
    ["1足", "issoku"],
    ["2膳", "nizen"],
    ["1冊", "issatsu"],
    ["1箱", "hitohako"],
    ["10箱", "juppako"],
    ["6月[がつ]1日", "rokugatsu tsuitachi"],
    ["1日[にち]", "ichinichi"],
    ["19日", "jūkunichi"],
    ["2～3日[にち]", "futsuka kara mikka"],
    ["5～6本[ほん]", "gohon kara roppon"],
    ["24時間[じかん]", "nijūyojikan"],
    ["1.5キロ", "itten go kiro"],
    ["1000万ドン", "issenman don"],
    ["1万6500ドン", "ichiman rokusen gohyaku don"],
  ])("%s is %s", (said, read) => {
    expect(respell(said, "ja")).toBe(read);
  });

  test("every word in hiragana of the Japanese phrases is known, so that none runs into the next", () => {
    const unknown = phrases("ja").filter((phrase) => {
      const units = phrase
        .replace(/\{\{\w+\}\}/g, "X")
        .replace(/(\p{Script=Han}+)\[[^\]]+\]/gu, (_ruby, kanji: string) => (kanji.length === 1 ? "漢" : "漢字"));
      return [...units.matchAll(/(漢字?)?(\p{Script=Hiragana}+)(?=([漢X])?)/gu)].some(
        ([, before, run = "", after]) =>
          cutHiragana(run, before === undefined ? "other" : before.length === 1 ? "kanji" : "compound", after !== undefined) === undefined,
      );
    });
    expect(unknown).toEqual([]);
  });

  test.each([
    ["Thank you, I like it.", "theng-k diu, ai lai-k ít."],
    ["Take your time and write it down.", "tây-k do tai-m en rai-t ít đao-n."],
    ["Inside, about nine white ones.", "in-sai-đ, ơ-bao-t nai-n oai-t oăn-z."],
  ])("English keeps the consonants that its words end in: %s", (said, read) => {
    expect(respell(said, "en")).toBe(read);
  });

  test("English keeps Vietnamese names and says numbers in words", () => {
    expect(respell("Hello from Luc Ngan, 35,000 dong!", "en")).toBe("he-lâu phờ-rom Lục Ngạn, thơ-ti phai-v thao-zần đồng!");
    expect(respell("We don't spray, and I'm the grower's son.", "en")).toBe("uy đôn-t xờ-pờ-rây, en ai-m đờ gờ-râu-ơ-s son.");
    expect(respell("Nep Cai Hoa Vang and Hac My Nhan", "en")).toBe("nếp cái hoa vàng en hắc mỹ nhân");
    expect(respell("Xin chào", "vi")).toBeUndefined();
  });

  test("every kanji of the Japanese phrases and of the lexicon's names has its kana", () => {
    const unread = [...phrases("ja"), ...named("ja")].filter(
      (phrase) => respell(phrase.replace(/\{\{\w+\}\}/g, "\u2060"), "ja") === undefined,
    );
    expect(unread).toEqual([]);
    const bare = loadLexicon().filter(
      ({ kind, ja }) =>
        kind !== "practice" &&
        /\p{Script=Han}/u.test(addReading(ja.name.replace(/（.*?）/g, "")).replace(/\p{Script=Han}+\[[^\]]+\]/gu, "")),
    );
    expect(bare.map(({ ja }) => ja.name)).toEqual([]);
  });

  test("every word of the English phrases has its sounds", () => {
    const said = [...phrases("en"), ...named("en")].flatMap(
      (phrase) =>
        `${plainText(phrase)} ${contractEnglish(plainText(phrase).replace(/\[([^|\]]+)\|[^\]]+\]/g, "$1"))}`
          .replace(/\{\{\w+\}\}/g, "")
          .match(/[A-Za-z]+(?:'[a-z]+)?/g) ?? [],
    );
    const known = new Set(Object.keys(sounds.sounds));
    expect([...new Set(said.map((word) => word.toLowerCase()))].filter((word) => !known.has(word))).toEqual([]);
  });

  test("what goods are made of and where they go has its sounds and its kana", () => {
    const rows = [...ingredients.ingredients, ...abroad.countries];
    const known = new Set([...Object.keys(sounds.sounds), ...Object.keys(nameSounds.sounds)]);
    const said = rows.flatMap(({ en }) => en.toLowerCase().match(/[a-z]+/g) ?? []);
    expect(said.filter((word) => !known.has(word))).toEqual([]);
    expect([...rows, ...terms.ports].filter(({ ja }) => respell(ja, "ja") === undefined)).toEqual([]);
  });

  test("the three languages have the same phrases with the same places to fill", () => {
    const [vi, en, ja] = LANGUAGES.map((language) =>
      phrases(language).map((phrase) => (phrase.match(/\{\{\w+\}\}/g) ?? []).map((slot) => slot.toLowerCase()).toSorted()),
    );
    expect(en).toEqual(vi);
    expect(ja).toEqual(vi);
  });
});

test("a code is spelled out before its number, and 小売 has no long vowel", () => {
  expect(respell("Our OM18 rice", "en")).toBe("ao-ơ âu em ây-tin rai-s");
  expect(respell("小[こ]売[うり]は1袋[ふくろ]", "ja")).toContain("kouri");
});
