import { z } from "zod";
import data from "./katakana-syllables.json" with { type: "json" };

const rowSchema = z.record(z.string(), z.string());
const initials = longestFirst(rowSchema.parse(data.initials));
const kana = z.record(z.string(), rowSchema).parse(data.kana);
const vowels = rowSchema.parse(data.vowels);
const finals = longestFirst(rowSchema.parse(data.finals));

/** The five tones; the marks that make other letters (ă, ê, ơ) stay. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A Vietnamese name in katakana, its parts set off by a dot: `Út Thơm` → `ウット・トム`. */
export function nameInKatakana(name: string): string {
  return name
    .normalize("NFD")
    .replace(TONES, "")
    .normalize("NFC")
    .toLowerCase()
    .split(/[\s-]+/)
    .map(syllable)
    .join("・");
}

function syllable(written: string): string {
  const [initial, sound] = initials.find(([spelling]) => written.startsWith(spelling) && written.length > spelling.length) ?? ["", ""];
  const rest = written.slice(initial.length);
  const [final, ending] = finals.find(([spelling]) => rest.endsWith(spelling) && rest.length > spelling.length) ?? ["", ""];
  const letters = Array.from(rest.slice(0, rest.length - final.length)).map((letter) => vowels[letter] ?? "");
  // `gi` before a consonant or at the end is itself the vowel: Giang, but Gìn.
  const sounds = letters.join("") === "" && initial.endsWith("i") ? ["i"] : letters;
  const [first = "", ...others] = sounds;
  const head = kana[sound]?.[first] ?? "";
  const tail = others.map((vowel) => kana[""]?.[vowel] ?? "").join("");
  // `Hạnh` is ハイン, as Khánh Hòa is カインホア; `Minh` is ミン.
  const glide = final === "nh" && sounds.at(-1) === "a" ? "イ" : "";
  return `${head}${tail}${tail === "" && ending === "" ? "ー" : `${glide}${ending}`}`;
}

function longestFirst(row: Record<string, string>): [string, string][] {
  return Object.entries(row).toSorted(([left], [right]) => right.length - left.length);
}
