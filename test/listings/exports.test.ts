import { parse } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { LANGUAGES } from "#i18n/language.ts";
import { createTestApp, type TestAccount, type TestApp } from "../web/test-app.ts";
import { vocabularyFaults } from "./schema-org.ts";
import { tell } from "./tell.ts";

const NOTES = {
  lychee:
    "vải thiều lục ngạn nhà em chín từ 10/6 đến 20/7, có vietgap. giá 35k/kg, thùng xốp 10kg, ngọt 18-20 brix. ship toàn quốc, còn 2 tấn",
  pomelo: "bưởi da xanh bến tre, ngọt thanh, ship toàn quốc",
  mango: "xoài cát hòa lộc giá sỉ 28k/kg, giá lẻ 35k/kg",
  coffee: "cà phê buôn ma thuột 120-150k/kg",
  longan: "nhãn lồng hưng yên 60k/kg. nhãn lồng 80k/kg",
  tea: "trà ô long bảo lộc, hộp 100g giá 1500 yên",
};
type Told = Record<keyof typeof NOTES, string>;

let web: TestApp;
let rated: TestApp;
let mine: TestAccount;
let theirs: TestAccount;
let told: Told;

beforeAll(async () => {
  web = await createTestApp({ PUBLIC_URL: "https://farm.example" });
  mine = await web.join("Vườn Đào Ngạn");
  theirs = await web.join("theirs");
  const entries = [];
  for (const [name, notes] of Object.entries(NOTES)) entries.push([name, await tell(web.services, mine.id, notes)]);
  told = z.record(z.enum(["lychee", "pomelo", "mango", "coffee", "longan", "tea"]), z.string()).parse(Object.fromEntries(entries));
  rated = await createTestApp({ EXCHANGE_RATES: '{"date":"2026-11-01","VND":{"JPY":0.0057}}' });
}, 60_000);
afterAll(async () => {
  await web.close();
  await rated.close();
});

const get = (path: string, headers = {}) => web.ask("GET", path, { key: mine.key, headers });
const records = z.array(z.record(z.string(), z.string()));

const textSchema = z.object({ "g:digital_source_type": z.string(), "g:content": z.string() });
const itemSchema = z.strictObject({
  "g:id": z.string().max(50),
  "g:structured_title": textSchema,
  "g:structured_description": textSchema,
  "g:link": z.url(),
  "g:price": z.string().regex(/^[1-9]\d*(?:\.\d{2})? (?:VND|USD|JPY)$/),
  "g:availability": z.literal("in_stock").optional(),
  "g:unit_pricing_measure": z.string().optional(),
  "g:identifier_exists": z.literal("no"),
});
const feedSchema = z.object({
  rss: z.object({
    "@version": z.literal("2.0"),
    "@xmlns:g": z.literal("http://base.google.com/ns/1.0"),
    channel: z.object({ title: z.string(), link: z.url(), description: z.string(), language: z.string(), item: z.array(itemSchema) }),
  }),
});

async function readFeed(language: string) {
  const { text, headers } = await get(`/v1/exports/merchant.xml?lang=${language}`);
  expect(XMLValidator.validate(text)).toBe(true);
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "@",
    parseTagValue: false,
    isArray: (name) => name === "item",
  });
  return { ...feedSchema.parse(parser.parse(text)).rss.channel, headers };
}

async function readRakuten(app: TestApp, key: string) {
  const response = await app.app.request("/v1/exports/rakuten.csv", { headers: { authorization: `Bearer ${key}` } });
  expect(response.headers.get("content-type")).toBe("text/csv; charset=Shift_JIS");
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder("shift_jis", { fatal: true }).decode(bytes);
  expect(text).not.toMatch(/[?\uFFFD]/);
  return { rows: records.parse(parse(text, { columns: true })), leftOut: response.headers.get("farmcast-left-out") };
}

describe("the feed for Google Merchant Center", () => {
  test("is RSS 2.0 in one language with each listing that has one clear price, its text marked as a machine's", async () => {
    for (const language of LANGUAGES) {
      const { item, headers, language: said } = await readFeed(language);
      expect(said).toBe(language);
      expect(item.map((each) => each["g:id"]).toSorted()).toEqual([told.lychee, told.mango, told.tea].toSorted());
      expect(headers.get("farmcast-left-out")).toBe("3");
      for (const each of item) {
        expect(each["g:link"]).toMatch(new RegExp(`^https://farm\\.example/${language}/listings/[a-z0-9-]+$`));
        for (const text of [each["g:structured_title"], each["g:structured_description"]]) {
          expect(text["g:digital_source_type"]).toBe("trained_algorithmic_media");
          expect(text["g:content"]).not.toBe("");
        }
      }
    }
  });

  test("has the grower's own money, per the unit it is for, and says in stock only of what is", async () => {
    const { item } = await readFeed("en");
    const of = (id: string) => item.find((each) => each["g:id"] === id);
    expect(of(told.lychee)).toMatchObject({
      "g:price": "35000 VND",
      "g:unit_pricing_measure": "1 kg",
      "g:availability": "in_stock",
    });
    expect(of(told.tea)).toMatchObject({ "g:price": "1500 JPY" });
    expect(of(told.mango)?.["g:price"]).toBe("35000 VND");
    expect(of(told.mango)).not.toHaveProperty("g:availability");
  });
});

describe("the file for Shopify", () => {
  const COLUMNS = /^Handle,Title,Body \(HTML\),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,/;

  test("has a draft of one variant for each listing priced in the shop's currency", async () => {
    const { text, headers } = await get("/v1/exports/shopify.csv?lang=vi");
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(text).toMatch(COLUMNS);
    const rows = records.parse(parse(text, { columns: true }));
    expect(rows.map((row) => row["Variant SKU"] ?? "").toSorted()).toEqual([told.lychee, told.mango].toSorted());
    for (const row of rows) {
      expect(row["Handle"]).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(row).toMatchObject({ "Option1 Name": "Title", "Option1 Value": "Default Title", Vendor: "Vườn Đào Ngạn", Status: "draft" });
      expect(row["Variant Price"]).toBe("35000");
      expect(row["Body (HTML)"]).toMatch(/^<p>.+<\/p>$/);
    }
    const yen = await get("/v1/exports/shopify.csv?lang=vi&currency=JPY");
    expect(records.parse(parse(yen.text, { columns: true })).map((row) => row["Variant Price"])).toEqual(["1500"]);
  });

  test.each([
    ["vi", "Trái cây", "vải, vải thiều, Lục Ngạn, VietGAP"],
    ["en", "Fruit", "lychees, Thieu lychees, Luc Ngan, VietGAP"],
    ["ja", "果物", "ライチ, ティエウ種のライチ, ルックガン, VietGAP認証"],
  ])("names what it is, where it grows and what is certified, in the language of the file: %s", async (language, type, tags) => {
    const { text } = await get(`/v1/exports/shopify.csv?lang=${language}`);
    const rows = records.parse(parse(text, { columns: true }));
    const of = (id: string) => rows.find((row) => row["Variant SKU"] === id);
    expect(of(told.lychee)).toMatchObject({ Type: type, Tags: tags });
    // Its notes tell of no certificate.
    expect(of(told.mango)?.["Tags"]).not.toMatch(/GAP/i);
  });
});

describe("the file for Rakuten", () => {
  test("is Shift_JIS in the shape of normal-item.csv, a row of the item and a row of its price, in yen that the notes give", async () => {
    const { rows, leftOut } = await readRakuten(web, mine.key);
    expect(leftOut).toBe("5");
    expect(rows).toHaveLength(2);
    const [item, sku] = rows;
    for (const row of rows) expect(row["商品管理番号（商品URL）"]).toMatch(/^[0-9a-z_-]{1,32}$/);
    expect(item).toMatchObject({ "商品管理番号（商品URL）": told.tea, 倉庫指定: "1", SKU管理番号: "", 販売価格: "" });
    expect(item?.["商品名"]).toMatch(/烏龍|ウーロン/);
    expect(sku).toMatchObject({ "商品管理番号（商品URL）": told.tea, SKU管理番号: told.tea, 販売価格: "1500", 商品名: "" });
  });

  test("takes yen by the installation's rate, and says so", async () => {
    const grower = await rated.join("grower");
    await tell(rated.services, grower.id, NOTES.lychee);
    const { rows, leftOut } = await readRakuten(rated, grower.key);
    expect(leftOut).toBe("0");
    expect(rows.map((row) => row["販売価格"])).toEqual(["", "200"]);
    const { json } = await rated.ask("GET", "/v1/exports", { key: grower.key, headers: { "accept-language": "ja" } });
    expect(JSON.stringify(json)).toContain("2026年11月1日のレートで換算");
  });
});

describe("a listing as JSON-LD", () => {
  test("holds nothing that schema.org does not know, in each language, and no offer where there is no price", async () => {
    for (const language of LANGUAGES) {
      for (const id of Object.values(told)) {
        const answer = await get(`/v1/stories/${id}/listing.jsonld?lang=${language}`);
        expect(answer.headers.get("content-type")).toBe("application/ld+json");
        expect(vocabularyFaults(answer.json, ["Product"])).toEqual([]);
        expect("offers" in answer.json).toBe(id !== told.pomelo);
      }
    }
  });

  test("would be caught with a property of another class, a wrong range or an unknown member", () => {
    expect(vocabularyFaults({ "@type": "Product", name: "x", price: 3 })).toEqual(["$: Product has no price"]);
    expect(vocabularyFaults({ "@type": "Product", offers: { "@type": "Country" } })).toHaveLength(1);
    expect(vocabularyFaults({ "@type": "Offer", availability: "https://schema.org/Plenty" })).toHaveLength(1);
    expect(vocabularyFaults({ "@type": "Produce" })).toEqual(["$: no class Produce"]);
  });
});

describe("what is left out", () => {
  const surveySchema = z.object({
    formats: z.array(
      z.object({
        format: z.string(),
        items: z.array(
          z.object({ storyId: z.string(), included: z.boolean(), remarks: z.array(z.object({ code: z.string(), text: z.string() })) }),
        ),
      }),
    ),
  });
  const survey = async (language: string) => {
    const { json } = await get("/v1/exports?lang=vi", { "accept-language": language });
    const { formats } = surveySchema.parse(json);
    return (format: string, id: string) => formats.find((each) => each.format === format)?.items.find(({ storyId }) => storyId === id);
  };

  test("is said with its reason, format by format, and what is still missing of what is in", async () => {
    const of = await survey("vi");
    const codes = (format: string, id: string) => of(format, id)?.remarks.map(({ code }) => code);
    expect(codes("merchant", told.pomelo)).toEqual(["no-price"]);
    expect(codes("merchant", told.coffee)).toEqual(["price-range"]);
    expect(codes("merchant", told.longan)).toEqual(["two-prices"]);
    expect(codes("merchant", told.lychee)).toEqual(["no-photo"]);
    expect(codes("merchant", told.mango)).toEqual(["no-photo", "no-stock"]);
    expect(codes("shopify", told.tea)).toEqual(["other-currency"]);
    expect(codes("rakuten", told.lychee)).toEqual(["no-yen"]);
    expect(codes("jsonld", told.pomelo)).toEqual(["no-price", "no-photo"]);
    expect(of("merchant", told.pomelo)?.included).toBe(false);
    expect(of("merchant", told.mango)?.included).toBe(true);
    expect(of("jsonld", told.pomelo)?.included).toBe(true);
  });

  test("is said in the caller's language", async () => {
    const said = async (language: string) => (await survey(language))("rakuten", told.lychee)?.remarks[0]?.text;
    expect(await said("vi")).toContain("Giá đang ghi bằng đồng, mà Rakuten chỉ nhận giá yên");
    expect(await said("en")).toContain("The price is in Vietnamese dong, and Rakuten takes only yen");
    expect(await said("ja")).toContain("価格の通貨はベトナムドンですが、楽天市場に出せるのは円の価格だけです");
  });
});

test("another account's files hold nothing of this one's, and nobody's are for strangers", async () => {
  for (const path of ["/v1/exports", "/v1/exports/merchant.xml", "/v1/exports/shopify.csv", "/v1/exports/rakuten.csv"]) {
    const { text, status } = await web.ask("GET", path, { key: theirs.key });
    expect(status).toBe(200);
    for (const id of Object.values(told)) expect(text).not.toContain(id);
    expect((await web.ask("GET", path)).status).toBe(401);
    if (!path.includes("rakuten")) expect((await get(`${path}?lang=fr`)).status).toBe(422);
  }
});
