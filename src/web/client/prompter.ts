import { keepAwake } from "./keep-awake.ts";
import { byId, pageData } from "./page-data.ts";
import { applySettings, speedNow } from "./prompter-settings.ts";
import { startRehearsal, type Rehearsal } from "./rehearsal.ts";

type Words = Record<"start" | "pause" | "awakeNone" | "rehearse" | "stop" | "begin" | "next" | "rehearseHint", string> &
  Parameters<typeof startRehearsal>[0]["words"];
const { words } = pageData<{ words: Words }>();
const script = byId("script");
const run = byId("run");
const rehearse = byId("rehearse");
const note = byId("note");
const beats = [...script.querySelectorAll<HTMLElement>(".beat")];
const hint = note.textContent ?? "";
/** The words that are being said stand at a third of the height. */
const READ_AT = 1 / 3;

let rehearsal: Rehearsal | undefined;
let isRunning = false;

byId("controls").hidden = beats.length === 0;
applySettings(script);
keepAwake(() => (note.textContent = words.awakeNone));
run.addEventListener("click", act);
rehearse.addEventListener("click", () => (rehearsal === undefined ? startRehearsing() : stopRehearsing()));
script.addEventListener("click", act);
addEventListener("keydown", (event) => {
  const isOnControl = event.target instanceof Element && event.target.closest("button, input, a, summary") !== null;
  if (event.key !== " " || event.repeat || isOnControl) return;
  event.preventDefault();
  act();
});

/** One tap: starts or pauses, and in rehearsal goes on to the next part. */
function act(): void {
  if (beats.length === 0) return;
  if (rehearsal !== undefined) rehearsal.go();
  else if (isRunning) setRunning(false);
  else setRunning(true);
}

function setRunning(isOn: boolean): void {
  isRunning = isOn;
  run.textContent = isOn ? words.pause : words.start;
  note.textContent = isOn ? "" : hint;
  if (isOn) requestAnimationFrame((now) => roll(now, script.scrollTop));
}

/** Each part passes in the seconds it takes to say, at the speed that is set; a hand on the script moves it on. */
function roll(before: number, wanted: number): void {
  requestAnimationFrame((now) => {
    if (!isRunning) return;
    const from = Math.abs(script.scrollTop - wanted) > 2 ? script.scrollTop : wanted;
    const to = from + (paceAt(from) * speedNow() * (now - before)) / 1_000;
    script.scrollTop = to;
    if (to >= script.scrollHeight - script.clientHeight) setRunning(false);
    else roll(now, to);
  });
}

/** Pixels a second. */
function paceAt(scrollTop: number): number {
  const line = scrollTop + script.clientHeight * READ_AT;
  const beat = beats.findLast(({ offsetTop }) => offsetTop <= line) ?? beats[0];
  return beat === undefined ? 0 : beat.offsetHeight / Math.max(1, Number(beat.dataset["seconds"]));
}

function startRehearsing(): void {
  setRunning(false);
  show(true);
  note.textContent = words.rehearseHint;
  run.textContent = words.begin;
  rehearsal = startRehearsal({
    beats,
    words,
    onPart: (beat) => {
      run.textContent = words.next;
      script.scrollTo({ top: beat.offsetTop - script.clientHeight / 8 });
    },
    onClock: (text) => (note.textContent = text),
    onDone: (text) => {
      stopRehearsing();
      note.textContent = text;
    },
  });
}

function stopRehearsing(): void {
  rehearsal?.stop();
  rehearsal = undefined;
  show(false);
  note.textContent = hint;
  run.textContent = words.start;
}

function show(isRehearsing: boolean): void {
  rehearse.setAttribute("aria-pressed", String(isRehearsing));
  rehearse.textContent = isRehearsing ? words.stop : words.rehearse;
}
