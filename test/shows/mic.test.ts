import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eq, sql } from "#database/drizzle.ts";
import { segments, shows } from "#database/schema.ts";
import { QUEUE_STORES, type QueueStore } from "../support/queue-stores.ts";
import { createTestApp, type TestAccount, type TestApp } from "../web/test-app.ts";

const records = QUEUE_STORES.filter(({ store }) => store !== "Redis");

describe.each(records)("with the records on $store", ({ available, start }) => {
  describe.skipIf(!available)("a show's microphone", () => {
    let store: QueueStore;
    let web: TestApp;
    let seller: TestAccount;
    let show: string;
    beforeAll(async () => {
      store = await start();
      web = await createTestApp(store.env);
      seller = await web.join("seller");
    }, 60_000);
    beforeEach(async () => {
      show = String((await web.ask("POST", "/v1/shows", { key: seller.key, body: { title: "Lychees" } })).json.id);
    });
    afterAll(async () => {
      await web.close();
      await store.stop();
    });

    const take = (device: string) => web.ask("POST", `/v1/shows/${show}/mic`, { key: seller.key, body: { device } });
    const say = (id: string, device?: string, headers: Record<string, string> = {}) =>
      web.ask("POST", `/v1/shows/${show}/segments`, {
        key: seller.key,
        headers,
        body: { id, text: "con mèo nhà em nó ngủ", final: true, device },
      });
    /** As if nobody had spoken for as long as the lease runs. */
    const silence = () =>
      web.services.database.db
        .update(shows)
        .set({ micUntil: sql`now() - interval '1 second'` })
        .where(eq(shows.id, show));

    test("one device holds the microphone, another is told whose it is and may not speak", async () => {
      expect((await take("phone")).json).toMatchObject({ device: "phone", yours: true });
      expect((await take("tablet")).json).toMatchObject({ device: "phone", yours: false });
      expect((await say("s1", "phone")).status).toBe(202);
      const refused = await say("s2", "tablet");
      expect(refused).toMatchObject({ status: 409, json: { code: "mic_taken" } });
      const stored = await web.services.database.db.select({ id: segments.id }).from(segments).where(eq(segments.showId, show));
      expect(stored).toEqual([{ id: "s1" }]);
    });

    test("the refusal is worded in the caller's language", async () => {
      await take("phone");
      const titles = await Promise.all(
        ["vi", "en", "ja"].map(async (language) => (await say("s1", "tablet", { "accept-language": language })).json.title),
      );
      expect(titles).toEqual(["Máy khác đang nói", "Another device is speaking", "別の端末が使用中です"]);
    });

    test("a device that falls silent loses it, and whoever speaks next has it", async () => {
      await take("phone");
      await silence();
      expect((await say("s1", "tablet")).status).toBe(202);
      expect((await take("phone")).json).toMatchObject({ device: "tablet", yours: false });
      expect((await say("s2", "phone")).status).toBe(409);
    });

    test("speaking keeps it", async () => {
      const { json } = await take("phone");
      await web.services.database.db
        .update(shows)
        .set({ micUntil: sql`now() + interval '2 seconds'` })
        .where(eq(shows.id, show));
      await say("s1", "phone");
      const kept = (await take("tablet")).json;
      expect(kept).toMatchObject({ device: "phone", yours: false });
      expect(Date.parse(String(kept.expiresAt))).toBeGreaterThanOrEqual(Date.parse(String(json.expiresAt)));
    });

    test("of many devices that speak at once one gets through, and keeps getting through", async () => {
      const devices = Array.from({ length: 12 }, (_, index) => `device-${index}`);
      const first = await Promise.all(devices.map((device) => say(`a-${device}`, device)));
      const winner = devices[first.findIndex(({ status }) => status === 202)];
      expect(first.filter(({ status }) => status === 202)).toHaveLength(1);
      const again = await Promise.all(devices.map((device) => say(`b-${device}`, device)));
      expect(again.map(({ status }, index) => [devices[index], status])).toEqual(
        devices.map((device) => [device, device === winner ? 202 : 409]),
      );
    });

    test("what is typed, without a device, is nobody's microphone", async () => {
      await take("phone");
      expect((await say("s1")).status).toBe(202);
      expect((await take("tablet")).json).toMatchObject({ device: "phone" });
    });

    test("a sentence sent again keeps its answer when the microphone has gone to another", async () => {
      const { json } = await say("s1", "phone");
      await silence();
      await take("tablet");
      expect(await say("s1", "phone")).toMatchObject({ status: 202, json });
    });

    test("an ended show has no microphone to take", async () => {
      await web.ask("POST", `/v1/shows/${show}/end`, { key: seller.key });
      expect(await take("phone")).toMatchObject({ status: 409, json: { code: "show_ended" } });
      expect(await say("s1", "phone")).toMatchObject({ status: 409, json: { code: "show_ended" } });
    });
  });
});
