import { eq } from "#database/drizzle.ts";
import { translateAnswer } from "#buyers/translate-answer.ts";
import { readBuyerQuestion } from "#buyers/read-buyer-question.ts";
import { buyerQuestions } from "#database/schema.ts";
import type { LanguageModel } from "#models/language-model.ts";
import { createScriptedModel } from "#models/scripted-model.ts";
import { findStory } from "#stories/find-story.ts";
import { requestStory } from "#stories/request-story.ts";
import type { Story } from "#stories/story.ts";
import { writeStory } from "#stories/write-story.ts";
import { createTestApp, type Answer, type TestAccount, type TestApp } from "../web/test-app.ts";

export const NOTES = "Vải thiều Lục Ngạn, giá 35k/kg, thùng 5kg, còn 2 tấn, ship toàn quốc 2-3 ngày, để tủ mát được 5-7 ngày";
const never = new AbortController().signal;

/** The whole app with a grower, a told story, and the jobs done when the test says so. */
export type BuyersStage = {
  web: TestApp;
  grower: TestAccount;
  story: Story;
  slug: string;
  ask(language: string, text: string, more?: { id?: string; author?: string }): Promise<Answer>;
  /** Asks, has it read, and gives the question's id and the path of its answer. */
  asked(language: string, text: string): Promise<{ id: string; path: string }>;
  reply(id: string, body: { text: string; confirmed?: boolean }, key?: string): Promise<Answer>;
  /** What is still to be told in the buyer's language is told. */
  tellAnswers(): Promise<void>;
  list(query?: string): Promise<unknown[]>;
};

type Asked = Parameters<LanguageModel["ask"]>[0];
type Answers = (call: Pick<Asked, "task" | "user">, story: Story) => object;

/** `model`: what one answers to what is asked of it, once the story is told. `app`: one that is open already. */
export async function openBuyersStage({ model, app }: { model?: Answers; app?: TestApp } = {}): Promise<BuyersStage> {
  const web = app ?? (await createTestApp());
  const { services } = web;
  const grower = await web.join("grower");
  const { id } = await requestStory(services, grower.id, { notes: NOTES });
  await writeStory(services, { storyId: id, telling: 1 }, never);
  const story = await findStory(services, grower.id, id);
  // It is told by rules; only buyers are read and answered by the model.
  if (model !== undefined) services.model = createScriptedModel((call) => model(call, story));
  const slug = story.listings.en?.slug ?? "";
  let asked = 0;
  const stage: BuyersStage = {
    web,
    grower,
    story,
    slug,
    ask: (language, text, { id = `q${(asked += 1)}`, author = "Yuki" } = {}) =>
      web.ask("POST", `/v1/listings/${language}/${slug}/questions`, { body: { id, author, text } }),
    async asked(language, text) {
      const { json } = await stage.ask(language, text);
      const { id, links }: { id: string; links: { self: string } } = JSON.parse(JSON.stringify(json));
      await readBuyerQuestion(services, { questionId: id }, never);
      return { id, path: new URL(links.self).pathname };
    },
    reply: (questionId, body, key = grower.key) =>
      web.ask("POST", `/v1/stories/${story.id}/buyer-questions/${questionId}/reply`, { key, body }),
    async tellAnswers() {
      const rows = await services.database.db.select().from(buyerQuestions).where(eq(buyerQuestions.storyId, story.id));
      for (const { id: questionId, round } of rows) await translateAnswer(services, { questionId, round }, never);
    },
    async list(query = "") {
      const { json } = await web.ask("GET", `/v1/stories/${story.id}/buyer-questions${query}`, { key: grower.key });
      return Array.isArray(json.items) ? json.items : [];
    },
  };
  return stage;
}
