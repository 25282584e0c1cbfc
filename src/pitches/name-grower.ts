import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { nameInKatakana } from "./katakana-name.ts";
import type { Slot } from "./sentence.ts";

const TITLE = /^(?:em|e|anh|a|chị|c|ms|mr|mrs|cô|chú|bác|ông|bà|dì|nhà|vườn)\.? (?:tên )?/iu;
/** Where only the rank of birth is told (`chú Bảy`), Vietnamese keeps the title. */
const RANK = /^(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười|út)$/iu;
const NAME = /^\p{Lu}[\p{Ll}\p{M}]+(?: \p{Lu}[\p{Ll}\p{M}]*){0,3}$/u;

/** What the grower is called, where the notes give a person's name: `Ba Hùng`, `Ba Hung`, `バー・フン`. */
export function nameGrower(facts: readonly Fact[]): Slot | undefined {
  for (const { id, kind, text, amount } of facts) {
    if (kind !== "grower" || amount !== undefined) continue;
    const name = personIn(text.normalize("NFC").trim());
    if (name !== undefined) return { factIds: [id], text: (language) => writeName(name, language) };
  }
  return undefined;
}

function personIn(text: string): string | undefined {
  const bare = text.replace(TITLE, "");
  if (!NAME.test(bare)) return undefined;
  return RANK.test(bare) && bare !== text ? text : bare;
}

function writeName(name: string, language: Language): string {
  if (language === "vi") return name;
  const bare = name.replace(TITLE, "");
  if (language === "ja") return nameInKatakana(bare);
  return foldText(bare).replace(/(?:^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
