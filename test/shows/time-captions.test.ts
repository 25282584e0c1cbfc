import fc from "fast-check";
import { expect, test } from "vitest";
import type { Cue } from "#shows/cue.ts";
import { layOutLines, LAYOUTS } from "#shows/lay-out-lines.ts";
import { CHARACTERS_A_SECOND } from "#shows/reading-time.ts";
import { timeCaptions } from "#shows/time-captions.ts";
import { captions, glue, languages, layouts } from "./any-captions.ts";

const shows = languages.chain((language) =>
  fc
    .array(
      fc.record({
        text: captions.filter((caption) => caption.language === language).map(({ text }) => text),
        gapMs: fc.integer({ min: 0, max: 9_000 }),
        lastsMs: fc.integer({ min: 0, max: 9_000 }),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((sentences) => {
      let startMs = 0;
      return sentences.map(({ text, gapMs, lastsMs }, index): Cue => {
        startMs += gapMs;
        const place = { startMs, endMs: startMs + lastsMs };
        const lines = layOutLines(text, language);
        return { cue: `c${index}`, seq: index + 1, rev: 1, language, text, lines, status: "final", provenance: "machine", ...place };
      });
    }),
);

test("in files nothing is more than two lines high or too fast to read without being marked", () => {
  fc.assert(
    fc.property(shows, layouts, (cues, layout) => {
      const timed = timeCaptions(
        cues.map((cue) => ({ ...cue, lines: layOutLines(cue.text, cue.language, { layout }) })),
        layout,
      );
      let before = 0;
      for (const { startMs, endMs, lines, fast, cue } of timed) {
        expect(startMs).toBeGreaterThanOrEqual(before);
        expect(endMs).toBeGreaterThan(startMs);
        expect(lines.length).toBeLessThanOrEqual(LAYOUTS[layout].lines);
        const language = cues.find((one) => one.cue === cue)?.language ?? "vi";
        const aSecond = ([...lines.join("")].length * 1_000) / (endMs - startMs);
        expect(fast).toBe(aSecond > CHARACTERS_A_SECOND[language]);
        before = startMs;
      }
      expect(new Set(timed.map(({ id }) => id)).size).toBe(timed.length);
      for (const cue of cues) {
        const shown = timed.filter((one) => one.cue === cue.cue).flatMap(({ lines }) => lines);
        expect(shown.join(glue(cue.language))).toBe(cue.text);
      }
    }),
  );
});

test("with time enough nothing is too fast", () => {
  fc.assert(
    fc.property(shows, (cues) => {
      let startMs = 0;
      const slow = cues.map((cue) => {
        startMs += 60_000;
        return { ...cue, startMs, endMs: startMs };
      });
      expect(timeCaptions(slow).filter(({ fast }) => fast)).toEqual([]);
    }),
  );
});
