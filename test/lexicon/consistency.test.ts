import { describe, expect, test } from "vitest";
import { foldText, lightText } from "#facts/fold.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { loadLexicon } from "#lexicon/lexicon.ts";
import { FAMILIES, type Term } from "#lexicon/term.ts";

const terms = loadLexicon();
const products = terms.filter(({ kind }) => kind === "product");
const varieties = terms.filter(({ kind }) => kind === "variety");
const practices = terms.filter(({ kind }) => kind === "practice");
const namesOf = (term: Term, language: Language): string[] => {
  const { name, aliases = [], weak = [], marked = [], familiar = [] } = term[language];
  return [...new Set([name, ...aliases, ...weak, ...marked, ...familiar].map(lightText))];
};
/** The names that more than one term has, with the terms. */
const shared = (among: readonly Term[], keysOf: (term: Term) => readonly string[]): string[] => {
  const owners = new Map<string, Set<string>>();
  for (const term of among) for (const key of keysOf(term)) owners.set(key, (owners.get(key) ?? new Set()).add(term.id));
  return [...owners].filter(([, ids]) => ids.size > 1).map(([name, ids]) => `${name}: ${[...ids].join(", ")}`);
};

describe("the products", () => {
  test("are what growers, fishers and craftspeople sell: 150 of all families and more, with varieties and practices", () => {
    expect(products.length).toBeGreaterThanOrEqual(150);
    expect(varieties.length).toBeGreaterThanOrEqual(150);
    expect(practices.length).toBeGreaterThanOrEqual(40);
    expect(FAMILIES.filter((family) => !products.some((product) => product.family === family))).toEqual([]);
  });

  test("say where their names are from", () => {
    expect([...products, ...varieties, ...practices].filter(({ source }) => source === undefined)).toEqual([]);
  });

  test("have each variety under its own product", () => {
    const wrong = varieties.filter(({ id, of = "" }) => !products.some((product) => product.id === of) || !id.startsWith(`${of}.`));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

describe("a name stands for one thing", () => {
  test.each(LANGUAGES)("%s: no two products, places, certificates or practices have the same one", (language) => {
    // A place may also be known by what it makes (`gốm Chu Đậu`), and many have its name beside their province: `Châu Thành`.
    const ownNames = (term: Term) => {
      if (term.kind !== "place") return namesOf(term, language);
      return [lightText(term[language].name) + (term.withProvince === true ? ` ${term.formerProvince}` : "")];
    };
    expect(
      shared(
        terms.filter(({ kind }) => kind !== "variety"),
        ownNames,
      ),
    ).toEqual([]);
  });

  test("no two varieties of one product have the same one", () => {
    for (const { id } of products) {
      const own = varieties.filter(({ of }) => of === id);
      for (const language of LANGUAGES) expect([id, shared(own, (term) => namesOf(term, language))]).toEqual([id, []]);
    }
  });

  test("no two products are one word for a reader of bare notes, but where the name counts only with its marks", () => {
    const bare = (term: Term) =>
      namesOf(term, "vi")
        .filter((name) => !(term.vi.marked ?? []).map(lightText).includes(name))
        .map(foldText);
    expect(shared(products, (term) => [...new Set(bare(term))])).toEqual([]);
  });
});

describe("each language has its own letters", () => {
  test("Japanese names are Japanese, English ones plain ASCII", () => {
    const made = [...products, ...varieties, ...practices];
    const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
    // `ST25` and `OM18` are read as they are written.
    expect(made.filter(({ ja }) => !japanese.test(ja.name) && !/^[A-Z]+\d+$/.test(ja.name)).map(({ id }) => id)).toEqual([]);
    expect(made.flatMap((term) => namesOf(term, "en")).filter((name) => /[^\x20-\x7e]/.test(name))).toEqual([]);
    expect(made.flatMap((term) => namesOf(term, "vi")).filter((name) => japanese.test(name))).toEqual([]);
  });

  test("no name holds a form that the law or the register forbids for it", () => {
    const kana = "\\p{Script=Hiragana}\\p{Script=Katakana}ー";
    const holds = (name: string, form: string, language: Language) =>
      language === "ja"
        ? new RegExp(`(?<![${kana}])${form}(?![${kana}])`, "u").test(name) && name.includes(form)
        : ` ${lightText(name)} `.includes(` ${lightText(form)} `);
    const held = terms.flatMap((term) =>
      LANGUAGES.flatMap((language) =>
        (term[language].forbidden ?? []).flatMap((form) => namesOf(term, language).filter((name) => holds(name, form, language))),
      ),
    );
    expect(held).toEqual([]);
  });
});

describe("practices", () => {
  test("are told without a word that needs a certificate: never 無農薬, 有機栽培, 無添加, organic", () => {
    const words = {
      vi: /$^/u,
      en: /organic(?!ally)|natural(?!ly)|chemical-free|pesticide-free/iu,
      ja: /無農薬|減農薬|無化学肥料|有機(?!質)|オーガニック|天然(?!物|もの)/u,
    };
    for (const { id, en, ja } of practices) {
      expect([id, words.ja.test([ja.name, ...(ja.aliases ?? [])].join("\n"))]).toEqual([id, false]);
      expect([id, words.en.test(en.name)]).toEqual([id, false]);
    }
  });
});
