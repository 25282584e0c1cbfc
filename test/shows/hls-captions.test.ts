import { sql } from "#database/drizzle.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { readRecord } from "#shows/read-record.ts";
import { createTestApp, type TestAccount, type TestApp } from "../web/test-app.ts";

let web: TestApp;
let grower: TestAccount;
beforeAll(async () => {
  web = await createTestApp();
  grower = await web.join("grower");
}, 60_000);
afterAll(() => web.close());

/** A show that has been on for so long, and where its captions are. */
async function openShow(ageSeconds: number): Promise<{ id: string; captions: string }> {
  const { json } = await web.ask("POST", "/v1/shows", { key: grower.key, body: { title: "Lychees" } });
  const id = String(json["id"]);
  await web.services.database.db.execute(
    sql`update farmcast.shows set created_at = now() - make_interval(secs => ${ageSeconds}) where id = ${id}`,
  );
  const links = JSON.stringify(json["links"]);
  return { id, captions: /"captions":"https?:\/\/[^/]+([^"]+)"/.exec(links)?.[1] ?? "" };
}
const say = (show: string, id: string, text: string, startMs: number, endMs: number) =>
  web.ask("POST", `/v1/shows/${show}/segments`, { key: grower.key, body: { id, text, final: true, startMs, endMs } });

/** What a player reads of a playlist. */
function readPlaylist(text: string) {
  const lines = text.trimEnd().split("\n");
  const value = (tag: string) => lines.find((line) => line.startsWith(`#${tag}:`))?.slice(tag.length + 2);
  return {
    first: Number(value("EXT-X-MEDIA-SEQUENCE")),
    target: Number(value("EXT-X-TARGETDURATION")),
    durations: lines.filter((line) => line.startsWith("#EXTINF:")).map((line) => Number.parseFloat(line.slice("#EXTINF:".length))),
    urls: lines.filter((line) => !line.startsWith("#")),
    ended: lines.at(-1) === "#EXT-X-ENDLIST",
    head: lines[0],
  };
}

test("a live playlist names the last ten whole segments whose translations had their time, and needs no key", async () => {
  const { captions } = await openShow(125);
  const answer = await web.ask("GET", `${captions}.m3u8?lang=en&mpegts=900000`);
  expect([answer.status, answer.headers.get("content-type"), answer.headers.get("access-control-allow-origin")]).toEqual([
    200,
    "application/vnd.apple.mpegurl",
    "*",
  ]);
  const playlist = readPlaylist(answer.text);
  expect(playlist).toMatchObject({ head: "#EXTM3U", first: 10, target: 6, ended: false });
  expect(playlist.durations).toEqual(Array.from({ length: 10 }, () => 6));
  expect(playlist.urls[0]).toBe("captions/10.vtt?lang=en&mpegts=900000");
});

test("each segment holds what is on the screen in its six seconds, and an empty one is a file all the same", async () => {
  const { id, captions } = await openShow(60);
  await say(id, "s1", "em chào cả nhà & mọi người <3", 1_000, 3_000);
  await say(id, "s2", "hôm nay em hái vải từ sớm", 5_000, 8_000);
  const segment = async (index: number) => (await web.ask("GET", `${captions}/${index}.vtt?lang=vi`)).text;
  const [first, second, third] = [await segment(0), await segment(1), await segment(2)];
  expect(first).toMatch(/^WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00\.000\n\n/);
  expect(first).toContain("00:00:01.000 --> ");
  expect(first).toContain("em chào cả nhà &amp; mọi người &lt;3");
  expect(first).toContain("hôm nay em hái vải từ sớm");
  expect(second).toContain("hôm nay em hái vải từ sớm");
  expect(second).not.toContain("em chào cả nhà");
  expect(third.trimEnd()).toBe("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000");
});

test("in the sixth hour a player costs no more than in the first: its playlist reads no captions, a segment only those around it", async () => {
  const { id, captions } = await openShow(6 * 3_600);
  await web.services.database.db.execute(sql`
    insert into farmcast.cues (show_id, language, seq, cue, rev, text, lines, status, provenance, start_ms, end_ms, latency_ms)
    select ${id}, 'en', n, 'cu_' || n, 1, 'Sentence ' || n, jsonb_build_array('Sentence ' || n), 'final', 'machine', n * 2000, n * 2000 + 1900, 9
    from generate_series(1, 10800) n`);
  const timed = async <Value>(run: () => Promise<Value>): Promise<[number, Value]> => {
    const startMs = performance.now();
    const value = await run();
    return [performance.now() - startMs, value];
  };
  const spent = vi.spyOn(web.services.database.db, "execute");
  expect(readPlaylist((await web.ask("GET", `${captions}.m3u8?lang=en`)).text)).toMatchObject({ first: 3_589, ended: false });
  expect(spent.mock.calls).toEqual([]);
  spent.mockRestore();
  const [firstMs, { text }] = await timed(() => web.ask("GET", `${captions}/3597.vtt?lang=en`));
  const [nextMs] = await timed(() => web.ask("GET", `${captions}/3596.vtt?lang=en`));
  expect(text.match(/Sentence \d+/g)).toEqual(["Sentence 10791", "Sentence 10792", "Sentence 10793"]);
  const [recordMs] = await timed(() => readRecord(web.services, id, "en"));
  expect(Math.min(firstMs, nextMs)).toBeLessThan(recordMs / 2);
});

test("a retracted caption is in no segment, and a show that is over lists them all", async () => {
  const { id, captions } = await openShow(90);
  const { json } = await say(id, "s1", "em nói nhầm rồi", 1_000, 3_000);
  await web.ask("DELETE", `/v1/shows/${id}/cues/${String(json["cueId"])}`, { key: grower.key });
  await web.ask("POST", `/v1/shows/${id}/end`, { key: grower.key });
  expect((await web.ask("GET", `${captions}/0.vtt?lang=vi`)).text).not.toContain("nhầm");
  const playlist = readPlaylist((await web.ask("GET", `${captions}.m3u8?lang=vi`)).text);
  expect(playlist).toMatchObject({ first: 0, ended: true });
  expect(playlist.urls).toHaveLength(16);
});

test.each(["captions.m3u8", "captions/0.vtt"])(
  "%s says nothing to a token that is not one, nor of a language the show has not",
  async (path) => {
    expect((await web.ask("GET", `/v1/live/sh_x.captions.1.9.x/${path}`)).json["code"]).toBe("stream_token_refused");
    const { captions } = await openShow(10);
    expect((await web.ask("GET", captions.replace(/captions$/, path.replace("0.vtt", "x.vtt")) + "?lang=fr")).status).toBeGreaterThan(399);
  },
);
