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

/** Notes, and what is told of their prices in Vietnamese, English and Japanese. */
const TOLD: readonly (readonly [string, string, string, string])[] = [
  [
    "Atiso Sa Pa bông tươi 40k/kg, bông khô 300k/kg",
    "hàng tươi 40 nghìn một cân, còn hàng khô 300 nghìn một cân",
    "fresh at 40,000 dong a kilo and dried at 300,000 dong a kilo",
    "生は1キロ4万ドン、乾燥品は1キロ30万ドン",
  ],
  [
    "Nghệ đỏ Khoái Châu: củ tươi 18k/kg, khô 160k/kg",
    "hàng tươi 18 nghìn một cân, còn hàng khô 160 nghìn một cân",
    "fresh at 18,000 dong a kilo and dried at 160,000 dong a kilo",
    "生は1キロ1万8千ドン、乾燥品は1キロ16万ドン",
  ],
  [
    "Gà ta Ba Vì 130k/kg hơi, làm sạch 175k/kg",
    "hàng còn sống 130 nghìn một cân, còn hàng làm sẵn 175 nghìn một cân",
    "live at 130,000 dong a kilo and dressed at 175,000 dong a kilo",
    "生きたものは1キロ13万ドン、下処理済みは1キロ17万5千ドン",
  ],
  [
    "Gà đồi Sóc Sơn, gà sống 120k/kg, mổ sẵn 160k/kg, trứng gà 4k/quả",
    "gà còn sống 120 nghìn một cân, hàng làm sẵn 160 nghìn một cân, còn trứng gà 4 nghìn một quả",
    "chicken, live at 120,000 dong a kilo, dressed at 160,000 dong a kilo, and chicken eggs at 4,000 dong each",
    "鶏の生きたものは1キロ12万ドン、下処理済みは1キロ16万ドン、鶏卵は1個4,000ドン",
  ],
  [
    "Nón lá làng Chuông 60k/cái. 日本へは1個1,800円です。",
    "60 nghìn một cái, còn khách Nhật thì 1.800 yên một cái",
    "60,000 dong each and 1,800 yen each for orders from Japan",
    "1点6万ドン、日本のお客様へは1点1,800円",
  ],
  [
    "Bột sắn dây Kinh Môn hộp 500g 90k. 日本向け：1箱500gで1,200円（税込）です。",
    "hộp 500 gam 90 nghìn, còn khách Nhật thì hộp 500 gam 1.200 yên đã gồm thuế",
    "500-gram boxes at 90,000 dong each and 500-gram boxes at 1,200 yen each including tax for orders from Japan",
    "500グラム入りは1箱9万ドン、日本のお客様へは500グラム入りが税込みで1箱1,200円",
  ],
  ["Cà phê Cầu Đất 180k/kg chưa gồm VAT", "180 ngàn một ký chưa gồm thuế", "180,000 dong a kilo before tax", "税別で1キロ18万ドン"],
  [
    "Chiếu cói Kim Sơn 1m5x1m9 giá 380k/đôi, 1m8 x 2m giá 450k/đôi. Wholesale: MOQ 100 pairs, 12.50 USD/pair FOB Hai Phong",
    "khổ 1m5 x 1m9 thì 380 nghìn một đôi, khổ 1m8 x 2m thì 450 nghìn một đôi, còn khách nước ngoài lấy từ 100 đôi trở lên thì 12,50 đô la một đôi giá FOB Hải Phòng",
    "1.5 by 1.9 metres at 380,000 dong a pair, 1.8 by 2 metres at 450,000 dong a pair, and 12.50 US dollars a pair FOB Hai Phong from 100 pairs up for orders from abroad",
    "150かける190センチのものは1組38万ドン、180かける200センチのものは1組45万ドン、海外のお客様へは100組以上がハイフォン本船渡しで1組12.50ドル",
  ],
  [
    "atiso da lat, bong tuoi 45k/ky, bong kho 320k/ky",
    "hàng tươi 45 ngàn một ký, còn hàng khô 320 ngàn một ký",
    "fresh at 45,000 dong a kilo and dried at 320,000 dong a kilo",
    "生は1キロ4万5千ドン、乾燥品は1キロ32万ドン",
  ],
  [
    "giò lụa Ước Lễ 180k/kg, combo 3 đòn 450k",
    "180 nghìn một cân, còn bộ 3 đòn 450 nghìn",
    "180,000 dong a kilo and a set of 3 rolls at 450,000 dong",
    "1キロ18万ドン、3本セットは45万ドン",
  ],
  [
    "Rong nho Ninh Hòa. Hộp tươi 500g 95k, hộp tách nước 100g 60k",
    "hàng tươi hộp 500 gam 95 ngàn, còn hàng tách nước hộp 100 gam 60 ngàn",
    "fresh in 500-gram boxes at 95,000 dong each and dehydrated in 100-gram boxes at 60,000 dong each",
    "生の500グラム入りは1箱9万5千ドン、脱水したものの100グラム入りは1箱6万ドン",
  ],
  ["Yến sào Cần Giờ tổ 8-10g, 2tr8/100g", "2 triệu 800 ngàn cho 100 gam", "2.8 million dong for 100 grams", "100グラム280万ドン"],
  ["Yến sào Cần Giờ 2tr8/lạng", "2 triệu 800 ngàn một lạng", "2.8 million dong for 100 grams", "100グラム280万ドン"],
  [
    "Vịt Vân Đình vịt đực 70k/kg, vịt mái 78k/kg",
    "con đực 70 nghìn một cân, còn con mái 78 nghìn một cân",
    "males at 70,000 dong a kilo and females at 78,000 dong a kilo",
    "雄は1キロ7万ドン、雌は1キロ7万8千ドン",
  ],
  [
    "Ghẹ xanh Cô Tô, cỡ 6-7 con/kg 350k/kg, cỡ 4 con/kg bán 450k/kg",
    "loại 6 đến 7 con một cân thì 350 nghìn một cân, còn loại 4 con một cân thì 450 nghìn một cân",
    "6 to 7 to the kilo at 350,000 dong a kilo and 4 to the kilo at 450,000 dong a kilo",
    "1キロ6～7杯のものは1キロ35万ドン、1キロ4杯のものは1キロ45万ドン",
  ],
  [
    "Hoa lan Củ Chi 90k/chậu, mua 30 chậu thì 75k/chậu",
    "90 ngàn một chậu, còn lấy từ 30 chậu trở lên thì 75 ngàn một chậu",
    "90,000 dong a pot and 75,000 dong a pot from 30 pots up",
    "1鉢9万ドン、30鉢以上は1鉢7万5千ドン",
  ],
  [
    "Gốm Thanh Hà, đĩa 60k/cái, chén 25k/cái, bình 180k/cái",
    "đĩa 60 ngàn một cái, chén 25 ngàn một cái, còn bình 180 ngàn một cái",
    "a plate at 60,000 dong, a cup at 25,000 dong, and a vase at 180,000 dong",
    "お皿は6万ドン、カップは2万5千ドン、花瓶は18万ドン",
  ],
  [
    "Đậu phộng Củ Chi 500g 40k, 1 ký 75k",
    "500 gam 40 ngàn, còn 75 ngàn một ký",
    "500 grams at 40,000 dong and 75,000 dong a kilo",
    "500グラムは4万ドン、1キロ7万5千ドン",
  ],
  [
    "Ổi Đài Loan Thanh Hà 12k/kg, mua 10 quả 40k",
    "12 nghìn một cân, còn 10 quả 40 nghìn",
    "12,000 dong a kilo and 10 pieces at 40,000 dong",
    "1キロ1万2千ドン、10個は4万ドン",
  ],
  [
    "Áo lụa Vạn Phúc size S 350k, size M 380k, size L 420k",
    "size S 350 nghìn, size M 380 nghìn, còn size L 420 nghìn",
    "size S at 350,000 dong, size M at 380,000 dong, and size L at 420,000 dong",
    "Sサイズは35万ドン、Mサイズは38万ドン、Lサイズは42万ドン",
  ],
  [
    "Nón lá làng Chuông nhỏ 60k lớn 90k",
    "loại nhỏ 60 nghìn, còn loại to 90 nghìn",
    "the small size at 60,000 dong and the large size at 90,000 dong",
    "小さめは6万ドン、大きめは9万ドン",
  ],
  [
    "gio may tre phu vinh nho 80k vua 110k to 150k",
    "loại nhỏ 80 nghìn, loại vừa 110 nghìn, còn loại to 150 nghìn",
    "the small size at 80,000 dong, the medium size at 110,000 dong, and the large size at 150,000 dong",
    "小さめは8万ドン、中くらいは11万ドン、大きめは15万ドン",
  ],
  [
    "Gốm Bát Tràng bộ 1 ấm 6 chén 450k, bộ 1 ấm 4 chén 1 khay 380k",
    "bộ 1 ấm 6 chén 450 nghìn, còn bộ 1 ấm 4 chén 1 khay 380 nghìn",
    "a set of 1 teapot and 6 cups at 450,000 dong and a set of 1 teapot, 4 cups, and 1 tray at 380,000 dong",
    "急須と湯のみ6個のセットは45万ドン、急須と湯のみ4個とお盆のセットは38万ドン",
  ],
  [
    "Gốm Bát Tràng bộ gồm 6 bát, 6 đĩa 520k/bộ",
    "520 nghìn một bộ 6 bát 6 đĩa",
    "520,000 dong for a set of 6 bowls and 6 plates",
    "茶碗6個とお皿6枚のセットで52万ドン",
  ],
  [
    "Nước mắm Phú Quốc 30 độ đạm 60k/chai, 40 độ đạm 90k/chai",
    "loại 30 độ đạm 60 ngàn một chai, còn loại 40 độ đạm 90 ngàn một chai",
    "the sauce of 30 degrees N at 60,000 dong a bottle and the sauce of 40 degrees N at 90,000 dong a bottle",
    "窒素30度のものは1本6万ドン、窒素40度のものは1本9万ドン",
  ],
  [
    "hoa hoe Thai Binh: bong tuoi 30k/kg, bong kho 180k/kg",
    "hàng tươi 30 nghìn một cân, còn hàng khô 180 nghìn một cân",
    "fresh at 30,000 dong a kilo and dried at 180,000 dong a kilo",
    "生は1キロ3万ドン、乾燥品は1キロ18万ドン",
  ],
  [
    "Rong nho Cam Ranh tươi 500g 95k, tách nước 200g 110k",
    "hàng tươi 500 gam 95 ngàn, còn hàng tách nước 200 gam 110 ngàn",
    "fresh, 500 grams at 95,000 dong and dehydrated, 200 grams at 110,000 dong",
    "生の500グラムは9万5千ドン、脱水したものの200グラムは11万ドン",
  ],
  [
    "Tôm thẻ Cần Giờ loại 40-45 con 150k/kg, loại 60-65 con 120k",
    "loại 40 đến 45 con thì 150 ngàn một ký, còn loại 60 đến 65 con thì 120 ngàn một ký",
    "40 to 45 count at 150,000 dong a kilo and 60 to 65 count at 120,000 dong a kilo",
    "40～45匹サイズのものは1キロ15万ドン、60～65匹サイズのものは1キロ12万ドン",
  ],
  [
    "Tranh làng Sình tờ rời 60k, đóng khung 280k, bộ 5 bức 250k",
    "tờ rời 60 ngàn, lồng khung 280 ngàn, còn bộ 5 bức 250 ngàn",
    "unframed at 60,000 dong, framed at 280,000 dong, and a set of 5 at 250,000 dong",
    "額なしは6万ドン、額装品は28万ドン、5枚セットは25万ドン",
  ],
  [
    "Giỏ cói Nga Sơn bộ 4 cái 380k, bán lẻ cái S 90k, cái L 130k",
    "bộ 4 cái 380 nghìn, giá lẻ size S 90 nghìn, còn size L 130 nghìn",
    "a set of 4 at 380,000 dong, retail size S at 90,000 dong, and size L at 130,000 dong",
    "4点セットは38万ドン、Sサイズの小売は9万ドン、Lサイズは13万ドン",
  ],
  [
    "Sầu riêng Ri6 Cái Mơn 80k/kg, cơm tách hộp 300g 150k",
    "80 ngàn một ký, còn phần cơm tách sẵn hộp 300 gam 150 ngàn",
    "80,000 dong a kilo and flesh only in 300-gram boxes at 150,000 dong each",
    "1キロ8万ドン、果肉のみの300グラム入りは1箱15万ドン",
  ],
  [
    "Cua Đầm Dơi 2-3 con/kg loại y 260k, 4-5 con/kg gạch 340k",
    "cua y loại 2 đến 3 con một ký thì 260 ngàn, còn cua gạch loại 4 đến 5 con một ký thì 340 ngàn",
    "male crabs, 2 to 3 to the kilo, at 260,000 dong and roe crabs, 4 to 5 to the kilo, at 340,000 dong",
    "雄の1キロ2～3杯のものは26万ドン、内子入りの1キロ4～5杯のものは34万ドン",
  ],
  [
    "Chè Suối Giàng hàng A 300k/kg, hàng B 220k/kg",
    "loại A 300 nghìn một cân, còn loại B 220 nghìn một cân",
    "grade A at 300,000 dong a kilo and grade B at 220,000 dong a kilo",
    "Aランクは1キロ30万ドン、Bランクは1キロ22万ドン",
  ],
  ["Xoài cát Hòa Lộc loại 1 55k/kg", "loại một 55 nghìn một cân", "55,000 dong a kilo for grade one", "上級品で1キロ5万5千ドン"],
];

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
