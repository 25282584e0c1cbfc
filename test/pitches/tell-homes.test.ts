import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import type { GrowerWords } from "#facts/fact.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { labelPacks } from "#pitches/label-packs.ts";
import { nameHomes } from "#pitches/homes.ts";
import { namePlace } from "#pitches/name-product.ts";
import { plainText } from "#pitches/ruby.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";

const words = loadWords();
const NOTES = "Chè Tân Cương, Thái Nguyên 400k/kg. Mật ong bạc hà Mèo Vạc (Hà Giang) 580k/lít";

function read(notes: string): { facts: ReturnType<typeof readFactsByRules>["facts"]; said: GrowerWords } {
  const said = { notes, answers: [] };
  return { facts: readFactsByRules(said, [...MARKETS]).facts, said };
}

test.each([
  [
    NOTES,
    [
      "chè ở Tân Cương, Thái Nguyên, còn mật ong bạc hà ở Mèo Vạc, Hà Giang",
      "tea from Tan Cuong in Thai Nguyen and mint-flower honey from Meo Vac in Ha Giang",
      "お茶はタイグエン省タンクオン、ミントはちみつはハザン省メオバック",
    ],
  ],
  [
    "buoi da xanh mo cay bac ben tre 40k/kg, sau rieng dak lak 90k/kg",
    [
      "bưởi da xanh ở Mỏ Cày Bắc, Bến Tre, còn sầu riêng ở Đắk Lắk",
      "Da Xanh pomelos from Mo Cay Bac in Ben Tre and durians from Dak Lak",
      "ザーサイン種のザボンはベンチェ省モーカイバック、ドリアンはダクラク省",
    ],
  ],
])("goods from provinces apart are told each with its own: %s", (notes, told) => {
  const { facts, said } = read(notes);
  expect(LANGUAGES.map((language) => plainText(nameHomes(facts, said)?.text(language) ?? ""))).toEqual(told);
});

test.each([
  "Nhà mình ở Lai Vung, Đồng Tháp. Quýt hồng 50k/kg, xoài 30k/kg",
  "Cam Cao Phong 25k/kg, bưởi đỏ Tân Lạc 30k/quả, cùng ở Hòa Bình",
  "Vải Thanh Hà, Hải Dương 40k/kg và vải Lục Ngạn, Bắc Giang 35k/kg",
  "Quýt 40k/kg, cam 30k/kg, vườn ở Bắc Quang, Hà Giang",
])("goods of one house have one home: %s", (notes) => {
  const { facts, said } = read(notes);
  expect(nameHomes(facts, said)).toBeUndefined();
});

test("places of two provinces stand each beside its own", () => {
  const { facts } = read("Vải Thanh Hà, Hải Dương 40k/kg và vải Lục Ngạn, Bắc Giang 35k/kg");
  expect(plainText(namePlace(facts)?.text("vi") ?? "")).toBe("Thanh Hà, Hải Dương, Lục Ngạn, Bắc Giang");
  expect(plainText(namePlace(facts)?.text("ja") ?? "")).toBe("ハイズオン省タンハー・バクザン省ルックガン");
});

test("pitch, listing and labels never mix the homes", () => {
  const { facts, said } = read(NOTES);
  const homes = nameHomes(facts, said);
  const mixed =
    /Tân Cương,? Mèo Vạc|Mèo Vạc,? Thái Nguyên|Tan Cuong,? Meo Vac|Meo Vac,? Thai Nguyen|メオバック・タンクオン|タンクオン・メオバック/u;
  for (const language of LANGUAGES) {
    const name = plainText(homes?.text(language) ?? "");
    for (const storyId of ["home-1", "home-2", "home-3"]) {
      const { intro, loop } = writePitchByRules({ storyId, facts, language, words, said });
      expect(intro.map(({ say }) => say).join(" ")).toContain(name);
      expect([...intro, ...loop].map(({ say }) => say).join(" ")).not.toMatch(mixed);
    }
    const listing = writeListingByRules({ storyId: "home-1", facts, language, slug: "s", words, said });
    expect(listing.summary).toContain(name);
    expect(`${listing.title} ${listing.summary} ${listing.body}`).not.toMatch(mixed);
  }
  const origins = labelPacks({ facts, markets: MARKETS, words, said }).filter(({ field }) => field === "origin");
  expect(origins.map(({ goods, value }) => [goods?.en, value?.en])).toEqual([
    ["Tea", "Tan Cuong, Thai Nguyen, Vietnam"],
    ["Mint-flower honey", "Meo Vac, Ha Giang, Vietnam"],
  ]);
});

test("a place that the goods are named after is said once", () => {
  for (const notes of ["Tranh Đông Hồ, Bắc Ninh 120k/bức", "Tranh Đông Hồ 120k/bức"]) {
    const { facts, said } = read(notes);
    for (const storyId of ["place-1", "place-2", "place-3", "place-4"]) {
      const { intro, loop } = writePitchByRules({ storyId, facts, language: "vi", words, said });
      expect([...intro, ...loop].map(({ say }) => say).join(" ")).not.toMatch(/Đông Hồ,? (?:ở )?Đông Hồ/u);
    }
    const listing = writeListingByRules({ storyId: "place-1", facts, language: "en", slug: "s", words, said });
    expect(`${listing.title}. ${listing.summary}`).not.toMatch(/Dong Ho prints[^.]{0,12}Dong Ho/u);
  }
});
