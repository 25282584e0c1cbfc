import { crc32, deflateSync } from "node:zlib";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestApp, type TestAccount, type TestApp } from "../web/test-app.ts";

let web: TestApp;
let grower: TestAccount;
let storyId: string;
beforeAll(async () => {
  web = await createTestApp();
  grower = await web.join("grower");
}, 60_000);
afterAll(() => web.close());

const newStory = async (): Promise<string> =>
  String((await web.ask("POST", "/v1/stories", { key: grower.key, body: { notes: "vải thiều" } })).json.id);
const answerSchema = z.object({
  id: z.string().default(""),
  width: z.number().default(0),
  height: z.number().default(0),
  code: z.string().optional(),
  links: z.object({ large: z.string(), small: z.string() }).default({ large: "", small: "" }),
});
type Sent = { status: number; json: z.infer<typeof answerSchema> };
async function send(story: string, bytes: Uint8Array<ArrayBuffer>, type = "image/jpeg"): Promise<Sent> {
  const init = { method: "POST", headers: { authorization: `Bearer ${grower.key}`, "content-type": type }, body: bytes };
  const answer = await web.app.request(`/v1/stories/${story}/photos`, init);
  return { status: answer.status, json: answerSchema.parse(await answer.json()) };
}
async function read(path: string): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
  const answer = await web.app.request(path);
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
}
const field = (width: number, height: number, red = 40): Sharp =>
  sharp({ create: { width, height, channels: 3, background: { r: red, g: 120, b: 60 } } });
const bytesOf = async (picture: Sharp) => new Uint8Array(await picture.toBuffer());

/** As a phone leaves it: on its side, with the place, the camera and a name inside. */
const fromPhone = () =>
  bytesOf(
    field(2_400, 1_200)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExifMerge({
        IFD0: { Make: "SECRET-PHONE", Artist: "<script>window.ran=1</script>" },
        IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 22/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "106/1 35/1 0/1" },
      }),
  );

test("a phone's photo is served upright in two sizes, with nothing of the place, the camera or the name left inside", async () => {
  storyId = await newStory();
  const photo = await fromPhone();
  expect((await sharp(photo).metadata()).exif?.includes("SECRET-PHONE")).toBe(true);
  const { status, json } = await send(storyId, photo);
  expect([status, json.width, json.height]).toEqual([201, 800, 1_600]);
  for (const [path, height] of [
    [json.links.large, 1_600],
    [json.links.small, 480],
  ] as const) {
    const { headers, bytes } = await read(path);
    const seen = await sharp(bytes).metadata();
    expect(seen).toMatchObject({ format: "webp", height, width: height / 2 });
    expect([seen.exif, seen.xmp, seen.iptc, seen.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    for (const trace of ["SECRET", "script", "Exif", "GPS"]) expect(bytes.includes(trace), trace).toBe(false);
    expect(headers.get("content-type")).toBe("image/webp");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  }
});

test("the same bytes are the same photo, also twenty times at once, and a ninth other one is refused", async () => {
  const story = await newStory();
  const photo = await bytesOf(field(300, 200).jpeg());
  const sent = await Promise.all(Array.from({ length: 20 }, () => send(story, photo)));
  expect(new Set(sent.map(({ json }) => json.id)).size).toBe(1);
  const others = await Promise.all(
    Array.from({ length: 10 }, async (_, at) => send(story, await bytesOf(field(300, 200, at * 20).png()), "image/png")),
  );
  expect([201, 409].map((status) => others.filter((each) => each.status === status).length)).toEqual([7, 3]);
  expect((await send(story, photo)).status).toBe(201);
  const { json } = await web.ask("GET", `/v1/stories/${story}/photos`, { key: grower.key });
  expect(json.items).toHaveLength(8);
});

test.each(["jpeg", "png", "webp", "avif"] as const)("%s is taken, however it is called; transparent parts become white", async (format) => {
  const story = await newStory();
  const clear = sharp({ create: { width: 64, height: 64, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
  const { status, json } = await send(story, await bytesOf(clear.toFormat(format)), "image/png");
  expect([status, json.width]).toEqual([201, 64]);
  const [pixel] = await sharp((await read(json.links.large)).bytes)
    .raw()
    .toBuffer();
  expect(pixel).toBeGreaterThan(format === "jpeg" ? -1 : 250);
});

/** A PNG of so many pixels, all of one colour: a few hundred kilobytes that unpack to gigabytes. */
function bomb(side: number): Uint8Array<ArrayBuffer> {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    size.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([1, 0], 8);
  const rows = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))));
  return new Uint8Array(
    Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))]),
  );
}

test.each<[string, () => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>]>([
  ["a bomb of 400 million pixels", () => bomb(20_000)],
  [
    "an SVG, which could load others",
    () => text(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>`),
  ],
  ["a page that calls itself a picture", () => text("<script>window.ran=1</script>")],
  ["a GIF", async () => bytesOf(field(10, 10).gif())],
  ["a JPEG cut off on the way", async () => (await bytesOf(field(900, 900).jpeg())).slice(0, 2_000)],
  ["a picture's beginning and nothing else", () => new Uint8Array([0xff, 0xd8, 0xff])],
  ["nothing", () => new Uint8Array()],
])("%s is refused, and the reason is in the caller's language", async (_, make) => {
  const { status, json } = await send(await newStory(), await make());
  expect([status, json.code]).toEqual([422, "photo_unreadable"]);
});

test("a body of 10 MiB and a little is too large, and JSON is no picture", async () => {
  const story = await newStory();
  const { status, json } = await send(story, new Uint8Array(10 * 1024 * 1024 + 1).fill(0xff));
  expect([status, json.code]).toEqual([413, "body_too_large"]);
  expect((await send(story, new Uint8Array(12 * 1024 * 1024))).status).toBe(413);
  expect((await send(story, text("{}"), "application/json")).status).toBe(415);
  expect((await web.ask("POST", "/v1/stories", { key: grower.key, body: { notes: "x".repeat(300_000) } })).status).toBe(413);
});

test("a photo taken off is gone, and a name that is none is nothing", async () => {
  const story = await newStory();
  const { json } = await send(story, await bytesOf(field(100, 100, 7).jpeg()));
  const stranger = await web.join("stranger");
  const at = `/v1/stories/${story}/photos/${json.id}`;
  expect((await web.ask("DELETE", at, { key: stranger.key })).json.code).toBe("story_not_found");
  expect((await read(json.links.large)).status).toBe(200);
  expect((await web.ask("DELETE", at, { key: grower.key })).status).toBe(204);
  expect((await web.ask("DELETE", at, { key: grower.key })).json.code).toBe("photo_not_found");
  for (const path of [json.links.large, "/photos/ph_none-large.webp", `/photos/${json.id}-huge.webp`, "/photos/..%2f..%2fpackage.json"])
    expect((await read(path)).status, path).toBe(404);
});

function text(words: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(words);
}
