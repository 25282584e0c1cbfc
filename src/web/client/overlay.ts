import type { Language } from "#i18n/language.ts";
import { createCaptionStage } from "./caption-stage.ts";
import { followCaptions } from "./caption-stream.ts";
import { adoptCustomStyles } from "./custom-styles.ts";
import { takeStyle } from "./overlay-style.ts";
import { byId, pageData } from "./page-data.ts";
import { showClock } from "./show-clock.ts";

/** A line lost for longer than this takes its words off the air with it; a shorter break is seen by nobody. */
const LOST_MS = 3_000;

const { captions, languages, clockMs } = pageData<{ captions: string; languages: Language[]; clockMs: number }>();
const sinceOpenMs = showClock(clockMs);

adoptCustomStyles();
const style = takeStyle(byId("stage"), new URLSearchParams(location.search));
const stages = new Map(
  languages.map((language) => {
    const place = byId(`captions-${language}`);
    const stage = createCaptionStage(place, { ...style, sinceOpenMs });
    return [language, { place, stage }];
  }),
);
const clear = () => {
  for (const { stage } of stages.values()) stage.clear();
};
let clearing: number | undefined;
followCaptions(captions, languages, {
  onCues: (language, cues, news) => stages.get(language)?.stage.show(cues, news),
  onState(state) {
    for (const { place } of stages.values()) place.dataset["line"] = state;
    clearTimeout(clearing);
    if (state === "refused") clear();
    if (state === "lost") clearing = setTimeout(clear, LOST_MS);
  },
});
