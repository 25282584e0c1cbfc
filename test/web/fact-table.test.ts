import { afterAll, beforeAll, expect, test } from "vitest";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { findStory } from "#stories/find-story.ts";
import { openBuyersStage, type BuyersStage } from "../buyers/buyers-stage.ts";
import { tell } from "../listings/tell.ts";

let stage: BuyersStage;
beforeAll(async () => {
  stage = await openBuyersStage();
}, 60_000);
afterAll(() => stage.web.close());

const listingPath = (language: Language) => `/${language}/listings/${stage.slug}`;

test("the facts are told in words of the reader's language, and the grower by name or said to be unknown", async () => {
  const { text } = await stage.web.ask("GET", listingPath("en"));
  const cells = Array.from(text.matchAll(/<th scope="row">([^<]+)<\/th>\s*<td>([\s\S]*?)<\/td>/g), ([, name, cell = ""]) => [name, cell]);
  const cell = (name: string) => cells.find(([each]) => each === name)?.[1];
  expect(cell("Storage")).toContain("Keep them in the fridge");
  expect(cell("Delivery")).toMatch(/nationwide[\s\S]*2 to 3 days/);
  expect(cell("Minimum order")).toContain("The grower has not said yet");
  expect(/<section class="grower[\s\S]*?<\/section>/.exec(text)?.[0]).toMatch(/<strong>grower<\/strong>[\s\S]*Luc Ngan/);
});

test("no line of Japanese breaks within a number and what it counts", async () => {
  const { text } = await stage.web.ask("GET", listingPath("ja"));
  const told = [/<p class="lead">([\s\S]*?)<\/p>/, /<ul class="bullets">([\s\S]*?)<\/ul>/, /<tbody>([\s\S]*?)<\/tbody>/].map(
    (part) => part.exec(text)?.[1] ?? "",
  );
  expect(told[0]).toContain('<span class="whole">3万5千ドン</span>');
  expect(told[2]).toContain('<span class="whole">2～3日</span>');
  expect(told.join("").replaceAll(/<span class="(?:whole|own)">[\s\S]*?<\/span>/g, "")).not.toMatch(/\d/);
});

test("of several prices each says in the reader's language what it is for", async () => {
  const { services, ask } = stage.web;
  const notes = "vải thiều lục ngạn, thùng 5kg 225k, thùng 10kg 430k, ai lấy từ 10 thùng trở lên em để 40k/kg";
  const id = await tell(services, stage.grower.id, notes);
  const { listings } = await findStory(services, stage.grower.id, id);
  const cells = await Promise.all(
    LANGUAGES.map(async (language) => {
      const { text } = await ask("GET", `/${language}/listings/${listings[language]?.slug}`);
      const name = services.words.in(language, "pages")("kinds.price");
      return valuesBeside(name, text);
    }),
  );
  expect(cells).toEqual([
    ["Thùng 5 cân 225.000 đồng", "Thùng 10 cân 430.000 đồng", "Lấy từ 10 thùng trở lên thì 40.000 đồng một cân"],
    ["5-kilo boxes at 225,000 dong each", "10-kilo boxes at 430,000 dong each", "40,000 dong per kilo from 10 boxes up"],
    ["5キロ入りは1箱22万5千ドン", "10キロ入りは1箱43万ドン", "10箱以上は1キロ4万ドン"],
  ]);
});

test("a discount and a deposit are told in the reader's language beside the price", async () => {
  const { services, ask } = stage.web;
  const id = await tell(services, stage.grower.id, "ổi lê thanh hà 24k/kg, mua từ 8kg bớt 15%, đặt cọc 35%");
  const { listings } = await findStory(services, stage.grower.id, id);
  const beside = async (language: Language) =>
    valuesBeside(
      services.words.in(language, "pages")("kinds.price"),
      (await ask("GET", `/${language}/listings/${listings[language]?.slug}`)).text,
    );
  expect((await beside("en")).slice(1)).toEqual(["Offer: 15 percent off from 8 kilos up", "Deposit: 35 percent"]);
  const page = (await ask("GET", `/ja/listings/${listings.ja?.slug}`)).text;
  const table = (/<tbody>([\s\S]*?)<\/tbody>/.exec(page)?.[1] ?? "").replaceAll(/<[^>]+>/g, "");
  expect(table).toContain("まとめ買い：8キロ以上で15パーセント引き");
  expect(table).toContain("前金：35パーセント");
});

test("a place that the notes name twice stands once among the facts", async () => {
  const { services, ask } = stage.web;
  const id = await tell(services, stage.grower.id, "vải thiều thanh hà nhà em, vườn ở xã Thanh Sơn, Thanh Hà, Hải Dương, 35k/kg");
  const { listings } = await findStory(services, stage.grower.id, id);
  const { text } = await ask("GET", `/ja/listings/${listings.ja?.slug}`);
  expect(valuesBeside("産地", text)).toEqual(["タンハー", "タインソン", "ハイズオン省"]);
});

/** What the table of facts says beside a name, without the grower's own words. */
function valuesBeside(name: string, page: string): string[] {
  const [, cell = ""] = new RegExp(`<th scope="row">${name}</th>\\s*<td>([\\s\\S]*?)</td>`).exec(page) ?? [];
  const values = cell.matchAll(/class="value">([\s\S]*?)(?:<span class="own">|<\/div>)/g);
  return Array.from(values, ([, value = ""]) => value.replaceAll(/<[^>]*>/g, "").trim());
}
