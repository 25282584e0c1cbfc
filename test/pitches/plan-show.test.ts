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
import { retellForShow } from "#pitches/retell-for-show.ts";
import { retellLoop, writePitchByRules } from "#pitches/write-pitch-by-rules.ts";
import { sentencesOf } from "./pitch-texts.ts";

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
  const pitch = writePitchByRules({ storyId: id, facts, language: "vi", words, said });
  const loops = retellLoop({ storyId: id, facts, words, said, minutes: undefined, turns: 8 });
  return { id, facts, said, pitch, again: loops.map((loop) => retellForShow(loop, loop, new Set())) };
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

  test("announces and tells again only what there is time to present, and takes goods one after the other only where they are several", () => {
    const { segments } = planShow(12, [first, ...others], words);
    const told = new Set(segments.flatMap(({ kind, storyId }) => (kind === "loop" ? [storyId] : [])));
    expect(told.size).toBeLessThan(3);
    expect(new Set(segments.flatMap(({ kind, storyId }) => (kind === "re-push" ? [storyId] : [])))).toEqual(told);
    const announced = segments[0]?.lines.map(({ vi }) => vi).join(" ") ?? "";
    expect(announced).toContain("nhãn lồng");
    expect(announced).not.toContain("Bát Tràng");
    const alone = planShow(60, [first], words).segments;
    expect(alone[0]?.lines.map(({ en }) => en).join(" ")).not.toContain("one after the other");
    expect(
      planShow(60, [first, ...others], words)
        .segments[0]?.lines.map(({ en }) => en)
        .join(" "),
    ).toContain("one after the other");
    expect(alone.find(({ kind }) => kind === "re-push")?.minutes).toBeLessThanOrEqual(3);
  });

  test("tells one product's loop in other words each time: another hook, another order, the same facts", () => {
    for (const story of [first, ...others]) {
      const { segments } = planShow(60, [story], words);
      const loops = segments.filter(({ kind }) => kind === "loop");
      expect(loops.length).toBeGreaterThan(4);
      const told = loops.map(({ blockIds, blocks }) =>
        blockIds.map((id) => {
          const again = blocks.find((block) => block.id === id);
          const own = story.pitch.loop.find((block) => block.id === id);
          return { id, say: again?.say.vi ?? own?.say ?? "", factIds: again?.factIds ?? own?.factIds ?? [] };
        }),
      );
      expect(loops[0]?.blocks).toEqual([]);
      const facts = told.map((blocks) => [...new Set(blocks.flatMap(({ factIds }) => factIds))].toSorted());
      for (const each of facts) expect(each).toEqual(facts[0]);
      expect(new Set(told.map(([hook]) => hook?.say)).size).toBe(told.length);
      const sentences = told.map((blocks) => blocks.flatMap(({ say }) => sentencesOf(say)));
      for (const [index, next] of sentences.slice(1).entries()) {
        const shared = next.filter((sentence) => sentences[index]?.includes(sentence));
        expect(shared.length).toBeLessThanOrEqual(next.length / 3);
      }
      const orders = new Set(told.map((blocks) => blocks.flatMap(({ id }) => (id.includes("feature") ? [id] : [])).join(" ")));
      const features = story.pitch.loop.filter(({ beat }) => beat === "feature").length;
      expect(orders.size).toBe(Math.max(1, features));
      expect(planShow(60, [story], words).segments).toEqual(segments);
    }
  });

  test("of many hours goes through its tellings again and again", () => {
    const loops = planShow(720, [first], words).segments.filter(({ kind }) => kind === "loop");
    expect(loops[9]?.blocks).toEqual([]);
    expect(loops[10]?.blocks).toEqual(loops[1]?.blocks);
    expect(loops[1]?.blocks).not.toEqual(loops[2]?.blocks);
  });

  test("keeps what a person wrote, and tells as in the script what the gate stops", () => {
    const { id: storyId, facts, said } = first;
    const [loop] = retellLoop({ storyId, facts, words, said, minutes: undefined, turns: 1 });
    if (loop === undefined) throw new Error("not told again");
    const stopped = { ...loop, ja: loop.ja.filter(({ id }) => id !== "loop-demo") };
    const again = [retellForShow(loop, stopped, new Set(["loop-price"]))];
    const loops = planShow(60, [{ ...first, again }], words).segments.filter(({ kind }) => kind === "loop");
    expect(loops[1]?.blockIds).toEqual(expect.arrayContaining(["loop-price", "loop-demo"]));
    const ids = loops[1]?.blocks.map(({ id }) => id);
    expect(ids).toContain("loop-hook");
    expect(ids).not.toContain("loop-price");
    expect(ids).not.toContain("loop-demo");
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
    expect(unknown).toContain("I don't know the price");
  });

  test("says nothing that the gate would stop", () => {
    for (const story of [first, ...others]) {
      const { segments, guest } = planShow(90, [story], words);
      const spoken = [
        ...segments.flatMap(({ title, lines, blocks }) => [title, ...lines, ...blocks.map(({ say }) => say)]),
        ...guest.steps.map(({ say }) => say),
      ];
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

  test("has the net quantity of each pack by itself, in the grower's own words, and none of a case of packs", () => {
    const of = (notes: string) => {
      const said = { notes, answers: [] };
      const { facts } = readFactsByRules(said, [...MARKETS]);
      const { label } = coachSchema.parse(coachStory({ storyId: "story-1", facts, markets: [...MARKETS], language: "en", words, said }));
      return label.filter(({ field }) => field === "quantity").map(({ value }) => value?.vi);
    };
    expect(of("Xoài cát Chu Cao Lãnh 40k/kg, túi 3kg, thùng 12 kg, thùng 4 túi")).toEqual(["3 kg", "12 kg"]);
    expect(of("Na Chi Lăng, Lạng Sơn 50k/kg, hộp 8 quả")).toEqual(["8 quả"]);
  });

  test("serves each of goods of different kinds: their props, their shots, and a label for each pack", () => {
    const said = { notes: "Trà sen Tây Hồ hộp 100g 800k, để nơi khô ráo. Giỏ tre Phú Vinh 120k/cái", answers: [] };
    const { facts } = readFactsByRules(said, [...MARKETS]);
    const coached = coachSchema.parse(coachStory({ storyId: "story-1", facts, markets: [...MARKETS], language: "en", words, said }));
    const props = coached.checklist.at(-1)?.items.join(" ");
    expect(props).toContain("hot water ready in a flask");
    expect(props).toContain("turntable");
    expect(coached.shots.join(" ")).toMatch(/Picking bud by bud.*Raw material becoming the piece/u);
    expect(new Set(coached.shots).size).toBe(10);
    const of = (goods: string) => coached.label.filter((row) => row.goods?.en === goods);
    expect(of("Lotus tea").map(({ field, value }) => [field, value?.vi])).toEqual([
      ["name", "Trà sen"],
      ["origin", "Hồ Tây, Việt Nam"],
      ["quantity", "100 g"],
      ["ingredients", undefined],
      ["made", undefined],
      ["best-before", undefined],
      ["storage", "Để nơi khô ráo"],
      ["responsible", undefined],
    ]);
    expect(of("Bamboo baskets").map(({ field, value }) => [field, value?.vi])).toEqual([
      ["name", "Giỏ tre"],
      ["origin", "Phú Vinh, Việt Nam"],
      ["responsible", undefined],
    ]);
    expect(coached.label).toHaveLength(of("Lotus tea").length + of("Bamboo baskets").length);
  });

  test("asks only what the story's markets and the kind of goods require", () => {
    const [rice, pottery] = others;
    if (rice === undefined || pottery === undefined) throw new Error("no story");
    expect(coach(rice).label.find(({ field }) => field === "ingredients")?.status).toBe("missing");
    expect(coach(rice, "vi", ["us"]).label.find(({ field }) => field === "made")).toBeUndefined();
    expect(coach(pottery).label.map(({ field }) => field)).toEqual(["name", "origin", "responsible"]);
  });
});
