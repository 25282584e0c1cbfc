import { expect, test } from "vitest";
import { tellNotes } from "./tell-notes.ts";

test("how strong a sauce is, as its label says it, but not where prices tell one strength from another", () => {
  expect(tellNotes("nước mắm Phú Quốc 40 độ đạm", "variety")).toEqual([["40 độ đạm", "40 degrees N", "40度"]]);
  expect(tellNotes("nuoc mam phan thiet do dam 35-40", "variety")).toEqual([["35 đến 40 độ đạm", "35 to 40 degrees N", "35～40度"]]);
  expect(tellNotes("nước mắm Phú Quốc trên 40 độ đạm", "variety")).toEqual([]);
  expect(tellNotes("nước mắm Phú Quốc 30 độ đạm 60k/chai, 40 độ đạm 90k/chai", "variety")).toEqual([]);
});

test("in what and for how long a sauce ferments, in one breath", () => {
  expect(tellNotes("nước mắm Phú Quốc ủ chượp trong thùng gỗ 12 tháng", "practice")).toEqual([
    ["nhà tui ủ trong thùng gỗ 12 tháng", "we age it in wooden vats for 12 months", "木の樽で12か月熟成させています"],
  ]);
  expect(tellNotes("nước mắm Gành Đỏ ủ mười lăm tháng trong lu sành", "practice")).toEqual([
    ["nhà em ủ trong lu sành 15 tháng", "we age it in earthenware jars for 15 months", "甕で15か月熟成させています"],
  ]);
  expect(tellNotes("nuoc mam nhi phu quoc u chuop 12 thang thung go boi loi", "practice")[0]?.[1]).toBe(
    "we age it in wooden vats for 12 months",
  );
  expect(tellNotes("nước mắm Cát Hải ủ chum", "practice")).toEqual([
    ["nhà em ủ trong chum sành", "we age it in earthenware jars", "甕で熟成させています"],
  ]);
  expect(tellNotes("nước mắm Phan Thiết, ủ chượp theo nghề nhà", "practice")).toEqual([
    ["nhà tui ủ chượp", "we ferment fish in salt", "魚を塩で発酵させています"],
  ]);
  expect(tellNotes("nước mắm Nam Ô ủ chượp 18 tháng", "practice")[0]?.[1]).toBe("we ferment fish in salt for 18 months");
});

test("an award by its metal or its paper", () => {
  expect(tellNotes("cà phê Cầu Đất được huy chương bạc hội chợ 2021", "award")).toEqual([
    ["huy chương bạc năm 2021", "a silver medal in 2021", "2021年に銀メダル"],
  ]);
  expect(tellNotes("bột ca cao Ea Kar, đạt giải bạc cuộc thi ca cao 2024", "award")[0]?.[2]).toBe("2024年に銀賞");
  expect(tellNotes("chè Tân Cương, bằng khen của UBND tỉnh năm 2021", "award")[0]?.[1]).toBe("a certificate of merit in 2021");
  expect(tellNotes("chè Tân Cương, huy chương vàng hội chợ 2021", "award")).toEqual([]);
});

test("how a craft is made", () => {
  expect(tellNotes("gốm Bát Tràng vẽ tay men lam", "practice")).toEqual([
    ["nhà em vẽ bằng tay", "we paint it by hand", "手で絵を描いています"],
  ]);
  expect(tellNotes("tượng gỗ Sơn Đồng chạm khắc bằng tay", "practice")).toEqual([
    ["nhà em chạm khắc bằng tay", "we carve them by hand", "手で彫っています"],
  ]);
  expect(tellNotes("gốm Phù Lãng nung củi", "practice")).toEqual([
    ["nhà em nung bằng củi", "we fire it with wood", "薪で焼き上げています"],
  ]);
  expect(tellNotes("khăn thổ cẩm Lùng Tám nhuộm chàm", "practice")).toEqual([
    ["nhà em nhuộm chàm", "we dye them with indigo", "藍で染めています"],
  ]);
});

test("English says who works once, and works on something", () => {
  const english = (notes: string) => tellNotes(notes, "practice").map((told) => told[1]);
  expect(english("rau má Quảng Ngãi không phun thuốc cỏ, hái tay mỗi sáng")).toEqual(["we pick it by hand and don't spray weedkiller"]);
  expect(english("bún khô Đô Lương không phẩm màu, không hàn the")).toEqual(["we use no food colouring and no borax"]);
  expect(english("hạt mắc ca Lâm Đồng, phơi giàn, rang mộc")).toEqual(["we dry them on raised racks and roast them with nothing added"]);
  expect(english("xoài Cao Lãnh chín cây, không ngâm hóa chất")).toEqual(["the fruit ripens on the tree and we soak nothing in chemicals"]);
  expect(english("cải xoăn Đà Lạt thủy canh 60k/kg, khoai tây 25k/kg")).toEqual(["we grow the kale in water, without soil"]);
});

test("English counts fruit in a box by number alone", () => {
  expect(tellNotes("dưa lưới Bình Phước thùng 6 trái", "pack")[0]?.[1]).toBe("boxes of 6");
  expect(tellNotes("nước mắm Phan Thiết thùng 6 chai", "pack")[0]?.[1]).toBe("boxes of 6 bottles");
});

test("two measures of one kind are told as a choice, not as two answers", () => {
  expect(tellNotes("cam Vinh quả to 3-4 quả/kg giá 45k, quả nhỏ 6-7 quả/kg giá 30k", "size")).toEqual([
    ["3 đến 4 quả một cân hoặc 6 đến 7 quả một cân", "3 to 4 to the kilo or 6 to 7 to the kilo", "1キロ3～4個または1キロ6～7個"],
  ]);
  expect(tellNotes("Dưa lưới Bình Dương ruột cam 14 độ brix, ruột xanh 15-16 độ brix", "sweetness")).toEqual([
    ["14 độ Brix hoặc 15 đến 16 độ Brix", "14 degrees Brix or 15 to 16 degrees Brix", "14度または15～16度"],
  ]);
});

test("where it keeps is said once, with how long it keeps there", () => {
  const notes = "Chả mực Hạ Long 400k/kg, ngăn mát được 5 ngày, ngăn đá được 3 tháng";
  expect(tellNotes(notes, "shelf-life", "storage").map((told) => told[1])).toEqual(["5 days in the fridge and 3 months in the freezer"]);
  expect(tellNotes(`${notes}, tránh nắng`, "shelf-life", "storage").map((told) => told[1])).toEqual([
    "5 days in the fridge and 3 months in the freezer",
    "keep them out of the sun",
  ]);
});

test("what goes to a market is not brought to the door", () => {
  const english = (notes: string) => tellNotes(notes, "delivery").map((told) => told[1]);
  expect(english("Cải thảo Đơn Dương 12k/kg, chở tận chợ Bình Điền mỗi đêm")).toEqual(["we bring them to the market"]);
  expect(english("Cải thảo Đơn Dương 12k/kg, chở tận chỗ cho bà con")).toEqual(["we deliver to your door"]);
  expect(english("Cải thảo Đơn Dương 12k/kg, giao tận chỗ")).toEqual(["we deliver to your door"]);
});

test("a certificate that only some goods have is told of those", () => {
  expect(tellNotes("Sầu riêng Ri6 90k/kg, bơ 034 Đắk Lắk 40k/kg. VietGAP chỉ có bên sầu riêng thôi, bơ chưa", "certification")).toEqual([
    ["chứng nhận VietGAP cho sầu riêng", "VietGAP certification for the durians", "ドリアンのVietGAP認証"],
  ]);
  expect(tellNotes("Cà phê Cầu Đất: Robusta 90k/kg, Arabica 180k/kg, VietGAP chỉ có cà phê Arabica", "certification")[0]?.[1]).toBe(
    "VietGAP certification for the Arabica coffee",
  );
  expect(tellNotes("bo 034 40k/kg, sau rieng 90k/kg, GlobalGAP chi rieng bo", "certification")[0]?.[1]).toBe(
    "GlobalGAP certification for the avocados",
  );
  expect(tellNotes("Sầu riêng 90k/kg, bơ 40k/kg. Tất cả VietGAP", "certification")[0]?.[1]).toBe("VietGAP certification");
});

test("how long it takes to make ready is not how long it is on its way, and from how much on it is free is told", () => {
  expect(tellNotes("Nón lá Huế 60k/cái. Wholesale: lead time 25 days", "delivery")).toEqual([
    ["hàng sẵn sàng sau 25 ngày", "your order is ready in 25 days", "ご用意まで25日です"],
  ]);
  expect(tellNotes("Hạt điều Bình Phước hũ 500g 150k, ship toàn quốc, đơn từ 4 hũ freeship", "delivery").map((told) => told[1])).toEqual([
    "we ship nationwide in Vietnam and delivery is free from 4 jars up",
  ]);
  expect(tellNotes("Gạo ST25 Sóc Trăng 30k/kg, miễn phí giao hàng từ 20kg", "delivery")).toEqual([
    ["đơn từ 20 ký trở lên thì nhà tui không tính tiền gửi", "delivery is free from 20 kilos up", "20キロ以上は送料無料です"],
  ]);
});
