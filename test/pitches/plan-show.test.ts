import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTexts } from "#checks/check-texts.ts";
import { readFactsByRules } from "#facts/read-facts-by-rules.ts";
import { LANGUAGES, MARKETS } from "#i18n/language.ts";
import { loadWords } from "#i18n/words.ts";
import { coachSchema } from "#pitches/coach.ts";
import { coachStory } from "#pitches/coach-story.ts";
import { planShow, type ShowStory } from "#pitches/plan-show.ts";
import { showPlanSchema } from "#pitches/show-plan.ts";
import { writePitchByRules } from "#pitches/write-pitch-by-rules.ts";

const words = loadWords();
const NOTES = [
  "Nhãn lồng Hưng Yên độ ngọt 20-22 brix, giá 35k/kg, thùng 5kg, để ngăn mát 15 ngày, VietGAP, chị Hoa 0978 000 321",
  "Gạo ST25 Sóc Trăng nhà tui, bao 5kg 175k, còn 12 tấn, để nơi khô ráo 6 tháng. Tư Lành 0918 222 333",
  "gốm Bát Tràng",
] as const;
const storyOf = (notes: string, index: number): ShowStory => {
  const said = { notes, answers: [] };
  const { facts } = readFactsByRules(said, [...MARKETS]);
  const id = `story-${index}`;
  return { id, facts, said, pitch: writePitchByRules({ storyId: id, facts, language: "vi", words, said }) };
};
const [first, ...others] = NOTES.map(storyOf);
if (first === undefined) throw new Error("no story");

describe("a plan of a whole show", () => {
  test("fills exactly its minutes, part after part, from the warm-up to the farewell", () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 720 }), fc.subarray(others), (minutes, more) => {
        const plan = showPlanSchema.parse(planShow(minutes, [first, ...more], words));
        let at = 0;
        for (const segment of plan.segments) {
          expect(segment.fromMinute).toBeCloseTo(at, 6);
          at += segment.minutes;
        }
        expect(at).toBeCloseTo(minutes, 6);
        expect(plan.segments.at(0)?.kind).toBe("warm-up");
        expect(plan.segments.at(-1)?.kind).toBe("farewell");
        expect(new Set(plan.segments.map(({ id }) => id)).size).toBe(plan.segments.length);
      }),
      { numRuns: 60 },
    );
  });

  test("gives every product its loop and its prices again, answers after each loop, and a guest only where there is time", () => {
    const { segments } = planShow(60, [first, ...others], words);
    for (const { id, pitch } of [first, ...others]) {
      const loop = segments.find(({ kind, storyId }) => kind === "loop" && storyId === id);
      expect(loop?.blockIds).toEqual(pitch.loop.map((block) => block.id));
      expect(segments.some(({ kind, storyId }) => kind === "re-push" && storyId === id)).toBe(true);
    }
    for (const [index, { kind }] of segments.entries()) if (kind === "loop") expect(segments[index + 1]?.kind).toBe("answers");
    expect(segments.filter(({ kind }) => kind === "guest")).toHaveLength(1);
    expect(segments.filter(({ kind }) => kind === "guest").map(({ speaker }) => speaker)).toEqual(["guest"]);
    expect(planShow(10, [first], words).segments.some(({ kind }) => kind === "guest")).toBe(false);
  });

  test("has a two-minute card for a guest, with the host's name, the price and the number, and rules against promises", () => {
    const { guest } = planShow(60, [first], words);
    expect(guest.steps.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(120);
    const said = guest.steps.map(({ say }) => say.vi).join(" ");
    for (const each of ["Hưng Yên", "nhãn lồng", "Tôi hỏi chị Hoa một câu", "35 nghìn một cân", "0978 000 321"])
      expect(said).toContain(each);
    expect(guest.rules.length).toBeGreaterThan(2);
    const unknown = planShow(60, [storyOf("gốm Bát Tràng", 9)], words)
      .guest.steps.map(({ say }) => say.en)
      .join(" ");
    expect(unknown).toContain("I do not know the price");
  });

  test("says nothing that the gate would stop", () => {
    for (const story of [first, ...others]) {
      const { segments, guest } = planShow(90, [story], words);
      const spoken = [...segments.flatMap(({ title, lines }) => [title, ...lines]), ...guest.steps.map(({ say }) => say)];
      for (const language of LANGUAGES) {
        const texts = { [language]: spoken.map((each) => each[language]).join("\n") };
        const found = checkTexts({
          words: story.said ?? { notes: "", answers: [] },
          facts: story.facts,
          texts,
          markets: [...MARKETS],
          say: words.in("vi", "findings"),
        });
        expect(found.filter(({ severity }) => severity === "block")).toEqual([]);
      }
    }
  });
});

describe("the coach", () => {
  const coach = (story: ShowStory, language: (typeof LANGUAGES)[number] = "vi", markets = [...MARKETS]) =>
    coachSchema.parse(coachStory({ storyId: story.id, facts: story.facts, markets, language, words }));

  test("has light, sound, framing and the props of the family, and ten different shots, in each language", () => {
    for (const story of [first, ...others])
      for (const language of LANGUAGES) {
        const { checklist, shots } = coach(story, language);
        expect(checklist.map(({ topic }) => topic)).toEqual(["light", "sound", "framing", "props"]);
        expect(new Set(shots).size).toBe(10);
      }
    expect(coach(first).shots.join(" ")).toContain("máy đo độ ngọt");
    expect(others[1] && coach(others[1]).checklist.at(-1)?.items.join(" ")).toContain("Bàn xoay");
  });

  test("fills the label from the facts in three languages, and says what each market requires and is missing", () => {
    const label = coach(first).label;
    const row = (field: string) => label.find((each) => each.field === field);
    expect(row("name")?.value).toEqual({ vi: "Nhãn lồng", en: "Nhan Long longans", ja: "ニャンロン種の竜眼" });
    expect(row("origin")?.value).toEqual({ vi: "Hưng Yên, Việt Nam", en: "Hung Yen, Vietnam", ja: "ベトナム（フンイエン省）" });
    expect(row("quantity")?.value?.en).toBe("5 kg");
    expect(row("storage")?.value?.ja).toBe("冷蔵庫で保存してください");
    expect(row("best-before")).toMatchObject({ status: "incomplete", value: { vi: "15 ngày kể từ ngày sản xuất" } });
    expect(row("made")).toMatchObject({ status: "missing", requiredBy: [{ market: "vn" }] });
    expect(row("origin")?.requiredBy.map(({ market }) => market)).toEqual(["vn", "jp", "us"]);
    expect(row("ingredients")).toBeUndefined();
    for (const { factIds } of label) for (const id of factIds) expect(first.facts.map((fact) => fact.id)).toContain(id);
  });

  test("asks only what the story's markets and the kind of goods require", () => {
    const [rice, pottery] = others;
    if (rice === undefined || pottery === undefined) throw new Error("no story");
    expect(coach(rice).label.find(({ field }) => field === "ingredients")?.status).toBe("missing");
    expect(coach(rice, "vi", ["us"]).label.find(({ field }) => field === "made")).toBeUndefined();
    expect(coach(pottery).label.map(({ field }) => field)).toEqual(["name", "origin", "responsible"]);
  });
});
