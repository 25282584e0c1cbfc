import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addComment } from "#shows/add-comment.ts";
import { asOnAir } from "#shows/as-on-air.ts";
import { openShow } from "#shows/open-show.ts";
import { readComments } from "#shows/read-comments.ts";
import { saySegment } from "#shows/say-segment.ts";
import { retractCue } from "#shows/retract-cue.ts";
import { translateComment } from "#shows/translate-comment.ts";
import { requestStory } from "#stories/request-story.ts";
import { findStory } from "#stories/find-story.ts";
import { writeStory } from "#stories/write-story.ts";
import { openTestShow, type ShowStage } from "./show-fixture.ts";

const never = new AbortController().signal;

let stage: ShowStage;
let storyId: string;
let priceLine: string;
beforeAll(async () => {
  stage = await openTestShow();
  const { services, accountId } = stage;
  storyId = (await requestStory(services, accountId, { notes: "Bưởi da xanh, giá 44k/kg, còn 600kg, ship toàn quốc 4 ngày" })).id;
  await writeStory(services, { storyId, telling: 1 }, never);
  const { pitches } = await findStory(services, accountId, storyId);
  priceLine = pitches.vi?.answers.find(({ answer }) => answer.includes("44"))?.answer ?? "";
});
afterAll(() => stage.services.close());

const newShow = async () => (await openShow(stage.services, stage.accountId, { title: "Bưởi", storyIds: [storyId] })).id;
const say = (showId: string, id: string, text: string) => saySegment(stage.services, stage.accountId, showId, { id, text, final: true });
async function replyTo(showId: string, id: string, text: string): Promise<string | null | undefined> {
  await addComment(stage.services, stage.accountId, showId, { id, author: "Ann", text });
  await translateComment(stage.services, { showId, commentId: id }, never);
  const { events } = await readComments(stage.services, stage.accountId, showId, 0);
  return events.find(({ data }) => data.id === id)?.data.reply;
}

test("a price said anew on a prepared line is the one that is answered, in the buyer's language, until it is said as before", async () => {
  const showId = await newShow();
  expect(await replyTo(showId, "before", "How much is it?")).toContain("44,000");
  const { cueId } = await say(showId, "s1", priceLine.replace("44", "39"));
  expect(await replyTo(showId, "after", "what is the price?")).toMatch(/39,000/);
  expect(await replyTo(showId, "after-ja", "いくらですか")).toMatch(/3万9千|39,000/);
  await retractCue(stage.services, stage.accountId, showId, cueId ?? "");
  expect(await replyTo(showId, "taken-back", "price please")).toContain("44,000");
  await say(showId, "s2", priceLine.replace("44", "41"));
  await say(showId, "s3", priceLine);
  expect(await replyTo(showId, "as-before", "what's the price")).toContain("44,000");
});

test.each([
  ["hôm nay bưởi em bán 40 nghìn một ký thôi nha bà con", "how much per kilo?"],
  ["giá còn ba mươi tám nghìn một cân thôi ạ", "price"],
  ["em chỉ còn 90 ký thôi cả nhà ơi", "is there any left?"],
  ["còn bốn mươi thùng nữa thôi ạ", "do you still have some?"],
  ["bưởi em bán hết sạch rồi nha cả nhà", "is there any left?"],
  ["dạ hết hàng mất rồi bà con ơi", "do you still have some?"],
])("a number said in free talk makes the story's old: %s", async (said, asked) => {
  const showId = await newShow();
  expect(await replyTo(showId, "before", asked)).toMatch(/44,000|600/);
  await say(showId, "s1", said);
  expect((await replyTo(showId, "after", `${asked} hello`)) ?? "").not.toMatch(/44,000|600/);
});

test.each([
  "Hôm nay em lên live sớm 30 phút đó bà con",
  "cho em xin 500 tim nha",
  "gần hết hàng rồi bà con ơi",
  "vườn em chưa bán hết đâu ạ",
  "bưởi em bán 44 nghìn một ký nha",
])("what says no other number leaves the reply as it is: %s", async (said) => {
  const showId = await newShow();
  await say(showId, "s1", said);
  expect(await replyTo(showId, "asked", "How much is it?")).toContain("44,000");
  expect(await replyTo(showId, "asked-rest", "is there any left?")).toContain("600");
  expect(await replyTo(showId, "asked-time", "how long does shipping take?")).toContain("4 days");
});

test.each([
  ["tiền ship em lấy 15k thôi nha", {}],
  ["em lấy phí giao 20 nghìn mỗi đơn", {}],
  ["phí ship tối nay em giảm còn 18 nghìn một đơn thôi bà con", {}],
  ["phi ship con 18k nha", {}],
  ["phí ship em giảm thêm 5 nghìn nha", { en: "Delivery is 27,000 dong." }],
  ["gửi ship hai thùng hết 300 nghìn", { en: "Delivery is 27,000 dong." }],
  ["em lấy phí giao 27 nghìn mỗi đơn", { en: "Delivery is 27,000 dong." }],
  ["phí ship vẫn 27 nghìn một đơn nha", { en: "Delivery is 27,000 dong." }],
  ["đơn từ 300 nghìn em miễn phí ship nha", { en: "Delivery is 27,000 dong." }],
  ["gói to em bán 90 nghìn nha", { en: "Delivery is 27,000 dong." }],
])("another delivery fee makes the old one old: %s", (vi, now) => {
  const asked = { language: "en", abouts: ["delivery"] } as const;
  expect(asOnAir({ en: "Delivery is 27,000 dong." }, asked, [{ vi, line: undefined, prepared: undefined, texts: { vi } }])).toEqual(now);
});

test("a fee on a prepared line is of one order, whether that is said or not", () => {
  const asked = { language: "en", abouts: ["delivery"] } as const;
  const said = {
    vi: "Phí gửi xe là 21 nghìn đồng một đơn.",
    line: "fee",
    prepared: "Phí gửi xe là 27 nghìn đồng một đơn.",
    texts: { vi: "", en: "Delivery is 21,000 dong an order." },
  };
  expect(asOnAir({ en: "Delivery is 27,000 dong." }, asked, [said])).toEqual(said.texts);
});

describe("two prices said anew", () => {
  const asked = { language: "en", abouts: ["price"] } as const;
  const replies = { vi: "Ký lẻ 52 nghìn đồng, thùng 6 ký 270 nghìn đồng.", en: "52,000 dong a kilo, 270,000 dong a 6-kilo box." };
  const loose = {
    vi: "ký lẻ nay còn 47 nghìn nha",
    line: "loose",
    prepared: "Ký lẻ 52 nghìn.",
    texts: { vi: "ký lẻ nay còn 47 nghìn nha", en: "Loose, it is 47,000 dong a kilo now.", ja: "ばら売りは今1キロ4万7千ドンです。" },
  };
  const boxed = {
    vi: "nguyên thùng còn 240 nghìn thôi",
    line: "boxed",
    prepared: "Nguyên thùng 270 nghìn.",
    texts: { vi: "nguyên thùng còn 240 nghìn thôi", en: "A whole box is only 240,000 dong", ja: "1箱はわずか24万ドン" },
  };

  test("are both told, as they were said, in every language they were told in", () => {
    expect(asOnAir(replies, asked, [loose, boxed])).toEqual({
      vi: "ký lẻ nay còn 47 nghìn nha. nguyên thùng còn 240 nghìn thôi.",
      en: "Loose, it is 47,000 dong a kilo now. A whole box is only 240,000 dong.",
      ja: "ばら売りは今1キロ4万7千ドンです。1箱はわずか24万ドン。",
    });
    expect(asOnAir(replies, asked, [boxed, loose]).en).toBe("A whole box is only 240,000 dong. Loose, it is 47,000 dong a kilo now.");
    expect(asOnAir(replies, asked, [loose])).toEqual(loose.texts);
  });

  test("are not told by halves: with one in another language alone there is no reply, or none in that language", () => {
    const untold = { ...boxed, texts: { vi: boxed.texts.vi } };
    expect(asOnAir(replies, asked, [loose, untold])).toEqual({});
    expect(asOnAir(replies, { ...asked, language: "vi" }, [loose, untold])).toEqual({
      vi: "ký lẻ nay còn 47 nghìn nha. nguyên thùng còn 240 nghìn thôi.",
    });
  });
});

test("a delivery fee is no price", () => {
  const asked = { language: "en", abouts: ["price", "delivery"] } as const;
  const replies = { en: "A bag is 90,000 dong. Delivery is 27,000 dong." };
  expect(asOnAir(replies, asked, [{ vi: "tiền ship em lấy 27 nghìn nha", line: undefined, prepared: undefined, texts: {} }])).toEqual(
    replies,
  );
});

test.each([
  ["hôm nay em chỉ nhận từ 6 ký trở lên nha", {}],
  ["em nhận từ 2 ký trở lên nha", { en: "The smallest order is 2 kg." }],
  ["em lên hàng lúc 6 giờ nha", { en: "The smallest order is 2 kg." }],
])("another least order makes the old one old: %s", (vi, now) => {
  const asked = { language: "en", abouts: ["minimum-order"] } as const;
  expect(asOnAir({ en: "The smallest order is 2 kg." }, asked, [{ vi, line: undefined, prepared: undefined, texts: { vi } }])).toEqual(now);
});
