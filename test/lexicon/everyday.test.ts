import { describe, expect, test } from "vitest";
import { foldText } from "#facts/fold.ts";
import { findTerm, termsIn } from "#lexicon/lexicon.ts";
import everyday from "#lexicon/everyday.json" with { type: "json" };

/** Products and varieties named in a text, in the order of their ids. */
const goodsIn = (text: string) => {
  const ids = termsIn(text, "vi").map(({ id }) => id);
  return [...new Set(ids)].filter((id) => ["product", "variety"].includes(findTerm(id)?.kind ?? "")).toSorted();
};

const TALK = [
  "Cảm ơn cả nhà đã theo dõi, nhà em cam kết giao đúng hẹn",
  "Nhà tôi ở đây từ năm 2010, trồng năm nào cũng được mùa",
  "Bên em áp dụng công nghệ cao, có nghệ nhân đứng ra làm",
  "Không mặc cả nha mọi người, giá đã tốt rồi",
  "Liên lạc với em qua Zalo, gọi lúc nào cũng được",
  "Hàng có dán nhãn mác đầy đủ, tem nhãn rõ ràng",
  "Mục tiêu đến cuối năm là đạt tiêu chuẩn xuất khẩu",
  "Chợ đầu mối bao tiêu hết, chi tiêu trong nhà cũng đỡ",
  "Vườn nhà trái nhỏ, hạt nhỏ, cùi dày, mọng nước",
  "Trái hỏng 1 đổi 1, trả lại tiền nếu hư",
  "Gửi qua vài ngày là tới, chậm thì mười ngày",
  "Bán lẻ từng ký, sỉ lẻ đều có",
  "Nhà của em ở Cà Mau, vườn của ba má để lại",
  "Em chào cả nhà, chào cô chú anh chị",
  "Hái buổi sáng, buổi đó giao luôn",
  "Đất trồng lúa 2 vụ, còn lại làm vườn",
  "Bán miễn phí ship cho đơn đầu, bán mỗi ngày",
  "Vùng này đất tốt, vùng trồng có mã số",
  "Để tươi lâu, dễ có, dễ bán",
  "Đâu đó khoảng 5 tấn, đầu đó thì ít hơn",
  "Do đó giá cao hơn, do đất tốt",
  "Ngon quá rồi, quá mặn thì giảm",
  "Mẹ trồng, mẹ chưa bán bao giờ",
  "Sau 3 ngày, quá sâu thì loại",
  "Trong năm nay giá ổn định, năm rồi cũng vậy",
  "Luôn có hàng, luôn tươi mới",
  "Khách cứ tới vườn coi, bạn cũ nhắn tin cho em",
  "Hàng của công ty, của nhà làm ra",
  "Đảm bảo chất lượng, đền bù nếu hư",
  "Ai muốn mua sỉ thì alo, lấy từ một tạ",
  "Thơm lừng, thơm ngon, trái thơm ngọt",
];

describe("everyday words are no goods", () => {
  test.each(TALK)("%s", (sentence) => {
    expect([goodsIn(sentence), goodsIn(foldText(sentence))]).toEqual([[], []]);
  });

  test("nor are people called Hồng, Đào or Lạc", () => {
    expect(goodsIn("Chị Hồng ở Hà Nội đặt 5 thùng, anh Lạc giao giúp, cô Đào nhận")).toEqual([]);
  });

  test("no everyday phrase is a term's own name", () => {
    expect(everyday.phrases.filter((phrase) => goodsIn(phrase).length > 0)).toEqual([]);
  });
});

describe("goods are known by the names of each region, with their marks and without", () => {
  test.each([
    ["Khóm Cầu Đúc 12k/trái", "pineapple"],
    ["Dứa mật Đồng Giao", "pineapple"],
    ["Thơm mật Phú Yên", "pineapple"],
    ["Đậu phụng rang 60k/kg", "peanut"],
    ["Lạc nhân Nghệ An", "peanut"],
    ["Trái tắc Bến Tre", "calamansi"],
    ["Sa pô Xuân Đỉnh 30k/kg", "sapodilla"],
    ["Hồng xiêm Xuân Đỉnh", "sapodilla"],
    ["Chanh leo tím Sơn La", "passion-fruit"],
    ["Chanh dây Gia Lai", "passion-fruit"],
    ["Mướp đắng rừng sấy", "bitter-melon"],
    ["Khổ qua 15k/kg", "bitter-melon"],
    ["Bí ngô nếp 10k/kg", "pumpkin"],
    ["Mộc nhĩ khô Lạng Sơn", "wood-ear"],
    ["Nấm mèo khô Long Khánh", "wood-ear"],
    ["Cá quả đồng 120k/kg", "snakehead"],
    ["Cá lóc đồng 130k/kg", "snakehead"],
    ["Lạp sườn gác bếp Cao Bằng", "lap-xuong"],
    ["Lạp xưởng tươi Sóc Trăng", "lap-xuong"],
    ["Giò lụa Ước Lễ", "pork-roll"],
    ["Chả lụa Huế", "pork-roll"],
    ["Thịt lợn đen Mường Khương", "pork"],
    ["Thịt heo sạch 120k/kg", "pork"],
    ["Ngao Giao Thủy 25k/kg", "clam"],
    ["Nghêu Bến Tre 28k/kg", "clam"],
    ["Bề bề Hạ Long 250k/kg", "mantis-shrimp"],
    ["Tôm tít Cà Mau 300k/kg", "mantis-shrimp"],
    ["Xà bông sả chanh 45k/bánh", "soap"],
    ["Tắc kiểng tết 300k/chậu", "kumquat-tree"],
    ["Quất cảnh Tứ Liên", "kumquat-tree"],
    ["Trâu gác bếp Điện Biên 850k/kg", "smoked-buffalo"],
    ["Mắc khén khô 350k/kg", "mac-khen"],
    ["Sâm dây Kon Tum 500k/kg", "codonopsis"],
    ["Nón lá làng Chuông 50k/cái", "conical-hat"],
  ])("%s: %s", (sentence, id) => {
    expect(goodsIn(sentence)).toContain(id);
    expect(goodsIn(foldText(sentence))).toContain(id);
  });

  test("a bare everyday word is a product before its price", () => {
    expect(goodsIn("ben em co bi do 12k/kg, bi xanh 10k/kg")).toEqual(["pumpkin", "winter-melon"]);
    expect(goodsIn("trai nao bi do thi bo")).toEqual([]);
  });
});

describe("a variety counts with its product", () => {
  test("what several products call alike goes to the nearer one", () => {
    expect(goodsIn("Ổi ruột đỏ 20k, thanh long ruột đỏ 15k")).toEqual(["dragon-fruit", "dragon-fruit.red-flesh", "guava", "guava.ruby"]);
    expect(goodsIn("Thanh long có loại ruột đỏ, mít thì không")).toEqual(["dragon-fruit", "dragon-fruit.red-flesh", "jackfruit"]);
  });

  test("without its product it is a colour, a country or a number", () => {
    for (const text of ["bao bì ruột đỏ", "gọi 034 000 5555", "hàng Thái, hàng Úc", "màu đen, màu trắng"])
      expect(goodsIn(text)).toEqual([]);
    expect(termsIn("白い箱と黒い箱、レッドの袋です。", "ja")).toEqual([]);
    expect(termsIn("Comes in a black box with a red ribbon.", "en")).toEqual([]);
  });

  test("a distinct name stands for its product too", () => {
    expect(goodsIn("Ri6 65k/kg, Musang King 350k/kg")).toEqual(["durian", "durian.musang-king", "durian.ri6"]);
    expect(goodsIn("ST25 bao 5kg 175k")).toEqual(["rice", "rice.st25"]);
  });
});
