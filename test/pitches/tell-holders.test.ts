import { expect, test } from "vitest";
import { tellNotes } from "./tell-notes.ts";

/** Notes, and what is told of their prices in Vietnamese, English and Japanese. */
const TOLD: readonly (readonly [string, string, string, string])[] = [
  ["Hương bài Thanh Hà ống 80 cây 60k", "60 nghìn một ống", "60,000 dong a tube", "1筒6万ドン"],
  [
    "Trứng gà ta Ba Vì giỏ 20 quả 90k, khay 30 quả 120k",
    "giỏ 20 quả 90 nghìn, còn khay 30 quả 120 nghìn",
    "baskets of 20 at 90,000 dong each and trays of 30 at 120,000 dong each",
    "20個入りは1かご9万ドン、30個入りは1トレー12万ドン",
  ],
  ["Nước mắm Ba Làng can 5 lít 350k", "350 nghìn một can 5 lít", "350,000 dong for a 5-litre can", "5リットル入り1本35万ドン"],
  ["Rượu Gò Đen ghè 3 lít 250k", "250 ngàn một ghè 3 lít", "250,000 dong for a 3-litre earthen jar", "3リットル入りかめ1つ25万ドン"],
  ["Ruốc khô Cần Giờ 50g 30k", "50 gam 30 ngàn", "30,000 dong for 50 grams", "50グラムで3万ドン"],
];

test.each(TOLD)("a price is for what the grower's goods are put into: %s", (notes, ...texts) => {
  expect(tellNotes(notes, "price")[0]).toEqual(texts);
});

test("wallets typed bare are goods, and no trays", () => {
  expect(tellNotes("tho cam Mai Chau, ba lo 310k, vi 90k", "price")[0]).toEqual([
    "ba lô 310 nghìn, còn ví cầm tay 90 nghìn",
    "backpacks at 310,000 dong and wallets at 90,000 dong",
    "リュックサックは31万ドン、財布は9万ドン",
  ]);
});
