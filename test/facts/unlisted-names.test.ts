import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";

const quotes = (notes: string, kind: string) =>
  readFactsByRules({ notes, answers: [] }, ["vn"])
    .facts.filter((fact) => fact.kind === kind)
    .map(({ quote }) => quote);

test.each<[string, string[]]>([
  ["Nón lá làng Trằm, Thanh Tân, 45k/cái", ["Trằm", "Thanh Tân"]],
  ["Em thêu tranh ở làng Quất Mai nhé", ["Quất Mai"]],
  ["Bưởi Mường Tấc 20k/quả", ["Mường Tấc"]],
  ["Xoài vườn nhà ở Tân Thuận Kiều, Cao Lãnh", ["Tân Thuận Kiều", "Cao Lãnh"]],
  ["nha em ban 2 ta ca tim tan hiep, 14k/kg", ["tan hiep"]],
  ["bán cà tím tân hiệp. 14k/kg", ["tân hiệp"]],
  ["bán cà tím tân hiệp giao tận nơi", []],
  ["toi vinh hai ninh thuan 70k/kg", ["ninh thuan", "vinh hai"]],
  ["cam muong tac tien giang 20k/kg", ["muong tac", "tien giang"]],
])("a place that no list holds is known by its words: %s", (notes, places) =>
  expect(quotes(notes, "origin").toSorted()).toEqual(places.toSorted()),
);

test.each([
  "Xoài Đài Loan 15k/kg",
  "Ổi lê 20k/kg, giao Mường Tấc, Tân Kiều mỗi sáng",
  "Ổi lê 20k/kg. Gọi anh Tuấn Kiệt, chị Thu Hà",
  "Ổi lê 20k/kg. FB: Vườn Ổi Cù Lao Xanh",
  "ỔI LÊ NGON NHÀ TRỒNG 20K/KG",
  "Ổi lê. Ship HN, Giao SG",
  "Khăn thổ cẩm Tà Ôi 250k/cái",
  "Gùi tre Xơ Đăng, 90k/cái",
])("names of people and peoples, pages, countries and destinations are no origin: %s", (notes) =>
  expect(quotes(notes, "origin")).toEqual([]),
);

test.each<[string, string]>([
  ["Giò bê Nam Đàn, cây 500g 150k", "Giò bê"],
  ["dạ em chào anh chị, em bán bánh xèo lá, 20k/kg", "bánh xèo lá"],
])("goods that no list holds are what heads the notes: %s", (notes, product) => expect(quotes(notes, "product")).toEqual([product]));

test.each<[string, string[]]>([
  ["Trại em nuôi ngao với hàu, ngao 30k/kg", ["ngao", "hàu"]],
  ["Lạc rang tỏi 60k/kg + vừng đen", ["Lạc rang", "vừng đen"]],
  ["Nem 30k/chục, thịt heo nạc xay", ["Nem"]],
  ["xoai tuong loai nho 15k/kg", ["xoai tuong"]],
  ["Khăn lụa 350k, vải khổ 80cm 150k/m", ["Khăn lụa"]],
])("what is listed is sold, what goes into it is not: %s", (notes, products) => expect(quotes(notes, "product")).toEqual(products));

test.each<[string, string[]]>([
  ["Cá cơm khô Phú Yên hay Khánh Hòa? Dạ ở Tam Quan nha", ["Tam Quan"]],
  ["Mì gạo 30k/kg, giao tận nhà ở Cần Thơ", []],
  ["khoai lang binh tan vinh long 12k/kg", ["binh tan", "vinh long"]],
  ["Tranh thêu Quất Động, Thường Tín", ["Quất Động", "Thường Tín"]],
])("a place asked about or delivered to is none, a district is: %s", (notes, places) => expect(quotes(notes, "origin")).toEqual(places));

test.each<[string, string[]]>([
  ["nước mắm Cát Hải, cá cơm ướp muối 18 tháng. chai 1 lít 90k", ["nước mắm"]],
  ["cá cơm, cá nục muối 12 tháng 60k/hũ", ["cá cơm", "cá nục"]],
])("what goods are made of is not for sale beside them: %s", (notes, products) =>
  expect(
    readFactsByRules({ notes, answers: [] }, ["vn"])
      .facts.filter(({ kind }) => kind === "product")
      .map(({ text }) => text),
  ).toEqual(products),
);
