import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkCaption } from "#checks/check-caption.ts";
import { checkTexts } from "#checks/check-texts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { loadWords } from "#i18n/words.ts";
import type { Language } from "#i18n/language.ts";

const locales = loadWords();
const NOTES =
  "Vải thiều Lục Ngạn nhà mình, chín từ 10/6 đến 5/7, 18-20 brix. Giá 35k/kg, thùng 5 kg. Có VietGAP. Còn 200 thùng. Gọi 0912 345 678. Để ngăn mát được 7 ngày. Uống trị ho.";

function check(texts: Partial<Record<Language, string>>, notes = NOTES) {
  const words = { notes, answers: [] };
  const { facts } = readFactsByRules(words, ["vn", "us", "jp"]);
  return checkTexts({ words, facts, texts, markets: ["vn", "us", "jp"], say: locales.in("en", "findings") });
}
const blocked = (language: Language, text: string, notes = NOTES) =>
  check({ [language]: text }, notes)
    .filter(({ severity }) => severity === "block")
    .map(({ kind, quote }) => `${kind}: ${quote}`);

describe("what is not true or not lawful is found, with its span", () => {
  test.each<[Language, string, string]>([
    ["vi", "Giá 350.000đ/kg nha cả nhà.", "number: 350.000đ/kg"],
    ["en", "They cost 35,000 USD per kilo.", "number: 35,000 USD per kilo"],
    ["ja", "1箱3万5千ドンです。", "number: 1箱3万5千ドン"],
    ["en", "GlobalGAP certified.", "claim: GlobalGAP"],
    ["vi", "Vải Thanh Hà đây cả nhà.", "claim: Thanh Hà"],
    ["ja", "送料無料です。", "claim: 送料無料"],
    ["vi", "Uống trị ho nha.", "health: trị ho"],
    ["en", "It boosts immunity.", "health: boosts immunity"],
    ["ja", "咳に効きます。", "health: 咳に効"],
    ["vi", "Vải ngon nhất đây.", "superlative: ngon nhất"],
    ["en", "The best lychees.", "superlative: best"],
    ["ja", "世界一のライチです。", "superlative: 世界一"],
    ["vi", "Vải hữu cơ đây.", "organic: hữu cơ"],
    ["ja", "無農薬のライチです。", "organic: 無農薬"],
    ["vi", "Chỉ còn hôm nay thôi.", "urgency: Chỉ còn hôm nay"],
    ["en", "Only 10 boxes left.", "urgency: Only 10 boxes left"],
    ["vi", "Gọi 0912 345 679 nha.", "contact: 0912 345 679"],
    ["en", "See https://cheap.shop/x", "contact: https://cheap.shop/x"],
    [
      "ja",
      "The lychees are sweet and they come from our own orchard.",
      "language: The lychees are sweet and they come from our own orchard.",
    ],
    ["en", "Vải thiều nhà mình ngọt lắm cả nhà ơi.", "language: Vải thiều nhà mình ngọt lắm cả nhà ơi."],
    ["vi", "Chào <b>cả nhà</b>", "markup: <b>"],
    ["en", "Hello \u202efriends", "markup: \u202e"],
  ])("%s: %s", (language, text, expected) => expect(blocked(language, text)).toContain(expected));
});

describe("what is true and lawful is let through", () => {
  test.each<[Language, string]>([
    ["vi", "Chào cả nhà, vải thiều Lục Ngạn chín từ 10/6 đến 5/7, ngọt 18–20 Brix, giá 35.000đ/kg, thùng 5 kg, ít nhất cũng ghé xem nhé!"],
    [
      "en",
      "Thieu lychees from Luc Ngan, 18 to 20 degrees Brix, 35,000 VND per kilo in 5 kg boxes. Only 200 boxes left. Call 0912 345 678.",
    ],
    ["ja", "ルックガンのライチです。糖度は18～20度、1キロ3万5千ドン、5キロ箱入り。VietGAP認証を取得しています。"],
    ["vi", "Giá trị nằm ở tấm lòng, khách Nhật Bản đều quý, cả tổ thống nhất một giá, máy đang sửa chữa."],
    ["en", "Go on, treat yourself! Mind the best before date and the number of cans."],
    ["ja", "最初の一度だけでも、二つのステップでどうぞ。"],
  ])("%s: %s", (language, text) => expect(blocked(language, text)).toEqual([]));
});

test("the last day of a month is held by notes that say until its end", () => {
  const notes = "Vải u hồng Tân Yên, hái từ 5/6 đến hết tháng 6";
  for (const [language, text] of [
    ["vi", "Mùa vải từ ngày 5 tháng 6 đến ngày 30 tháng 6."],
    ["en", "The season is June 5 to June 30."],
    ["ja", "シーズンは6月5日から6月30日までです。"],
  ] as const)
    expect(blocked(language, text, notes)).toEqual([]);
  expect(blocked("en", "The season is June 5 to June 28.", notes)).not.toEqual([]);
});

test("Quảng Trị is a place and no cure", () => {
  expect(blocked("vi", "Tiêu Cam Lộ, Quảng Trị trị giá 70.000đ.", "Tiêu ở Cam Lộ, Quảng Trị, hũ 70k")).toEqual([]);
});

test("a superlative stands where the notes name its contest and year in the same sentence", () => {
  const notes = "Bưởi Tân Triều, được giải nhất Hội thi bưởi ngon 2026, có giấy khen.";
  expect(blocked("vi", "Bưởi ngon nhất Hội thi bưởi ngon 2026.", notes)).toEqual([]);
  expect(blocked("vi", "Bưởi ngon nhất miền Nam.", notes)).toContain("superlative: ngon nhất");
});

test("a Vietnamese organic certificate serves at home only", () => {
  const notes = "Cà phê Buôn Ma Thuột có giấy chứng nhận hữu cơ TCVN 11041";
  expect(blocked("vi", "Cà phê có chứng nhận hữu cơ.", notes)).toEqual([]);
  expect(blocked("en", "Organic coffee.", notes).join()).toContain("organic");
  expect(blocked("ja", "有機コーヒーです。", notes).join()).toContain("organic");
});

test("a price told to one buyer and kept from another is missing, and only with two texts", () => {
  const texts = { vi: "Vải Lục Ngạn giá 35.000đ/kg.", en: "Sweet lychees from Luc Ngan." };
  expect(
    check(texts)
      .filter(({ kind, severity }) => kind === "missing" && severity === "block")
      .map(({ language }) => language),
  ).toEqual(["en"]);
  expect(check({ en: texts.en }).filter(({ kind }) => kind === "missing")).toEqual([]);
});

test.each<[string, Partial<Record<Language, string>>, Language]>([
  ["certificate", { vi: "Vườn có VietGAP.", en: "A small orchard." }, "en"],
  ["stock", { vi: "Vải còn 200 thùng.", en: "Lychees.", ja: "ライチの在庫は200箱です。" }, "en"],
  ["pack", { vi: "Thùng 5 kg.", en: "5 kg boxes.", ja: "箱に詰めます。" }, "ja"],
  ["shelf-life", { vi: "Để ngăn mát được 7 ngày.", en: "They keep a week in the fridge.", ja: "冷蔵庫でどうぞ。" }, "ja"],
  ["season", { vi: "Chín từ 10/6 đến 5/7.", en: "Now in season.", ja: "6月10日から7月5日までです。" }, "en"],
  ["contact", { vi: "Gọi 0912 345 678 nha.", en: "Call 0912 345 678.", ja: "お待ちしております。" }, "ja"],
  ["origin", { vi: "Vải đây cả nhà.", en: "From Luc Ngan.", ja: "ルックガン産です。" }, "vi"],
])("%s told in the other languages and not in one is missing there", (_about, texts, language) => {
  const missing = check(texts).filter(({ kind, severity }) => kind === "missing" && severity === "block");
  expect(missing.map((finding) => finding.language)).toEqual([language]);
});

test.each<[string, string, Partial<Record<Language, string>>, Language[]]>([
  ["a place", "Mật ong Cát Tiên", { vi: "Mật ong Cát Tiên.", en: "Honey from Cat Tien.", ja: "カッティエン、雨季の蜂蜜です。" }, []],
  ["another place", "Mật ong Cát Tiên", { vi: "Mật ong Cát Tiên.", en: "Honey from Cat Tien.", ja: "ハチミツ、雨季のものです。" }, ["ja"]],
  ["half", "Mắm ruốc ký 120k, nửa ký 65k", { vi: "Một ký 120.000đ, nửa ký 65.000đ.", en: "120,000 VND a kilo, 65,000 VND for half." }, []],
  [
    "one",
    "Ruốc sấy, HSD 4 tháng ngăn đông, 1 tháng ngăn mát",
    { vi: "Ngăn đông 4 tháng, ngăn mát 1 tháng.", en: "Four months in the freezer, one in the fridge.", ja: "冷凍4か月、冷蔵1か月。" },
    [],
  ],
  [
    "no one",
    "Ruốc sấy, HSD 4 tháng ngăn đông, 1 tháng ngăn mát",
    { vi: "Ngăn đông 4 tháng, ngăn mát 1 tháng.", en: "Four months in the freezer, one of a kind.", ja: "冷凍4か月、冷蔵1か月。" },
    ["en"],
  ],
  [
    "three that are one of each",
    "Kẹo mè gói 200g 30k, kẹo đậu gói 300g 44k, kẹo dừa gói 250g 34k. Set quà 3 gói mỗi vị 1 gói 102k",
    { vi: "Bộ quà 3 gói giá 102.000đ.", en: "The gift set has one of each and is 102,000 VND.", ja: "3袋の贈答セットは10万2千ドンです。" },
    [],
  ],
  [
    "three that are only a set",
    "Kẹo mè gói 200g 30k, kẹo đậu gói 300g 44k, kẹo dừa gói 250g 34k. Set quà 3 gói mỗi vị 1 gói 102k",
    { vi: "Bộ quà 3 gói giá 102.000đ.", en: "The gift set is 102,000 VND.", ja: "3袋の贈答セットは10万2千ドンです。" },
    ["en"],
  ],
  [
    "so many litre bottles",
    "Nước mắm Cự Nham, chai 1 lít 80k, két 8 chai lít 600k",
    {
      vi: "Chai một lít 80.000đ, két 8 chai 600.000đ.",
      en: "A litre is 80,000 VND, a case of eight litre bottles 600,000 VND.",
      ja: "1リットル瓶8万ドン、8本入りケース60万ドンです。",
    },
    [],
  ],
  [
    "a case of no number",
    "Nước mắm Cự Nham, chai 1 lít 80k, két 8 chai lít 600k",
    {
      vi: "Chai một lít 80.000đ, két 8 chai 600.000đ.",
      en: "A litre is 80,000 VND, a case 600,000 VND.",
      ja: "1リットル瓶8万ドン、8本入りケース60万ドンです。",
    },
    ["en"],
  ],
  [
    "ten",
    "Trứng vịt muối Gò Công, vỉ 10 quả 38k",
    { vi: "Trứng muối Gò Công, vỉ chục 38.000đ.", en: "Salted eggs from Go Cong, a tray of ten for 38,000 VND." },
    [],
  ],
  [
    "no ten",
    "Trứng vịt muối Gò Công, vỉ 10 quả 38k",
    { vi: "Trứng muối Gò Công, vỉ 38.000đ.", en: "Salted eggs from Go Cong, a tray of ten for 38,000 VND." },
    ["vi"],
  ],
  [
    "a number that is half of a price",
    "Mai vàng An Nhơn, 1tr3/chậu, tưới ngày 1 lần",
    { vi: "Mai An Nhơn, tưới ngày một lần.", ja: "アンニョンの梅。水やりは1日1回です。" },
    [],
  ],
])("a unit or a name that a language leaves short is told all the same: %s", (_about, notes, texts, missed) => {
  const missing = check(texts, notes).filter(({ kind, severity }) => kind === "missing" && severity === "block");
  expect(missing.map(({ language }) => language)).toEqual(missed);
});

test("what only one of three tells is a reason to look, not to stop", () => {
  const found = check({ vi: "Thùng 5 kg.", en: "Lychees.", ja: "ライチです。" }).filter(({ kind }) => kind === "missing");
  expect(found.map(({ severity }) => severity)).toEqual(["warn", "warn"]);
});

test("a caption keeps the numbers of what was said", () => {
  const say = locales.in("vi", "findings");
  const caption = (target: string) =>
    checkCaption({ source: "thùng 5 ký giá 175 ngàn", sourceLanguage: "vi", target, language: "en", say }).map(({ kind }) => kind);
  expect(caption("A 5 kg box is 175,000 VND.")).toEqual([]);
  expect(caption("A 5 kg box is 175 VND.")).toEqual(["number", "number"]);
});

test("no text of any Unicode makes the gate throw, and every span is exact", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.constantFrom<Language>("vi", "en", "ja"), (text, language) => {
      for (const { start, end, quote } of check({ [language]: text })) expect(text.slice(start, end)).toBe(quote);
    }),
    { numRuns: 60 },
  );
});
