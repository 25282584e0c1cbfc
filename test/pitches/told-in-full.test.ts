import { describe, expect, test } from "vitest";
import { checkTexts } from "#checks/check-texts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { contractEnglish } from "#pitches/contract-english.ts";
import { nameInKatakana } from "#pitches/katakana-name.ts";
import { namePlace, nameProduct } from "#pitches/name-product.ts";
import { plainText } from "#pitches/ruby.ts";
import { readVoice } from "#pitches/voice.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { saysOf } from "./pitch-texts.ts";
import { tellNotes } from "./tell-notes.ts";

const words = loadWords();

/** What the gate stops of a whole script. */
function stopped(notes: string): string[] {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const texts = Object.fromEntries(
    LANGUAGES.map((language) => [language, saysOf(writePitchByRules({ storyId: "story-1", facts, language, words, said })).join(" ")]),
  );
  const findings = checkTexts({ words: said, facts, texts, markets: [...MARKETS], say: words.in("en", "findings") });
  return findings.filter(({ severity }) => severity === "block").map(({ quote }) => quote);
}

test("goods that go all over the country pass the gate as they are told", () => {
  expect(stopped("Hạt điều Bù Đăng 230k/kg, hộp 500g 120k, gửi khắp nước 3 ngày")).toEqual([]);
  expect(stopped("hat dieu Bu Dang 230k/kg, ship khap nuoc")).toEqual([]);
});

describe("a price for so many on", () => {
  test.each([
    [
      "Rổ mây Phú Vinh 90k/cái, đặt từ 20 cái 75k",
      "90 nghìn một cái, còn lấy từ 20 cái trở lên thì 75 nghìn một cái",
      "90,000 dong each and 75,000 dong each from 20 pieces up",
      "1点9万ドン、20点以上は1点7万5千ドン",
    ],
    [
      "Khan ran An Giang 60k/chiec, mua tu 50 chiec 48k",
      "60 ngàn một chiếc, còn lấy từ 50 chiếc trở lên thì 48 ngàn một chiếc",
      "60,000 dong each and 48,000 dong each from 50 pieces up",
      "1枚6万ドン、50枚以上は1枚4万8千ドン",
    ],
  ])("%s", (notes, ...told) => {
    expect(tellNotes(notes, "price")).toEqual([told]);
  });
});

describe("how goods are sent", () => {
  test.each([
    [
      "Gạo Séng Cù Mường Khương 35k/kg, mua từ 40kg giao tận nơi",
      "đơn từ 40 cân trở lên thì nhà em giao tận nhà",
      "for orders of 40 kilos or more, we deliver to your door",
      "40キロ以上のご注文は、ご自宅までお届けします",
    ],
    [
      "Ổi Thanh Hà 20k/kg, đặt trên 10 thùng chở tận nhà",
      "đơn từ 10 thùng trở lên thì nhà em giao tận nhà",
      "for orders of 10 boxes or more, we deliver to your door",
      "10箱以上のご注文は、ご自宅までお届けします",
    ],
    ["Dâu Đà Lạt 200k/kg, ship Nha Trang", "nhà em gửi hàng tới Nha Trang", "we deliver to Nha Trang", "ニャチャンへお届けします"],
    [
      "Rau mầm Củ Chi 20k/hộp, giao trong ngày nội thành Sài Gòn",
      "nhà tui giao nội thành Sài Gòn trong ngày",
      "we deliver within Saigon the same day",
      "サイゴン市内へ当日中にお届けします",
    ],
    [
      "Rau muống Hà Đông 8k/bó, giao nội thành Hải Phòng",
      "nhà em giao nội thành Hải Phòng",
      "we deliver within Hai Phong",
      "ハイフォン市内へお届けします",
    ],
  ])("%s", (notes, ...told) => {
    expect(tellNotes(notes, "delivery")).toEqual([told]);
  });
});

test("years of work are told of the parent who worked them", () => {
  const [telling] = tellNotes("Mắm ruốc Vũng Tàu 80k/hũ, má em làm 25 năm nay", "grower");
  expect(telling).toEqual(["má tui làm nghề này đã 25 năm", "my mother has done this work for 25 years", "母はこの仕事を25年続けています"]);
  expect(tellNotes("Mắm ruốc Vũng Tàu 80k/hũ, em làm 25 năm nay", "grower")).toEqual([["25 năm", "25 years", "25年"]]);
});

test("a size that stands beside the only price is told as well", () => {
  expect(tellNotes("Chiếu cói Kim Sơn dệt tay, khổ 1m5x1m9 giá 290k/chiếc", "size")).toEqual([
    ["1m5 x 1m9", "1.5 by 1.9 metres", "150かける190センチ"],
  ]);
  expect(tellNotes("Chiếu cói Kim Sơn khổ 1m6x2m 290k/chiếc, 1m8x2m 340k/chiếc", "size")).toEqual([]);
});

test("fish sauce of anchovies says so in every language", () => {
  const { facts } = readFactsByRules({ notes: "Nước mắm cá cơm Cà Ná 40 độ đạm, chai 1 lít 150k", answers: [] }, [...MARKETS]);
  const name = nameProduct(facts);
  expect(LANGUAGES.map((language) => plainText(name?.text(language) ?? ""))).toEqual([
    "nước mắm cá cơm",
    "anchovy fish sauce",
    "カタクチイワシのヌックマム",
  ]);
});

test("whole fruit in stock are themselves, not pieces", () => {
  expect(tellNotes("Sầu riêng Ri6 Cai Lậy 90k/kg, còn 70 trái", "stock")[0]?.[1]).toBe("70 durians");
});

test("`it is with us` stays in full", () => {
  expect(contractEnglish("This is how it is with us: {{clause}}.")).toBe("This is how it is with us: {{clause}}.");
});

test("-anh sounds in katakana as it does in the names of places", () => {
  expect(nameInKatakana("Thanh")).toBe("タイン");
  expect(nameInKatakana("Hạnh")).toBe("ハイン");
  expect(nameInKatakana("Oanh")).toBe("オアイン");
  expect(nameInKatakana("Minh")).toBe("ミン");
});

test("who says `má em` speaks as `em`", () => {
  const notes = "Mắm ruốc Vũng Tàu 80k/hũ, má em làm 25 năm nay";
  const { facts } = readFactsByRules({ notes, answers: [] }, [...MARKETS]);
  for (const story of ["story-1", "story-2", "story-3"]) expect(readVoice(story, facts, { notes, answers: [] }).self).toBe("em");
});

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
