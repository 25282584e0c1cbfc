import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";
import { OWNER_ACCOUNT_ID } from "#access/caller.ts";
import { correctCue } from "#shows/correct-cue.ts";
import { retractCue } from "#shows/retract-cue.ts";
import type { Show } from "#shows/show.ts";
import { findChromium } from "../support/browser.ts";
import { freePort } from "../support/free-port.ts";
import { startObs } from "../support/obs-server.ts";
import { setPageStage, type PageStage } from "./page-stage.ts";

const PASSWORD = "vịt bầu 7 lá & sả";
const SCRIPT = [
  {
    id: "gate",
    vi: "Lò mật nhà em nhóm bếp từ bốn giờ sáng.",
    en: "Our syrup kitchen lights its fire at four.",
    ja: "うちの製糖場は朝4時に火を入れます。",
  },
  {
    id: "jar",
    vi: "Hũ mật mía 500 gam giá 45 nghìn một hũ.",
    en: "A 500 gram jar of cane syrup is 45,000 dong.",
    ja: "黒蜜は500グラム1瓶45,000ドンです。",
  },
];

// Most of it is waiting for OBS or for what must not come: pages and OBSes wait side by side, and each test asserts by an
// `expect` of its own.
const SIDE_BY_SIDE = { timeout: 60_000, concurrent: true };
describe.skipIf(findChromium() === undefined && process.env["CI"] !== "true")("captions inside OBS's stream", SIDE_BY_SIDE, () => {
  let stage: PageStage;
  const running: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    stage = await setPageStage();
  }, 60_000);
  afterAll(async () => {
    await Promise.all(running.map((one) => one.close()));
    await stage?.close();
  });

  const obsOf = async (options: Parameters<typeof startObs>[0] = {}) => {
    const obs = await startObs({ password: PASSWORD, ...options });
    running.push(obs);
    return obs;
  };
  const open = async (show: Show): Promise<Page> => {
    const context = await stage.signedIn({ viewport: { width: 1280, height: 900 } });
    running.push(context);
    const page = await context.newPage();
    await page.goto(`/shows/${show.id}?lang=vi`);
    await page.locator("#line-state[data-state=live]").waitFor();
    return page;
  };
  const turnOn = async (
    page: Page,
    { address, password = PASSWORD, language = "en" }: { address: string; password?: string; language?: string },
  ) => {
    await page.selectOption("#obs-language", language);
    await page.fill("#obs-address", address);
    await page.fill("#obs-password", password);
    await page.click("#obs-switch");
  };
  const stateIs = (page: Page, state: string, words: string) =>
    page.locator(`#obs-state[data-state=${state}]`, { hasText: words }).waitFor();

  test("finals of one language go in, interims do not, and the password goes nowhere", async ({ expect }) => {
    const obs = await obsOf();
    const show = await stage.openShow({ script: SCRIPT });
    const page = await open(show);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(`${request.url()} ${request.postData() ?? ""} ${JSON.stringify(request.headers())}`));
    expect(
      await page.locator("#obs-language option").evaluateAll((options) => options.map((option) => option.getAttribute("value"))),
    ).toEqual(["vi", "en"]);
    await turnOn(page, obs);
    await stateIs(page, "live", "phụ đề đang vào luồng");
    await stage.say(show, "lò mật nhà em nhóm", { id: "one", final: false });
    await stage.say(show, "lò mật nhà em nhóm bếp từ bốn giờ sáng", { id: "one" });
    // What was said leaves in its time.
    const said = () => obs.texts().filter((text) => text !== "");
    await expect.poll(said).toEqual(["Our syrup kitchen lights\nits fire at four."]);
    await stage.say(show, "hũ mật mía năm trăm gam giá bốn mươi lăm nghìn một hũ");
    await expect.poll(said).toHaveLength(2);
    expect(said()[1]?.replace("\n", " ")).toBe("A 500 gram jar of cane syrup is 45,000 dong.");
    await page.reload();
    await stateIs(page, "live", "OBS đang phát");
    // A page that goes leaves nothing on air, and one that comes does not say again what was said.
    expect(said()).toHaveLength(2);
    expect(obs.texts().slice(obs.texts().lastIndexOf(said()[1] ?? "") + 1)).toEqual([""]);
    const told = [...asked, ...obs.received].map((text) => [text, decodeURIComponent(text.replaceAll(/%(?![\da-f]{2})/gi, "%25"))]).flat();
    for (const text of told) expect(text).not.toContain("vịt bầu");
  });

  test("Vietnamese goes in without its marks, cut into screens; what is corrected at once goes in anew, what is taken back leaves", async ({
    expect,
  }) => {
    const obs = await obsOf();
    const show = await stage.openShow({ languages: ["vi"] });
    const page = await open(show);
    await turnOn(page, { address: obs.address.replace("127.0.0.1", "localhost"), language: "vi" });
    await stateIs(page, "live", "OBS đang phát");
    const long =
      "Mật mía nhà em nấu bằng chảo gang, củi nhãn đun liền tám tiếng, khuấy tay cho tới khi sánh lại rồi mới rót ra từng hũ 500 gam để nguội qua đêm.";
    await stage.say(show, "Mật mía nhà em nấu bằng", { id: "long", final: false });
    await page.locator("#now-vi", { hasText: "Mật mía" }).waitFor({ state: "attached" });
    expect(obs.texts()).toEqual([]);
    const id = await stage.say(show, long, { id: "long" });
    // The last one leaves in its time.
    const screens = () => obs.texts().slice(0, 3);
    await expect.poll(screens, { timeout: 20_000 }).toHaveLength(3);
    expect(screens()[0]).toMatch(/^Mat mia nha em nau bang chao\s/);
    expect(screens().join(" ").replaceAll("\n", " ")).toMatch(/sanh lai .* 500 gam .* qua dem\.$/);
    for (const screen of screens()) for (const line of screen.split("\n")) expect(line).toMatch(/^[ -~]{1,32}$/);
    const [{ atMs: began } = { atMs: 0 }, , { atMs: ended } = { atMs: 0 }] = obs.captions;
    expect(ended - began).toBeGreaterThan(2_000);
    const next = await stage.say(show, "Hũ này còn 12 cái");
    await expect.poll(() => obs.texts().join()).toContain("Hu nay con 12 cai");
    await correctCue(stage.services, OWNER_ACCOUNT_ID, show.id, next, { language: "vi", text: "Hũ này còn 20 cái" });
    await expect.poll(() => obs.texts().at(-1)).toContain("Hu nay con 20 cai");
    await retractCue(stage.services, OWNER_ACCOUNT_ID, show.id, next);
    await expect.poll(() => obs.texts().at(-1)).toBe("");
    await retractCue(stage.services, OWNER_ACCOUNT_ID, show.id, id);
  });

  test("a wrong password is said, nothing is tried again with it, and the right one goes on from there", async ({ expect }) => {
    const obs = await obsOf();
    const page = await open(await stage.openShow());
    for (const password of ["sai rồi", ""]) {
      await turnOn(page, { ...obs, password });
      await stateIs(page, "password", "Mật khẩu OBS không đúng");
      expect(await page.isEnabled("#obs-password")).toBe(true);
      await page.waitForTimeout(2_500);
      expect(obs.lines()).toBe(0);
      await page.reload();
      expect(await page.inputValue("#obs-password")).toBe("");
    }
    await turnOn(page, obs);
    await stateIs(page, "live", "OBS đang phát");
    expect(obs.received.filter((text) => text.includes('"authentication"'))).toHaveLength(2);
  });

  test("OBS that is not there yet, does not stream yet or goes away is said, and captions go in once it is there", async ({ expect }) => {
    const port = await freePort();
    const show = await stage.openShow({ script: SCRIPT });
    const page = await open(show);
    await turnOn(page, { address: `ws://127.0.0.1:${port}`, password: "" });
    await stateIs(page, "lost", "Chưa nối được với OBS, đang thử lại");
    await stage.say(show, "câu này không ai ghi lại");
    const obs = await startObs({ port, isStreaming: false, unready: 1 });
    await stateIs(page, "idle", "OBS chưa phát");
    await stage.say(show, SCRIPT[0]?.vi ?? "");
    await page.locator("#now-en", { hasText: "at four" }).waitFor({ state: "attached" });
    obs.stream(true);
    await stateIs(page, "live", "OBS đang phát");
    // What was said before OBS streamed is past.
    expect(obs.texts()).toEqual([]);
    await stage.say(show, SCRIPT[1]?.vi ?? "");
    await expect.poll(() => obs.texts().join(" "), { timeout: 15_000 }).toContain("45,000 dong");
    obs.stream(false);
    await stateIs(page, "idle", "OBS chưa phát");
    await obs.close();
    await stateIs(page, "lost", "đang thử lại");
    const again = await obsOf({ port });
    await page.click("#obs-switch");
    expect(await page.textContent("#obs-state")).toBe("CC đang tắt.");
    await page.fill("#obs-password", PASSWORD);
    await page.click("#obs-switch");
    await stateIs(page, "live", "OBS đang phát");
    again.kick();
    await stateIs(page, "kicked", "OBS đã ngắt kết nối này");
    await page.waitForTimeout(2_500);
    expect(again.lines()).toBe(0);
  });

  test("a page behind OBS's window goes on, one loaded anew goes on, and a second one does not send all of it twice", async ({
    expect,
  }) => {
    const obs = await obsOf();
    const show = await stage.openShow({ script: SCRIPT });
    const page = await open(show);
    await turnOn(page, obs);
    await stateIs(page, "live", "OBS đang phát");
    await page.evaluate(
      `Object.defineProperty(document, "hidden", { get: () => true }); document.dispatchEvent(new Event("visibilitychange"))`,
    );
    await stage.say(show, SCRIPT[0]?.vi ?? "");
    await expect.poll(obs.texts).toHaveLength(1);
    const other = await page.context().newPage();
    await other.goto(`/shows/${show.id}?lang=vi`);
    await other.locator("#line-state[data-state=live]").waitFor();
    expect(await other.textContent("#obs-state")).toBe("CC đang tắt.");
    expect(await other.inputValue("#obs-password")).toBe("");
    expect(await other.inputValue("#obs-address")).toBe(obs.address);
    expect(obs.lines()).toBe(1);
    await page.click("#obs-switch");
    await expect.poll(obs.lines).toBe(0);
    await page.reload();
    await page.locator("#line-state[data-state=live]").waitFor();
    expect(await page.textContent("#obs-state")).toBe("CC đang tắt.");
  });

  test("only OBS on this computer can be named, and only this page may speak to it", async ({ expect }) => {
    const show = await stage.openShow();
    const page = await open(show);
    for (const address of ["ws://192.168.1.7:4455", "wss://127.0.0.1:4455", "ws://127.0.0.1.example.com:4455", "127.0.0.1"]) {
      await turnOn(page, { address });
      await stateIs(page, "address", "Chỉ nối được với OBS trên chính máy này");
    }
    const policyOf = (path: string) =>
      page.evaluate<string>(`fetch(${JSON.stringify(path)}).then(({ headers }) => headers.get("content-security-policy"))`);
    expect(await policyOf(`/shows/${show.id}`)).toContain("connect-src 'self' ws://127.0.0.1:* ws://localhost:*;");
    for (const path of ["/", "/design", new URL(show.links.watch).pathname, `${new URL(show.links.overlay).pathname}?lang=vi`]) {
      expect(await policyOf(path), path).toMatch(/connect-src 'self'(?:;|$)/);
    }
  });
});
