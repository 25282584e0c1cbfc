import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coachSchema } from "#pitches/coach.ts";
import { showPlanSchema } from "#pitches/show-plan.ts";
import { requestStory } from "#stories/request-story.ts";
import { paritySchema } from "#stories/tell-parity.ts";
import { writeStory } from "#stories/write-story.ts";
import { createTestApp, type TestAccount, type TestApp } from "./test-app.ts";

const never = new AbortController().signal;
let web: TestApp;
let grower: TestAccount;
let stranger: TestAccount;

beforeAll(async () => {
  web = await createTestApp();
  grower = await web.join("grower");
  stranger = await web.join("stranger");
});
afterAll(() => web.close());

async function tell(notes: string): Promise<string> {
  const { id } = await requestStory(web.services, grower.id, { notes });
  await writeStory(web.services, { storyId: id, telling: 1 }, never);
  return id;
}
const get = (path: string, key = grower.key) => web.ask("GET", path, { key });

describe("what a story gives besides its script", () => {
  test("a plan over one or several stories, in minutes that are asked for", async () => {
    const [lychee, rice] = [await tell("vải thiều Lục Ngạn 25k/kg, 0912 345 678"), await tell("gạo ST25 Sóc Trăng, bao 5kg 175k")];
    const alone = await get(`/v1/stories/${lychee}/plan`);
    expect(alone.status).toBe(200);
    const { minutes, segments } = showPlanSchema.parse(alone.json);
    expect(minutes).toBe(60);
    const hooks = segments.filter(({ kind }) => kind === "loop").map(({ blocks }) => blocks.find(({ id }) => id === "loop-hook")?.say.ja);
    expect(new Set(hooks).size).toBe(hooks.length);
    const both = showPlanSchema.parse((await get(`/v1/stories/${lychee}/plan?minutes=45&with=${rice}`)).json);
    expect(both.minutes).toBe(45);
    expect(new Set(both.segments.flatMap(({ storyId }) => storyId ?? []))).toEqual(new Set([lychee, rice]));
  });

  test("advice in the caller's choice of language, and the label in all", async () => {
    const id = await tell("mật ong bạc hà Mèo Vạc, chai 750ml 450k");
    const { status, json } = await get(`/v1/stories/${id}/coach?lang=ja`);
    expect(status).toBe(200);
    const coach = coachSchema.parse(json);
    expect(coach.shots.join("")).toMatch(/\p{Script=Hiragana}/u);
    expect(coach.label.find(({ field }) => field === "quantity")?.value?.vi).toBe("750 ml");
  });

  test("where each fact is told, with nothing told to one buyer and kept from another", async () => {
    const id = await tell("vải thiều Lục Ngạn chín rộ, vietgap có giấy, 25k/kg tại vườn, thùng xốp 10kg, ship toàn quốc. 0912 345 678");
    const { status, json } = await get(`/v1/stories/${id}/parity`);
    expect(status).toBe(200);
    const { facts, parity } = paritySchema.parse(json);
    expect(parity).toBe(1);
    const price = facts.find(({ kind }) => kind === "price");
    expect(price?.where).toBe("all");
    expect(price?.told.ja?.loop).toContain("loop-price");
    expect(price?.told.en?.answers).toEqual([0]);
    expect(facts.filter(({ where }) => where === "some")).toEqual([]);
  });

  test("another account's story is not found, a plan of a story not yet told is a conflict, and wrong minutes are named", async () => {
    const id = await tell("cam Cao Phong 30k/kg");
    for (const part of ["plan", "coach", "parity"]) expect((await get(`/v1/stories/${id}/${part}`, stranger.key)).status).toBe(404);
    const other = await requestStory(web.services, stranger.id, { notes: "cam" });
    expect((await get(`/v1/stories/${id}/plan?with=${other.id}`)).status).toBe(404);
    const { id: waiting } = await requestStory(web.services, grower.id, { notes: "cam" });
    expect((await get(`/v1/stories/${waiting}/plan`)).status).toBe(409);
    const wrong = await get(`/v1/stories/${id}/plan?minutes=2`);
    expect([wrong.status, wrong.text.includes("minutes")]).toEqual([422, true]);
  });
});
