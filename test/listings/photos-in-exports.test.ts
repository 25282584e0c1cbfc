import { parse } from "csv-parse/sync";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { addPhoto } from "#photos/add-photo.ts";
import { photoPath, type Photo } from "#photos/photo.ts";
import { createTestApp, type TestAccount, type TestApp } from "../web/test-app.ts";
import { vocabularyFaults } from "./schema-org.ts";
import { tell } from "./tell.ts";

const ORIGIN = "https://farm.example";
let web: TestApp;
let grower: TestAccount;
let storyId: string;
let photos: Photo[];

beforeAll(async () => {
  web = await createTestApp({ PUBLIC_URL: ORIGIN });
  grower = await web.join("Vườn Đào Ngạn");
  storyId = await tell(web.services, grower.id, "vải thiều lục ngạn giá 35k/kg, còn 2 tấn");
  photos = [];
  for (const blue of [0, 90, 180]) {
    const picture = sharp({ create: { width: 300, height: 200, channels: 3, background: { r: 180, g: 40, b: blue } } });
    photos.push(await addPhoto(web.services, grower.id, storyId, new Uint8Array(await picture.jpeg().toBuffer())));
  }
}, 60_000);
afterAll(() => web.close());

const read = async (path: string) => (await web.ask("GET", path, { key: grower.key })).text;
const addresses = () => photos.map((photo) => ORIGIN + photoPath(photo, "large"));

test("the photos go along in each file, the first as the picture of the product, and none is said to be missing", async () => {
  const xml = await read("/v1/exports/merchant.xml?lang=en");
  expect(XMLValidator.validate(xml)).toBe(true);
  const itemSchema = z.object({ "g:image_link": z.url(), "g:additional_image_link": z.array(z.url()).max(10) });
  const feedSchema = z.object({ rss: z.object({ channel: z.object({ item: itemSchema }) }) });
  const { item } = feedSchema.parse(new XMLParser().parse(xml)).rss.channel;
  expect([item["g:image_link"], ...item["g:additional_image_link"]]).toEqual(addresses());

  const rows = z
    .array(z.record(z.string(), z.string()))
    .parse(parse(await read("/v1/exports/shopify.csv?lang=en&currency=VND"), { columns: true, bom: true }));
  expect(rows.map((row) => row["Image Src"])).toEqual(addresses().slice(0, 1));

  const linked: unknown = JSON.parse(await read(`/v1/stories/${storyId}/listing.jsonld?lang=en`));
  expect(linked).toMatchObject({ image: addresses() });
  expect(vocabularyFaults(linked)).toEqual([]);
});
