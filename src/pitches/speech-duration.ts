import type { Language } from "#i18n/language.ts";
import { readEnglishNumber } from "./read-english-number.ts";

/** Spoken in a minute: Vietnamese syllables and English words, numbers as they are read out, and Japanese characters (the NHK announcers' rule). */
const PER_MINUTE: Record<Language, number> = { vi: 200, en: 150, ja: 300 };

/** Seconds it takes to say a text, to a tenth. */
export function speechDuration(text: string, language: Language): number {
  return Math.round((UNITS[language](text) / PER_MINUTE[language]) * 600) / 10;
}

const UNITS: Record<Language, (text: string) => number> = {
  vi: (text) => wordsOf(readOut(text, { thousands: ".", one: (number) => "x ".repeat(syllablesOf(number)), to: "x" })),
  en: (text) => wordsOf(readOut(text, { thousands: ",", one: readEnglishNumber, to: "to" })),
  ja: (text) => Array.from(text.replace(/\s/gu, "")).length,
};

function wordsOf(text: string): number {
  return (text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? []).length;
}

/** A text with its numbers in words, `18–20` with its `to`; a phone number goes digit by digit. */
function readOut(text: string, { thousands, one, to }: { thousands: "." | ","; one: (written: string) => string; to: string }): string {
  return text
    .replace(PHONE, (phone) => Array.from(phone.replace(/\D/g, "")).join(" "))
    .replace(/(?<=\d)[–-](?=\d)/gu, ` ${to} `)
    .replace(thousands === "." ? DOTTED : COMMAED, (written) => ` ${one(written.replaceAll(thousands, "").replace(",", "."))} `);
}
const PHONE = /(?<!\d)(?:\+84|0)[ .]?\d{1,4}(?:[ .]\d{3,4}){2}(?!\d)/g;
const DOTTED = /\d{1,3}(?:\.\d{3})+(?!\d)|\d{2,}(?:,\d+)?|\d,\d+/g;
const COMMAED = /\d{1,3}(?:,\d{3})+(?!\d)|\d{2,}(?:\.\d+)?|\d\.\d+/g;

/** How many syllables a number has in Vietnamese: `hai mươi lăm`, `một trăm lẻ năm`, `mười tám phẩy năm`. */
function syllablesOf(written: string): number {
  const [whole = "0", fraction] = written.split(".");
  return countOf(Number(whole)) + (fraction === undefined ? 0 : 1 + fraction.length);
}

function countOf(value: number): number {
  if (value < 10) return 1;
  if (value < 100) return (value < 20 ? 1 : 2) + (value % 10 === 0 ? 0 : 1);
  const [scale] = [1e9, 1e6, 1e3, 100].filter((each) => value >= each);
  if (scale === undefined) return 1;
  const rest = value % scale;
  // `một trăm lẻ năm`, `ba nghìn không trăm năm mươi`.
  const filled = rest === 0 ? 0 : rest < 10 && scale === 100 ? 1 : scale > 100 && rest < 100 ? 2 : 0;
  return countOf(Math.floor(value / scale)) + 1 + filled + (rest === 0 ? 0 : countOf(rest));
}
