import { expect, test } from "vitest";
import { japaneseJoints, splitAtJoints } from "#i18n/japanese-joints.ts";
import { layOutLines } from "#shows/lay-out-lines.ts";

const cut = (phrase: string) => {
  const joints = japaneseJoints(phrase);
  return [0, ...joints].map((at, nth) => phrase.slice(at, joints[nth])).join("|");
};

test.each([
  "覚えて|いただけたら|うれしいです",
  "召し上がって|いただくと",
  "なくなって|しまいますので",
  "かじって|みて|ください",
  "つるして|おいて|ください",
  "お知らせ|いただけると|たすかります",
  "どうぞご安心|くださいませ",
  "見えますけれども|すぐになくなります",
  "摘んでいるので|みずみずしいまま",
  "感じるかも|しれませんが|それだけの",
  "届けられるように|しています",
  "収穫しなければ|なりません",
  "リンクでは|ありません",
  "つくっていきたいと|おもっています",
])("a long phrase is parted between its words: %s", (phrase) => {
  expect(cut(phrase.replaceAll("|", ""))).toBe(phrase);
});

test.each([
  "あたらしいはたらきかた",
  "たからものみたいに",
  "このできたてのおいしさ",
  "おいしくできています",
  "ものだからこそ",
  "とれたてではなやかです",
  "からだにやさしいからですよ",
  "そうしたらいけません",
  "まだからいままです",
  "いたらないところもあります",
])("no word is parted: %s", (phrase) => {
  expect(cut(phrase)).toBe(phrase);
});

test("a page may part what is long alone, and loses no character", () => {
  expect(splitAtJoints("食べてください。今日は覚えていただけたらうれしいです。")).toEqual([
    { text: "食べてください。今日は覚えて", held: false },
    { text: "いただけたら", held: true },
    { text: "うれしいです", held: true },
    { text: "。", held: false },
  ]);
  expect(splitAtJoints("")).toEqual([{ text: "", held: false }]);
});

test.each([
  ["名前だけでも覚えていただけたらうれしいです。", ["名前だけでも", "覚えていただけたら", "うれしいです。"]],
  ["箱を開けて冷蔵庫につるしておいてください。", ["箱を開けて", "冷蔵庫につるして", "おいてください。"]],
  ["送料はお知らせいただけるとたすかります。", ["送料は", "お知らせいただけると", "たすかります。"]],
])("a caption on a phone ends its lines there: %s", (text, lines) => {
  expect(layOutLines(text, "ja", { layout: "vertical" })).toEqual(lines);
});
