import { call, Refused } from "./call.ts";
import type { ConsoleWords } from "./console-words.ts";
import { findEngines, type Engine } from "./engine.ts";
import type { Health } from "./health.ts";
import { listen } from "./listen.ts";
import { openMicrophone, type OpenMicrophone } from "./level-meter.ts";
import { takeMicrophone, thisDevice } from "./mic-lock.ts";
import type { Sentence as Said } from "./sentence-outbox.ts";
import { byId } from "./page-data.ts";
import { isAndroid } from "./recogniser.ts";
import { createSoundOutbox } from "./sound-outbox.ts";
import { canRecord, recordUtterances } from "./sound-recorder.ts";

type Options = {
  api: string;
  words: ConsoleWords;
  health: Health;
  /** Whether the server can hear sound. */
  hears: boolean;
  /** Whether the show's budget has room for it, as far as is known. */
  mayHear(): boolean;
  say(text: string, given: Partial<Said>): void;
  /** A sentence the server heard is out under this cue. */
  onHeardBy(cue: string, saidAtMs: number): void;
  sinceOpenMs(): number;
};

/** An interim is worth a request this often; the final that follows says it all again. */
const INTERIM_MS = 400;
const LEVEL_MS = 50;
const READ_MS = 20_000;
/** No sound for so long is no pause any more, and this loud is not speech any more. */
const SILENT_MS = 10_000;
const SOUND_MIN = 0.008;
const LOUD = 0.7;
/** What a voice at a good distance reaches, as the meter's full height. */
const METER_FULL = 0.25;

/** The big button: starts and stops listening, shows how loud it is and what was heard. */
export function startMicrophone(options: Options): { toggle(): void; stop(): void } {
  const { words, health, hears, mayHear } = options;
  const button = byId("mic");
  const heardLine = byId("heard");
  const engines = findEngines(hears);
  let stopListening: (() => void) | undefined;

  /** Words of this page's own, or in a language what was heard: of that the beginning will do. */
  const tell = (text: string, heardIn?: string) => {
    heardLine.textContent = text;
    heardLine.lang = heardIn ?? document.documentElement.lang;
    heardLine.classList.toggle("whole", heardIn === undefined);
  };
  const show = () => {
    const isOn = stopListening !== undefined;
    button.setAttribute("aria-pressed", String(isOn));
    byId("mic-word").textContent = words(isOn ? "micStop" : "micStart");
    if (!isOn) health.note("sound", undefined);
  };
  const stop = () => {
    stopListening?.();
    stopListening = undefined;
    show();
  };
  const noteEars = (key: "earsMoved" | "earsMovedLate" | "earsLost") => {
    health.note("ears", words(key));
    // With another ear the show goes on: it is read and done with.
    if (key !== "earsLost") setTimeout(() => health.note("ears", undefined), READ_MS);
  };
  const start = async () => {
    button.toggleAttribute("disabled", true);
    try {
      if (!(await takeMicrophone(options.api))) return tell(words("micTaken"));
      if (engines.chosen() === "server" && !mayHear() && engines.leaveServer()) noteEars("earsMoved");
      stopListening = await startEar(engines.chosen() ?? "browser", options, { tell, stop, leaveServer });
      tell(words("listening"));
    } catch {
      tell(words("micDenied"));
    } finally {
      button.toggleAttribute("disabled", false);
      show();
    }
  };
  const leaveServer = (isLost: boolean) => {
    const wasServer = engines.chosen() === "server";
    const isMoved = engines.leaveServer();
    // Without another ear the server hears as long as it may; what it was sent last is answered after the browser took over.
    if (!isLost && !(isMoved && wasServer)) return;
    noteEars(isMoved ? (isLost ? "earsMovedLate" : "earsMoved") : "earsLost");
    if (!wasServer || stopListening === undefined) return;
    stop();
    tell("");
    if (isMoved) void start();
  };
  if (!engines.any) {
    button.toggleAttribute("disabled", true);
    tell(words("micNone"));
    return { toggle: () => {}, stop: () => {} };
  }
  const toggle = () => {
    if (button.hasAttribute("disabled")) return;
    if (stopListening === undefined) {
      health.note("ears", undefined);
      void start();
    } else {
      stop();
      tell(words("heardNone"));
    }
  };
  button.addEventListener("click", toggle);
  return { toggle, stop };
}

type Teller = {
  tell(text: string, language?: string): void;
  stop(): void;
  /** The server hears no more; `isLost`: not even what was said last. */
  leaveServer(isLost: boolean): void;
};

/** Begins to listen; the answer ends it. Throws where the microphone is denied. */
async function startEar(engine: Engine, options: Options, teller: Teller): Promise<() => void> {
  // Chrome on Android gives the microphone to one listener: there the recogniser alone tells of speech.
  const isShared = engine === "server" || !isAndroid();
  const microphone = isShared && canRecord() ? await openMicrophone() : undefined;
  const ear = engine === "server" && microphone !== undefined ? hearOnServer(microphone, options, teller) : hearInBrowser(options, teller);
  const stopMeter = startMeter(microphone, options, ear.push);
  return () => {
    stopMeter();
    ear.stop();
    microphone?.close();
  };
}

type Ear = { push?(level: number): void; stop(): void };

function hearInBrowser({ api, words, say }: Options, { tell, stop }: Teller): Ear {
  const device = thisDevice();
  let lastInterimAt = 0;
  const stopListening = listen({
    onSentence({ id, text, isFinal }) {
      tell(text, "vi");
      if (isFinal) return say(text, { id, device });
      if (performance.now() - lastInterimAt < INTERIM_MS) return;
      lastInterimAt = performance.now();
      // One that is lost is lost: the next is on its way.
      call(`${api}/segments`, { method: "POST", body: { id, text, final: false, device } }).catch((error: unknown) => {
        if (!(error instanceof Refused) || error.code !== "mic_taken") return;
        stop();
        tell(words("micTaken"));
      });
    },
    onSpeech: (isSpeaking) => byId("mic").classList.toggle("speaking", isSpeaking),
    onTrouble(trouble) {
      if (trouble === "denied") stop();
      tell(words(trouble === "denied" ? "micDenied" : "micLost"));
    },
  });
  return { stop: stopListening };
}

function hearOnServer(
  { stream }: OpenMicrophone,
  { api, words, health, onHeardBy, sinceOpenMs }: Options,
  { tell, leaveServer }: Teller,
): Ear {
  const outbox = createSoundOutbox(api, thisDevice(), {
    onHeard({ cueId, text, dropped, hears }, saidAtMs) {
      if (dropped === undefined) tell(text, "vi");
      if (cueId !== null) onHeardBy(cueId, saidAtMs);
      health.note("sound", undefined);
      if (!hears) leaveServer(false);
    },
    onLost: (reason) => health.note("sound", reason === "" ? words("soundLost") : reason),
    onSpent: () => leaveServer(true),
  });
  const { push, stop } = recordUtterances(stream, outbox.send);
  return { push: (level) => push(level, sinceOpenMs()), stop };
}

/** Shows the level, hands it on, and says when nothing or too much comes in. */
function startMeter(
  microphone: OpenMicrophone | undefined,
  { words, health }: Options,
  push: ((level: number) => void) | undefined,
): () => void {
  if (microphone === undefined) return () => {};
  const button = byId("mic");
  let soundAt = performance.now();
  let wasQuiet = false;
  const timer = setInterval(() => {
    const level = microphone.level();
    button.style.setProperty("--level", Math.min(1, level / METER_FULL).toFixed(2));
    if (level > SOUND_MIN) soundAt = performance.now();
    const isQuiet = performance.now() - soundAt > SILENT_MS;
    if (isQuiet !== wasQuiet || level > LOUD) health.note("sound", isQuiet ? words("silent") : level > LOUD ? words("loud") : undefined);
    wasQuiet = isQuiet;
    push?.(level);
  }, LEVEL_MS);
  return () => {
    clearInterval(timer);
    button.style.removeProperty("--level");
  };
}
