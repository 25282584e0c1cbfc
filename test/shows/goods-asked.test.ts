import { afterAll, beforeAll, expect, test } from "vitest";
import { addComment } from "#shows/add-comment.ts";
import { guessLanguage } from "#shows/guess-language.ts";
import { openShow } from "#shows/open-show.ts";
import { readCommentPhrase } from "#shows/read-comment-phrase.ts";
import { readComments } from "#shows/read-comments.ts";
import { saySegment } from "#shows/say-segment.ts";
import type { Show } from "#shows/show.ts";
import { translateComment } from "#shows/translate-comment.ts";
import { findStory } from "#stories/find-story.ts";
import { requestStory } from "#stories/request-story.ts";
import type { Story } from "#stories/story.ts";
import { writeStory } from "#stories/write-story.ts";
import { openTestShow, type ShowStage } from "./show-fixture.ts";

const never = new AbortController().signal;
const AVOCADO = "Bơ 034 Bảo Lộc, giá 55k/kg, còn 80kg, để được 5 ngày, ship toàn quốc 2 ngày";
const TEA = "Trà ô long Cầu Đất, hộp 200g 120k, còn 40 hộp, để được 18 tháng";

let stage: ShowStage;
let stories: Story[];
beforeAll(async () => {
  stage = await openTestShow();
  stories = [];
  for (const notes of [AVOCADO, TEA]) {
    const { id } = await requestStory(stage.services, stage.accountId, { notes });
    await writeStory(stage.services, { storyId: id, telling: 1 }, never);
    stories.push(await findStory(stage.services, stage.accountId, id));
  }
});
afterAll(() => stage.services.close());

const open = () => openShow(stage.services, stage.accountId, { title: "Bơ và trà", storyIds: stories.map(({ id }) => id) });
let asked = 0;
const ask = async (show: Show, text: string): Promise<string | null | undefined> => {
  const id = `asked-${(asked += 1)}`;
  await addComment(stage.services, stage.accountId, show.id, { id, author: "Aya", text }, { fromPage: false });
  await translateComment(stage.services, { showId: show.id, commentId: id }, never);
  const { events } = await readComments(stage.services, stage.accountId, show.id, 0);
  return events.findLast(({ data }) => data.id === id)?.data.reply;
};
const say = (show: Show, id: string, text: string | undefined) =>
  saySegment(stage.services, stage.accountId, show.id, { id, text: text ?? "", final: true });

test("in a show of several goods a question is answered of those it names, in every language", async () => {
  const show = await open();
  expect(await ask(show, "How much is the avocado?")).toMatch(/55,000/);
  expect(await ask(show, "How much is the oolong tea?")).toMatch(/120,000/);
  expect(await ask(show, "アボカドはいくらですか")).toMatch(/5万5千/);
  expect(await ask(show, "お茶はいくらですか")).toMatch(/12万/);
  expect(await ask(show, "trà còn không em")).toMatch(/40 hộp/);
  expect(await ask(show, "bơ còn hàng không em")).toMatch(/80/);
  expect(await ask(show, "お茶の日持ちはどのくらいですか")).toMatch(/18か月/);
});

test("of goods that the show does not have nothing is told", async () => {
  expect(await ask(await open(), "How much is the durian?")).toBeNull();
});

test("one that names none is answered of what is spoken of just then, and not at all before that", async () => {
  const show = await open();
  expect(await ask(show, "how much?")).toBeNull();
  const [avocado, tea] = stories.map(({ pitches }) => pitches.vi?.loop.find(({ beat }) => beat === "price")?.say);
  await say(show, "1", tea?.split(/(?<=\.)\s/u)[0]);
  expect(await ask(show, "How much is it?")).toMatch(/120,000/);
  await say(show, "2", avocado?.split(/(?<=\.)\s/u)[0]);
  expect(await ask(show, "What is the price?")).toMatch(/55,000/);
  expect(await ask(show, "いくらですか")).toMatch(/5万5千/);
});

test("what one of them alone knows of sending is told of all", async () => {
  expect(await ask(await open(), "Do you deliver?")).toMatch(/2 days/);
});

test("a price said on air of the show's other goods changes nothing of theirs", async () => {
  const show = await open();
  await say(show, "1", "trà ô long hôm nay giá bốn trăm ngàn một ký nha cả nhà");
  expect(await ask(show, "How much is the avocado now?")).toMatch(/55,000/);
  await say(show, "2", "bơ hôm nay giá sáu mươi ngàn một ký nha cả nhà");
  expect((await ask(show, "How much are the avocados now?")) ?? "").not.toMatch(/55,000/);
});

test.each([
  ["How much are the avocados?", "Bơ giá bao nhiêu ạ?"],
  ["アボカドはいくらですか", "Bơ giá bao nhiêu ạ?"],
  ["Do you still have mangoes?", "Còn xoài không ạ?"],
  ["how long does the honey keep", "Mật ong để được bao lâu ạ?"],
  ["はちみつの日持ちはどのくらいですか", "Mật ong để được bao lâu ạ?"],
  ["I'd like to buy some rambutan", "Tôi muốn mua chôm chôm."],
  ["Do you ship to Can Tho?", "Có giao tới Cần Thơ không ạ?"],
  ["Can you ship to Osaka?", "Có giao sang Osaka không ạ?"],
  ["大阪に届きますか", "Có giao sang Osaka không ạ?"],
  ["how many kilos left?", "Còn bao nhiêu ạ?"],
])("the streamer reads what is asked of goods and places by name: %s", (text, vi) => {
  const language = guessLanguage(text);
  expect(language && readCommentPhrase(text, language)?.vi).toBe(vi);
});
