import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createKey } from "#access/create-key.ts";
import { eq } from "#database/drizzle.ts";
import { showTokens, tokenReservations, tokenUsage } from "#database/schema.ts";
import { endShow } from "#shows/end-show.ts";
import { openShow } from "#shows/open-show.ts";
import { showBudget } from "#shows/show-budget.ts";
import { saySegment } from "#shows/say-segment.ts";
import { readRecord } from "#shows/read-record.ts";
import { sayAudio } from "#shows/say-audio.ts";
import { connectTranscriber } from "#models/connect-transcriber.ts";
import type { Services } from "#services.ts";
import { createApp } from "#web/app.ts";
import { startModelServer, type ModelServer } from "../support/model-server.ts";
import { openTestShow, SCRIPT, type ShowStage } from "./show-fixture.ts";

const GLOSSARY = [{ vi: "vải thiều u hồng" }, { vi: "anh Tám Lúa" }, { vi: "hợp tác xã Hồng Giang" }];
const SOUND = Uint8Array.from({ length: 3_000 }, (_, at) => at % 256);
let vendor: ModelServer;
let stage: ShowStage;
beforeAll(async () => {
  vendor = await startModelServer();
  const env = {
    TRANSCRIPTION_MODEL: "whisper-large-v3",
    OPENAI_BASE_URL: vendor.openaiUrl,
    OPENAI_API_KEY: "sk-test",
    DAILY_TOKENS: "100000",
  };
  stage = await openTestShow({ env }, { glossary: GLOSSARY });
});
afterEach(() => {
  vendor.transcriptions.length = 0;
});
afterAll(async () => {
  await stage.services.close();
  await vendor.close();
});

const hear = (id: string, mediaType = "audio/webm") =>
  sayAudio(stage.services, stage.accountId, stage.show.id, { id, bytes: SOUND, mediaType });

test("a sentence as sound goes out whole with the show's names as the hint, and is said in every language", async () => {
  vendor.hear(() => ({ text: " giá hôm nay 38 nghìn một cân nhé cả nhà " }));
  const heard = await hear("a1");
  expect(heard).toMatchObject({ segmentId: "a1", text: "giá hôm nay 38 nghìn một cân nhé cả nhà" });
  const [asked] = vendor.transcriptions;
  expect(asked).toMatchObject({ model: "whisper-large-v3", language: "vi", file: { name: "speech.webm", type: "audio/webm" } });
  expect(asked?.file.bytes).toEqual(SOUND);
  expect(asked?.headers.authorization).toBe("Bearer sk-test");
  expect(asked?.prompt).toMatch(/^hợp tác xã Hồng Giang, anh Tám Lúa, vải thiều u hồng, vải\b/);
  const record = await readRecord(stage.services, stage.show.id, "en", { cue: heard.cueId ?? "" });
  expect(record).toMatchObject([{ text: "Today's price is 38,000 dong per kilo.", provenance: "script" }]);
});

test("the same sentence sent again is not heard again", async () => {
  vendor.hear(() => ({ text: "em chào cả nhà mình ạ" }));
  const first = await hear("twice");
  expect(await hear("twice")).toEqual(first);
  expect(vendor.transcriptions).toHaveLength(1);
});

test.each([
  ["silence", ""],
  ["music", "[âm nhạc]"],
  ["a plea of another channel", "Hãy subscribe cho kênh Ghiền Mì Gõ để không bỏ lỡ những video hấp dẫn"],
  ["the hint given back", "Hợp tác xã Hồng Giang, anh Tám Lúa, vải thiều u hồng."],
])("what is heard in %s makes no caption", async (name, text) => {
  vendor.hear(() => ({ text }));
  expect(await hear(`noise-${name}`)).toMatchObject({ cueId: null, dropped: "noise" });
});

test("a name of the hint that is said is kept", async () => {
  vendor.hear(() => ({ text: "vải thiều u hồng đây cả nhà" }));
  expect((await hear("kept")).cueId).not.toBeNull();
});

test.each([
  ["overloaded", { status: 500 }, "transcription_failed"],
  ["asking to wait", { status: 429, headers: { "retry-after": "7" } }, "transcription_failed"],
  ["cut off", { reset: true }, "transcription_failed"],
  ["refusing the key", { status: 401 }, "transcription_failed"],
  ["without that model", { status: 404 }, "transcription_failed"],
  ["unable to read the sound", { status: 400, error: "invalid_request_error" }, "audio_unreadable"],
])("a service %s is told as such, and the next sentence is heard", async (name, reply, code) => {
  vendor.answerNext(reply);
  vendor.hear(() => ({ text: "câu sau vẫn nghe được bình thường" }));
  const refused = await hear(`${name}-1`).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code });
  if (name === "asking to wait") expect(refused).toMatchObject({ facts: { retryAfterSeconds: 7 } });
  expect((await hear(`${name}-2`)).cueId).not.toBeNull();
});

test("a model without a key or an address of one's own is refused at the start", () => {
  const { database } = stage.services;
  const config = { transcriptionModel: "whisper-1", dailyTokens: 1, showTokens: 1 };
  expect(() => connectTranscriber(config, database)).toThrow(/needs OPENAI_API_KEY or OPENAI_BASE_URL/);
  expect(connectTranscriber({ dailyTokens: 1, showTokens: 1 }, database)).toBeUndefined();
});

test("what is heard is paid from the account's day, and with nothing left it is not heard", async () => {
  const { db } = stage.services.database;
  const used = async () => (await db.select().from(tokenUsage)).reduce((sum, row) => sum + row.used, 0);
  const before = await used();
  vendor.hear(() => ({ text: "ba giây âm thanh" }));
  await hear("paid");
  await expect.poll(async () => (await used()) - before).toBe(30);
  await db.update(tokenUsage).set({ used: 99_990 });
  await expect(hear("unpaid")).rejects.toMatchObject({ code: "budget_spent" });
  await db.update(tokenUsage).set({ used: 0 });
});

/** A minute of 8 kHz speech in sixteen bits. */
function minuteOfWav(): Uint8Array {
  const bytes = new Uint8Array(44 + 60 * 16_000);
  new DataView(bytes.buffer).setUint32(28, 16_000, true);
  return bytes;
}

test.each([
  ["the tokens the endpoint tells", { usage: { type: "tokens", input_tokens: 70, output_tokens: 12, total_tokens: 82 } }, SOUND, 82],
  ["the seconds it tells", { usage: { type: "duration", seconds: 4.2 } }, SOUND, 42],
  ["the sound's size where it tells nothing", { usage: null }, new Uint8Array(20_000), 50],
  [
    "the sound's size where it tells no number",
    { usage: { type: "tokens", input_tokens: -1, output_tokens: "two" } },
    new Uint8Array(20_000),
    50,
  ],
  ["what a WAV file says of itself", { usage: null }, minuteOfWav(), 601],
])("a show's budget pays for its sound, by %s", async (name, reply, bytes, tokens) => {
  const { services, accountId } = stage;
  const show = await openShow(services, accountId, { title: "x" });
  vendor.hear(() => ({ text: "em cắt thử một trái cho mọi người coi", ...reply }));
  const mediaType = bytes.length > 100_000 ? "audio/wav" : "audio/webm";
  const heard = await sayAudio(services, accountId, show.id, { id: name, bytes, mediaType });
  expect(heard).toMatchObject({ cueId: expect.any(String), hears: true });
  expect(await showBudget(services, accountId, show.id)).toMatchObject({ used: tokens, spent: false, hears: true });
});

test("once a show's budget is spent no sound of it is sent, and it is told before; words go on, and another show is heard", async () => {
  const { services, accountId } = stage;
  const limit = services.config.showTokens;
  const show = await openShow(services, accountId, { title: "x" });
  vendor.hear(() => ({ text: "mẻ này em mới hái hồi sáng sớm" }));
  const sound = (id: string, showId = show.id) => sayAudio(services, accountId, showId, { id, bytes: SOUND, mediaType: "audio/webm" });
  await services.database.db.insert(showTokens).values({ showId: show.id, used: limit - 2_000 });
  // Told while what is in the air is heard still.
  expect(await sound("almost")).toMatchObject({ cueId: expect.any(String), hears: false });
  await services.database.db.update(showTokens).set({ used: limit }).where(eq(showTokens.showId, show.id));
  await expect(sound("over")).rejects.toMatchObject({ code: "show_budget_spent" });
  expect(vendor.transcriptions).toHaveLength(1);
  expect(await showBudget(services, accountId, show.id)).toMatchObject({ used: limit, spent: true, hears: false });
  expect(await sound("almost")).toMatchObject({ cueId: expect.any(String), hears: false });
  expect(await saySegment(services, accountId, show.id, { id: "typed", text: "em gõ câu này", final: true })).toMatchObject({
    cueId: expect.any(String),
  });
  const other = await openShow(services, accountId, { title: "y" });
  expect(await sound("over", other.id)).toMatchObject({ cueId: expect.any(String), hears: true });
});

test.each([
  ["of seconds that are none", { type: "duration", seconds: "three" }],
  ["of tokens without their number", { type: "tokens" }],
  ["of less than nothing", { type: "tokens", input_tokens: -5000, output_tokens: 2 }],
])("a server's count %s costs no sentence", async (name, usage) => {
  vendor.hear(() => ({ text: `dạ em đang cân thử mẻ ${name} đây`, usage }));
  expect((await hear(name)).cueId).not.toBeNull();
  await expect.poll(() => stage.services.database.db.select().from(tokenReservations)).toEqual([]);
  const [day] = await stage.services.database.db.select().from(tokenUsage).where(eq(tokenUsage.accountId, stage.accountId));
  expect(day?.used).toBeGreaterThanOrEqual(0);
});

test("while another device holds the microphone nothing is heard from this one, and nothing paid", async () => {
  const { services, accountId } = stage;
  const show = await openShow(services, accountId, { title: "x" });
  vendor.hear(() => ({ text: "em đang nói ở máy này" }));
  const sound = (id: string, device: string) =>
    sayAudio(services, accountId, show.id, { id, bytes: SOUND, mediaType: "audio/webm", device });
  expect((await sound("one", "phone")).cueId).not.toBeNull();
  await expect(sound("two", "laptop")).rejects.toMatchObject({ code: "mic_taken" });
  expect(vendor.transcriptions).toHaveLength(1);
});

test("a show that is over hears nothing, another account's is not there", async () => {
  const over = await openShow(stage.services, stage.accountId, { title: "x", script: SCRIPT });
  await endShow(stage.services, stage.accountId, over.id);
  const sound = { id: "s", bytes: SOUND, mediaType: "audio/wav" };
  await expect(sayAudio(stage.services, stage.accountId, over.id, sound)).rejects.toMatchObject({ code: "show_ended" });
  await expect(sayAudio(stage.services, "ac_other", stage.show.id, sound)).rejects.toMatchObject({ code: "show_not_found" });
  expect(vendor.transcriptions).toHaveLength(0);
});

test("over HTTP: two mebibytes and no more, sound and nothing else, with a stream key, and off where nothing is set", async () => {
  const { services, accountId, show } = stage;
  const { key } = await createKey(services, accountId, { name: "device", scopes: ["stream"] });
  const send = async (served: Services, size: number, type = "audio/webm;codecs=opus") => {
    const app = createApp(served, { attach: async () => {} });
    const headers = { authorization: `Bearer ${key}`, "content-type": type, "idempotency-key": `size-${size}`, "accept-language": "en" };
    const body = new Uint8Array(size).fill(0xf7);
    return app.request(`/v1/shows/${show.id}/audio?id=http-${size}&startMs=1200`, { method: "POST", headers, body });
  };
  vendor.hear(({ file }) => ({ text: `em vừa nói ${file.bytes.length} byte` }));
  const taken = await send(services, 2 * 1024 * 1024);
  expect([taken.status, await taken.json()]).toEqual([202, expect.objectContaining({ text: "em vừa nói 2097152 byte" })]);
  const tooLarge = await send(services, 2 * 1024 * 1024 + 1);
  expect(await tooLarge.json()).toMatchObject({ status: 413, code: "body_too_large", detail: expect.stringContaining("2048") });
  expect(await (await send(services, 10, "text/plain")).json()).toMatchObject({ status: 415, code: "unsupported_media_type" });
  expect(await (await send(services, 0)).json()).toMatchObject({ status: 422, code: "audio_unreadable" });
  const off = await send({ ...services, transcriber: undefined }, 11);
  expect([off.status, off.headers.get("retry-after"), await off.json()]).toMatchObject([503, "1", { code: "transcription_off" }]);
});
