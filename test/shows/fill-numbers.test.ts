import { expect, test } from "vitest";
import { fillNumbers } from "#shows/fill-numbers.ts";

const change = (from: number, to: number) => [{ from, to, occurrence: 0 }];

test.each([
  ["5キロ箱は22万5千ドンです。", 225_000, 210_000, "5キロ箱は21万ドンです。"],
  ["10キロ箱は40万ドンです。", 400_000, 385_000, "10キロ箱は38万5千ドンです。"],
  ["1キロ3.5万ドンです。", 35_000, 36_000, "1キロ3.6万ドンです。"],
  ["1箱225,000ドンです。", 225_000, 210_000, "1箱210,000ドンです。"],
])("a Japanese price said anew is written as the line writes its own: %s", (line, from, to, filled) => {
  expect(fillNumbers(line, "ja", change(from, to), [from, 5, 10, 1])).toBe(filled);
});

test.each([
  ["Buy 5 bags and I'll add 1 aluminium phin filter.", 1, 2, "Buy 5 bags and I'll add 2 aluminium phin filters."],
  ["get 1 tub of durian ice cream made by my wife", 1, 3, "get 3 tubs of durian ice cream made by my wife"],
  ["Buy 2 and I'll add 1 free jar.", 1, 2, "Buy 2 and I'll add 2 free jars."],
  ["For braised fish 2 spoonfuls are enough.", 2, 1, "For braised fish 1 spoonful is enough."],
  ["A wooden box of 2 bottles is 300,000 dong.", 2, 1, "A wooden box of 1 bottle is 300,000 dong."],
  ["1 box costs 95,000 dong.", 1, 2, "2 boxes cost 95,000 dong."],
  ["Please order 2 weeks ahead.", 2, 1, "Please order 1 week ahead."],
  ["Please order 1 week ahead.", 1, 3, "Please order 3 weeks ahead."],
  ["A 5-kilo box comes with ice.", 5, 8, "An 8-kilo box comes with ice."],
  ["It's an 8-kilo box.", 8, 10, "It's a 10-kilo box."],
  ["I'm the 2nd generation.", 2, 3, "I'm the 3rd generation."],
  ["It arrives in 1 to 3 days.", 1, 2, "It arrives in 2 to 3 days."],
  ["There are 40 mangoes in 1 basket.", 40, 1, "There is 1 mango in 1 basket."],
  ["I deliver from 1 kilo up.", 1, 2, "I deliver from 2 kilos up."],
  ["Buy 5 and get 1 bunch free.", 1, 2, "Buy 5 and get 2 bunches free."],
  ["1 glass of juice needs 4 oranges.", 1, 2, "2 glasses of juice need 4 oranges."],
  ["I'll add 1 fruit knife.", 1, 2, "I'll add 2 fruit knives."],
  ["Only 4 fish left.", 4, 1, "Only 1 fish left."],
  ["We earned 4 stars in 2023.", 2023, 2024, "We earned 4 stars in 2024."],
  ["A half-litre bottle is 95,000 dong.", 0.5, 2, "A 2-litre bottle is 95,000 dong."],
  ["A half-kilo bag comes with ice.", 0.5, 8, "An 8-kilo bag comes with ice."],
  ["Half a kilo costs 95,000 dong.", 0.5, 2, "2 kilos cost 95,000 dong."],
])("English agrees with the number said: %s, %d → %d", (line, from, to, filled) => {
  expect(fillNumbers(line, "en", change(from, to), [from, 1, 2, 4, 5, 95_000, 300_000])).toBe(filled);
});

test.each([
  ["The boat leaves at 7:30 in the morning.", 30, 5, "The boat leaves at 7:05 in the morning."],
  ["The boat leaves at 7:30 a.m.", 7, 9, "The boat leaves at 9:30 a.m."],
  ["The boat leaves at 7:05 a.m.", 5, 40, "The boat leaves at 7:40 a.m."],
  ["Order before 11 a.m.", 11, 10, "Order before 10 a.m."],
  ["Order before 11 a.m.", 11, 12, undefined],
  ["Order before 11:30 a.m.", 11, 1, undefined],
  ["Order before 12 noon.", 12, 11, undefined],
  ["The market closes at 12:30 p.m.", 12, 11, undefined],
])("a time of the clock has two digits for its minutes and its own half of the day: %s, %d → %d", (line, from, to, filled) => {
  expect(fillNumbers(line, "en", change(from, to), [from, 1, 5, 7, 11, 12, 30])).toBe(filled);
});

test.each([
  [9, "えびせんを9つ差し上げます。"],
  [12, "えびせんを12個差し上げます。"],
])("つ counts to nine: %d", (to, filled) => {
  expect(fillNumbers("えびせんを2つ差し上げます。", "ja", change(2, to), [2])).toBe(filled);
});

test.each([
  ["Đơn từ 1 triệu đồng em miễn phí ship.", 1_000_000, 1_200_000, "Đơn từ 1,2 triệu đồng em miễn phí ship."],
  ["Đơn từ 1 triệu đồng em miễn phí ship.", 1_000_000, 800_000, "Đơn từ 800.000 đồng em miễn phí ship."],
  ["Giá 35k một cân.", 35_000, 42_000, "Giá 42k một cân."],
])("a Vietnamese number is written as the line writes its own: %s", (line, from, to, filled) => {
  expect(fillNumbers(line, "vi", change(from, to), [from, 1])).toBe(filled);
});

test("a price that another worked-out price hangs on is not filled in", () => {
  expect(fillNumbers("A jar is 250,000 dong (about $10).", "en", change(250_000, 260_000), [250_000])).toBeUndefined();
  expect(fillNumbers("2本組は540,000ドンです。", "ja", change(540_000, 530_000), [540_000])).toBe("2本組は530,000ドンです。");
});
