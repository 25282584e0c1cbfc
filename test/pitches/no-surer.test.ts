import { describe, expect, test } from "vitest";
import { tellNotes } from "./tell-notes.ts";

describe("amounts, seasons and ways are told no surer and no narrower than the notes have them", () => {
  test("about so much, more than so much and nearly so much", () => {
    expect(tellNotes("Cam Cao Phong 30k/kg, còn khoảng 3 tấn", "stock")).toEqual([["khoảng 3 tấn", "about 3 tonnes", "約3トン"]]);
    expect(tellNotes("Cam Cao Phong 30k/kg, còn hơn 2 tấn", "stock")).toEqual([["hơn 2 tấn", "more than 2 tonnes", "2トン以上"]]);
    expect(tellNotes("Cam Cao Phong 30k/kg, còn gần 2 tấn", "stock")).toEqual([["gần 2 tấn", "nearly 2 tonnes", "2トン近く"]]);
    expect(tellNotes("Ổi 15k/kg, trái khoảng 300g", "size")).toEqual([
      ["khoảng 300 gam một trái", "about 300 grams each", "1個約300グラム"],
    ]);
  });

  test("a season that begins in a month does not end with it", () => {
    expect(tellNotes("Cam Cao Phong 30k/kg, vụ từ tháng 11", "season")).toEqual([["từ tháng 11", "from November", "11月から"]]);
    expect(tellNotes("Cam Cao Phong 30k/kg, vụ tháng 11", "season")).toEqual([["tháng 11", "November", "11月"]]);
  });

  test("goods are sent or collected, not both, and to a town on the same day", () => {
    expect(tellNotes("Cam Cao Phong 30k/kg, mua tại vườn hoặc gửi nhà xe", "delivery")[0]?.slice(1)).toEqual([
      "we send orders by passenger coach and you can also collect your order at our place",
      "長距離バス便でお送りし、うちでもお渡しできます",
    ]);
    expect(tellNotes("Tôm thẻ Cần Giờ 220k/kg, giao Sài Gòn trong ngày", "delivery")[0]?.slice(1)).toEqual([
      "orders to Saigon arrive the same day",
      "サイゴンへは当日中にお届けします",
    ]);
  });

  test("a trade of any number of generations, plain sweetness, few seeds, the day's catch", () => {
    expect(tellNotes("Nón Huế 60k/cái, nghề 4 đời", "story")).toEqual([
      ["nghề này nhà em làm bốn đời", "our family has done this for four generations", "四代にわたって続けている仕事です"],
    ]);
    expect(tellNotes("Cam Cao Phong 30k/kg, ít hạt, ngọt", "taste")).toEqual([
      ["ít hạt, vị ngọt", "they have few seeds and they're sweet", "種が少なく、甘みがあります"],
    ]);
    expect(tellNotes("Tôm thẻ Cần Giờ 220k/kg, đánh bắt trong ngày", "practice")[0]?.[1]).toBe("we sell what was caught that day");
  });
});

test("the least order is told in whatever it is counted by", () => {
  expect(tellNotes("Giỏ mây Phú Vinh 150k/cái, sỉ từ 100 cái", "minimum-order")).toEqual([["100 cái", "100 pieces", "100個"]]);
  expect(tellNotes("Dép cói Kim Sơn 90k/đôi, đặt ít nhất 50 đôi", "minimum-order")).toEqual([["50 đôi", "50 pairs", "50足"]]);
  expect(tellNotes("Nón lá Huế 60k/cái, lấy từ 100 cái 50k/cái", "minimum-order")).toEqual([]);
});
