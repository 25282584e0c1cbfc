import { expect, test } from "vitest";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";

const read = (notes: string) => readFactsByRules({ notes, answers: [] }, ["vn"]).facts;
const growers = (notes: string) => read(notes).filter(({ kind }) => kind === "grower");

test.each([
  ["Xoài Cao Lãnh nhà tui trồng xoài 15 năm nay, 30k/kg", 15],
  ["trồng thanh long ruột đỏ mười hai năm nay rồi giờ còn ba tấn", 12],
  ["tom kho Ca Mau nha lam 20 nam roi, 1tr2/kg", 20],
  ["nhà em làm nghề 8 năm nay", 8],
])("for how long the grower has been at it: %s", (notes, years) => {
  expect(growers(notes).map(({ amount }) => amount)).toEqual([{ min: years, max: years, unit: "year" }]);
});

test.each(["sâm Ngọc Linh nhà nuôi 6 năm", "cây trồng 15 năm nay", "trồng 5 năm rồi mới có trái", "nước mắm làm 2 năm"])(
  "how long the goods have grown is nobody's years of work: %s",
  (notes) => {
    expect(growers(notes).filter(({ amount }) => amount !== undefined)).toEqual([]);
  },
);

test.each([
  ["chè Suối Giàng 350k/hộp, anh Sùng A Páo 0376 555 123", "anh Sùng A Páo"],
  ["mật ong Mèo Vạc 350k/lọ, anh Vừ Mí Sò 0356 010 101", "anh Vừ Mí Sò"],
  ["vải Lục Ngạn 35k/kg, chị Nguyễn Thị Hoa 0912 345 678", "chị Nguyễn Thị Hoa"],
  ["vải Lục Ngạn 35k/kg, chị Hoa Sơn La 0912 345 678", "chị Hoa"],
  ["na Chi Lăng 50k/kg, chị Vi Thị Hồng 0386 121 212", "chị Vi Thị Hồng"],
  ["khô cá lóc Đồng Tháp 220k/kg, dì Sáu 0918 111 333", "dì Sáu"],
  ["nhãn Hưng Yên 30k/kg, gọi em Huệ 0912 345 678".normalize("NFD"), "em Huệ"],
])("a name is read whole: %s", (notes, name) => {
  expect(growers(notes).map(({ text }) => text)).toEqual([name]);
});

test.each([
  ["hồng Đà Lạt 60k/kg, Lường Thị Ngoan 0912 345 678", "Lường Thị Ngoan"],
  ["thảo quả Sa Pa 200k/kg. Vàng A Chống: 0356 010 101", "Vàng A Chống"],
  ["cam Vinh 40k/kg, zalo Kiều 0912 345 678", "Kiều"],
  ["bưởi Tân Triều 50k/trái, LH: Nam 0912.345.678", "Nam"],
  ["quế Trà My 90k/kg, gọi 0912 345 678 (Ngân)", "Ngân"],
  ["che Suoi Giang 350k/hop, Giang A Chay 0356 010 101", "Giang A Chay"],
  ["ot Binh Son 60k/kg. c Hoan 0912 345 678", "chị Hoan"],
  ["muc kho Ly Son 900k/kg, a Tri 0912 345 678", "anh Tri"],
])("whose number it is says who sells: %s", (notes, name) => {
  expect(growers(notes).map(({ text }) => text)).toEqual([name]);
});

test.each([
  "na Chi Lăng 50k/kg, xe Phương Trang 0912 345 678",
  "gửi xe Hoàng Long 0912 345 678",
  "vải Thanh Hà 30k/kg, Zalo Shop 0912 345 678",
  "chè Tân Cương Thái Nguyên 0912 345 678",
  "xoài Yên Châu, Sơn La 0912 345 678",
  "chuoi Laba 18k/kg. Ban Hang Goi 0912 345 678",
  "chuối Laba 18k/kg. Mua Hàng Ngay 0912 345 678",
  "vải Lục Ngạn 35k/kg, zalo 0912 345 678 (có zalo)",
  "Gạo ST25 Hồ Thị Kỷ Cà Mau 25k/kg 0912 345 678",
])("what stands beside a number may be no name: %s", (notes) => {
  expect(growers(notes)).toEqual([]);
});

test.each(["Gạo Hải Hậu 30k/kg, cô Thơm 0983 222 111", "Rau muống, cải ngọt Củ Chi 20k/kg", "bánh tráng sa tế, Út Thơm 0983 222 111"])(
  "a name of a person or of goods is no taste: %s",
  (notes) => {
    expect(read(notes).filter(({ kind }) => kind === "taste")).toEqual([]);
  },
);

test("what is vacuum-packed is kept where the notes say, and not kept from there", () => {
  expect(
    read("Cá kho Vũ Đại 500k/kg, hút chân không để ngăn mát 15 ngày")
      .filter(({ kind }) => kind === "storage")
      .map(({ text }) => text),
  ).toEqual(["để ngăn mát"]);
});

test.each([
  ["chu Bay ban nhan Hung Yen 30k/kg", "chú Bảy"],
  ["em la ut Hanh, ban kho ca sac 150k/kg", "Út Hanh"],
  ["o Hai Lua ban buoi 30k/kg", "o Hai Lua"],
  ["O Thu bán mắm ruốc 90k/kg", "o Thu"],
  ["di Tam o Nam Can ban cua 300k/kg", "dì Tám"],
  ["ong Muoi ban ghe tre 500k/cai", "ông Mười"],
  ["nhan long 30k/kg, chi Ut ban", "chị Út"],
])("who is called by a form of address without its marks: %s", (notes, name) => {
  expect(growers(notes).map(({ text }) => text)).toEqual([name]);
  expect(read(notes).filter(({ kind }) => kind === "practice")).toEqual([]);
});

test.each([
  "di Ha Noi 2 ngay, cam 30k/kg",
  "bac Nam gui xe, cam 30k/kg",
  "o Xuan Son ban buoi 30k/kg",
  "co VietGAP, cam 30k/kg",
  "htx co OCOP, cam 30k/kg",
  "HTX đang nhận đơn, cam 30k/kg",
  "cam 30k/kg, ba Sau gio lay",
])("nobody is named: %s", (notes) => {
  expect(growers(notes)).toEqual([]);
});
