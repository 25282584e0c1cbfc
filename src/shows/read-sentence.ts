import { readAmounts, type AmountMention } from "#facts/amounts.ts";
import { termsIn } from "#lexicon/lexicon.ts";
import { readTold, type Told } from "./told-freely.ts";

/** What a Vietnamese sentence says of amounts and goods; each is read when it is first asked for. */
export class SentenceReading {
  readonly #text: string;
  #amounts: readonly AmountMention[] | undefined;
  #told: readonly Told[] | undefined;
  #terms: readonly string[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  get amounts(): readonly AmountMention[] {
    return (this.#amounts ??= readAmounts(this.#text, "vi"));
  }

  get told(): readonly Told[] {
    return (this.#told ??= readTold(this.#text));
  }

  /** Ids of the lexicon. */
  get terms(): readonly string[] {
    return (this.#terms ??= termsIn(this.#text, "vi").map(({ id }) => id));
  }

  readAll(): void {
    void [this.amounts, this.told, this.terms];
  }
}

/** What some hundred shows said last: a sentence takes milliseconds, and each suggestion is held against hundreds, every few seconds. */
const CHARACTERS_KEPT_MAX = 3_000_000;
const kept = new Map<string, SentenceReading>();
let characters = 0;

/** What is known of a sentence, of this show or another. */
export function readSentence(text: string): SentenceReading {
  const known = kept.get(text);
  if (known === undefined) characters += text.length;
  else kept.delete(text);
  const reading = known ?? new SentenceReading(text);
  kept.set(text, reading);
  for (const oldest of kept.keys()) {
    if (characters <= CHARACTERS_KEPT_MAX) break;
    kept.delete(oldest);
    characters -= oldest.length;
  }
  return reading;
}
