import { byId, fill } from "./page-data.ts";
import { seenLine } from "./seen-line.ts";
import { pathInLanguage, type StudioWords } from "./studio-page.ts";

/** How buyers' questions stand, by story: as the page came with it, and as `/v1/buyer-questions/events` says it. */
export type QuestionCounts = { storyId: string; asked: number; read: number; answered: number; told: number };
type Given = { counts: readonly QuestionCounts[]; storyId: string | undefined; words: StudioWords; look: () => void };

/** Says that a buyer has asked, whatever the grower is at, and has the page show it. */
export function followBuyers({ counts, storyId, words, look }: Given): void {
  const { title } = document;
  const [text, link, close] = [byId("asked-text"), byId("asked-link"), byId("asked-close")];
  let known = counts;

  const say = (sentence: string, path: string) => {
    text.textContent = sentence;
    link.setAttribute("href", path);
    for (const control of [link, close]) control.hidden = false;
  };
  const fallSilent = () => {
    text.textContent = "";
    for (const control of [link, close]) control.hidden = true;
  };
  const count = () => {
    const waiting = known.reduce((sum, { asked, answered }) => sum + asked - answered, 0);
    document.title = waiting === 0 ? title : fill(words.titleWaiting, { waiting, title });
  };
  const hear = (now: readonly QuestionCounts[]) => {
    if (JSON.stringify(now) === JSON.stringify(known)) return;
    const askedBefore = new Map(known.map((story) => [story.storyId, story.asked]));
    const asked = now.filter((story) => story.asked > (askedBefore.get(story.storyId) ?? 0));
    known = now;
    count();
    look();
    const here = asked.some((story) => story.storyId === storyId);
    const [other] = asked;
    if (here) say(words.askedHere, "#buyers");
    else if (other !== undefined) say(words.askedThere, `${pathInLanguage(`/?story=${encodeURIComponent(other.storyId)}`)}#buyers`);
  };
  for (const control of [link, close]) control.addEventListener("click", fallSilent);
  count();
  seenLine("/v1/buyer-questions/events", { questions: (data) => hear(JSON.parse(data)) });
}
