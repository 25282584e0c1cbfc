import { describe, expect, test } from "vitest";
import { readSpoken } from "#shows/read-spoken.ts";

/** `một` of something is no number. */
const numbersIn = (text: string) =>
  readSpoken(text).flatMap(({ number }) => (number === undefined || (number.soft && number.value === 1) ? [] : [number.value]));

test.each<[string, ...number[]]>([
  ["bảy giờ rưỡi sáng", 7, 30],
  ["mười một giờ rưỡi trưa", 11, 30],
  ["7 giờ rưỡi tối", 7, 30],
  ["sáu rưỡi sáng tàu chạy", 6, 30],
  ["mười hai rưỡi trưa", 12, 30],
  ["năm rưỡi chiều em về", 5, 30],
  ["tối bảy rưỡi em lên live", 7, 30],
  ["lúc tám rưỡi", 8, 30],
  ["sáu rưỡi tới tám rưỡi tối em trực tin nhắn", 6, 30, 8, 30],
  ["sáu giờ kém mười", 5, 50],
  ["bảy giờ kém mười lăm phút", 6, 45],
  ["tám giờ thiếu năm", 7, 55],
  ["một giờ kém mười chiều", 12, 50],
  ["chín giờ mười lăm", 9, 15],
  ["hai tiếng rưỡi", 2.5],
  ["giá bảy rưỡi một cân", 7.5],
  ["ngang hai rưỡi chiều dài ba mét", 2.5, 3],
])("a time of the clock is its hour and its minutes: %s", (text, ...numbers) => {
  expect(numbersIn(text)).toEqual(numbers);
});

describe("numbers of sellers, north and south", () => {
  test.each<[string, ...number[]]>([
    ["vé vào cổng chín chục ngàn một người", 90_000],
    ["hai trăm rưỡi một suất", 250],
    ["hai triệu một mâm", 2_000_000],
    ["hai triệu một", 2_100_000],
    ["băm sáu hộp", 36],
    ["băm chín ngàn một ký", 39_000],
    ["băm ba củ tỏi", 3],
    ["héc ta tư", 1.4],
    ["một héc hai", 1.2],
    ["hai mẫu ba", 2.3],
    ["hai sào ba người làm", 2, 3],
    ["cao thước sáu", 1.6],
    ["hai thước rưỡi", 2.5],
    ["ký lăm", 1.5],
    ["không phẩy năm héc ta", 0.5],
    ["mười tám rưỡi độ brix", 18.5],
    ["trăm hai rưỡi", 125],
    ["triệu hai lăm", 1_250_000],
    ["ngàn hai gốc", 1_200],
    ["mít ruột đỏ hai tư quả", 24],
    ["hai mốt tới hai bốn trái", 21, 24],
    ["năm hai nghìn không trăm hai ba", 2023],
    ["từ năm hai nghìn mười", 2010],
    ["hồi năm hai nghìn lẻ ba", 2003],
  ])("%s", (text, ...numbers) => expect(numbersIn(text)).toEqual(numbers));
});
