import { describe, expect, test } from "vitest";
import { familyOf, findTerm, loadLexicon, nameOf, termsIn } from "#lexicon/lexicon.ts";
import { unitRows } from "#lexicon/units.ts";

describe("the lexicon", () => {
  const terms = loadLexicon();

  test("fits its schema, with ids that are each used once", () => {
    expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
    expect(unitRows.length).toBeGreaterThan(30);
  });

  test("is wide enough to read an ordinary farm's notes", () => {
    const count = (kind: string) => terms.filter((term) => term.kind === kind).length;
    expect(count("product")).toBeGreaterThanOrEqual(60);
    expect(count("place")).toBeGreaterThanOrEqual(220);
    expect(count("certificate")).toBeGreaterThanOrEqual(50);
  });

  test("names every term in the letters of its language", () => {
    for (const { id, en, ja } of terms) {
      expect([id, /[\u0300-\u1eff]/u.test(en.name)]).toEqual([id, false]);
      expect([id, /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu.test(ja.name)]).toEqual([id, false]);
    }
  });

  test("every place lies in a province that the lexicon knows", () => {
    const links = terms.flatMap(({ province, formerProvince }) => [province, formerProvince].filter((link) => link !== undefined));
    expect(links.filter((link) => findTerm(link)?.level !== "province")).toEqual([]);
  });

  test("writes a registered geographical indication as registered", () => {
    expect(`${nameOf("place.luc-ngan", "ja")} ${nameOf("lychee", "ja")}`).toBe("ルックガン ライチ");
    expect(familyOf("lychee.thieu")).toBe("fruit");
  });
});

test("terms are found with and without marks, and their spans cut the text", () => {
  for (const text of ["Vải thiều Lục Ngạn có VietGAP", "vai thieu luc ngan co vietgap", "Vải thiều Lục Ngạn có VietGAP".normalize("NFD")]) {
    const found = termsIn(text, "vi");
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(["lychee", "place.luc-ngan", "cert.vietgap"]));
    for (const { start, end } of found) expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
  }
});

test("a common word is not taken for a product", () => {
  for (const text of ["em cam kết giao đúng hẹn", "vải lụa mềm", "tiêu chuẩn cao"])
    expect(termsIn(text, "vi").filter(({ id }) => !id.startsWith("silk"))).toEqual([]);
});

test("a place inside a variety's name is not where the product comes from", () => {
  expect(termsIn("Xoài cát Hòa Lộc ở Cao Lãnh", "vi").map(({ id }) => id)).toEqual(["mango", "mango.cat-hoa-loc", "place.cao-lanh"]);
});
