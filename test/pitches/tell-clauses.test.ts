import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { nameProduct } from "#pitches/name-product.ts";
import { tellNotes } from "./tell-notes.ts";

test("what is done comes before what is left out, in the grower's order: a denial would take in what follows", () => {
  expect(tellNotes("Mực khô Phú Quốc, không tẩy trắng, phơi giàn, 900k/kg", "practice")[0]?.[0]).toBe("nhà tui phơi giàn, không tẩy trắng");
  expect(tellNotes("Tỏi Lý Sơn trồng trên cát san hô, phơi nắng 90k/kg", "practice")[0]?.[0]).toBe(
    "nhà em trồng trên cát san hô, phơi nắng",
  );
});

test("the flesh is called as the grower calls it", () => {
  expect(tellNotes("Nhãn Hưng Yên cùi dày, giòn 40k/kg", "taste")[0]?.[0]).toBe("cùi dày, ăn giòn");
  expect(tellNotes("Sầu riêng Cái Mơn cơm vàng hột lép 90k/kg", "taste")[0]).toEqual([
    "cơm vàng, hạt lép",
    "the flesh is yellow and the seeds are flat and small",
    "果肉は黄色で、種は薄くて小さいです",
  ]);
});

test("how often it lay in the sun is said where the notes count it", () => {
  expect(tellNotes("Khô cá sặc Cà Mau phơi 3 nắng 280k/kg", "practice")[0]?.[0]).toBe("nhà tui phơi 3 nắng");
  expect(tellNotes("Khô cá sặc Cà Mau phơi nắng 280k/kg", "practice")[0]?.[0]).toBe("nhà tui phơi nắng");
});

test("cloth is woven, not made", () => {
  expect(tellNotes("Khăn lụa Mã Châu dệt tay 350k/cái", "practice")[0]).toEqual([
    "nhà em dệt bằng tay",
    "we weave them by hand",
    "手で織っています",
  ]);
});

test("what comes to the market does not come to the door", () => {
  expect(tellNotes("Dưa hấu Gò Công 6k/kg, chở tới chợ Hóc Môn", "delivery")[0]).toEqual([
    "nhà tui chở hàng ra chợ",
    "we bring them to the market",
    "市場へお届けします",
  ]);
  expect(tellNotes("Dưa hấu Gò Công 6k/kg, giao tận nhà", "delivery")[0]?.[0]).toBe("nhà tui giao tận nhà");
});

test("a pack without a unit of its own is called as the grower calls it", () => {
  expect(tellNotes("Hành tím Vĩnh Châu 28k/ký, lưới 20 ký", "pack")[0]?.[0]).toBe("lưới 20 ký");
});

test("who pays on delivery does not send, and what goes by a coach goes to a town in one breath", () => {
  expect(tellNotes("Cà phê Cầu Đất 200k/kg, ship cod toàn quốc", "delivery")[0]?.[0]).toMatch(
    /gửi hàng toàn quốc, .* nhận hàng rồi mới trả tiền$/u,
  );
  expect(tellNotes("Xoài Cao Lãnh 30k/kg, gửi xe khách đi Sài Gòn", "delivery")[0]?.[0]).toBe("nhà tui gửi hàng qua nhà xe đi Sài Gòn");
});

test("from how much on the freight is free, and of what a length is", () => {
  expect(tellNotes("Cà phê Cầu Đất gói 500g 110k, đơn từ 4 gói freeship", "delivery")).toEqual([
    ["đơn từ 4 gói trở lên thì nhà em không tính tiền gửi", "delivery is free from 4 packs up", "4パック以上は送料無料です"],
  ]);
  expect(tellNotes("Khô cá sặc Cà Mau 280k/kg, mua 6 ký trở lên bao ship", "delivery")[0]?.[0]).toBe(
    "đơn từ 6 ký trở lên thì nhà tui không tính tiền gửi",
  );
  expect(tellNotes("Cam Vinh 30k/kg. Có ship. Đơn từ 10 kg freeship", "delivery")[0]?.[0]).toBe(
    "nhà em có giao hàng, đơn từ 10 cân trở lên thì nhà em không tính tiền gửi",
  );
  expect(tellNotes("Cam Vinh 30k/kg. Có ship. Giao trong 2 ngày", "delivery")[0]?.[0]).toBe("hàng đến trong 2 ngày");
  expect(tellNotes("Lọ gốm Bát Tràng cao 40cm 500k/chiếc", "size")).toEqual([["cao 40 cm", "40 cm tall", "高さ40センチ"]]);
});

test("where a keeping time says in which compartment, the place is not asked for again", () => {
  expect(tellNotes("Chả cá Nha Trang 200k/kg, ngăn mát 7 ngày, ngăn đông 3 tháng", "storage", "shelf-life").map(([vi]) => vi)).toEqual([
    "7 ngày trong ngăn mát và 3 tháng trong ngăn đông",
  ]);
});

test("what is sold on the spot only is not sent, and a prize is of its contest", () => {
  expect(tellNotes("Cam Cao Phong 30k/kg, bán tại vườn, không ship", "delivery")[0]?.slice(0, 2)).toEqual([
    "các bác nhận hàng tại nhà em, nhà em không gửi hàng đi xa",
    "you can collect your order at our place and we don't ship",
  ]);
  expect(tellNotes("Chè Tân Cương 300k/kg. Hội thi chè Đồng Hỷ 2021 đạt giải Ba", "award")[0]).toEqual([
    "giải ba Hội thi chè Đồng Hỷ năm 2021",
    "third prize in 2021",
    "2021年に三等賞",
  ]);
});

test("where it hangs is one request", () => {
  expect(tellNotes("Tỏi Phan Rang 90k/kg, treo nơi thoáng để 5 tháng", "storage")[0]).toEqual([
    "treo chỗ thoáng gió",
    "hang it up in an airy place",
    "風通しのよい場所につるしておいてください",
  ]);
});

test("other provinces are told apart from the town with its own time", () => {
  expect(tellNotes("Dâu Mộc Châu 120k/kg. Giao Hà Nội 5 tiếng, tỉnh khác gửi xe lạnh", "delivery")).toEqual([
    ["hàng đến Hà Nội trong 5 tiếng", "delivery to Hanoi takes 5 hours", "ハノイまでのお届けは5時間です"],
    ["đi tỉnh khác, nhà em gửi xe lạnh", "to other provinces we send orders by refrigerated truck", "ほかの省へは、冷蔵車でお送りします"],
  ]);
});

test("degrees of several goods come in one sentence, each with its own, and sizes of one as a choice", () => {
  expect(tellNotes("Ghẹ Phan Thiết loại 3 con/kg 450k, loại 5 con/kg 380k", "size")).toEqual([
    ["3 con một ký hoặc 5 con một ký", "3 to the kilo or 5 to the kilo", "1キロ3杯または1キロ5杯"],
  ]);
  expect(tellNotes("Nho đỏ Ninh Thuận 15 độ brix, nho xanh 17-18 độ brix", "sweetness")).toEqual([
    [
      "nho đỏ 15 độ Brix và nho xanh 17 đến 18 độ Brix",
      "15 degrees Brix for the red grapes and 17 to 18 degrees Brix for the green grapes",
      "赤ぶどう15度と青ぶどう17～18度",
    ],
  ]);
});

test("a season is told by parts of months and by the moon as well", () => {
  expect(tellNotes("Na Chi Lăng 60k/kg, mùa từ đầu tháng 8 tới giữa tháng 9", "season")).toEqual([
    ["từ đầu tháng 8 đến giữa tháng 9", "from early August to mid-September", "8月上旬から9月中旬まで"],
  ]);
  expect(tellNotes("Miến Cự Đà 60k/kg, làm từ tháng 9 đến tháng chạp âm lịch", "season")).toEqual([
    ["từ tháng 9 âm lịch đến tháng Chạp", "from lunar month 9 to lunar month 12", "旧暦9月から旧暦12月まで"],
  ]);
  expect(tellNotes("Quýt Bắc Sơn 40k/kg, cắt từ rằm tháng chạp", "season")[0]?.[0]).toBe("từ rằm tháng Chạp");
  expect(tellNotes("Mận Mộc Châu 40k/kg, chín cuối tháng 5", "season")[0]?.[1]).toBe("late May");
});

test("what goods are dried from is no goods beside them, and a variety named more closely is one", () => {
  const namesOf = (notes: string) => nameProduct(readFactsByRules({ notes, answers: [] }, ["vn"]).facts)?.text("vi");
  expect(namesOf("Tôm khô Năm Căn, tôm đất phơi nắng, 1tr/kg")).toBe("tôm khô");
  expect(namesOf("Tôm khô Năm Căn 1tr/kg, tôm đất 300k/kg")).toBe("tôm khô và tôm đất");
  expect(namesOf("Cua gạch Năm Căn 500k/kg")).toBe("cua gạch");
  expect(namesOf("Cua biển Năm Căn 400k/kg")).toBe("cua biển");
  expect(namesOf("Nho xanh NH01-48 Ninh Sơn 70k/kg, táo xanh 20k/kg")).toBe("nho NH01-48 và táo xanh");
});

test("what is left out of one thing is not told of all: sugar of the cane, a tonic for the bulbs, a dip for the colour", () => {
  expect(tellNotes("Mật thốt nốt Tịnh Biên, không pha đường mía, 60k/hũ", "practice").flat().join(" ")).not.toMatch(/sugar|砂糖/u);
  expect(tellNotes("Tỏi Kinh Môn, không phun thuốc dưỡng củ, 60k/kg", "practice").flat().join(" ")).not.toMatch(/spray|農薬/u);
  expect(tellNotes("Cam Bố Hạ, không nhúng thuốc giữ màu, 40k/kg", "practice").flat().join(" ")).not.toMatch(/chemical|soak|薬品/u);
});

test("a basket of kilos is no bottle, though a kilo typed bare is spelled like a jerrycan", () => {
  expect(tellNotes("na bo Dong Mo 50k/can, ro 12can", "pack").flat().join(" ")).not.toMatch(/chai|bottle|瓶/u);
});

test("who sprays nothing against weeds, or against mould, does not say that nothing is sprayed", () => {
  const weeds = ["nhà em không phun thuốc cỏ", "we don't spray weedkiller", "除草剤は使っていません"];
  expect(tellNotes("Quýt Bắc Sơn không phun thuốc trừ cỏ, 30k/kg", "practice")[0]).toEqual(weeds);
  expect(tellNotes("quyt Bac Son ko phun thuoc tru co, 30k/kg", "practice")[0]).toEqual(weeds);
  expect(tellNotes("Quýt Bắc Sơn không xịt thuốc trừ nấm, 30k/kg", "practice")[0]).toEqual([
    "nhà em không phun thuốc trừ bệnh",
    "we don't spray fungicides",
    "殺菌剤は使っていません",
  ]);
  for (const part of ["không phun thuốc trừ rầy", "không phun thuốc bừa bãi", "không phun thuốc lúc ra bông", "không xài thuốc có hại"])
    expect(tellNotes(`Quýt Bắc Sơn ${part}, 30k/kg`, "practice")).toEqual([]);
});

test("who does not spray for some days before the harvest says just that", () => {
  const told = [
    "nhà em ngưng phun thuốc 12 ngày trước khi thu hoạch",
    "we stop spraying 12 days before harvest",
    "収穫前の12日は農薬を散布していません",
  ];
  for (const part of [
    "không phun thuốc 12 ngày trước khi hái",
    "khong phun thuoc 12 ngay truoc khi hai",
    "không phun thuốc trước khi hái 12 ngày",
    "trước khi hái 12 ngày thì không phun thuốc",
    "12 ngày trước khi hái không phun thuốc",
  ])
    expect(tellNotes(`Quýt Bắc Sơn, ${part}, 30k/kg`, "practice")[0]).toEqual(told);
});

test.each([
  [
    "Chè Tân Cương hái tay 1 tôm 2 lá, sao củi, 400k/kg",
    "practice",
    "nhà em hái tay một tôm hai lá, sao bằng củi",
    "we pick one bud and two leaves by hand and pan-fire it over a wood fire",
    "一芯二葉を手で摘み取り、薪の火で釜炒りしています",
  ],
  [
    "Mật ong Sơn La không nấu, không pha đường, 250k/lít",
    "practice",
    "nhà em không nấu, không pha đường",
    "we don't cook it and add no sugar",
    "火を通さず、砂糖は加えていません",
  ],
  ["Khô cá sặc Cà Mau phơi 3 nắng 280k/kg", "practice", "nhà tui phơi 3 nắng", "we dry it in the sun for 3 days", "天日で3日干しています"],
  [
    "Khô cá sặc Cà Mau phơi nắng hai ngày 280k/kg",
    "practice",
    "nhà tui phơi nắng 2 ngày",
    "we dry it in the sun for 2 days",
    "天日で2日干しています",
  ],
  [
    "ga tha doi an bap Yen The 120k/kg",
    "practice",
    "gà nhà em thả đồi, cho ăn bắp",
    "our chickens roam the hillside and we feed them corn",
    "鶏は丘で放し飼いにし、餌にトウモロコシを与えています",
  ],
  [
    "Tương Bần để kín, nơi khô, 40k/chai",
    "storage",
    "đậy hoặc gói cho kín, để nơi khô ráo",
    "keep it sealed and in a dry place",
    "しっかり密封し、湿気の少ない場所で保存してください",
  ],
] as const)("is told whole: %s", (notes, kind, ...told) => {
  expect(tellNotes(notes, kind)[0]).toEqual(told);
});

test("eggs of hens on the hillside are eggs", () => {
  const { facts } = readFactsByRules({ notes: "Trứng gà thả đồi Yên Thế 40k/chục", answers: [] }, ["vn"]);
  expect(facts.filter(({ kind }) => kind === "product").map(({ term }) => term)).toEqual(["chicken-egg"]);
});

test("what others do is not told as the grower's own work", () => {
  expect(tellNotes("Nia tre Phú An, các bác thợ trong làng đan tay, 60k/cái", "practice")).toEqual([]);
  expect(tellNotes("Nia tre Phú An nhà em đan tay, 60k/cái", "practice")[0]?.[1]).toBe("we make it by hand");
});
