import { z } from "zod";
import type { Fact } from "#facts/fact.ts";
import { LANGUAGES, type Language } from "#i18n/language.ts";
import { storySchema, type Story, type Writer } from "#stories/story.ts";
import type { Client } from "./client.ts";
import { NOTES } from "./lychee.ts";
import { heading, liveLines, pad, paint, say, sideBySide, wrap } from "./screen.ts";

const acceptedSchema = z.object({ links: z.object({ self: z.string(), events: z.string() }) });
const pitchEventSchema = z.looseObject({ language: z.string() });
/** A model takes its time; the rules need none. */
const TOLD_WITHIN_MS = 180_000;
const SPINNER = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

const NAMES: Record<Language, string> = { vi: "Tiếng Việt", en: "English", ja: "日本語" };

/** Posts the notes, follows the telling and shows the facts and the pitch. */
export async function showStory(client: Client): Promise<Story> {
  heading("The notes", "POST /v1/stories");
  for (const line of NOTES.split("\n")) say(`    ${paint("italic", line)}`);
  const { links } = acceptedSchema.parse(await client.post("/v1/stories", { notes: NOTES, markets: ["vn", "us", "jp"] }));
  heading("The telling", `GET ${links.events.replace(/[^/]{9,}/, "…")}`);
  await followTelling(client, links.events);
  const story = storySchema.parse(await client.get(links.self));
  if (story.status !== "ready") throw new Error(`The story is ${story.status}: ${story.error?.code ?? "no reason given"}`);
  showFacts(story);
  showPitch(story);
  return story;
}

/** One line a language, from "waiting" over "telling" to "told". */
async function followTelling(client: Client, events: string): Promise<void> {
  const startedAt = performance.now();
  const told = new Map<string, string>();
  let read = "";
  const lines = liveLines();
  const since = () => `${((performance.now() - startedAt) / 1000).toFixed(2)} s`;
  const render = () => [
    progress("notes", read, "read"),
    ...LANGUAGES.map((language) => progress(NAMES[language], told.get(language) ?? "", "told", read !== "")),
  ];
  const timer = setInterval(() => lines.show(render()), 80);
  try {
    for await (const { event, data } of client.events(events, AbortSignal.timeout(TOLD_WITHIN_MS))) {
      if (event === "facts") read = since();
      if (event === "pitch") told.set(pitchEventSchema.parse(data).language, since());
      if (event === "story-end" || event === "story-failed") break;
    }
  } finally {
    clearInterval(timer);
    lines.end(render());
  }
}

function progress(name: string, doneAfter: string, verb: string, begun = true): string {
  const bar = doneAfter === "" ? (begun ? "━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌" : "╌".repeat(20)) : "━".repeat(20);
  const sign = doneAfter === "" ? SPINNER[Math.floor(performance.now() / 80) % SPINNER.length] : paint("green", "✓");
  return `    ${sign} ${pad(name, 12)} ${paint(doneAfter === "" ? "dim" : "green", bar)} ${doneAfter === "" ? "" : `${verb} after ${doneAfter}`}`;
}

function showFacts({ facts, notes, questions }: Story): void {
  const exact = facts.filter(({ quote, start, end, source }) => source === "notes" && notes.slice(start, end) === quote).length;
  heading("The facts", `${facts.length} read, ${exact} of them in the grower's exact words`);
  for (const fact of facts) {
    say(`    ${pad(fact.kind, 14)} ${paint("cyan", pad(`“${fact.quote}”`, 44))} ${readAs(fact)}`);
  }
  if (questions.length > 0) say(`\n    ${paint("bold", "To ask the grower")}`);
  for (const { text } of questions) for (const line of wrap(text, 100)) say(`    · ${line}`);
}

/** What the service understood: the amount, the date or the word that the lexicon knows. */
function readAs({ amount, date, term, text }: Fact): string {
  if (amount !== undefined) {
    const numbers = [...new Set([amount.min, amount.max])].map((value) => value.toLocaleString("en-US")).join("–");
    return `${numbers} ${amount.unit}${amount.per === undefined ? "" : ` per ${amount.per}`}`;
  }
  if (date !== undefined) return `${date.from ?? "…"} to ${date.to ?? "…"}`;
  return term ?? text;
}

function showPitch({ pitches, writer, findings }: Story): void {
  heading("The pitch: the first minute", `written by ${writerName(writer)}`);
  for (const line of sideBySide(LANGUAGES.map((language) => ({ text: NAMES[language] })))) say(paint("bold", line));
  for (const row of Array.from({ length: Math.max(...LANGUAGES.map((language) => pitches[language]?.intro.length ?? 0)) }).keys()) {
    say();
    for (const line of sideBySide(LANGUAGES.map((language) => ({ text: pitches[language]?.intro[row]?.say ?? "" })))) say(line);
  }
  const blocked = findings.filter(({ severity }) => severity === "block").length;
  const counts = LANGUAGES.map(
    (language) => `${language} ${(pitches[language]?.loop.length ?? 0) + (pitches[language]?.answers.length ?? 0)}`,
  ).join(", ");
  say(paint("dim", `\n    and more to say in the loop and to buyers' questions (${counts}); sentences stopped by the gate: ${blocked}`));
}

function writerName(writer: Writer | undefined): string {
  if (writer === undefined || writer.name === "rules")
    return `the rules (${modelIsSet() ? "the model gave nothing that passed" : "no model key is set"})`;
  return `${writer.name} ${writer.model ?? ""} (${writer.inputTokens ?? 0} tokens in, ${writer.outputTokens ?? 0} out)`;
}

function modelIsSet(): boolean {
  return [process.env.ANTHROPIC_API_KEY, process.env.OPENAI_API_KEY, process.env.OPENAI_BASE_URL].some((value) => (value ?? "") !== "");
}
