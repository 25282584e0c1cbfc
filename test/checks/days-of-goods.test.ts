import { expect, test } from "vitest";
import type { Language } from "#i18n/language.ts";
import { blockingOf } from "./blocking.ts";

const NOTES = "Mít Thái 16k/kg để được 4 ngày, mít sấy 170k/kg để được 9 tháng. Mít Thái còn 3 tấn, mít sấy còn 140kg";
const blocked = (language: Language, text: string, notes = NOTES) => blockingOf(notes, { [language]: text }).map(({ quote }) => quote);

test("how long one of several goods keeps is not told of another, nor how much there is", () => {
  expect(blocked("vi", "Mít sấy để được 4 ngày.")).toEqual(["4 ngày"]);
  expect(blocked("en", "The Thai jackfruit keeps for 9 months and the dried jackfruit for 4 days.")).toEqual(["9 months", "4 days"]);
  expect(blocked("ja", "乾燥ジャックフルーツの日持ちは4日、ジャックフルーツは9か月です。")).toEqual(["4日", "9か月"]);
  expect(blocked("vi", "Nhà em còn 3 tấn mít sấy.")).toEqual(["3 tấn"]);
});

test("each told of its own is let through", () => {
  expect(blocked("vi", "Mít Thái để được 4 ngày, mít sấy để được 9 tháng.")).toEqual([]);
  expect(blocked("en", "How long will it keep? 4 days for the Thai jackfruit and 9 months for the dried jackfruit.")).toEqual([]);
  expect(blocked("ja", "日持ちは、タイ種のジャックフルーツが4日、乾燥ジャックフルーツが9か月です。")).toEqual([]);
});

test("how goods are made, in their name or beside it, is not how long they keep", () => {
  const notes = "mắm cá linh Châu Đốc ủ 7 tháng, hũ 430g 55k, hsd 1 năm. có làm thêm khô cá tra phồng 310k/kg";
  expect(blocked("ja", "日持ちを申しますと、メコンの発酵魚が1年です。", notes)).toEqual([]);
});
