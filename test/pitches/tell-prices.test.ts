import { describe, expect, test } from "vitest";
import { checkTexts } from "#checks/check-texts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { plainText } from "#pitches/ruby.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { readVoice } from "#pitches/voice.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { saysOf } from "./pitch-texts.ts";
import { tellNotes } from "./tell-notes.ts";
import { TOLD } from "./told-prices.ts";

const words = loadWords();

function tell(notes: string) {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const [price] = tellFacts({ facts, phrases: openPhrases(words, readVoice("story-1", facts)), words: said }, ["price"]);
  return {
    key: price?.key,
    facts,
    factIds: price?.slots.price?.factIds ?? [],
    texts: LANGUAGES.map((language) => plainText(price?.slots.price?.text(language) ?? "")),
  };
}

describe("what a price is for is told with it", () => {
  test.each(TOLD)("%s", (notes, ...told) => {
    expect(tell(notes).texts).toEqual(told);
  });

  test.each(TOLD)("and the gate lets it through: %s", (notes) => {
    const said = { notes, answers: [] };
    const { facts } = readFactsByRules(said, [...MARKETS]);
    const write = (language: Language) => saysOf(writePitchByRules({ storyId: notes, facts, language, words, said })).join("\n");
    const texts = { vi: write("vi"), en: write("en"), ja: write("ja") };
    const findings = checkTexts({ words: said, facts, texts, markets: [...MARKETS], say: words.in("vi", "findings") });
    expect(findings.filter(({ severity }) => severity === "block")).toEqual([]);
  });

  test("a size that is told with its price is one of the facts the sentence rests on", () => {
    const { facts, factIds } = tell("Ghẹ xanh Cô Tô, cỡ 6-7 con/kg 350k/kg, cỡ 4 con/kg 450k/kg");
    expect(new Set(factIds)).toEqual(new Set(facts.filter(({ kind }) => kind === "price" || kind === "size").map(({ id }) => id)));
  });

  test("and so is a size's name, and how strong a sauce is", () => {
    for (const notes of ["Áo dài Huế size S 350k, size M 380k", "Nước mắm Phú Quốc 30 độ đạm 60k/chai, 40 độ đạm 90k/chai"]) {
      const { facts, factIds } = tell(notes);
      const marks = facts.filter(({ kind }) => kind === "size" || kind === "variety").map(({ id }) => id);
      expect([notes, marks.length]).toEqual([notes, 2]);
      expect(factIds).toEqual(expect.arrayContaining(marks));
    }
  });

  test("what stands near a price and is not said of it is not told with it", () => {
    const plain = (notes: string) => tell(notes).texts[0];
    expect(plain("Cam Vinh vườn hái được chừng 5 tấn, 30k/kg loại to, 20k/kg loại nhỏ")).toBe(
      "loại to 30 nghìn một cân, còn loại nhỏ 20 nghìn một cân",
    );
    expect(plain("Gạo nếp Hải Dương giá sỉ 24k/kg từ 100kg, lẻ 30k/kg")).toBe("giá sỉ 24 nghìn một cân, còn giá lẻ 30 nghìn một cân");
    expect(plain("Xoài Cao Lãnh giá kho 18k/kg, thùng 10 ký 200k")).toBe("18 ngàn một ký, còn thùng 10 ký 200 ngàn");
    expect(plain("Chôm chôm Long Khánh cây 12 năm trở lên, 30k/kg loại một, 20k/kg loại hai")).toBe(
      "loại một 30 ngàn một ký, còn loại hai 20 ngàn một ký",
    );
  });
});

test("a noun needs no counter, whatever other goods stand before its price", () => {
  expect(tell("Vải lanh Lùng Tám, vẽ sáp ong, vải 260.000đ/mét, túi 480.000đ/chiếc").texts).toEqual([
    "vải 260 nghìn mỗi mét, còn túi 480 nghìn một chiếc",
    "cloth at 260,000 dong a metre and a bag at 480,000 dong",
    "生地は1メートル26万ドン、バッグは48万ドン",
  ]);
});

describe("prices that nothing sets apart are not read out as a bare list", () => {
  test("the least of them is told as where they start, resting on all of them", () => {
    const { key, facts, factIds, texts } = tell("Rau rừng Kon Tum, đọt choại 40k/kg, lá bép 65k/kg");
    expect(key).toBe("price.least");
    expect(texts).toEqual(["từ 40 ngàn một ký tùy loại", "from 40,000 dong a kilo", "種類により1キロ4万ドンから"]);
    expect(factIds).toEqual(expect.arrayContaining(facts.filter(({ kind }) => kind === "price").map(({ id }) => id)));
  });

  test("beside others that are told by themselves", () => {
    expect(tell("Mực khô Cát Bà 800k/kg, 950k/kg, túi 500g 420k").texts).toEqual([
      "từ 800 nghìn một cân tùy loại, còn túi 500 gam 420 nghìn",
      "from 800,000 dong a kilo and 500-gram bags at 420,000 dong each",
      "種類により1キロ80万ドンから、500グラム入りは1袋42万ドン",
    ]);
  });

  test("a price for another unit is set apart by it", () => {
    expect(tell("Cúc Sa Đéc 150k/cặp, 80k/giỏ").key).toBe("price.many");
  });
});

test("what is left in packs is told with what each holds", () => {
  expect(tellNotes("Mật ong hoa cà phê Đắk Lắk chai 1 lít 190k, còn 80 chai 1 lít", "stock")[0]).toEqual([
    "80 chai 1 lít",
    "80 bottles of 1 litre",
    "1リットル入り80本",
  ]);
});

test("lengths of one thing are told together, those of several as a choice", () => {
  expect(tellNotes("Bình gốm Chu Đậu cao 25cm đường kính 16cm, 380k", "size")[0]).toEqual([
    "cao 25 cm và đường kính 16 cm",
    "25 cm tall and 16 cm across",
    "高さ25センチと直径16センチ",
  ]);
});
