import { describe, expect, test } from "vitest";
import { readAmounts } from "#facts/amounts.ts";

const read = (text: string) =>
  readAmounts(text, "vi").map(({ min, max, unit, per, dimension }) => {
    const value = min === max ? String(min) : `${min}-${max}`;
    return [value, unit ?? dimension, ...(per === undefined ? [] : [per])].join(" ");
  });

describe("`một` before what is paid for is one of it, and never adds to the price", () => {
  test.each([
    ["vé vào vườn bảy chục ngàn một người", "70000 VND"],
    ["chèo xuồng bốn chục ngàn một lượt", "40000 VND"],
    ["cơm trưa tám mươi lăm nghìn một suất", "85000 VND"],
    ["con nít ba chục ngàn một đứa", "30000 VND"],
    ["ngủ lều hai trăm ngàn một đêm", "200000 VND"],
    ["cỗ chay hai triệu một mâm", "2000000 VND"],
    ["2 triệu 1 mâm", "2000000 VND"],
    ["đi tour ba triệu một khách", "3000000 VND"],
    ["vé bảy chục ngàn một", "70000 VND"],
    ["ve tam chuc ngan mot nguoi", "80000 VND"],
    ["bảy mươi một khách", "70 none"],
    ["hai trăm một buổi", "200 none"],
    ["tour bốn trăm mười một khách", "410 none"],
    ["đoàn hai mươi mốt khách, mười một người lớn", "21 none"],
  ])("%s", (text, amount) => expect(read(text)[0]).toBe(amount));

  test.each([
    ["giá hai triệu một", "2100000 VND"],
    ["hai triệu một nha bà con", "2100000 VND"],
    ["con này hai triệu mốt một con", "2100000 VND"],
    ["hai triệu một trăm ngàn", "2100000 VND"],
    ["bảy mươi mốt khách", "71 none"],
    ["đỉnh cao hai nghìn mốt mét", "210000 cm"],
  ])("%s has it in the number", (text, amount) => expect(read(text)[0]).toBe(amount));
});

test.each([
  ["băm ba ngàn một cân", "33000 VND kg"],
  ["còn băm bảy ký", "37 kg"],
  ["băm sáu phố phường", "36 none"],
  ["băm mốt thùng", "31 box"],
  ["băm nhăm nghìn", "35000 VND"],
  ["băm nhỏ ba củ tỏi", "3 count"],
  ["băm ba củ tỏi với ớt", "3 count"],
  ["bam 2 cu toi", "2 count"],
])("`băm` before a digit is thirty, unless something is minced: %s", (text, amount) => expect(read(text)).toEqual([amount]));

test.each([
  ["vườn em héc ta hai", "1.2 ha"],
  ["ba héc ta tư đất đỏ", "3.4 ha"],
  ["trồng một héc ta rưỡi", "1.5 ha"],
  ["hai mẫu tư", "2.4 regional"],
  ["ba ký lăm", "3.5 kg"],
  ["con ký sáu ký bảy", "1.6 kg"],
  ["hai ký ba người ăn", "2 kg"],
  ["hai héc ta ba người làm", "2 ha"],
])("the digit after a unit is its tenths, where it counts nothing else: %s", (text, amount) => expect(read(text)[0]).toBe(amount));

test.each([
  ["triệu hai rưỡi", "1250000 VND"],
  ["hai triệu ba rưỡi một con", "2350000 VND"],
  ["triệu hai lăm", "1250000 VND"],
  ["ba triệu bảy lăm", "3750000 VND"],
  ["triệu không trăm rưỡi", "1050000 VND"],
  ["trăm hăm lăm ngàn", "125000 VND"],
  ["trăm băm lăm ngàn", "135000 VND"],
  ["giá trăm hai rưỡi một ký", "125000 VND kg"],
  ["cua gạch hai bảy lăm một ký", "275000 VND kg"],
  ["giá bốn trăm năm một ký", "450000 VND kg"],
  ["vườn ngàn hai gốc", "1200 tree"],
  ["hai ngàn tư gốc tiêu", "2400 tree"],
  ["hai chục rưỡi trứng", "25 count"],
  ["mười lăm mười sáu ký", "15-16 kg"],
  ["mười bốn mười lăm ngày", "14-15 day"],
  ["năm bảy ngày", "5-7 day"],
  ["năm bảy chục ký", "50-70 kg"],
])("%s is %s", (text, amount) => expect(read(text)[0]).toBe(amount));

test.each([
  ["hai hai độ brix", "22 brix"],
  ["hai ba độ brix", "23 brix"],
  ["hai sáu trái một hộp", "26 fruit box"],
  ["còn sáu hai thùng", "62 box"],
  ["bốn bốn gốc", "44 tree"],
  ["giá bốn chín một hộp", "49000 VND box"],
  ["hai ba ngày", "2-3 day"],
  ["trồng năm năm rồi", "5 year"],
  ["trái chín hai ngày là ăn", "2 day"],
  ["chị Sáu hai ký", "2 kg"],
  ["năm hai vụ", "2 crop"],
  ["sầu riêng ri sáu hai trái", "2 fruit"],
  ["thứ sáu hai thùng", "2 box"],
  ["ri sáu chín cây, bốn trái một ký", "4 fruit kg"],
])("two digits that are no range are tens and ones: %s", (text, amount) => expect(read(text)[0]).toBe(amount));

test.each([
  "vườn có từ năm hai nghìn không trăm hai ba",
  "làm từ năm hai nghìn lẻ năm",
  "làm từ năm hai nghìn mười",
  "làm từ năm hai nghìn",
])("a year is no sum of money: %s", (text) => expect(read(text).filter((amount) => amount.includes("VND"))).toEqual([]));

test.each([
  ["két 8 chai lít 600k", ["8 bottle", "600000 VND"]],
  ["thung 20 bich ky gia 1tr1", ["20 bag", "1100000 VND"]],
  ["kiện hai chục hũ ký, giá 1tr8", ["20 jar", "1 kg", "1800000 VND"]],
  ["còn 20 thùng, ký 28k", ["20 box", "28000 VND kg"]],
  ["giấm nuôi, lít 60k", ["60000 VND l"]],
])("what each of a case holds is no measure of its price: %s", (text, amounts) => expect(read(text)).toEqual(amounts));

test.each([
  ["con ky mot toi ky tu, 140k/ky", ["1.1-1.4 kg", "140000 VND kg"]],
  ["ky tu den ky bay", ["1.4-1.7 kg"]],
  ["ky hai den ky lam 95k/ky", ["1.2-1.5 kg", "95000 VND kg"]],
  ["ký hai đến ký lăm 95k/ký", ["1.2-1.5 kg", "95000 VND kg"]],
  ["2 ky toi 3 ky tu 50k", ["2-3 kg", "50000 VND"]],
  ["1 ky tu 50k", ["50000 VND kg"]],
])("a kilo's tenths close a range, and `tu` is else where a price begins: %s", (text, amounts) => expect(read(text)).toEqual(amounts));

test.each([
  ["loại hai mười tám ngàn", "18000 VND"],
  ["hạng ba mười lăm con một ký", "15 count kg"],
  ["loại một năm chục ngàn", "50000 VND"],
  ["loại một bốn chục loại hai ba chục ngàn", "30000 VND"],
  ["loại hai năm trái", "5 fruit"],
  ["loại một hai trăm ngàn", "200000 VND"],
  ["loại hai mươi ngàn", "20000 VND"],
  ["loại hai ba chục ngàn", "20000-30000 VND"],
  ["cây loại hai năm tuổi", "2 year"],
])("a grade said before a number is no part of it: %s", (text, amount) => expect(read(text).at(-1)).toBe(amount));

test.each([
  ["hàu nuôi sáu tháng hai ba con một ký", ["6 month", "2-3 count kg"]],
  ["cua nuoi muoi hai thang bon nam con mot ky", ["12 month", "4-5 count kg"]],
  ["gà thả bốn tháng hai ba ký một con", ["4 month", "2-3 kg", "1 count"]],
  ["ốc nuôi chín tháng năm sáu chục con một ký", ["9 month", "50-60 count kg"]],
  ["ngày mười tháng hai ba con một ký", ["3 count kg"]],
  ["mười tháng ba có hàng", []],
  ["tháng hai ba con một ký", ["3 count kg"]],
])("months counted before a pair of neighbours are no date: %s", (text, amounts) => expect(read(text)).toEqual(amounts));
