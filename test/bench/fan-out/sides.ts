import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { startService } from "../../../scripts/start-service.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { percentile, startBareServer, usageOf, type Viewers } from "./stage.ts";

const CAPTIONS = 12;
const BETWEEN_MS = 120;
const REST_MS = 4_000;
const LINE = {
  id: "l1",
  vi: "Giá hôm nay 35.000 đồng một cân.",
  en: "Today's price is 35,000 dong per kilo.",
  ja: "本日は1キロ3万5千ドンです。",
};

/** One way to bring a caption to everyone who watches. */
export type Side = { name: string; pid: number; urls: string[]; say(): Promise<void>; stop(): Promise<void> | void };
export type Round = { p50: number; p99: number; cpuMs: number; tookMs: number; deliveries: number };

/** Says a dozen captions and waits for each at every viewer who reads: delays, processor time and the time of it all in milliseconds. */
export async function play(side: Side, audience: Viewers, readers: number): Promise<Round> {
  const before = usageOf(side.pid);
  const beganAt = performance.now();
  const delays: number[] = [];
  for (let at = 0; at < CAPTIONS; at += 1) {
    const saidAt = performance.timeOrigin + performance.now();
    await side.say();
    const answer = await audience.ask({ arrivals: { expected: readers } });
    if (!("arrivals" in answer) || answer.arrivals.length !== readers)
      throw new Error(`${side.name}: not every viewer got the caption once`);
    delays.push(...answer.arrivals.map((arrivedAt) => arrivedAt - saidAt));
    await sleep(BETWEEN_MS);
  }
  const cpuMs = usageOf(side.pid).cpuMs - before.cpuMs;
  return {
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    cpuMs,
    tookMs: performance.now() - beganAt,
    deliveries: delays.length,
  };
}

/** The processor's share that a side uses with all viewers there and nobody speaking: of the quietest of three times, so that it is no more. */
export async function restOf(side: Side): Promise<number> {
  const shares = [];
  for (let time = 0; time < 3; time += 1) {
    const before = usageOf(side.pid);
    await sleep(REST_MS);
    shares.push((usageOf(side.pid).cpuMs - before.cpuMs) / REST_MS);
  }
  return Math.min(...shares);
}

export async function ourSide(mode: "embedded" | "scaled", settings: Record<string, string> = {}): Promise<Side> {
  const service = await startService({ RATE_LIMIT: "off", ...settings }, mode === "embedded" ? "all" : "web");
  const headers = { authorization: `Bearer ${service.key}`, "content-type": "application/json" };
  const post = (path: string, body: unknown) => fetch(service.url + path, { method: "POST", headers, body: JSON.stringify(body) });
  const show = z
    .object({ id: z.string(), links: z.object({ captions: z.string() }) })
    .parse(await (await post("/v1/shows", { title: "Bench", script: [LINE] })).json());
  let said = 0;
  return {
    name: `farmcast, ${mode}`,
    pid: service.pid,
    urls: LANGUAGES.map((language) => `${show.links.captions}?lang=${language}`),
    async say() {
      said += 1;
      const answer = await post(`/v1/shows/${show.id}/segments`, {
        id: `s${said}`,
        text: "giá hôm nay ba mươi lăm nghìn một cân",
        final: true,
      });
      if (answer.status !== 202) throw new Error(`answered ${answer.status}`);
    },
    stop: service.stop,
  };
}

export async function bareSide(kind: "plain" | "hono"): Promise<Side> {
  const server = await startBareServer(kind);
  const body = LANGUAGES.map((language) => {
    const cue = { cue: "cu_0123456789abcdefghjk", seq: 12, rev: 1, language, text: LINE[language], lines: [LINE[language]] };
    return `${language} ${JSON.stringify({ ...cue, status: "final", line: "l1", provenance: "script", startMs: 12_345, endMs: 14_567 })}`;
  }).join("\n");
  return {
    name: kind,
    pid: server.pid,
    urls: LANGUAGES.map((language) => `${server.url}/events?lang=${language}`),
    async say() {
      await fetch(`${server.url}/say`, { method: "POST", body });
    },
    stop: server.stop,
  };
}
