import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { tellFact } from "#listings/tell-fact.ts";
import { writeListingByRules } from "#listings/write-listing-by-rules.ts";
import { coachStory } from "#pitches/coach-story.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { tellNotes } from "./tell-notes.ts";

const words = loadWords();
const keeping = (notes: string) => tellNotes(notes, "shelf-life", "storage");
const english = (notes: string, ...kinds: Parameters<typeof tellNotes>[1][]) => tellNotes(notes, ...kinds).map((told) => told[1]);

test("how long each of several goods keeps, and where, is told with its name", () => {
  expect(keeping("Xoài Yên Châu 30k/kg để được 5 ngày, xoài sấy 210k/kg để được 7 tháng")).toEqual([
    [
      "xoài 5 ngày và xoài sấy 7 tháng",
      "5 days for the mangoes and 7 months for the dried mangoes",
      "マンゴーが5日、ドライマンゴーが7か月",
    ],
  ]);
  expect(keeping("Nem chua Thanh Hóa 5k/cái để tủ lạnh, bánh gai 8k/cái để nơi thoáng mát")).toEqual([
    ["nem chua để ngăn mát tủ lạnh", "keep the nem chua in the fridge", "ネムチュアは、冷蔵庫で保存してください"],
    ["bánh gai để nơi thoáng mát", "keep the gai cakes in a cool, airy place", "バインガイは、風通しのよい涼しい場所に置いてください"],
  ]);
  expect(keeping("Dưa lưới 45k/kg, cà chua bi 38k/kg. Cà chua bi để ngoài 4 ngày. Dưa lưới để mát 9 ngày")[0]?.[1]).toBe(
    "4 days outside the fridge for the cherry tomatoes and 9 days for the melons",
  );
});

test("each in its turn, with a full stop or a line between", () => {
  expect(english("Hạt điều 270k/kg. Hạn 6 tháng. Mắc ca 240k/kg. Hạn 10 tháng. Ship toàn quốc", "shelf-life")).toEqual([
    "6 months for the cashews and 10 months for the macadamias",
  ]);
  expect(english("- Chuối sấy: 110k/kg, HSD 5 tháng\n- Mít sấy: 170k/kg, HSD 9 tháng\nTránh nắng", "shelf-life", "storage")).toEqual([
    "5 months for the dried bananas and 9 months for the dried jackfruit",
    "keep them out of the sun",
  ]);
});

test("what is said of all is told of all: before them, after them, or by its words", () => {
  for (const notes of [
    "Hạn dùng 11 tháng. Miến dong 60k/kg, bún khô 40k/kg",
    "Miến dong 60k/kg, bún khô 40k/kg. Hạn dùng 11 tháng",
    "Miến dong 60k/kg, bún khô 40k/kg, tất cả để được 11 tháng",
    "Miến dong với bún khô để được 11 tháng. Miến dong 60k/kg, bún khô 40k/kg",
  ])
    expect(english(notes, "shelf-life")).toEqual(["11 months"]);
  expect(english("Vải thiều 30k/kg mùa tháng 6, nhãn lồng 40k/kg mùa tháng 8, đều để tủ lạnh", "storage")).toEqual([
    "keep them in the fridge",
  ]);
});

test("all but those that are named behind", () => {
  expect(english("Lạc nhân 60k/kg, dầu lạc 130k/lít. Để chỗ khô ráo 5 tháng, dầu thì 10 tháng", "storage")).toEqual([
    "keep the peanuts in a dry place",
  ]);
});

test("seasons, stocks and least orders, of the goods before or right behind", () => {
  expect(tellNotes("Cam Cao Phong 35k/kg mùa tháng 11 đến tháng 1, na Chi Lăng 50k/kg mùa tháng 8", "season")).toEqual([
    ["cam từ tháng 11 đến hết tháng 1", "from November to the end of January for the oranges", "オレンジが11月から1月末まで"],
    ["na tháng 8", "August for the custard apples", "釈迦頭が8月"],
  ]);
  expect(tellNotes("Mật ong 170k/lít, sáp ong 290k/kg. Còn 70 lít mật ong, 9kg sáp ong", "stock")[0]).toEqual([
    "70 lít mật ong",
    "70 litres of honey",
    "はちみつ70リットル",
  ]);
  expect(tellNotes("Dừa xiêm 12k/trái còn 900 trái, kẹo dừa 40k/hộp còn 50 hộp", "stock")).toEqual([
    [
      "900 trái dừa xiêm và 50 hộp kẹo dừa",
      "900 Xiem coconuts and 50 boxes of coconut candy",
      "シエム種のココナッツ900個とココナッツキャンディ50箱",
    ],
  ]);
  expect(tellNotes("Sầu riêng 85k/kg, bơ 35k/kg. Sầu riêng tối thiểu 6kg", "minimum-order")[0]).toEqual([
    "6 cân sầu riêng",
    "6 kilos of durians",
    "ドリアン6キロ",
  ]);
  expect(english("Sầu riêng 85k/kg, bơ 35k/kg, tối thiểu 6kg", "minimum-order")).toEqual(["6 kilos"]);
  expect(english("mật ong cà phê 140k/chai, mật ong bạc hà 480k/chai. Mật bạc hà còn 30 chai", "stock")).toEqual([
    "30 bottles of mint-flower honey",
  ]);
});

test("a house sends all its goods alike, unless it sends some in another way", () => {
  expect(english("Nấm rơm 85k/kg giao trong ngày, nấm hương khô 340k/kg gửi toàn quốc", "delivery")).toEqual([
    "for the straw mushrooms, your order arrives the same day",
    "for the shiitake mushrooms, we ship nationwide in Vietnam",
  ]);
  expect(english("Nem chua 5k/cái, chả lụa 150k/kg, ship toàn quốc", "delivery")).toEqual(["we ship nationwide in Vietnam"]);
});

test("fresh and frozen of one kind are told apart", () => {
  expect(keeping("Mực ống tươi 260k/kg để đá 2 ngày, mực ống đông lạnh 220k/kg để được 5 tháng")[0]).toEqual([
    "mực ống tươi 2 ngày và mực ống đông lạnh 5 tháng trong ngăn đông",
    "2 days for the fresh longfin squid and 5 months in the freezer for the frozen longfin squid",
    "生のヤリイカの仲間が2日、冷凍のヤリイカの仲間が冷凍で5か月",
  ]);
});

test("what is said of goods without a name here is told of none", () => {
  expect(english("Xoài cát Hòa Lộc 60k/kg để được 4 ngày, kẹo xoài 80k/hũ để được 8 tháng", "shelf-life")).toEqual(["4 days"]);
  expect(english("Thanh kẹp óc chó 90k/hộp, ca cao bột 170k/hũ. Thanh kẹp để được 10 tháng", "shelf-life")).toEqual([]);
});

test("what is made of the goods and has a name of its own keeps for as long as is said of it", () => {
  expect(english("Xoài cát Hòa Lộc 60k/kg để được 4 ngày, mứt xoài 80k/hũ để được 8 tháng", "shelf-life")).toEqual([
    "4 days for the Cat Hoa Loc mangoes and 8 months for the candied fruit",
  ]);
});

test("what is sold besides is not what the rest is about", () => {
  const notes = "Hoa hồi Lạng Sơn 240k/kg. Ngoài ra có thạch đen 70k/kg. Năm nay nắng đều. Để chỗ khô được 20 tháng";
  expect(english(notes, "shelf-life")).toEqual(["20 months for the star anise"]);
});

test("it is told so in the script, the answers, the listing, the buyer's table and on the pack", () => {
  const notes = "Na Chi Lăng 50k/kg mùa tháng 8 để được 3 ngày; quýt Bắc Sơn 30k/kg mùa tháng 12 để được 15 ngày";
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const keeps = {
    vi: "na 3 ngày và quýt 15 ngày",
    en: "3 days for the custard apples and 15 days for the mandarins",
    ja: "釈迦頭が3日、マンダリンが15日",
  };
  for (const language of LANGUAGES) {
    const { loop, answers } = writePitchByRules({ storyId: "story-1", facts, language, words, said });
    expect(loop.map(({ say }) => say).join(" ")).toContain(keeps[language]);
    expect(answers[3]?.answer).toContain(keeps[language]);
    const { bullets, body } = writeListingByRules({ storyId: "story-1", facts, language, slug: "na", words, said });
    expect([...bullets, body].join(" ")).toContain(keeps[language]);
  }
  const time = facts.filter(({ kind }) => kind === "shelf-life").map((fact) => tellFact({ words, facts, said }, fact, "en"));
  expect(time).toEqual(["3 days for the custard apples", "15 days for the mandarins"]);
  const { label } = coachStory({ storyId: "story-1", facts, markets: [...MARKETS], language: "vi", words, said });
  expect(label.find(({ field }) => field === "best-before")?.value?.en).toContain(keeps.en);
});

test("how it is grown or tastes, in a sentence that names one of the goods, is no word on the others", () => {
  expect(english("Thanh long Chợ Gạo 22k/kg. Mãng cầu Bà Đen 60k/kg, hái chín cây. 0912 345 678", "practice")).toEqual([
    "we pick the custard apples ripe",
  ]);
  expect(english("Cam xoàn 40k/kg, không phun thuốc cỏ. Ổi nữ hoàng 16k/kg, giòn ngọt", "practice", "taste")).toEqual([
    "with the oranges, we don't spray weedkiller",
    "with the Nu Hoang guavas, they have a crisp bite and they're sweet",
  ]);
  for (const notes of [
    "Cam 20k/kg, quýt 30k/kg, không phun thuốc cỏ",
    "Cam 20k/kg. Quýt 30k/kg, tất cả không phun thuốc cỏ",
    "Cam 20k/kg. Quýt 30k/kg. Không phun thuốc cỏ",
  ])
    expect(english(notes, "practice")).toEqual(["we don't spray weedkiller"]);
});

test("a listing's table says about how much is left, and no more", () => {
  const said = { notes: "Khoai dẻo Quảng Bình 60k/gói, còn khoảng 3 tấn", answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const stock = facts.filter(({ kind }) => kind === "stock");
  const told = LANGUAGES.map((language) => stock.map((fact) => tellFact({ words, facts, said }, fact, language)));
  expect(told).toEqual([["Khoảng 3 tấn"], ["About 3 tonnes"], ["約3トン"]]);
});
