import { expect, test } from "vitest";
import { tellNotes } from "./tell-notes.ts";

/** Notes, and what is told of their prices in Vietnamese, English and Japanese. */
const TOLD: readonly (readonly [string, string, string, string])[] = [
  ["Hương bài Thanh Hà ống 80 cây 60k", "60 nghìn một ống 80 cây", "60,000 dong for a tube of 80", "80本入り1筒6万ドン"],
  [
    "Trứng gà ta Ba Vì giỏ 20 quả 90k, khay 30 quả 120k",
    "giỏ 20 quả 90 nghìn, còn khay 30 quả 120 nghìn",
    "baskets of 20 at 90,000 dong each and trays of 30 at 120,000 dong each",
    "20個入りは1かご9万ドン、30個入りは1トレー12万ドン",
  ],
  ["Nước mắm Ba Làng can 5 lít 350k", "350 nghìn một can 5 lít", "350,000 dong for a 5-litre jug", "5リットル入り1本35万ドン"],
  ["Rượu Gò Đen ghè 3 lít 250k", "250 ngàn một ghè 3 lít", "250,000 dong for a 3-litre earthen jar", "3リットル入りかめ1つ25万ドン"],
  ["Bánh ít Phù Cát bịch 12 cái 55k", "55 ngàn một bịch 12 cái", "55,000 dong for a bag of 12", "12個入り1袋5万5千ドン"],
  [
    "Hoa ly Mê Linh bó 10 cành 120k, hoa hồng Mê Linh bó 50 bông 95k",
    "hoa ly bó 10 cành 120 nghìn, còn hoa hồng bó 50 bông 95 nghìn",
    "lilies in bunches of 10 at 120,000 dong each and roses in bunches of 50 at 95,000 dong each",
    "ゆりの10本の束は1束12万ドン、バラの50本の束は1束9万5千ドン",
  ],
  [
    "Ổi sấy Thanh Hà hộp 16 gói 85k, thùng 18 hộp 1tr4",
    "hộp 16 gói 85 nghìn, còn thùng 18 hộp 1 triệu 400 nghìn",
    "boxes of 16 packs at 85,000 dong each and cases of 18 boxes at 1.4 million dong each",
    "16パック入りは1箱8万5千ドン、18箱入りは1ケース140万ドン",
  ],
  [
    "Mè xửng Huế túi 500g và 1kg, bao 24 túi 1tr6",
    "1 triệu 600 ngàn một bao 24 túi",
    "1.6 million dong for a sack of 24 bags",
    "24袋入り1袋160万ドン",
  ],
  ["trung vit Tien Hai thung 200 trung 640k", "640 nghìn một thùng 200 trứng", "640,000 dong for a box of 200", "200個入り1箱64万ドン"],
  ["Ruốc khô Cần Giờ 50g 30k", "50 gam 30 ngàn", "30,000 dong for 50 grams", "50グラムで3万ドン"],
];

test.each(TOLD)("a price is for what the grower's goods are put into: %s", (notes, ...texts) => {
  expect(tellNotes(notes, "price")[0]).toEqual(texts);
});

test("what holds one size holds the next, and a bundle is tied by so much", () => {
  expect(tellNotes("Gạo nếp Hải Hậu 32k/kg, túi 2kg và 5kg", "pack")[0]).toEqual([
    "túi 2 cân và túi 5 cân",
    "2-kilo bags and 5-kilo bags",
    "2キロ入りの袋と5キロ入りの袋",
  ]);
  expect(tellNotes("Rau muống Gò Công 12k/kg, bó 400g", "pack")[0]).toEqual(["bó 400 gam", "400-gram bunches", "400グラムずつの束"]);
});

test("wallets typed bare are goods, and no trays", () => {
  expect(tellNotes("tho cam Mai Chau, ba lo 310k, vi 90k", "price")[0]).toEqual([
    "ba lô 310 nghìn, còn ví cầm tay 90 nghìn",
    "backpacks at 310,000 dong and wallets at 90,000 dong",
    "リュックサックは31万ドン、財布は9万ドン",
  ]);
});
