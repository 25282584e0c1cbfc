import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readNumberPlaces } from "#shows/number-places.ts";
import { indexLines } from "#shows/index-lines.ts";
import { isNoise } from "#shows/is-noise.ts";
import { scriptTexts, type ScriptTexts } from "#shows/script-texts.ts";
import { scriptLineSchema } from "#shows/show.ts";
import { translateByPhrasebook } from "#shows/translate-by-phrasebook.ts";

const script = [
  {
    id: "rice",
    vi: "Gạo ST25 nhà em trồng một vụ lúa một vụ tôm, không phun thuốc trừ sâu.",
    en: "Our ST25 rice is grown one rice crop to one shrimp season, with no pesticides.",
    ja: "うちのST25は、米とエビを交互に育てる田んぼで、農薬を使わずに育てています。",
  },
  {
    id: "bags",
    vi: "Túi 5 ký giá 190.000 đồng, túi 10 ký giá 370.000 đồng.",
    en: "A 5-kilo bag is 190,000 dong and a 10-kilo bag is 370,000 dong.",
    ja: "5キロ入りは190,000ドン、10キロ入りは370,000ドンです。",
  },
  {
    id: "order",
    vi: "Đặt trước 9 giờ tối thì sáng mai em gửi hàng luôn.",
    en: "Order before 9 p.m. and I'll ship tomorrow morning.",
    ja: "夜9時までのご注文は、明朝発送します。",
  },
  {
    id: "gift",
    vi: "Mua 2 hũ em tặng 1 gói trà gừng.",
    en: "Buy 2 jars and I'll add 1 pack of ginger tea.",
    ja: "2瓶お買い上げで、しょうが茶を1袋差し上げます。",
  },
  {
    id: "dollars",
    vi: "Giá 250.000 đồng một hũ 500ml.",
    en: "A 500 ml jar is 250,000 dong (about $10).",
    ja: "500ml入りは250,000ドンです。",
  },
  {
    id: "store",
    vi: "Gạo để nơi khô ráo được 6 tháng.",
    en: "The rice keeps for 6 months in a dry place.",
    ja: "お米は乾燥した所で6か月もちます。",
  },
];
const show = { index: indexLines(script), next: 0, languages: ["vi", "en", "ja"] as const };
const said = (text: string, final = true): ScriptTexts | undefined => scriptTexts(show, { text, final });

test.each([
  ["gạo st25 nhà em trồng một vụ lúa một vụ tôm hông phun thuốc trừ sâu đâu nha", "rice"],
  ["đặt trước tám giờ tối thì sáng mai em gửi hàng luôn nha cả nhà", "order"],
  ["ờ thì mua ba hũ là em tặng hai gói trà gừng nè", "gift"],
  ["tui nói gạo để nơi khô ráo được sáu tháng", "store"],
])("%s → %s", (text, line) => {
  expect(said(text)?.line).toBe(line);
});

test("spoken numbers take the places of the prepared ones in every language, and English nouns agree", () => {
  expect(said("mua ba hũ em tặng hai gói trà gừng nha")?.texts).toEqual({
    vi: "Mua 3 hũ em tặng 2 gói trà gừng.",
    en: "Buy 3 jars and I'll add 2 packs of ginger tea.",
    ja: "3瓶お買い上げで、しょうが茶を2袋差し上げます。",
  });
  expect(said("gạo để nơi khô ráo được một tháng")?.texts.en).toBe("The rice keeps for 1 month in a dry place.");
  expect(said("túi năm ký giá một trăm chín mươi lăm nghìn túi mười ký giá ba trăm tám chục nghìn")?.texts.en).toBe(
    "A 5-kilo bag is 195,000 dong and a 10-kilo bag is 380,000 dong.",
  );
});

test.each([
  ["another variety", "gạo st24 nhà em trồng một vụ lúa một vụ tôm không phun thuốc trừ sâu"],
  ["the negation left out", "gạo st25 nhà em trồng một vụ lúa một vụ tôm có phun thuốc trừ sâu"],
  ["a negation more", "đặt trước 9 giờ tối thì sáng mai em không gửi hàng được"],
  ["half of the line with its numbers", "túi năm ký giá một trăm chín mươi nghìn"],
  ["a number more", "mua hai hũ em tặng một gói trà gừng với ba cái muỗng"],
  ["a question", "có bạn hỏi gạo để nơi khô ráo được mấy tháng"],
  ["another thing counted", "gạo để nơi khô ráo được sáu ngày"],
  ["a change of price beside a conversion of the old one", "giá hai trăm sáu mươi nghìn một hũ 500ml"],
  ["a clause that takes it back", "mua hai hũ em tặng một gói trà gừng là tuần trước rồi bây giờ hết"],
])("%s is not a hit", (_, text) => {
  expect(said(text)).toBeUndefined();
});

test("an interim that breaks off in a number is not a hit yet", () => {
  expect(said("gạo để nơi khô ráo được sáu", false)).toBeUndefined();
});

test("two lines in one sentence come out as both, in the order said", () => {
  const both = said("gạo để nơi khô ráo được sáu tháng đặt trước chín giờ tối thì sáng mai em gửi hàng luôn");
  expect(both?.texts.en).toBe("The rice keeps for 6 months in a dry place. Order before 9 p.m. and I'll ship tomorrow morning.");
  expect(both?.texts.ja).toBe("お米は乾燥した所で6か月もちます。夜9時までのご注文は、明朝発送します。");
});

test("a phrase of the phrasebook is taken whole or not at all", () => {
  expect(translateByPhrasebook("còn năm hộp thôi cả nhà ơi", "en")).toBe("Only 5 boxes left, everyone.");
  expect(translateByPhrasebook("mua ba hộp tặng hai hộp", "ja")).toBe("3箱お買い上げで、2箱差し上げます。");
  expect(translateByPhrasebook("hai mươi cân", "en")).toBeUndefined();
  expect(translateByPhrasebook("không còn hàng đâu", "en")).toBeUndefined();
  expect(translateByPhrasebook("em chào chị Hương nhé", "en")).toBeUndefined();
});

test.each([
  "Phụ đề được thực hiện bởi cộng đồng Amara.org",
  "[âm nhạc]",
  "...",
  "ừ ừ ừ ừ ừ ừ ừ ừ",
  "Thanks for watching!",
  "Hẹn gặp lại các bạn trong video tiếp theo",
])("%s is noise", (text) => expect(isNoise(text)).toBe(true));
test.each([
  "cảm ơn các bạn đã ủng hộ nhà em nhiều lắm",
  "dạ dạ dạ",
  "cả nhà bấm theo dõi kênh giúp em với",
  "cảm ơn bà con đã theo dõi tui từ sáng tới giờ",
  "ok em",
  "10 cân",
])("%s is speech", (text) => expect(isNoise(text)).toBe(false));

const expectSchema = z.object({
  provenance: z.string(),
  line: z.string().optional(),
  lines: z.array(z.string()).optional(),
  numbers: z.array(z.number()).optional(),
  optional: z.boolean().optional(),
  drop: z.boolean().optional(),
});
const caseSchema = z.object({
  script: z.array(scriptLineSchema),
  segments: z.array(z.object({ id: z.string(), final: z.boolean(), text: z.string(), expect: expectSchema })),
});
const byValue = (left: number, right: number) => left - right;
const FOLDER = "../shared/cases/shows";

describe.skipIf(!existsSync(FOLDER))("the labelled shows", () => {
  test("lines are recognised, wrong ones are not, numbers are right and noise is dropped", () => {
    const score = { lines: 0, hits: 0, wrong: 0, numbers: 0, numbersRight: 0, noise: 0, dropped: 0, all: 0 };
    for (const file of readdirSync(FOLDER)) {
      const { script: prepared, segments } = caseSchema.parse(JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8")));
      const index = indexLines(prepared);
      let next = 0;
      for (const segment of segments.filter(({ final, expect: wanted }) => final && wanted.optional !== true)) {
        const wanted = segment.expect;
        const noise = isNoise(segment.text);
        const found = noise ? undefined : scriptTexts({ index, next, languages: ["vi", "en", "ja"] }, segment);
        next = found?.next ?? next;
        score.all += 1;
        score.noise += wanted.drop === true ? 1 : 0;
        score.dropped += wanted.drop === true && noise ? 1 : 0;
        const lines = wanted.lines ?? (wanted.line === undefined ? [] : [wanted.line]);
        score.lines += lines.length > 0 ? 1 : 0;
        if (found !== undefined && lines.includes(found.line)) score.hits += 1;
        else if (found !== undefined) score.wrong += 1;
        if (found === undefined || wanted.numbers === undefined) continue;
        for (const language of ["en", "ja"] as const) {
          const places = readNumberPlaces(found.texts[language] ?? "", language).filter(({ name, spelled }) => !name && !spelled);
          const told = places.map(({ value }) => value);
          score.numbers += 1;
          score.numbersRight += String(told.toSorted(byValue)) === String(wanted.numbers.toSorted(byValue)) ? 1 : 0;
        }
      }
    }
    console.info(score);
    expect(score.hits / score.lines).toBeGreaterThanOrEqual(0.88);
    expect(score.wrong / score.all).toBeLessThanOrEqual(0.02);
    expect(score.numbersRight).toBe(score.numbers);
    expect(score.dropped / score.noise).toBeGreaterThanOrEqual(0.9);
  });
});
