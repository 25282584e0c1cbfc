import { byId, fill } from "./page-data.ts";
import { pathInLanguage, type StudioWords } from "./studio-page.ts";

/** How buyers' questions stand, by story: as the page came with it, and as `/v1/buyer-questions/events` says it. */
export type QuestionCounts = { storyId: string; asked: number; read: number; answered: number; told: number };
type Given = { counts: readonly QuestionCounts[]; storyId: string | undefined; words: StudioWords; look: () => void };

/** Says that a buyer has asked, whatever the grower is at, and has the page show it. It listens while somebody looks: a browser keeps few lines open. */
export function followBuyers({ counts, storyId, words, look }: Given): void {
  const { title } = document;
  const [text, link, close] = [byId("asked-text"), byId("asked-link"), byId("asked-close")];
  let known = counts;
  let source: EventSource | undefined;

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
  const listen = () => {
    source?.close();
    source = undefined;
    if (document.visibilityState === "hidden") return;
    source = new EventSource("/v1/buyer-questions/events");
    source.addEventListener("questions", ({ data }) => hear(JSON.parse(String(data))));
  };
  document.addEventListener("visibilitychange", listen);
  for (const control of [link, close]) control.addEventListener("click", fallSilent);
  count();
  listen();
}
