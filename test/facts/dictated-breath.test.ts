import { expect, test } from "vitest";
import { readAmounts } from "#facts/amounts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";

const quotes = (notes: string, kind: string) =>
  readFactsByRules({ notes, answers: [] }, ["vn"])
    .facts.filter((fact) => fact.kind === kind)
    .map(({ quote }) => quote);

test.each([
  ["mực khô Gành Hào một triệu hai một ký ai ở Cần Thơ Vĩnh Long thì đi xe khách một đêm", ["Gành Hào"]],
  ["rau Đà Lạt hai chục ngàn một ký, ai ở Nha Trang thì chiều có", ["Đà Lạt"]],
  ["rau Da Lat 20k/ky, ai o Nha Trang thi nhan trong ngay", ["Da Lat"]],
  ["rau Đà Lạt, nhà ở Nha Trang trồng thêm", ["Đà Lạt", "Nha Trang"]],
])("where the buyers are no goods are from: %s", (notes, places) => expect(quotes(notes, "origin")).toEqual(places));

test.each([
  ["ngò gai bà ngoại em nói ăn hết đau bụng mà tụi em hổng dám nói vậy bó năm ngàn để ngăn mát một tuần", ["để ngăn mát"]],
  ["ngo gai ba ngoai em noi an het dau bung ma em khong dam quang cao vay bo 5 ngan de ngan mat 1 tuan", ["de ngan mat"]],
])("with the refusal to say so all is said of what was heard: %s", (notes, kept) => expect(quotes(notes, "storage")).toEqual(kept));

test.each([
  ["nuoc ep oi Ba Vi ko con, ko duong. chai 330ml 30k", ["nuoc ep oi"]],
  ["oi Ba Vi ko con, mai moi co", []],
])("free of alcohol is not sold out: %s", (notes, goods) => expect(quotes(notes, "product")).toEqual(goods));

const inEnglish = (text: string) => readAmounts(text, "en").map(({ min, unit }) => `${min} ${unit ?? "none"}`);

test.each([
  ["90,000 dong for 5 kilos, 170,000 for 10.", ["90000 VND", "5 kg", "170000 none", "10 kg"]],
  ["$9 for 5 lb, $17 for 10.", ["9 USD", "2.267962 kg", "17 USD", "4.535924 kg"]],
  ["26,000 dong from 100 kilos, 23,500 from 500", ["26000 VND", "100 kg", "23500 none", "500 kg"]],
  ["90,000 dong for 5 kilos, and it feeds 4.", ["90000 VND", "5 kg", "4 none"]],
  ["90,000 dong for 5 kilos. 170,000 for 10 people.", ["90000 VND", "5 kg", "170000 none", "10 none"]],
])("the unit is said with the first of two prices: %s", (text, amounts) => expect(inEnglish(text)).toEqual(amounts));

test.each([
  ["gửi xe Gò Công đi Sài Gòn mỗi chiều số chị không chín ba sáu một hai ba bốn năm sáu", ["gửi xe Gò Công đi Sài Gòn mỗi chiều"]],
  ["giao tận nhà ở Sa Đéc ai mua thì alo chị không bảy bảy một hai hai ba ba bốn bốn", ["giao tận nhà ở Sa Đéc"]],
  ["mua tu 5 goi freeship noi thanh 0912345678", ["mua tu 5 goi freeship noi thanh"]],
])("how it comes ends where the number is led in: %s", (notes, ways) => expect(quotes(notes, "delivery")).toEqual(ways));
