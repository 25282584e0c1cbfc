import { setTimeout as sleep } from "node:timers/promises";
import { eq, sql } from "#database/drizzle.ts";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createAccount } from "#access/create-account.ts";
import { stories } from "#database/schema.ts";
import { AppError } from "#errors.ts";
import { LANGUAGES } from "#i18n/language.ts";
import { answerQuestions } from "#stories/answer-questions.ts";
import { deleteStory } from "#stories/delete-story.ts";
import { editBlock } from "#stories/edit-block.ts";
import { findListing } from "#stories/find-listing.ts";
import { findStory } from "#stories/find-story.ts";
import { listStories } from "#stories/list-stories.ts";
import { recoverStalledStories } from "#stories/recover-stalled-stories.ts";
import { requestStory } from "#stories/request-story.ts";
import { readStoryEvents } from "#stories/story-events.ts";
import { writeStory } from "#stories/write-story.ts";
import { createTestServices, type TestServices } from "../support/test-services.ts";

const NOTES =
  "vải thiều lục ngạn nhà em chín từ 10/6 đến 20/7, có vietgap. giá 35k/kg, thùng xốp 10kg, ngọt 18-20 brix. " +
  "ship toàn quốc, còn 2 tấn. zalo 0912 345 678 chị Thảo";
const never = new AbortController().signal;

let services: TestServices;
let account: string;

beforeAll(async () => {
  services = await createTestServices();
  account = await createAccount(services, "grower");
});
afterAll(() => services.close());

async function tell(one: TestServices = services, notes = NOTES) {
  const { id } = await requestStory(one, account, { notes });
  await writeStory(one, { storyId: id, telling: 1 }, never);
  return findStory(one, account, id);
}

describe("a story told by the rules", () => {
  test("is ready in three languages, and every fact's quote is the grower's own words", async () => {
    const story = await tell();
    expect(story.status).toBe("ready");
    expect(story.writer).toEqual({ name: "rules" });
    expect(story.facts.length).toBeGreaterThan(5);
    for (const fact of story.facts) expect(story.notes.slice(fact.start, fact.end)).toBe(fact.quote);
    for (const language of LANGUAGES) {
      expect(story.pitches[language]?.intro.length).toBeGreaterThan(1);
      expect(story.pitches[language]?.loop.length).toBeGreaterThan(3);
      expect(story.listings[language]?.title).not.toBe("");
    }
    expect(story.findings.filter(({ severity }) => severity === "block")).toEqual([]);
  });

  test("rests every block on facts that exist", async () => {
    const story = await tell();
    const known = new Set(story.facts.map(({ id }) => id));
    const cited = LANGUAGES.flatMap((language) => [
      ...(story.pitches[language]?.intro ?? []),
      ...(story.pitches[language]?.loop ?? []),
    ]).flatMap(({ factIds }) => factIds);
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((id) => !known.has(id))).toEqual([]);
  });

  test("announces its events once and in order, and replays what a client has missed", async () => {
    const { id } = await requestStory(services, account, { notes: NOTES });
    await Promise.all([1, 2, 3].map(() => writeStory(services, { storyId: id, telling: 1 }, never)));
    const { events, ended } = await readStoryEvents(services, account, id, 0);
    const names = events.map(({ name }) => name).filter((name) => name !== "block");
    expect(names).toEqual(["story-start", "facts", "pitch", "pitch", "pitch", "story-end"]);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(ended).toBe(true);
    const last = events.length;
    expect((await readStoryEvents(services, account, id, last - 2)).events.map(({ seq }) => seq)).toEqual([last - 1, last]);
  });

  test("that nobody enqueued or whose writer died is enqueued again and told once", async () => {
    const { id } = await requestStory(services, account, { notes: NOTES });
    await services.database.db
      .update(stories)
      .set({ status: "writing", claim: "of a dead worker", claims: 1, updatedAt: sql`now() - interval '10 seconds'` })
      .where(eq(stories.id, id));
    await recoverStalledStories(services);
    await writeStory(services, { storyId: id, telling: 1 }, never);
    expect((await findStory(services, account, id)).status).toBe("ready");
    expect((await readStoryEvents(services, account, id, 0)).events.filter(({ name }) => name === "story-end")).toHaveLength(1);
  });

  test("that waits in line is not asked for again, and one that the queue has lost is", async () => {
    const own = await createTestServices();
    const grower = await createAccount(own, "grower");
    const ask = () => requestStory(own, grower, { notes: NOTES });
    const waiting = [await ask(), await ask()];
    await own.database.db.update(stories).set({ updatedAt: sql`now() - interval '10 seconds'` });
    const enqueue = vi.spyOn(own.jobs, "enqueue");
    await recoverStalledStories(own);
    expect(enqueue).not.toHaveBeenCalled();

    enqueue.mockRejectedValueOnce(new AppError("queue_unavailable"));
    const lost = await ask();
    await own.database.db
      .update(stories)
      .set({ updatedAt: sql`now() - interval '20 seconds'` })
      .where(eq(stories.id, lost.id));
    enqueue.mockClear();
    await recoverStalledStories(own);
    expect(enqueue.mock.calls).toEqual([["story.write", { storyId: lost.id, telling: 1 }]]);
    expect((await own.jobs.counts()).find(({ queue }) => queue === "stories")).toMatchObject({ waiting: waiting.length + 1 });
    await own.close();
  });

  test("is given up with a failure that says so when it has killed its workers twenty times", async () => {
    const { id } = await requestStory(services, account, { notes: NOTES });
    await services.database.db.update(stories).set({ claims: 20 }).where(eq(stories.id, id));
    await writeStory(services, { storyId: id, telling: 1 }, never);
    expect(await findStory(services, account, id)).toMatchObject({ status: "failed", error: { code: "internal" } });
    expect((await readStoryEvents(services, account, id, 0)).events.at(-1)?.name).toBe("story-failed");
  });

  test("is found by its listing's address in each language", async () => {
    const story = await tell();
    const found = await findListing(services, "ja", story.listings.ja?.slug ?? "");
    expect(found.storyId).toBe(story.id);
    expect(found.languages.toSorted()).toEqual(["en", "ja", "vi"]);
    expect(story.listings.vi?.slug).toBe(story.listings.ja?.slug);
  });
});

describe("a person's part", () => {
  test("an edit is kept word for word when the story is told again", async () => {
    const story = await tell();
    const block = story.pitches.vi?.loop[0];
    const say = "Bà con ơi, vải nhà em đây này, em nói theo ý em nhé!";
    await editBlock(services, account, { storyId: story.id, language: "vi", blockId: block?.id ?? "" }, { say });
    await answerQuestions(services, account, story.id, {
      answers: [{ questionId: story.questions[0]?.id ?? "", text: "để ngăn mát được 5 ngày" }],
    });
    await writeStory(services, { storyId: story.id, telling: 2 }, never);
    const again = await findStory(services, account, story.id);
    expect(again.status).toBe("ready");
    expect(again.pitches.vi?.loop.find(({ id }) => id === block?.id)).toMatchObject({ say, edited: true });
  });

  test("an edit that claims what the notes do not hold is published and warned about", async () => {
    const story = await tell();
    const block = story.pitches.vi?.loop[0];
    await editBlock(
      services,
      account,
      { storyId: story.id, language: "vi", blockId: block?.id ?? "" },
      { say: "Vải nhà em đạt GlobalGAP, giá 20.000đ/kg." },
    );
    const { findings } = await findStory(services, account, story.id);
    expect(findings.map(({ kind, severity }) => `${kind} ${severity}`)).toEqual(expect.arrayContaining(["claim warn", "number warn"]));
  });

  test("an answer becomes a fact from that answer, and its question is not asked again", async () => {
    const story = await tell(services, "vải thiều Lục Ngạn nhà em, có VietGAP");
    const question = story.questions.find(({ about }) => about === "price");
    await answerQuestions(services, account, story.id, { answers: [{ questionId: question?.id ?? "", text: "35 nghìn một cân" }] });
    await writeStory(services, { storyId: story.id, telling: 2 }, never);
    const again = await findStory(services, account, story.id);
    const price = again.facts.find(({ kind }) => kind === "price");
    expect(price).toMatchObject({ source: `answer:${question?.id}`, amount: { min: 35_000, max: 35_000, unit: "VND", per: "kg" } });
    expect("35 nghìn một cân".slice(price?.start, price?.end)).toBe(price?.quote);
    expect(again.questions.map(({ id }) => id)).not.toContain(question?.id);
  });

  test("short answers are told as what was asked for, and none as goods", async () => {
    const told = await tell(services, "Na dai Chi Lăng 45k/kg, lh 0912345678, gửi xe khách");
    const texts: Partial<Record<string, string>> = {
      pack: "thùng 10kg",
      stock: "khoảng 3 tấn",
      "shelf-life": "4 ngày",
      "minimum-order": "từ 30kg",
    };
    const given = told.questions.flatMap(({ id, about }) => (texts[about] === undefined ? [] : [{ questionId: id, text: texts[about] }]));
    expect(given).toHaveLength(3);
    await answerQuestions(services, account, told.id, { answers: given });
    await writeStory(services, { storyId: told.id, telling: 2 }, never);
    const again = await findStory(services, account, told.id);
    const facts = again.facts.filter(({ source }) => source !== "notes");
    expect(facts.map(({ kind, source }) => `answer:q-${kind} ${source}`)).toEqual(facts.map(({ source }) => `${source} ${source}`));
    expect(facts).toHaveLength(3);
    for (const { questionId } of given) expect(again.questions.map(({ id }) => id)).not.toContain(questionId);
  });

  test("a question the story never asked is refused", async () => {
    const story = await tell();
    const refused = answerQuestions(services, account, story.id, { answers: [{ questionId: "q-none", text: "?" }] });
    await expect(refused).rejects.toMatchObject({ code: "question_not_found" });
  });
});

describe("an account", () => {
  test("sees its own stories only, newest first, page by page", async () => {
    const other = await createAccount(services, "other");
    const ids: string[] = [];
    for (const notes of ["vải", "nhãn", "xoài"]) {
      ids.push((await requestStory(services, other, { notes })).id);
      // Two of one millisecond have no order.
      await sleep(2);
    }
    const first = await listStories(services, other, { limit: 2 });
    const second = await listStories(services, other, { limit: 2, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeUndefined();
    await expect(findStory(services, account, ids[0] ?? "")).rejects.toMatchObject({ code: "story_not_found" });
    await expect(deleteStory(services, account, ids[0] ?? "")).rejects.toMatchObject({ code: "story_not_found" });
  });

  test("can delete a story while it is told, and nothing of it comes back", async () => {
    const { id } = await requestStory(services, account, { notes: NOTES });
    const telling = writeStory(services, { storyId: id, telling: 1 }, never);
    await deleteStory(services, account, id);
    await telling;
    await expect(findStory(services, account, id)).rejects.toMatchObject({ code: "story_not_found" });
  });
});
