import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "#i18n/language.ts";
import { guessLanguage } from "#shows/guess-language.ts";
import { readBehind, type Behind } from "#shows/read-behind.ts";
import { readBuyerText } from "#shows/read-buyer-text.ts";
import { requestStory } from "#stories/request-story.ts";
import { writeStory } from "#stories/write-story.ts";
import { openTestShow, type ShowStage } from "./show-fixture.ts";

const never = new AbortController().signal;

let stage: ShowStage;
let certified: Behind[];
let organic: Behind[];
let bare: Behind[];
beforeAll(async () => {
  stage = await openTestShow();
  const tell = async (notes: string) => {
    const { id } = await requestStory(stage.services, stage.accountId, { notes });
    await writeStory(stage.services, { storyId: id, telling: 1 }, never);
    return readBehind(stage.services, [id]);
  };
  certified = await tell("Na dai Chi Lăng, giá 48k/kg, còn 150kg, vườn đạt VietGAP, ship toàn quốc 3 ngày, để tủ lạnh được 4 ngày");
  organic = await tell("Na dai, giá 48k/kg, có chứng nhận hữu cơ, freeship đơn từ 8kg");
  bare = await tell("Na dai, giá 48k/kg");
});
afterAll(() => stage.services.close());

const read = (text: string, behind: readonly Behind[]) =>
  readBuyerText(stage.services, { text, language: guessLanguage(text), accountId: stage.accountId, behind, signal: never });
const reply = async (text: string, behind: readonly Behind[]) => {
  const { language, replies } = await read(text, behind);
  return language && replies[language];
};

describe("a certificate asked for by name", () => {
  test.each<[Language, string, RegExp]>([
    ["vi", "na này hữu cơ hả em", /^Dạ, em chưa thấy chứng nhận hữu cơ .*VietGAP/],
    ["vi", "có organic không shop", /^Dạ, em chưa thấy chứng nhận hữu cơ .*VietGAP/],
    ["en", "are these organic?", /^I know of no organic certification\. What we do have is VietGAP certification\.$/],
    ["en", "Do they come certified organic, please?", /^I know of no organic/],
    ["en", "Is it GlobalGAP certified?", /^I know of no GlobalGAP certification\. What we do have is VietGAP/],
    ["ja", "これは有機栽培ですか？", /^有機認証は確認できておりません。現在確認できているのはVietGAP認証です。$/],
    ["ja", "オーガニックでしょうか", /^有機認証は確認できておりません。/],
  ])("that is not held is never answered yes: %s %s", async (_, text, told) => {
    const said = await reply(text, certified);
    expect(said).toMatch(told);
    expect(said).not.toMatch(/^(?:Dạ có|Yes|はい)/);
  });

  test("that is held is answered yes, as far as the market's law lets one say it", async () => {
    expect(await reply("Are they VietGAP certified?", certified)).toBe("Yes, we have VietGAP certification.");
    expect(await reply("na này hữu cơ hả em", organic)).toMatch(/^Dạ có ạ, nhà em có chứng nhận hữu cơ/);
    expect(await reply("オーガニックですか", organic)).toBeUndefined();
  });

  test("is answered no for none of several goods that differ in it, and without a list where nothing is held", async () => {
    expect(await reply("na này hữu cơ hả em", [...certified, ...organic])).toBeUndefined();
    expect(await reply("are they organic?", bare)).toBe("I know of no organic certification.");
  });

  test("asked for without a name, it is told by its card", async () => {
    expect(await reply("Do you have any certificates?", certified)).toMatch(/VietGAP/);
    expect(await reply("Is it grown with organic fertilizer?", certified)).toBeUndefined();
  });
});

test.each<[string, RegExp]>([
  ["how much is shipping?", /^I do not know the shipping cost yet/],
  ["送料はいくらですか", /^送料はまだ分かりかねます/],
  ["送料", /^送料はまだ分かりかねます/],
  ["phí ship sao em", /^Dạ, phí ship em chưa có thông tin/],
  ["ship bn v shop", /^Dạ, phí ship em chưa có thông tin/],
])("what sending costs is not answered by how long it takes: %s", async (text, told) => {
  const said = await reply(text, certified);
  expect(said).toMatch(told);
  expect(said).not.toMatch(/3/);
});

test("what sending costs is told where it is known, and how long it takes where that is asked", async () => {
  expect(await reply("how much is shipping?", organic)).toMatch(/free from 8 kilos/);
  expect(await reply("ship bao nhiêu ngày tới em", organic)).toBeUndefined();
  expect(await reply("ship bao nhiêu ngày tới em", certified)).toMatch(/3 ngày/);
  expect(await reply("phí ship bao nhiêu, mấy ngày tới", certified)).toMatch(/phí ship em chưa có.*3 ngày/);
});

test.each<[string, string, RegExp]>([
  ["値段", "Giá bao nhiêu ạ?", /4万8千ドン/],
  ["どちらの農園ですか", "Vườn mình ở đâu ạ?", /^産地はチーラン/],
  ["What variety is it?", "Giống gì vậy ạ?", /custard apple/i],
  ["How much for 7 kg?", "7 kg bao nhiêu tiền ạ?", /48,000/],
  ["Can you deliver to Hue?", "Có giao tới Huế không ạ?", /3 days/],
  ["ハノイに発送できますか", "Có giao tới Hà Nội không ạ?", /3日/],
  ["Are they VietGAP certified?", "Có VietGAP không ạ?", /VietGAP/],
  ["How long will they keep?", "Để được bao lâu ạ?", /4 days/],
  ["can I buy 6 kilos", "Cho tôi 6 kg được không ạ?", /150 kilos/],
])("a buyer's phrase comes in Vietnamese with its own number and name, and is answered from the facts: %s", async (text, vi, told) => {
  const reading = await read(text, certified);
  expect(reading.vi).toBe(vi);
  expect(reading.language && reading.replies[reading.language]).toMatch(told);
});

test.each(["有机吗", "多少钱", "在吗"])("what only looks like Japanese is not taken for it: %s", (text) => {
  expect(guessLanguage(text)).toBeUndefined();
});
