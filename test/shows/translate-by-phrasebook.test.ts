import { describe, expect, test } from "vitest";
import { hasMarks } from "#facts/fold.ts";
import { nameOf } from "#lexicon/lexicon.ts";
import { readNumberPlaces } from "#shows/number-places.ts";
import phrasebook from "#shows/phrasebook.json" with { type: "json" };
import { translateByPhrasebook } from "#shows/translate-by-phrasebook.ts";

describe("an everyday sentence is told in English and Japanese", () => {
  test.each([
    ["Xin chào cả nhà", "Hello, everyone!", "みなさん、こんにちは。"],
    ["em chào cô Hạnh nha", "Hello, Hanh!", "ハインさん、こんにちは。"],
    ["em chào chị hạnh ạ", "Hello, Hanh!", "ハインさん、こんにちは。"],
    ["cảm ơn anh Vinh đã đặt sáu ký ạ", "Thank you for ordering 6 kilos, Vinh!", "ヴィンさん、6キロのご注文ありがとうございます。"],
    ["của chị Thúy bốn hộp nha", "That's 4 boxes for Thuy.", "トゥイさん、4箱ですね。"],
    ["chú nghe em nói không", "Can you hear me clearly?", "声は聞こえていますか。"],
    ["để em cân thử cho bác xem", "Let me weigh it for you.", "量ってお見せしますね。"],
    ["vẫn còn hàng anh ơi", "I still have stock.", "まだ在庫があります。"],
    ["bao nhiêu một bó vậy em", "How much is one bunch?", "1束あたりいくらですか。"],
    ["mua lẻ được không em", "Do you sell small amounts?", "少量でも買えますか。"],
    ["phí ship bao nhiêu vậy em ơi", "How much is shipping?", "送料はいくらですか。"],
    ["chừng nào có hàng vậy em", "When will you have stock?", "いつ入荷しますか。"],
    ["một bao tám ký là chín mươi nghìn nha", "A sack of 8 kilos is 90,000 dong.", "8キロ入り1袋で90,000ドンです。"],
    ["ship mười hai nghìn thôi nha", "Shipping is only 12,000 dong.", "送料は12,000ドンだけいただきます。"],
    ["giảm mười hai phần trăm cho bà con", "Everyone gets 12% off.", "みなさん、12％引きにいたします。"],
    ["ship về cà mau mất bốn ngày", "It reaches Ca Mau in 4 days.", "カマウ省へは4日でお届けします。"],
    ["58k/hộp nha", "It's 58,000 dong per box.", "1箱あたり58,000ドンです。"],
    ["58k/kg", "It's 58,000 dong per kilo.", "キロあたり58,000ドンです。"],
    [
      "hết hàng rồi em cảm ơn bà con nhiều nha",
      "Sold out, sorry. Thank you all so much.",
      "申し訳ありません、売り切れです。みなさん、本当にありがとうございます。",
    ],
    ["xin chào cả nhà ạ", "Hello, everyone!", "みなさん、こんにちは。"],
    ["chào cả nhà ơi", "Hello, everyone!", "みなさん、こんにちは。"],
    ["Dạ em chào mọi người nha", "Hello, everyone!", "みなさん、こんにちは。"],
    ["tui chào bà con cô bác nghen", "Hello, everyone!", "みなさん、こんにちは。"],
    ["em chào chị ạ", "Hello!", "こんにちは。"],
    ["Cảm ơn cả nhà", "Thank you, everyone!", "みなさん、ありがとうございます。"],
    ["Cảm ơn cả nhà nhiều ạ", "Thank you all so much.", "みなさん、本当にありがとうございます。"],
    ["cám ơn bà con nhiều nghen", "Thank you all so much.", "みなさん、本当にありがとうございます。"],
    ["Dạ em cảm ơn anh ạ", "Thank you.", "ありがとうございます。"],
    ["ship toàn quốc nha cả nhà", "I ship nationwide.", "全国へ発送しています。"],
    ["Mình ship toàn quốc nhé mọi người ơi", "I ship nationwide.", "全国へ発送しています。"],
    ["hết hàng rồi bà con ơi", "Sold out, sorry.", "申し訳ありません、売り切れです。"],
    ["dạ còn chị ơi", "Yes, there's still some left.", "はい、まだございます。"],
    ["hông sao đâu nha", "It's no problem.", "大丈夫ですよ。"],
    ["chốt đơn đi cả nhà ơi", "Please place your orders, everyone.", "みなさん、ご注文をお願いします。"],
    ["share live giùm em với nha bà con", "Please share my live, everyone.", "みなさん、ライブのシェアをお願いします。"],
    ["bà con coi ở đâu đó", "Where is everyone watching from?", "みなさん、どちらからご覧ですか。"],
    ["mọi người có nghe rõ hông nè", "Can everyone hear me clearly?", "みなさん、声は聞こえていますか。"],
    ["mạng yếu quá cả nhà ơi", "My connection is weak, everyone.", "みなさん、電波が弱いようです。"],
    ["chờ em xíu nha", "Just a moment, please.", "少々お待ちください。"],
    ["ngon lắm luôn á", "It's really delicious.", "とてもおいしいです。"],
    [
      "Bữa nay tui bán ba mươi lăm ngàn một ký nghen bà con",
      "Today I'm selling at 35,000 dong per kilo.",
      "今日はキロあたり35,000ドンで販売します。",
    ],
    ["giá 42k/kg nhé cả nhà", "It's 42,000 dong per kilo.", "キロあたり42,000ドンです。"],
    ["một hũ một trăm hai mươi nghìn ạ", "One jar is 120,000 dong.", "1瓶あたり120,000ドンです。"],
    ["còn năm hộp thôi", "Only 5 boxes left.", "残り5箱です。"],
    ["còn một thùng thôi bà con ơi", "Only 1 box left, everyone.", "みなさん、残り1箱です。"],
    ["mua ba chai tặng một chai nhé", "Buy 3 bottles, get 1 bottle free.", "3本お買い上げで、1本差し上げます。"],
    ["phí ship hai mươi lăm nghìn nha chị", "Shipping is 25,000 dong.", "送料は25,000ドンです。"],
    ["tối mai bảy giờ em lên live nhé cả nhà", "I'll be live at 7 tomorrow evening.", "明日の夜7時にライブをします。"],
    [
      "Xin chào cả nhà, hôm nay em bán 35 nghìn một cân ạ.",
      "Hello, everyone! Today I'm selling at 35,000 dong per kilo.",
      "みなさん、こんにちは。今日はキロあたり35,000ドンで販売します。",
    ],
    [
      "cảm ơn cả nhà nhé em ship toàn quốc ạ",
      "Thank you, everyone! I ship nationwide.",
      "みなさん、ありがとうございます。全国へ発送しています。",
    ],
    ["Cả nhà ơi, hết hàng rồi ạ!", "Sold out, sorry.", "申し訳ありません、売り切れです。"],
    ["Cả nhà ơi, cả nhà chờ em mười phút nha", "Please give me 10 minutes.", "10分ほどお待ちください。"],
    ["còn hai trái nữa thôi chị ơi", "Only 2 pieces left.", "残り2個です。"],
    ["ship về Cà Mau được không em", "Can you ship to Ca Mau?", "カマウ省への発送はできますか。"],
    ["em ship sài gòn được nha", "Yes, I can ship to Saigon.", "サイゴンへ発送できます。"],
    ["phí ship về đồng tháp là bốn mươi nghìn ạ", "Shipping to Dong Thap is 40,000 dong.", "ドンタップ省への送料は40,000ドンです。"],
    ["em chào cả nhà ở nghệ an ạ", "Hello to everyone in Nghe An!", "ゲアン省のみなさん、こんにちは。"],
    ["còn đúng hũ cuối cùng ạ", "This is the last jar.", "最後の1瓶です。"],
    ["mỗi khách tối đa ba chai nha", "It's 3 bottles per person at most.", "お一人様3本までです。"],
    ["em bớt mười nghìn cho anh nhé", "I'll take 10,000 dong off for you.", "10,000ドンお引きしますね。"],
    ["bữa nay tui hông nhận đơn nữa nghen", "I'm not taking any more orders today.", "今日のご注文の受付は終わりました。"],
    ["xin chao ca nha", "Hello, everyone!", "みなさん、こんにちは。"],
    ["cam on ca nha nhieu a", "Thank you all so much.", "みなさん、本当にありがとうございます。"],
    ["ship toan quoc nha ca nha", "I ship nationwide.", "全国へ発送しています。"],
  ])("%s → %s", (said, en, ja) => {
    expect(translateByPhrasebook(said, "en")).toBe(en);
    expect(translateByPhrasebook(said, "ja")).toBe(ja);
  });
});

describe("what no phrase says just so is left alone", () => {
  test.each([
    ["a negation", "em không ship toàn quốc ạ"],
    ["a negation at the end", "ngon lắm đâu không"],
    ["a question made of a statement", "hết hàng rồi hả chị"],
    ["a question by its mark alone", "Hết hàng rồi ạ?"],
    ["a number without a place", "cảm ơn 20 cả nhà"],
    ["a number more", "ship toàn quốc 30 nghìn"],
    ["a price for a count", "còn 20 nghìn thôi"],
    ["two places", "em ship cà mau với bạc liêu được ạ"],
    ["a place and a condition", "em ship cà mau được nếu đi xe"],
    ["a name that may be tomorrow", "em gọi cho chị mai nhé"],
    ["two names", "em chào chị Lan với anh Tuấn"],
    ["what one sentence denies and the next takes up", "hết hàng rồi không còn nữa"],
    ["boxes, and how much is in each", "còn ba thùng năm ký"],
    ["a call that hangs on the sentence before it", "mai em gửi cho chị Mai nhé"],
    ["a condition, and what is always so", "ai lấy thì nhắn em em ship toàn quốc"],
    ["a question about two things", "em ship toàn quốc hàng mới hái sáng nay không em"],
    ["a content word more", "ship toàn quốc trừ Phú Quốc nha"],
    ["a content word less", "toàn quốc nha cả nhà"],
    ["another tone", "con năm hợp thôi"],
    ["another tone in a short phrase", "ngón làm ạ"],
    ["a mix of marked and bare words", "xin chao cả nhà"],
    ["another person's doing", "chị nhận được tiền rồi"],
    ["a condition", "nếu hết hàng rồi, mai em hái tiếp"],
    ["a clause that takes it back", "em ship toàn quốc nhé, nhưng mà hôm nay thì chưa"],
    ["only a unit and a number", "hai mươi cân"],
    ["one bare word", "con"],
    ["a compliment to a person", "em đẹp lắm"],
    ["the speaker's own family", "cả nhà em ngọt lắm"],
    ["bare words of two meanings", "con hang em den"],
    ["more digit words than can be weighed", "một hai ba bốn năm cân"],
  ])("%s: %s", (_, said) => {
    expect(translateByPhrasebook(said, "en")).toBeUndefined();
    expect(translateByPhrasebook(said, "ja")).toBeUndefined();
  });
});

const UNIT = phrasebook.units[1];
const rows = phrasebook.phrases.map(([vi = "", en = "", ja = ""]) => ({
  vi: [vi].flat().map((one) =>
    one
      .replaceAll("{unit}", UNIT?.vi ?? "")
      .replaceAll("{place}", "Cà Mau")
      .replaceAll("{name}", "Lan"),
  ),
  en: [en]
    .flat()
    .join("")
    .replaceAll("{units}", UNIT?.plural ?? "")
    .replaceAll("{unit}", UNIT?.en ?? "")
    .replaceAll("{place}", "Ca Mau")
    .replaceAll("{name}", "Lan"),
  ja: [ja]
    .flat()
    .join("")
    .replaceAll("{unit}", UNIT?.ja ?? "")
    .replaceAll("{per}", UNIT?.per ?? "")
    .replaceAll("{place}", nameOf("place.ca-mau", "ja") ?? "")
    .replaceAll("{name}", "ラン"),
}));

test("the phrasebook holds a show's everyday talk, and every way of saying it is found as written", () => {
  expect(rows.length).toBeGreaterThanOrEqual(490);
  const lost = rows.flatMap(({ vi, en, ja }) =>
    vi.filter((one) => translateByPhrasebook(one, "en") !== en || translateByPhrasebook(one, "ja") !== ja),
  );
  expect(lost).toEqual([]);
});

test("every row is Vietnamese with its marks, plain English and Japanese that ends as a sentence", () => {
  for (const { vi, en, ja } of rows) {
    expect(vi.join(" ")).toSatisfy(hasMarks);
    expect(en).toMatch(/^[\x20-\x7e]*[.!?]$/);
    expect(ja).toMatch(/[\u3040-\u30ff].*[。！]$/);
  }
});

test("all ways of saying a row hold the same numbers, each only once, and no translation holds one more", () => {
  const numbers = (text: string, language: "vi" | "en" | "ja") =>
    readNumberPlaces(text, language).flatMap(({ value, spelled }) => (spelled ? [] : [value]));
  const byValue = (left: number, right: number) => left - right;
  for (const { vi, en, ja } of rows) {
    const first = numbers(vi[0] ?? "", "vi");
    for (const one of vi) expect(numbers(one, "vi")).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
    expect(numbers(en, "en").toSorted(byValue)).toEqual(first.toSorted(byValue));
    expect(new Set([1, ...numbers(ja, "ja")])).toEqual(new Set([1, ...first]));
  }
});
