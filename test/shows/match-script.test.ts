import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { indexLines } from "#shows/index-lines.ts";
import { scriptTexts, type ScriptTexts } from "#shows/script-texts.ts";
import { translateByPhrasebook } from "#shows/translate-by-phrasebook.ts";
import { isMet } from "../../scripts/score/bar.ts";
import { scoreShows } from "../../scripts/score/shows.ts";

const CASES = "../shared/cases";

const script = [
  {
    id: "rice",
    vi: "Gạo ST25 nhà em trồng một vụ lúa một vụ tôm, không phun thuốc trừ sâu.",
    en: "Our ST25 rice is grown one rice crop to one shrimp season, with no pesticides.",
    ja: "うちのST25は、米とエビを交互に育てる田んぼで、農薬を使わずに育てています。",
  },
  {
    id: "bags",
    vi: "Túi 5 ký giá 190.000 đồng, túi 10 ký giá 370.000 đồng.",
    en: "A 5-kilo bag is 190,000 dong and a 10-kilo bag is 370,000 dong.",
    ja: "5キロ入りは190,000ドン、10キロ入りは370,000ドンです。",
  },
  {
    id: "order",
    vi: "Đặt trước 9 giờ tối thì sáng mai em gửi hàng luôn.",
    en: "Order before 9 p.m. and I'll ship tomorrow morning.",
    ja: "夜9時までのご注文は、明朝発送します。",
  },
  {
    id: "gift",
    vi: "Mua 2 hũ em tặng 1 gói trà gừng.",
    en: "Buy 2 jars and I'll add 1 pack of ginger tea.",
    ja: "2瓶お買い上げで、しょうが茶を1袋差し上げます。",
  },
  {
    id: "dollars",
    vi: "Giá 250.000 đồng một hũ 500ml.",
    en: "A 500 ml jar is 250,000 dong (about $10).",
    ja: "500ml入りは250,000ドンです。",
  },
  {
    id: "store",
    vi: "Gạo để nơi khô ráo được 6 tháng.",
    en: "The rice keeps for 6 months in a dry place.",
    ja: "お米は乾燥した所で6か月もちます。",
  },
];
const names = [
  {
    id: "pomelo",
    vi: "Bưởi Năm Roi của vườn em hái lúc chín cây, sáng nay mới cắt.",
    en: "Our Nam Roi pomelos ripen on the tree and were cut this morning.",
  },
  {
    id: "refund",
    vi: "Trái nào dập, trái nào úng thì chụp hình gửi em hoàn tiền.",
    en: "If any is bruised, send me a photo for a refund.",
  },
];
const farms = [
  { id: "farm", vi: "Em tên Út Diễm, vườn ở xã Mỹ Hòa, Bình Minh, Vĩnh Long.", en: "I'm Ut Diem, and our orchard is in My Hoa." },
  { id: "market", vi: "Chè ngoài chợ lắm khi ướp hương, uống xong đắng ngắt.", en: "Market tea is often scented." },
  { id: "own", vi: "Chè nhà em không ướp hương như ngoài chợ, uống xong ngọt hậu.", en: "Unlike market tea, ours is never scented." },
];
test.each([
  ["em tên út diễm vườn ở xã mỹ quà bình minh vĩnh lông", "farm"],
  ["em tên út diễm vườn ở xã mỹ hạnh bình minh vĩnh long", undefined],
  ["chè ngoài chợ lắm khi người ta ướp hương uống xong đắng ngắt", "market"],
  ["chè nhà em người ta không ướp hương như ngoài chợ uống xong ngọt hậu", undefined],
  ["chè ngoài chợ lắm khi hàng xóm ướp hương uống xong đắng ngắt", undefined],
])("what sounds the same in the south, and who is spoken of anyway: %s", (text, line) => {
  expect(scriptTexts({ index: indexLines(farms), next: 0, languages: ["vi", "en"] }, { text, final: true })?.line).toBe(line);
});

const show = { index: indexLines(script), next: 0, languages: ["vi", "en", "ja"] as const };
const said = (text: string, final = true): ScriptTexts | undefined => scriptTexts(show, { text, final });

test.each([
  ["gạo st25 nhà em trồng một vụ lúa một vụ tôm hông phun thuốc trừ sâu đâu nha", "rice"],
  ["đặt trước tám giờ tối thì sáng mai em gửi hàng luôn nha cả nhà", "order"],
  ["ờ thì mua ba hũ là em tặng hai gói trà gừng nè", "gift"],
  ["tui nói gạo để nơi khô ráo được sáu tháng", "store"],
])("%s → %s", (text, line) => {
  expect(said(text)?.line).toBe(line);
});

test("spoken numbers take the places of the prepared ones in every language, and English nouns agree", () => {
  expect(said("mua ba hũ em tặng hai gói trà gừng nha")?.texts).toEqual({
    vi: "Mua 3 hũ em tặng 2 gói trà gừng.",
    en: "Buy 3 jars and I'll add 2 packs of ginger tea.",
    ja: "3瓶お買い上げで、しょうが茶を2袋差し上げます。",
  });
  expect(said("gạo để nơi khô ráo được một tháng")?.texts.en).toBe("The rice keeps for 1 month in a dry place.");
  expect(said("túi năm ký giá một trăm chín mươi lăm nghìn túi mười ký giá ba trăm tám chục nghìn")?.texts.en).toBe(
    "A 5-kilo bag is 195,000 dong and a 10-kilo bag is 380,000 dong.",
  );
});

test.each([
  ["another variety", "gạo st24 nhà em trồng một vụ lúa một vụ tôm không phun thuốc trừ sâu"],
  ["the negation left out", "gạo st25 nhà em trồng một vụ lúa một vụ tôm có phun thuốc trừ sâu"],
  ["a negation more", "đặt trước 9 giờ tối thì sáng mai em không gửi hàng được"],
  ["half of the line with its numbers", "túi năm ký giá một trăm chín mươi nghìn"],
  ["a number more", "mua hai hũ em tặng một gói trà gừng với ba cái muỗng"],
  ["a question", "có bạn hỏi gạo để nơi khô ráo được mấy tháng"],
  ["another thing counted", "gạo để nơi khô ráo được sáu ngày"],
  ["a change of price beside a conversion of the old one", "giá hai trăm sáu mươi nghìn một hũ 500ml"],
  ["a clause that takes it back", "mua hai hũ em tặng một gói trà gừng là tuần trước rồi bây giờ hết"],
])("%s is not a hit", (_, text) => {
  expect(said(text)).toBeUndefined();
});

test("an interim that breaks off in a number is not a hit yet", () => {
  expect(said("gạo để nơi khô ráo được sáu", false)).toBeUndefined();
});

test.each([
  ["bưởi 5 doi của vườn em hái lúc chín cây sáng nay mới cắt nha", "pomelo"],
  ["bưởi 6 doi của vườn em hái lúc chín cây sáng nay mới cắt nha", undefined],
  ["bưởi 5 trái của vườn em hái lúc chín cây sáng nay mới cắt nha", undefined],
  ["trái nào bị dập bị úng thì mình cứ chụp hình gửi em hoàn tiền", "refund"],
])("a word that a recogniser wrote as a digit is the word, another number is none: %s", (text, line) => {
  expect(scriptTexts({ index: indexLines(names), next: 0, languages: ["vi", "en"] }, { text, final: true })?.line).toBe(line);
});

test("two lines in one sentence come out as both, in the order said", () => {
  const both = said("gạo để nơi khô ráo được sáu tháng đặt trước chín giờ tối thì sáng mai em gửi hàng luôn");
  expect(both?.texts.en).toBe("The rice keeps for 6 months in a dry place. Order before 9 p.m. and I'll ship tomorrow morning.");
  expect(both?.texts.ja).toBe("お米は乾燥した所で6か月もちます。夜9時までのご注文は、明朝発送します。");
});

test("a phrase of the phrasebook is taken whole or not at all", () => {
  expect(translateByPhrasebook("còn năm hộp thôi cả nhà ơi", "en")).toBe("Only 5 boxes left, everyone.");
  expect(translateByPhrasebook("mua ba hộp tặng hai hộp", "ja")).toBe("3箱お買い上げで、2箱差し上げます。");
  expect(translateByPhrasebook("hai mươi cân", "en")).toBeUndefined();
  expect(translateByPhrasebook("không còn hàng đâu", "en")).toBeUndefined();
  expect(translateByPhrasebook("em chào chị Hương bán hoa nhé", "en")).toBeUndefined();
});

describe.skipIf(!existsSync(CASES))("the labelled shows", () => {
  test("lines are recognised, wrong ones are not, numbers are right and noise is dropped", async () => {
    const told: string[] = [];
    const bars = await scoreShows(CASES, (...words) => told.push(words.join(" | ")));
    expect(
      bars.filter((bar) => !isMet(bar)),
      told.join("\n"),
    ).toEqual([]);
  }, 120_000);
});

test("a line is found by its very words, however few of them say anything", () => {
  const short = { id: "name", vi: "Em là Lan đây ạ.", en: "I am Lan.", ja: "ランと申します。" };
  const twice = [short, ...script, { ...short, id: "name-again" }];
  const lines = { index: indexLines(twice), languages: ["vi", "en", "ja"] as const };
  expect(scriptTexts({ ...lines, next: 0 }, { text: "em là lan đây ạ", final: true })).toMatchObject({
    line: "name",
    texts: { ja: short.ja },
  });
  expect(scriptTexts({ ...lines, next: 3 }, { text: "Em là Lan đây ạ.", final: true })).toMatchObject({ line: "name-again" });
  expect(scriptTexts({ ...lines, next: 0 }, { text: "em là lan", final: true })).toBeUndefined();
});
