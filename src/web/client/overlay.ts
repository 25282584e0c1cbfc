import { createCaptionStage } from "./caption-stage.ts";
import { followCaptions, type LineState } from "./caption-stream.ts";
import { adoptCustomStyles } from "./custom-styles.ts";
import { takeStyle } from "./overlay-style.ts";
import { byId, pageData } from "./page-data.ts";

/** A line lost for longer than this takes its words off the air with it; a shorter break is seen by nobody. */
const LOST_MS = 3_000;

const { captions, languages, clockMs } = pageData<{ captions: string; languages: string[]; clockMs: number }>();
const openedAtMs = performance.now() - clockMs;

adoptCustomStyles();
const style = takeStyle(byId("stage"), new URLSearchParams(location.search));
for (const language of languages) {
  const place = byId(`captions-${language}`);
  const stage = createCaptionStage(place, { ...style, sinceOpenMs: () => performance.now() - openedAtMs });
  let clearing: number | undefined;
  followCaptions(captions, language, {
    onCues: stage.show,
    onState(state: LineState) {
      place.dataset["line"] = state;
      clearTimeout(clearing);
      if (state === "refused") stage.clear();
      if (state === "lost") clearing = setTimeout(stage.clear, LOST_MS);
    },
  });
}
