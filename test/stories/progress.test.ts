import { z } from "zod";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAccount } from "#access/create-account.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, languageSchema, type Language } from "#i18n/language.ts";
import { ModelError, type ModelCall } from "#models/language-model.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { blockSchema } from "#pitches/pitch.ts";
import { answerQuestions } from "#stories/answer-questions.ts";
import { findStory } from "#stories/find-story.ts";
import { requestStory } from "#stories/request-story.ts";
import { pitchEventSchema } from "#stories/story.ts";
import { readStoryEvents, storyChannel, type StoryEvent } from "#stories/story-events.ts";
import { writeStory } from "#stories/write-story.ts";
import { honestListing, honestPitch } from "../support/honest-seller.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

const NOTES = "vải thiều lục ngạn nhà em, có vietgap, 35k/kg, thùng xốp 10kg, ngọt 18-20 brix";
const never = new AbortController().signal;

let services: TestServices;
let account: string;

beforeAll(async () => {
  services = await createTestServices();
  account = await createAccount(services, "grower");
});
afterAll(() => services.close());

const request = async () => (await requestStory(services, account, { notes: NOTES })).id;
const eventsOf = async (id: string) => (await readStoryEvents(services, account, id, 0)).events;

/** What a call to a truthful model is answered; facts are left to the rules. */
function honest({ task, user }: ModelCall<unknown>): unknown {
  if (task === "read-facts") return new ModelError("refused");
  const { facts } = readFactsByRules({ notes: NOTES, answers: [] }, ["vn", "us", "jp"]);
  return task === "write-pitch" ? honestPitch(facts, languageOf(user)) : honestListing(facts, languageOf(user));
}

function languageOf(user: string): Language {
  return languageSchema.parse(JSON.parse(/<language>\n(.*)\n<\/language>/.exec(user)?.[1] ?? "null"));
}

const blockEventSchema = z.object({ language: languageSchema, part: z.enum(["intro", "loop"]), block: blockSchema });

function languageIn(data: unknown): Language | undefined {
  return z.object({ language: languageSchema }).safeParse(data).data?.language;
}

describe("the events of a telling", () => {
  test("tell every block before its pitch, and the pitch is made of the blocks last told", async () => {
    const id = await request();
    await writeStory(services, { storyId: id, telling: 1 }, never);
    const events = await eventsOf(id);
    for (const language of LANGUAGES) {
      const mine = events.filter(({ data }) => languageIn(data) === language);
      expect(mine.at(-1)?.name).toBe("pitch");
      const { pitch } = pitchEventSchema.parse(mine.at(-1)?.data);
      const blocks = mine.slice(0, -1).map(({ data }) => blockEventSchema.parse(data));
      const told = (part: string) => blocks.filter((one) => one.part === part).map(({ block }) => block);
      expect(told("intro")).toEqual(pitch.intro);
      expect(told("loop")).toEqual(pitch.loop);
    }
  });

  test("tell a model's block while the model still writes the others", async () => {
    const id = await request();
    const { promise: heard, resolve } = Promise.withResolvers<StoryEvent>();
    const leave = await services.bus.subscribe(storyChannel(id), () => {
      void eventsOf(id).then((events) => events.filter(({ name, data }) => name === "block" && languageIn(data) === "ja").forEach(resolve));
    });
    const model = createScriptedModel(async (call) => {
      const answer = honest(call);
      if (call.task !== "write-pitch" || languageOf(call.user) !== "ja") return answer;
      call.onText?.(JSON.stringify(answer).split('{"beat":"who"')[0] ?? "");
      await heard;
      return answer;
    });
    // Without a Japanese block in the events the Japanese answer, and with it the telling, would never come to its end.
    await writeStory({ ...services, model }, { storyId: id, telling: 1 }, never);
    await leave();
    expect((await heard).data).toMatchObject({ language: "ja", part: "intro", block: { id: "intro-hook", beat: "hook" } });
  });

  test("never tell a model's block that the gate would stop", async () => {
    const id = await request();
    const model = createScriptedModel((call) => {
      if (call.task === "repair-sentences") return { sentences: [] };
      const answer = honest(call);
      if (call.task !== "write-pitch") return answer;
      const { intro, ...rest } = honestPitch(readFactsByRules({ notes: NOTES, answers: [] }, ["vn"]).facts, languageOf(call.user));
      return {
        ...rest,
        intro: intro.map((block) => ({
          ...block,
          sentences: [...block.sentences, { text: "GlobalGAP.", factIds: [] }],
          do: "cầm giấy GlobalGAP",
        })),
      };
    });
    await writeStory({ ...services, model }, { storyId: id, telling: 1 }, never);
    const blocks = (await eventsOf(id)).filter(({ name }) => name === "block");
    expect(blocks.length).toBeGreaterThan(20);
    expect(JSON.stringify(blocks)).not.toContain("GlobalGAP");
  });
});

describe("a language that cannot be told", () => {
  const without = (...languages: Language[]): TestServices => ({
    ...services,
    rules: {
      ...services.rules,
      async tell(task) {
        if (languages.includes(task.ground.language)) throw new Error("no words");
        return services.rules.tell(task);
      },
    },
  });

  test("is named with its reason, and the others stay", async () => {
    const id = await request();
    await writeStory(without("ja"), { storyId: id, telling: 1 }, never);
    const events = await eventsOf(id);
    expect(events.filter(({ name }) => name === "pitch-failed").map(({ data }) => data)).toEqual([{ language: "ja", code: "internal" }]);
    expect(events.at(-1)).toMatchObject({ name: "story-end", data: { failures: { ja: { code: "internal" } } } });
    const story = await findStory(services, account, id);
    expect(story).toMatchObject({ status: "ready", failures: { ja: { code: "internal" } } });
    expect(Object.keys(story.pitches).toSorted()).toEqual(["en", "vi"]);
  });

  test("fails the story only with all the others, and then what was told before stays", async () => {
    const id = await request();
    await writeStory(services, { storyId: id, telling: 1 }, never);
    const told = await findStory(services, account, id);
    await answerQuestions(services, account, id, { answers: [{ questionId: told.questions[0]?.id ?? "", text: "giữ được 5 ngày" }] });
    await writeStory(without("vi", "en", "ja"), { storyId: id, telling: 2 }, never);
    expect((await eventsOf(id)).at(-1)).toMatchObject({ name: "story-failed", data: { code: "internal" } });
    const { pitches, facts, listings } = told;
    expect(await findStory(services, account, id)).toMatchObject({
      status: "failed",
      error: { code: "internal" },
      pitches,
      facts,
      listings,
    });
  });
});

test("a telling whose worker died goes on where it ended: nothing is asked twice, and what was announced is what is kept", async () => {
  const id = await request();
  const dying = new AbortController();
  const asked: string[] = [];
  const model = createScriptedModel(async (call) => {
    asked.push(`${call.task} ${call.task === "read-facts" ? "" : languageOf(call.user)}`);
    if (call.task !== "read-facts" && languageOf(call.user) === "ja" && !dying.signal.aborted) {
      // The worker dies when the two other languages are told.
      while ((await eventsOf(id)).filter(({ name }) => name === "pitch").length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      dying.abort();
      return new ModelError("cancelled");
    }
    return honest(call);
  });
  await expect(writeStory({ ...services, model }, { storyId: id, telling: 1 }, dying.signal)).rejects.toMatchObject({
    failure: "cancelled",
  });
  const before = asked.splice(0);
  await writeStory({ ...services, model }, { storyId: id, telling: 1 }, never);
  expect(before).toContain("write-pitch vi");
  expect(asked).toEqual(expect.arrayContaining(["write-listing ja", "write-pitch ja"]));
  expect(asked.filter((call) => !call.endsWith(" ja"))).toEqual([]);
  const story = await findStory(services, account, id);
  expect(story.status).toBe("ready");
  for (const { data } of (await eventsOf(id)).filter(({ name }) => name === "pitch")) {
    const { language, pitch } = pitchEventSchema.parse(data);
    expect(pitch).toEqual(story.pitches[language]);
  }
});
