import { expect, test } from "vitest";
import { alignSentences } from "#shows/align-sentences.ts";

test("a block is cut into its sentences, side by side in every language", () => {
  expect(
    alignSentences({
      vi: "Cả nhà ơi, vải vừa hái sáng nay đây ạ! Giá hôm nay 35.000 đồng một cân.",
      en: "Hi everyone, these were picked this morning! Today's price is 35,000 dong per kilo.",
      ja: "みなさん、今朝摘んだばかりです！今日の価格はキロあたり35,000ドンです。",
    }),
  ).toEqual([
    {
      vi: "Cả nhà ơi, vải vừa hái sáng nay đây ạ!",
      en: "Hi everyone, these were picked this morning!",
      ja: "みなさん、今朝摘んだばかりです！",
    },
    { vi: "Giá hôm nay 35.000 đồng một cân.", en: "Today's price is 35,000 dong per kilo.", ja: "今日の価格はキロあたり35,000ドンです。" },
  ]);
});

test("what one language says in two sentences stays together, and nothing is lost", () => {
  const rows = alignSentences({
    vi: "Nhà em trồng vải 30 năm nay, từ đời ông nội để lại. Vườn có 200 gốc.",
    en: "We've grown lychees for 30 years. It began with my grandfather. The orchard has 200 trees.",
    ja: "祖父の代から30年、ライチを育てています。園には200本の木があります。",
  });
  expect(rows).toHaveLength(2);
  expect(rows[0]?.en).toBe("We've grown lychees for 30 years. It began with my grandfather.");
  expect(rows[1]).toMatchObject({ en: "The orchard has 200 trees.", ja: "園には200本の木があります。" });
});

test("an opening quotation mark goes with the sentence that it opens", () => {
  const rows = alignSentences({
    vi: "Cứ gọi em là Hương nhé. Ai hỏi vải ở đâu thì em nói ở Thanh Hà.",
    ja: "どうぞフオンと呼んでください。「どこのライチですか」と聞かれたら、タンハーとお答えします。",
  });
  expect(rows.map(({ ja }) => ja)).toEqual([
    "どうぞフオンと呼んでください。",
    "「どこのライチですか」と聞かれたら、タンハーとお答えします。",
  ]);
});
