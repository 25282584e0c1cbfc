import { call } from "./call.ts";
import { byId } from "./page-data.ts";
import { randomId } from "./random-id.ts";
import { canListen, listen, type Heard } from "./recogniser.ts";

/** An interim is worth a request this often; the final that follows says it all again. */
const INTERIM_MS = 400;

/** Turns the microphone's button into one: what is heard is shown, interims are sent as they come, finals through `say`. */
export function startMicrophone(api: string, words: Readonly<Record<string, unknown>>, say: (text: string, id: string) => void): void {
  const button = byId("mic");
  const heardLine = byId("heard");
  const word = (key: string) => String(words[key] ?? "");
  if (!canListen()) {
    button.toggleAttribute("disabled", true);
    heardLine.textContent = word("micNone");
    heardLine.lang = document.documentElement.lang;
    return;
  }
  let stop: (() => void) | undefined;
  let ids = new Map<string, string>();
  let lastInterimAt = 0;

  const onHeard = ({ key, text, isFinal }: Heard) => {
    const id = ids.get(key) ?? randomId();
    ids.set(key, id);
    heardLine.textContent = text;
    if (isFinal) say(text, id);
    else if (performance.now() - lastInterimAt > INTERIM_MS) {
      lastInterimAt = performance.now();
      // One that is lost is lost: the next is on its way.
      call(`${api}/segments`, { method: "POST", body: { id, text, final: false } }).catch(() => {});
    }
  };
  const show = () => {
    button.setAttribute("aria-pressed", String(stop !== undefined));
    button.textContent = word(stop === undefined ? "micStart" : "micStop");
    heardLine.textContent = stop === undefined ? "" : word("listening");
  };
  button.addEventListener("click", () => {
    if (stop === undefined) {
      ids = new Map();
      stop = listen({
        onHeard,
        onTrouble(trouble) {
          if (trouble === "denied") {
            stop = undefined;
            show();
          }
          heardLine.textContent = word(trouble === "denied" ? "micDenied" : "micLost");
        },
      });
    } else {
      stop();
      stop = undefined;
    }
    show();
  });
}
