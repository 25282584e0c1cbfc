import type { Language } from "#i18n/language.ts";
import type { Cue } from "#shows/cue.ts";
import type { ConsoleWords } from "./console-words.ts";
import type { ObsState } from "./obs-line.ts";
import { pageClock } from "./page-clock.ts";
import { byId } from "./page-data.ts";
import { inTab } from "./remember-in-tab.ts";
import { remember, remembered } from "./remember.ts";

type Options = { words: ConsoleWords; sinceOpenMs(): number; attempt(act: () => Promise<void>): Promise<boolean> };
type Running = { language: Language; see(cue: Cue): void; clear(): void; close(): void };
/** What is known without asking OBS. */
type Refusal = "address" | "insecure";

/** As the page's policy has it. */
const ADDRESS = /^ws:\/\/(?:127\.0\.0\.1|localhost)(?::\d{1,5})?\/?$/;
/** A line that was lost brings what was said meanwhile: older than this it does not go on air as if it were said now. */
const LATE_MS = 30_000;
/**
 * The password, and with it that the switch is on: a page loaded anew in mid-show goes on, and a second window does not send
 * all of it twice. It opens all of OBS, so no longer than the tab is it kept.
 */
const SWITCHED_ON = "obs";

/** The switch for captions that OBS on this computer writes into its stream. All there is to it comes when it is first used. */
export function startObs({ words, sinceOpenMs, attempt }: Options) {
  const form = byId("obs-form");
  const [language, address, password] = ["language", "address", "password"].map((name) => field(`obs-${name}`));
  const button = byId("obs-switch");
  let running: Running | undefined;
  let isOn = false;

  const show = (state: ObsState | Refusal | "off") => {
    const line = byId("obs-state");
    line.dataset["state"] = state;
    line.textContent = words(`obs${state.charAt(0).toUpperCase()}${state.slice(1)}`);
  };
  const turn = (on: boolean) => {
    isOn = on;
    button.textContent = words(on ? "obsStop" : "obsStart");
    for (const one of [language, address, password]) one?.toggleAttribute("disabled", on);
    if (on) return;
    running?.clear();
    running?.close();
    running = undefined;
    inTab.forget(SWITCHED_ON);
  };
  const start = () => {
    const to = address?.value.trim() ?? "";
    if (!isSecureContext) return show("insecure");
    if (!ADDRESS.test(to)) return show("address");
    turn(true);
    show("connecting");
    remember("obs-address", to);
    remember("obs-language", language?.value ?? "");
    inTab.remember(SWITCHED_ON, password?.value ?? "");
    void attempt(() => connect(to)).then((done) => {
      if (done) return;
      turn(false);
      show("off");
    });
  };
  const connect = async (to: string) => {
    const [{ connectObs }, { createObsCaptions }] = await Promise.all([import("./obs-line.ts"), import("./obs-captions.ts")]);
    if (!isOn || running !== undefined) return;
    const line = connectObs({
      address: to,
      password: password?.value ?? "",
      onState(state) {
        show(state);
        if (state === "password" || state === "kicked") turn(false);
      },
    });
    const told = language?.value === "vi" ? "vi" : "en";
    const captions = createObsCaptions({ language: told, clock: pageClock, send: line.send });
    running = { language: told, ...captions, close: line.close };
  };
  const stop = () => {
    turn(false);
    show("off");
  };

  if (address !== undefined) address.value = remembered("obs-address") ?? address.value;
  const last = remembered("obs-language") ?? "";
  if (language instanceof HTMLSelectElement && [...language.options].some(({ value }) => value === last)) language.value = last;
  const kept = inTab.remembered(SWITCHED_ON);
  if (kept !== undefined && password !== undefined) password.value = kept;
  if (kept !== undefined) start();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (isOn) stop();
    else start();
  });

  addEventListener("pagehide", () => running?.clear());

  return {
    isOn: () => isOn,
    stop,
    see(of: Language, news: Cue): void {
      if (of !== running?.language) return;
      if (news.status === "final" && sinceOpenMs() - news.endMs > LATE_MS) return;
      running.see(news);
    },
  };
}

function field(id: string): HTMLInputElement | HTMLSelectElement | undefined {
  const found = byId(id);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : undefined;
}
