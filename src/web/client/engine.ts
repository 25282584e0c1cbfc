import { byId } from "./page-data.ts";
import { canRecognise } from "./recogniser.ts";
import { remember, remembered } from "./remember.ts";
import { canRecord } from "./sound-recorder.ts";

/** What listens: this browser, or the server by the sound that is sent to it. */
export type Engine = "browser" | "server";
export type Engines = {
  readonly any: boolean;
  chosen(): Engine | undefined;
  /** The server hears no more in this show: true where the browser listens from now on. */
  leaveServer(): boolean;
};

/** What can listen here, as the streamer last chose. `hears`: whether the server can. */
export function findEngines(hears: boolean): Engines {
  const engines: Engine[] = [...(canRecognise() ? (["browser"] as const) : []), ...(hears && canRecord() ? (["server"] as const) : [])];
  const select = byId("engine");
  const isChoice = select instanceof HTMLSelectElement && engines.length > 1;
  let chosen = engines.find((engine) => engine === remembered("engine")) ?? engines[0];
  if (isChoice) {
    byId("engine-choice").hidden = false;
    select.value = chosen ?? "";
    select.addEventListener("change", () => {
      chosen = engines.find((engine) => engine === select.value);
      remember("engine", select.value);
    });
  }
  return {
    any: engines.length > 0,
    chosen: () => chosen,
    leaveServer() {
      if (!isChoice) return false;
      // The next show has a budget of its own: what was chosen stays remembered.
      chosen = select.value = "browser";
      select.querySelector("[value=server]")?.toggleAttribute("disabled", true);
      return true;
    },
  };
}
