import { describe, expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { nameInKatakana } from "#pitches/katakana-name.ts";
import { nameGrower } from "#pitches/name-grower.ts";
import { nameProduct } from "#pitches/name-product.ts";
import { openPhrases } from "#pitches/phrases.ts";
import { speakDialect } from "#pitches/speak-dialect.ts";
import { tellFacts } from "#pitches/tell-facts.ts";
import { readVoice, type Voice } from "#pitches/voice.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { fact } from "./fixtures.ts";
import { saysOf } from "./pitch-texts.ts";
import { tellNotes } from "./tell-notes.ts";

const words = loadWords();
const read = (notes: string) => ({ said: { notes, answers: [] }, facts: readFactsByRules({ notes, answers: [] }, ["vn"]).facts });
const vietnameseOf = (notes: string) => {
  const { said, facts } = read(notes);
  return saysOf(writePitchByRules({ storyId: "story-1", facts, language: "vi", words, said })).join("\n");
};
const pricesOf = (notes: string) => {
  const { said, facts } = read(notes);
  const phrases = openPhrases(words, readVoice("story-1", facts));
  const [price] = tellFacts({ facts, phrases, words: said }, ["price"]);
  return LANGUAGES.map((language: Language) => price?.slots.price?.text(language).replace(/\[[^\]]*\]/g, ""));
};

describe("Vietnamese is told as the grower's region speaks", () => {
  const say = (region: Voice["region"], self: string, phrase: string) =>
    speakDialect(phrase, { region, self, viewers: "bà con", many: false, aloud: true });

  test("a phrase changes its words and particles, and keeps the names that fill it", () => {
    const phrase = "Em xoay quả này chậm thôi, cả nhà nhìn giúp em nhé. Cả nhà biết chưa ạ? Em vui lắm ạ! Em có {{item}} đây ạ.";
    expect(say("south", "tui", phrase)).toBe(
      "Tui xoay trái này chậm thôi, bà con nhìn giúp tui nha. Bà con biết chưa nè? Tui vui lắm nha! Tui có {{item}} đây nè.",
    );
    expect(say("central", "em", "Cả nhà nhìn giúp em nhé, kể em nghe nhé.")).toBe("Bà con nhìn giúp em nha, kể em nghe nha.");
    expect(say("south", "tui", "Em đưa ảnh đến tận nơi, không chọn cái to, làm thế đấy cả nhà.")).toBe(
      "Tui đưa hình tới tận nơi, không lựa cái lớn, làm vậy đó bà con.",
    );
    expect(say("south", "tui", "Chẳng biết nuôi thế nào, mà thế là xong.")).toBe("Chẳng biết nuôi ra sao, mà vậy là xong.");
    expect(say("north", "em", phrase)).toBe(phrase.replace("cả nhà", "bà con").replace("Cả nhà", "Bà con"));
  });

  test("the place decides the region, the grower's own word how they call themselves", () => {
    const voiceOf = (notes: string) => {
      const { said, facts } = read(notes);
      const { region, self } = readVoice("a", facts, said);
      return [region, self];
    };
    expect(voiceOf("gạo ST25 Sóc Trăng nhà tui trồng, 25 ngàn/ký")).toEqual(["south", "tui"]);
    expect(voiceOf("nhà tôi trồng thanh trà ở Huế")).toEqual(["central", "tôi"]);
    expect(voiceOf("nhà em dệt chiếu ở Nga Sơn, Thanh Hóa")).toEqual(["north", "em"]);
    expect(voiceOf("gốm Bát Tràng nhà mình làm ba đời")).toEqual(["north", "mình"]);
    expect(voiceOf("vai thieu luc ngan nha e 25k/kg")).toEqual(["north", "em"]);
    expect(voiceOf("tỏi Lý Sơn vườn toi 120k/kg, gọi em Nhi 0965 000 246")).toEqual(["central", "em"]);
    expect(voiceOf("vải thiều Lục Ngạn 25k/kg")).toEqual(["north", "em"]);
    expect(readVoice("a", [fact("price", "25 ngàn một ký")]).region).toBe("south");
  });

  test("the work is told in the order in which the grower tells it", () => {
    const { facts } = read("Gừng Kỳ Sơn trồng trên cát san hô, hái tay, phơi nắng rồi mới hút chân không, 60k/kg");
    const phrases = openPhrases(words, readVoice("a", facts));
    const [told] = tellFacts({ facts, phrases }, ["practice"]);
    expect(told?.slots.clause?.text("en")).toMatch(/coral sand.*by hand.*sun/s);
  });

  test("what keeps in two places is kept in one or in the other", () => {
    const { facts } = read("Chả cá Quy Nhơn 180k/kg. Bỏ tủ đông 3 tháng, tủ mát 5 ngày");
    const phrases = openPhrases(words, readVoice("story-1", facts));
    const [storage] = tellFacts({ facts, phrases }, ["storage"]);
    expect(LANGUAGES.map((language) => storage?.slots.clause?.text(language).replace(/\[[^\]]*\]/g, ""))).toEqual([
      "để ngăn đông hoặc ngăn mát tủ lạnh",
      "keep them in the freezer or in the fridge",
      "冷凍庫か冷蔵庫で保存してください",
    ]);
  });

  test("a northern and a southern seller say the same figures in their own words", () => {
    const north = vietnameseOf("vải thiều Lục Ngạn 35k/kg, 30-35 quả/kg, còn 2 tạ");
    expect(north).toContain("35 nghìn một cân");
    expect(north).toContain("30 đến 35 quả một cân");
    expect(north).not.toMatch(/\b(?:nè|nha|trái|ký|ngàn)\b/u);
    const south = vietnameseOf("xoài cát Hòa Lộc Cao Lãnh 35k/kg, 2-3 quả/kg");
    expect(south).toContain("35 ngàn một ký");
    expect(south).not.toMatch(/(?<!\p{L})(?:nhé|cân nặng|nghìn|hoa quả)(?!\p{L})/u);
  });
});

describe("the grower's name is told where the notes give one", () => {
  const named = (text: string) => {
    const name = nameGrower([fact("grower", text)]);
    return name && LANGUAGES.map((language) => name.text(language));
  };

  test("without the title that others give, and in katakana for Japanese", () => {
    expect(named("chị Hoa")).toEqual(["Hoa", "Hoa", "ホア"]);
    expect(named("Ba Hùng")).toEqual(["Ba Hùng", "Ba Hung", "バー・フン"]);
    expect(named("Út Thơm")).toEqual(["Út Thơm", "Ut Thom", "ウット・トム"]);
    expect(named("Chú Bảy")).toEqual(["Chú Bảy", "Bay", "バイ"]);
    expect(named("Ms Trinh")).toEqual(["Trinh", "Trinh", "チン"]);
  });

  test("what is no person's name is not told as one", () => {
    for (const text of ["Hợp tác xã có", "htx", "làm 3 đời", "12 năm nay", "anh chị em"]) expect(named(text)).toBeUndefined();
  });

  test("Vietnamese syllables sound in katakana as Japanese reporting writes them", () => {
    const names = {
      Nguyễn: "グイエン",
      Minh: "ミン",
      Tuấn: "トゥアン",
      Thảo: "タオ",
      Phương: "フオン",
      Nhi: "ニー",
      Giang: "ザン",
      Quyết: "クイエット",
    };
    for (const [name, kana] of Object.entries(names)) expect(nameInKatakana(name)).toBe(kana);
  });
});

describe("several prices are told with what sets them apart", () => {
  test("by grade, in the grower's order of words", () => {
    expect(pricesOf("Xoài cát Hòa Lộc Cao Lãnh, 55k/kg loại nhứt, 40k/kg loại dạt")).toEqual([
      "loại một 55 ngàn một ký, còn hàng dạt 40 ngàn một ký",
      "grade one at 55,000 dong a kilo and the lower grade at 40,000 dong a kilo",
      "上級品は1キロ5万5千ドン、規格外は1キロ4万ドン",
    ]);
    expect(pricesOf("Hành tím Vĩnh Châu, củ lớn 28 ngàn/ký, củ nhỏ 22 ngàn/ký")[0]).toBe(
      "loại lớn 28 ngàn một ký, còn loại nhỏ 22 ngàn một ký",
    );
  });

  test("by pack, and from how much on", () => {
    expect(pricesOf("Gạo ST25 Sóc Trăng. Bao 5kg 175k, bao 10kg 340k, lấy từ 1 tấn tính 31 ngàn/kg")).toEqual([
      "bao 5 ký 175 ngàn, bao 10 ký 340 ngàn, còn lấy từ 1 tấn trở lên thì 31 ngàn một ký",
      "5-kilo bags at 175,000 dong each, 10-kilo bags at 340,000 dong each, and 31,000 dong a kilo from 1 tonne up",
      "5キロ入りは1袋17万5千ドン、10キロ入りは1袋34万ドン、1トン以上は1キロ3万1千ドン",
    ]);
  });

  test("for so many grams, where that is what it is for", () => {
    expect(pricesOf("yến sào Cần Giờ tổ 8-10g, 2tr8/100g")).toEqual([
      "2 triệu 800 ngàn cho 100 gam",
      "2.8 million dong for 100 grams",
      "100グラム280万ドン",
    ]);
    expect(pricesOf("yến sào Cần Giờ 120k/lạng")).toEqual(["120 ngàn một lạng", "120,000 dong for 100 grams", "100グラム12万ドン"]);
  });

  test("wholesale, from how much on, and in Japanese the price last", () => {
    expect(pricesOf("Tiêu đen Chư Sê, túi 500g 95k, giá sỉ từ 100kg 150k/kg")).toEqual([
      "túi 500 gam 95 ngàn, còn giá sỉ lấy từ 100 ký trở lên thì 150 ngàn một ký",
      "500-gram bags at 95,000 dong each and wholesale at 150,000 dong a kilo from 100 kilos up",
      "500グラム入りは1袋9万5千ドン、100キロ以上の卸値は1キロ15万ドン",
    ]);
  });

  test("by the goods, and by where they are sold", () => {
    expect(pricesOf("Rau Đà Lạt: xà lách 35k/kg, cà rốt 18k/kg")[1]).toBe(
      "lettuce at 35,000 dong a kilo and carrots at 18,000 dong a kilo",
    );
    expect(pricesOf("vải thiều Lục Ngạn 25k/kg tại vườn")).toEqual([
      "25 nghìn một cân tại vườn",
      "25,000 dong a kilo at the farm",
      "産地渡しで1キロ2万5千ドン",
    ]);
  });
});

describe("what is true of one thing only is told of that thing only", () => {
  test("a keeping time by what bounds it", () => {
    expect(tellNotes("nước mắm Phú Quốc, chưa mở nắp để 24 tháng, mở rồi để 6 tháng", "shelf-life")).toEqual([
      ["24 tháng khi chưa mở và 6 tháng sau khi mở", "24 months unopened and 6 months once opened", "未開封で24か月、開封後6か月"],
    ]);
    expect(tellNotes("cam Cao Phong, để ngăn mát 20 ngày", "shelf-life")).toEqual([["20 ngày", "20 days", "20日"]]);
  });

  test("a way of working by the goods it is said of, where others are named after it", () => {
    const [[vietnamese, english, japanese] = []] = tellNotes("Rau Đà Lạt: xà lách thủy canh 35k/kg, cà rốt 18k/kg", "practice");
    expect(vietnamese).toBe("riêng xà lách, nhà em trồng thủy canh");
    expect(english).toBe("we grow the lettuce in water, without soil");
    expect(japanese).toBe("レタスについては、水耕栽培で育てています");
    expect(tellNotes("xà lách Đà Lạt thủy canh 35k/kg", "practice")[0]?.[0]).toBe("nhà em trồng thủy canh");
  });

  test("several statements in one breath, with the subject said once and all but the last running on", () => {
    expect(tellNotes("vải thiều Lục Ngạn, không phun thuốc cỏ, không dùng chất bảo quản", "practice")).toEqual([
      [
        "nhà em không phun thuốc cỏ, không dùng chất bảo quản",
        "we don't spray weedkiller and use no preservatives",
        "除草剤も保存料も使っていません",
      ],
    ]);
  });

  test("tea and rice politely, also behind the name of their variety", () => {
    const { facts } = read("chè shan tuyết Suối Giàng 350k/hộp");
    expect(
      nameProduct(facts)
        ?.text("ja")
        .replace(/\[[^\]]*\]/g, ""),
    ).toBe("シャントゥエット種のお茶");
  });

  test("a season of one month as that month, and what keeps frozen at so many degrees as one request", () => {
    expect(tellNotes("mật ong Đắk Lắk, thu hoạch tháng 3", "season")).toEqual([["tháng 3", "March", "3月"]]);
    expect(tellNotes("mực một nắng Phan Thiết, cấp đông -18 độ, để ngăn đá 3 tháng", "storage")).toEqual([
      ["để ngăn đông, giữ ở âm 18 độ", "keep it in the freezer at minus 18 degrees Celsius", "マイナス18度の冷凍庫で保存してください"],
    ]);
  });

  test("animals to the kilo with their own counter, rice without its softness twice, and a chilled courier as such", () => {
    expect(tellNotes("mực một nắng Phan Thiết 3-4 con/kg, 450k/kg", "size")).toEqual([
      ["3 đến 4 con một ký", "3 to 4 to the kilo", "1キロ3～4枚"],
    ]);
    expect(tellNotes("tôm khô Cà Mau size 80-100 con/kg, hút chân không", "size")).toEqual([
      ["80 đến 100 con một ký", "80 to 100 to the kilo", "1キロ80～100匹"],
    ]);
    expect(tellNotes("gạo nếp Hải Hậu thơm dẻo 30k/kg", "taste")).toEqual([
      ["có mùi thơm, cơm dẻo", "it smells good and the cooked rice is soft and sticky", "香りがよく、炊くともちもちします"],
    ]);
    expect(tellNotes("mực Phan Thiết 450k/kg, chuyển phát lạnh cả nước", "delivery")[0]?.[0]).toBe(
      "nhà tui gửi chuyển phát lạnh đi toàn quốc",
    );
    expect(tellNotes("cá kho Vũ Đại 500k/kg, hút chân không để ngăn mát", "storage")).toEqual([
      ["để ngăn mát tủ lạnh", "keep it in the fridge", "冷蔵庫で保存してください"],
    ]);
  });

  test("how goods are sent, and not besides that they are sent", () => {
    expect(tellNotes("cam Cao Phong 30k/kg, giao hàng tận tình mỗi sáng. Gửi xe khách đi các tỉnh", "delivery")).toEqual([
      ["nhà em gửi hàng qua nhà xe", "we send orders by passenger coach", "長距離バス便でお送りします"],
    ]);
  });
});
