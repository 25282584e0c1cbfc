import { describe, expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { namePlace, nameProduct } from "#pitches/name-product.ts";
import { plainText } from "#pitches/ruby.ts";
import { readVoice } from "#pitches/voice.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { saysOf } from "./pitch-texts.ts";
import { stopped } from "./stopped-of.ts";
import { tellNotes } from "./tell-notes.ts";

const words = loadWords();

describe("how goods are sent, by more than one word", () => {
  test.each([
    [
      "Mật ong Bảo Lộc 200k/chai, giao tận nhà ở Sài Gòn",
      "nhà em giao tận nhà ở Sài Gòn",
      "we deliver to your door in Saigon",
      "サイゴンのご自宅までお届けします",
    ],
    [
      "Gà đồi Tiên Yên 150k/kg, ship tận nơi Hạ Long",
      "nhà em giao tận nhà ở Hạ Long",
      "we deliver to your door in Ha Long",
      "ハロンのご自宅までお届けします",
    ],
    [
      "Khô cá lóc An Giang 200k/kg, dưới 3kg khách chịu ship 30k",
      "đơn dưới 3 ký thì phí giao là 30 ngàn",
      "delivery costs 30,000 dong for orders under 3 kilos",
      "3キロ未満のご注文は送料が3万ドンです",
    ],
    [
      "Khô cá lóc An Giang 200k/kg, dưới 3kg khách chịu ship",
      "đơn dưới 3 ký thì phí giao cô bác trả giúp tui",
      "you pay for the delivery of orders under 3 kilos",
      "3キロ未満のご注文は送料をご負担いただきます",
    ],
  ])("%s", (notes, ...told) => {
    expect(tellNotes(notes, "delivery")).toEqual([told]);
  });
});

describe("what is done over the fire", () => {
  test.each([
    [
      "Chè Tà Xùa hái tay, sao chảo 500k/kg",
      "nhà em hái tay, sao trên chảo",
      "we pick it by hand and pan-fire it",
      "手で摘み取り、釜炒りしています",
    ],
    ["Thịt lợn gác bếp Mộc Châu hun khói củi 600k/kg", "nhà em hun khói bằng củi", "we smoke it over a wood fire", "薪の煙で燻しています"],
    ["Rượu ngô Bắc Hà nấu củi 70k/lít", "nhà em nấu bằng củi", "we cook it over a wood fire", "薪の火を使って作っています"],
  ])("%s", (notes, ...told) => {
    expect(tellNotes(notes, "practice")).toEqual([told]);
  });
});

test("cups are named beside other pottery", () => {
  expect(tellNotes("Gốm Phù Lãng bình hoa 700k, cốc 90k/cái", "price")[0]?.slice(0, 2)).toEqual([
    "bình hoa 700 nghìn, còn cốc 90 nghìn một cái",
    "a vase at 700,000 dong and a cup at 90,000 dong",
  ]);
});

test("who is called by the rank of birth says the bare name of themselves, and others the title", () => {
  const notes = "Xoài Cao Lãnh 30k/kg, gọi chú Bảy 0905 771 220";
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const script = saysOf(writePitchByRules({ storyId: "story-1", facts, language: "vi", words, said })).join(" ");
  expect(script).toContain("Bảy");
  expect(script).not.toContain("chú Bảy");
});

test("growers of Nghệ An and Hà Tĩnh say cân, quả and nghìn", () => {
  for (const place of ["Quỳ Hợp, Nghệ An", "Hương Khê, Hà Tĩnh"]) {
    const { facts } = readFactsByRules({ notes: `Cam ${place} 40k/kg`, answers: [] }, [...MARKETS]);
    expect(readVoice("story-1", facts).region).toBe("north");
  }
  const { facts } = readFactsByRules({ notes: "Thanh trà Huế 40k/kg", answers: [] }, [...MARKETS]);
  expect(readVoice("story-1", facts).region).toBe("central");
});

test("a floor that the least order says in another sentence is no tier of a price", () => {
  const notes = "Quế Trà My bó 500g 95k, tối thiểu 2kg. Sỉ 40kg giá 150k/kg";
  expect(tellNotes(notes, "price")[0]?.[1]).toBe("500-gram bunches at 95,000 dong each and 150,000 dong a kilo from 40 kilos up");
  expect(tellNotes(notes, "minimum-order")[0]?.[1]).toBe("2 kilos");
});

test("squid dried for a day is not sold raw beside it", () => {
  const { facts } = readFactsByRules({ notes: "Mực một nắng Lý Sơn, mực ống 4-5 con/kg, 700k/kg", answers: [] }, [...MARKETS]);
  expect(plainText(nameProduct(facts)?.text("vi") ?? "")).toBe("mực một nắng");
});

describe("what is done to the goods", () => {
  test.each([
    [
      "Chuoi Laba 25k/kg, ko xit thuoc chin",
      ["nhà em không dùng thuốc làm chín", "we use no ripening agents", "追熟を促す薬剤は使っていません"],
    ],
    ["Cà phê Khe Sanh 300k/kg, sơ chế ướt", ["nhà em chế biến ướt", "we process it by the washed method", "水洗式で精製しています"]],
    [
      "Cà phê Khe Sanh 300k/kg, chế biến honey",
      ["nhà em chế biến honey", "we process it by the honey method", "ハニー製法で精製しています"],
    ],
    [
      "Ca phe Khe Sanh 300k/kg, che bien uot, rang moc",
      [
        "nhà em chế biến ướt, rang mộc",
        "we process it by the washed method and roast it with nothing added",
        "水洗式で精製し、何も加えずに焙煎しています",
      ],
    ],
  ])("%s", (notes, told) => {
    expect(tellNotes(notes, "practice")).toEqual([told]);
    expect(stopped(notes)).toEqual([]);
  });
});

test("goods that go abroad, and to more towns than one", () => {
  expect(tellNotes("Gốm Thanh Hà Hội An 120k/cái, ship quốc tế được", "delivery")[0]?.[1]).toBe("we can ship abroad");
  expect(tellNotes("Chả mực Hạ Long 500k/kg, ship xe lạnh Hà Nội và Hải Phòng", "delivery")).toEqual([
    [
      "nhà em gửi xe lạnh đi Hà Nội và Hải Phòng",
      "we send orders by refrigerated truck and deliver to Hanoi and Hai Phong",
      "ハノイとハイフォンへ冷蔵車でお送りします",
    ],
  ]);
});

test("what is only left out before the harvest, of ripening or of keeping is not told as more, or as the contrary", () => {
  expect(tellNotes("Cam Cao Phong 30k/kg, trước khi hái 2 tháng không phun thuốc sâu", "practice")[0]?.[1]).toBe(
    "we stop spraying 2 months before harvest",
  );
  expect(tellNotes("Khóm Tắc Cậu 12k/trái, hổng xài thuốc ép chín", "practice")[0]?.[1]).toBe("we use no ripening agents");
  expect(tellNotes("Mắm cáy Giao Thủy 50k/chai. Mở rồi để kệ bếp khỏi bỏ tủ lạnh", "storage")).toEqual([]);
  expect(tellNotes("Thịt trâu hun khói để ngăn mát 500k/kg", "storage")[0]?.[1]).toBe("keep it in the fridge");
});

test("no abbreviation of a town stands where it is read out", () => {
  const notes = "Nhà em ở TP Vinh, Nghệ An bán lạc rang 60k/kg";
  const { facts } = readFactsByRules({ notes, answers: [] }, [...MARKETS]);
  expect(namePlace(facts)?.text("vi")).toBe("thành phố Vinh, Nghệ An");
});
