import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { readEvents } from "../../scripts/read-events.ts";
import { bar } from "../support/bar.ts";
import { startFarmcast, type FarmcastProcess } from "../support/farmcast-process.ts";
import { postgresAvailable, startPostgresServer, type PostgresServer } from "../support/postgres-server.ts";
import { redisAvailable, startRedisServer, type RedisServer } from "../support/redis-server.ts";

const LINE = {
  vi: "Na Chi Lăng ba mươi lăm nghìn một cân ạ",
  en: "Chi Lang custard apples, 35,000 dong a kilo",
  ja: "チーランの釈迦頭、1キロ3万5千ドンです",
};
/** The phrasebook has it: a worker turns it into the buyers' languages. */
const UNSCRIPTED = "Cảm ơn cả nhà nhiều ạ";
const THANKS: Record<Language, RegExp> = { vi: /^Cảm ơn/u, en: /^Thank/u, ja: /ありがとう/u };
const SENTENCES = 12;
const showSchema = z.object({ id: z.string(), links: z.object({ captions: z.string() }) });
const cueSchema = z.object({ cue: z.string(), seq: z.int(), text: z.string(), status: z.string() });

const recordSchema = z.object({ cues: z.array(z.object({ text: z.string(), lines: z.array(z.string()), provenance: z.string() })) });

describe.skipIf(!redisAvailable || !postgresAvailable)("two web processes and two workers", () => {
  let postgres: PostgresServer;
  let redis: RedisServer;
  let webs: FarmcastProcess[] = [];
  let workers: FarmcastProcess[] = [];

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([startPostgresServer(), startRedisServer()]);
    const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url };
    const first = await startFarmcast("web", env);
    webs = [first, await startFarmcast("web", env)];
    workers = await Promise.all([startFarmcast("worker", env), startFarmcast("worker", env)]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([...webs, ...workers].map((one) => one.kill()));
    await redis?.stop();
    await postgres?.stop();
  });

  it("show each viewer every sentence once and in order, whichever process they watch and whichever it was said to", async () => {
    const [here, there] = webs;
    if (here === undefined || there === undefined) throw new Error("no web process");
    const opened = await here.request("POST", "/v1/shows", { title: "Na Chi Lăng", script: [{ id: "line", ...LINE }] });
    const show = showSchema.parse(await opened.json());
    const done = new AbortController();
    const watched = webs.flatMap(({ url }) => LANGUAGES.map((language) => watch(url, show, language, done.signal)));
    const said: string[] = [];
    for (let at = 0; at < SENTENCES; at += 1) {
      // The console's phone may reach either.
      const answer = await (at % 2 === 0 ? here : there).request("POST", `/v1/shows/${show.id}/segments`, {
        id: `s${at}`,
        text: at % 3 === 2 ? UNSCRIPTED : LINE.vi.toLowerCase().replace(" ạ", ""),
        final: true,
      });
      said.push(z.object({ cueId: z.string() }).parse(await answer.json()).cueId);
    }
    const isComplete = ({ cues }: Watched) => said.every((id) => cues.some(({ cue }) => cue === id));
    await expect.poll(() => watched.every(isComplete), { timeout: bar(20_000) }).toBe(true);
    done.abort();
    for (const { language, cues } of watched) {
      const numbers = cues.map(({ seq }) => seq);
      expect(numbers, language).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
      expect(new Set(cues.map(({ cue }) => cue)), language).toEqual(new Set(said));
      const shown = (at: number) => cues.findLast(({ cue }) => cue === said[at])?.text;
      if (language !== "vi") expect(shown(0), language).toBe(LINE[language]);
      expect(shown(2), language).toMatch(THANKS[language]);
    }
    const [one, other] = webs.map(({ url }) => watched.filter((each) => each.url === url).map(({ cues }) => cues));
    expect(one).toEqual(other);
  }, 60_000);

  it("take up a term that was added through one of them with the very next sentence, and the workers do too", async () => {
    const [here, there] = webs;
    if (here === undefined || there === undefined) throw new Error("no web process");
    const opened = await here.request("POST", "/v1/shows", { title: "Rổ rá" });
    const { id } = showSchema.parse(await opened.json());
    const shown = async (language: Language) => {
      const answer = await here.request("GET", `/v1/shows/${id}/captions.json?lang=${language}`);
      return recordSchema.parse(await answer.json()).cues;
    };
    const say = (web: FarmcastProcess, name: string, text: string) =>
      web.request("POST", `/v1/shows/${id}/segments`, { id: name, text, final: true });
    const all = [here, there];
    // Each process has the show in its memory before the terms change.
    for (const [at, web] of [...all, ...all].entries()) await say(web, `before-${at}`, UNSCRIPTED);
    await expect.poll(async () => (await shown("en")).length, { timeout: bar(20_000) }).toBe(4);
    const name = "bánh tai heo Cô Sáu Xóm Chài";
    const terms = [{ vi: name }, { vi: "cảm ơn", en: "obliged", forbidden: { en: ["thank"] } }];
    const changed = await here.request("PUT", `/v1/shows/${id}/glossary`, { version: 1, terms });
    expect(changed.status).toBe(200);
    await say(there, "name", `Quê em nổi tiếng nhất món ${name} đó ạ`);
    expect((await shown("vi")).at(-1)?.lines.some((line) => line.includes(name))).toBe(true);
    for (const [at, web] of [...all, ...all].entries()) await say(web, `after-${at}`, UNSCRIPTED);
    await expect.poll(async () => (await shown("en")).length, { timeout: bar(20_000) }).toBe(9);
    const english = (await shown("en")).map(({ text }) => text);
    expect(english.slice(0, 4).every((text) => THANKS.en.test(text))).toBe(true);
    // The phrasebook's word is forbidden now, and there is no model to find another.
    expect(english.slice(5)).toEqual(Array.from({ length: 4 }, () => UNSCRIPTED));
  }, 60_000);

  it("list a correction made through the other, count it, and open the next show with it", async () => {
    const [here, there] = webs;
    if (here === undefined || there === undefined) throw new Error("no web process");
    const opened = await here.request("POST", "/v1/shows", { title: "Na Chi Lăng", script: [{ id: "line", ...LINE }] });
    const { id } = showSchema.parse(await opened.json());
    const said = await there.request("POST", `/v1/shows/${id}/segments`, { id: "s", text: LINE.vi, final: true });
    const { cueId } = z.object({ cueId: z.string() }).parse(await said.json());
    const after = "Chi Lang sugar apples, 35,000 dong a kilo";
    await here.request("PUT", `/v1/shows/${id}/cues/${cueId}`, { language: "en", text: after });
    const listed = await there.request("GET", `/v1/shows/${id}/corrections?limit=1`);
    const correction = { cue: cueId, language: "en", before: LINE.en, provenance: "script", after, line: "line", taken: false };
    expect(await listed.json()).toMatchObject({ items: [{ ...correction, said: LINE.vi }] });
    const stats = await there.request("GET", `/v1/shows/${id}/stats`);
    expect(await stats.json()).toMatchObject({ sentences: 1, script: { sentences: 1, corrected: 1, retracted: 0 } });
    expect((await there.request("PUT", `/v1/shows/${id}/corrections/${cueId}`, { taken: true })).status).toBe(204);
    const next = await here.request("POST", "/v1/shows", { title: "Na Chi Lăng", after: id });
    const { id: nextId } = showSchema.parse(await next.json());
    await there.request("POST", `/v1/shows/${nextId}/segments`, { id: "s", text: LINE.vi.toLowerCase(), final: true });
    const record = await here.request("GET", `/v1/shows/${nextId}/captions.json?lang=en`);
    expect(recordSchema.parse(await record.json()).cues).toMatchObject([{ text: after, provenance: "script" }]);
  }, 60_000);
});

type Watched = { url: string; language: Language; cues: z.infer<typeof cueSchema>[] };

/** The cues of one language as a viewer of one process gets them. */
function watch(url: string, show: z.infer<typeof showSchema>, language: Language, signal: AbortSignal): Watched {
  const cues: Watched["cues"] = [];
  const path = new URL(show.links.captions, url).pathname;
  void (async () => {
    for await (const { event, data } of readEvents(`${url}${path}?lang=${language}`, {}, signal)) {
      if (event === "cue") cues.push(cueSchema.parse(data));
      // What was said before the line was there.
      if (event === "snapshot") cues.push(...z.object({ cues: z.array(cueSchema) }).parse(data).cues);
    }
  })();
  return { url, language, cues };
}
