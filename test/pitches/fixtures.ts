import type { Amount, Fact, FactKind } from "#facts/fact.ts";

/** A fact as the reader would give it, from its Vietnamese words. */
export function fact(
  kind: FactKind,
  text: string,
  more: { amount?: Amount; date?: Fact["date"]; term?: string; start?: number } = {},
): Fact {
  const start = more.start ?? 0;
  const { amount, date, term } = more;
  return {
    id: `${kind}-${text.replaceAll(/\s+/g, "-")}`,
    kind,
    source: "notes",
    quote: text,
    start,
    end: start + text.length,
    text,
    ...(amount === undefined ? {} : { amount }),
    ...(date === undefined ? {} : { date }),
    ...(term === undefined ? {} : { term }),
  };
}

/** Everything a generous grower might say of one crop. */
export const richFacts: readonly Fact[] = [
  fact("product", "vải", { term: "lychee" }),
  fact("variety", "thiều", { term: "lychee.thieu" }),
  fact("origin", "Lục Ngạn", { term: "place.luc-ngan" }),
  fact("origin", "Bắc Giang", { term: "place.bac-giang" }),
  fact("grower", "12 năm nay", { amount: { min: 12, max: 12, unit: "year" } }),
  fact("price", "35k/kg", { amount: { min: 35000, max: 35000, unit: "VND", per: "kg" }, start: 500 }),
  fact("stock", "còn 2 tấn", { amount: { min: 2, max: 2, unit: "t" } }),
  fact("pack", "thùng 10 kg", { amount: { min: 10, max: 10, unit: "kg", per: "box" }, start: 900 }),
  fact("size", "20-22 g một quả", { amount: { min: 20, max: 22, unit: "g", per: "fruit" } }),
  fact("taste", "cùi dày, mọng nước"),
  fact("sweetness", "18-20 brix", { amount: { min: 18, max: 20, unit: "brix" } }),
  fact("season", "từ 10/6 đến 20/7", { date: { from: "--06-10", to: "--07-20" } }),
  fact("certification", "VietGAP", { term: "cert.vietgap" }),
  fact("practice", "hái buổi sáng, không phun thuốc cỏ"),
  fact("storage", "bảo quản ngăn mát"),
  fact("shelf-life", "7 ngày", { amount: { min: 7, max: 7, unit: "day" } }),
  fact("delivery", "ship toàn quốc, gửi nhà xe"),
  fact("minimum-order", "tối thiểu 20 kg", { amount: { min: 20, max: 20, unit: "kg" } }),
  fact("contact", "0912 345 678"),
  fact("award", "giải nhì năm 2022"),
];
