import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { captionChannel } from "#live/caption-channel.ts";
import { parseMessage } from "#live/caption-events.ts";
import { agreePrefix, type Hypothesis } from "#shows/agree-prefix.ts";
import type { Cue } from "#shows/cue.ts";
import { openShow } from "#shows/open-show.ts";
import { saySegment } from "#shows/say-segment.ts";
import { showInterim } from "#shows/show-interim.ts";
import { showLines } from "#shows/show-lines.ts";
import { showStats } from "#shows/show-stats.ts";
import { translateSegment } from "#shows/translate-segment.ts";
import type { Language } from "#i18n/language.ts";
import { openTestShow, SCRIPT, type ShowStage } from "./show-fixture.ts";

let stage: ShowStage;
let seen: Cue[];
beforeAll(async () => {
  stage = await openTestShow();
});
beforeEach(async () => {
  stage.show = await openShow(stage.services, stage.accountId, { title: "Lychees", script: SCRIPT });
  seen = [];
  for (const language of ["vi", "en", "ja"] as const) {
    await stage.services.bus.subscribe(captionChannel(stage.show.id, language), (message) => {
      const told = parseMessage(message);
      if ("cue" in told) seen.push(told.cue);
    });
  }
});
afterEach(() => vi.useRealTimers());
afterAll(() => stage.services.close());

const say = (id: string, text: string, final: boolean) =>
  saySegment(stage.services, stage.accountId, stage.show.id, { id, text, final, startMs: 0 });
const seenIn = (language: Language) => seen.filter((cue) => cue.language === language);

/** Ten guesses at once, as a recogniser in a hurry sends them. */
async function guess(texts: readonly string[]): Promise<void> {
  const show = await showLines(stage.services, stage.accountId, stage.show.id);
  for (const text of texts) {
    const request = { id: "s1", text, final: false };
    const said = { accountId: stage.accountId, showId: stage.show.id, cueId: "cu_1", show, request };
    showInterim(stage.services, { ...said, script: undefined, noise: false, receivedAtMs: 0, startMs: 0, endMs: 0 });
  }
}

test("of guesses that come too fast the first is shown at once and then only the last", async () => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
  const words = "em kể cho cả nhà nghe chuyện con trâu".split(" ");
  await guess(words.map((_, count) => words.slice(0, count + 1).join(" ")));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(seenIn("vi").map(({ text }) => text)).toEqual(["em", "em kể cho cả nhà nghe chuyện con trâu"]);
  await guess(["em kể cho cả nhà nghe chuyện con trâu nhà em"]);
  await vi.advanceTimersByTimeAsync(0);
  expect(seenIn("vi").at(-1)?.text).toBe("em kể cho cả nhà nghe chuyện con trâu nhà em");
});

test("a guess that waits for its turn is not shown once the final is there", async () => {
  await say("s1", "con trâu", false);
  await say("s1", "con trâu nhà em", false);
  await say("s1", "con trâu nhà em nó khôn lắm", true);
  const count = seenIn("vi").length;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(seenIn("vi")).toHaveLength(count);
  expect(seenIn("vi").at(-1)).toMatchObject({ status: "final", text: "con trâu nhà em nó khôn lắm" });
});

test("what two guesses agreed on is shown as it stands, until the final has its own words", async () => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
  for (const text of ["em ngừng", "Em ngừng bơm", "em ngưng bôm nước", "em ngưng bơm nước rồi"]) {
    await guess([text]);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(seenIn("vi").map(({ text }) => text)).toEqual(["em ngừng", "Em ngừng bơm", "Em ngừng bôm nước", "Em ngừng bơm nước rồi"]);
});

test("whatever is guessed, the stable words only grow and the guess's own follow them", () => {
  const guessed = fc.array(fc.array(fc.constantFrom("em", "Em", "ngừng", "ngưng", "bơm,", "bơm", "nước"), { minLength: 1, maxLength: 8 }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(guessed, (guesses) => {
      let before: Hypothesis | undefined;
      for (const words of guesses) {
        const { text, hypothesis } = agreePrefix(before, words.join(" "));
        const stable = hypothesis.stable.join(" ");
        expect(hypothesis.stable.slice(0, before?.stable.length ?? 0)).toEqual(before?.stable ?? []);
        expect(text.startsWith(stable)).toBe(true);
        expect(text.split(" ").slice(hypothesis.stable.length)).toEqual(words.slice(hypothesis.stable.length));
        before = hypothesis;
      }
    }),
  );
});

test("a line is shown early in every language, once, and the final settles it with its last number", async () => {
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân", false);
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân nhé", false);
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân nhé cả nhà", true);
  for (const language of ["vi", "en", "ja"] as const) {
    expect(seenIn(language).map(({ status, line, rev }) => ({ status, line, rev }))).toEqual([
      { status: "interim", line: "l1", rev: 0 },
      { status: "final", line: "l1", rev: 1 },
    ]);
  }
  expect(seenIn("en")[0]?.text).toBe("Today's price is 35,000 dong per kilo.");
});

test("a line shown too early goes from the screens with the final, and counts as taken back", async () => {
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân", false);
  await say("s1", "giá hôm nay ba mươi lăm nghìn một cân là giá bên chợ chứ không phải giá em bán", true);
  expect(seenIn("en").map(({ status, text }) => ({ status, text }))).toEqual([
    { status: "interim", text: "Today's price is 35,000 dong per kilo." },
    { status: "retracted", text: "" },
  ]);
  const payload = { showId: stage.show.id, segmentId: "s1", language: "en" as const };
  await translateSegment(stage.services, payload, new AbortController().signal);
  expect(seenIn("en").at(-1)).toMatchObject({ status: "final", provenance: "source", rev: 1 });
  const { flicker } = await showStats(stage.services, stage.accountId, stage.show.id);
  expect(flicker.en).toBeCloseTo(7 / 19, 2);
});
