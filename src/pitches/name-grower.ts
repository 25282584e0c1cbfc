import type { Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { nameInKatakana } from "./katakana-name.ts";
import type { Slot } from "./sentence.ts";

const TITLE = /^(?:em|e|anh|a|chị|c|ms|mr|mrs|cô|chú|bác|ông|bà|dì|cậu|thím|mợ|o|nhà|vườn)\.? (?:tên )?/iu;
const TITLES: Readonly<Record<string, string>> = {
  em: "em",
  e: "em",
  anh: "anh",
  a: "anh",
  mr: "anh",
  chị: "chị",
  c: "chị",
  ms: "chị",
  mrs: "chị",
  cô: "cô",
  chú: "chú",
  bác: "bác",
  ông: "ông",
  bà: "bà",
  dì: "dì",
  cậu: "cậu",
  thím: "thím",
  mợ: "mợ",
  o: "o",
};
/** Where only the rank of birth is told (`chú Bảy`), Vietnamese keeps the title. */
const RANK = /^(?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười|út)$/iu;
const NAME = /^\p{Lu}[\p{Ll}\p{M}]+(?: \p{Lu}[\p{Ll}\p{M}]*){0,3}$/u;

/** What the grower is called, where the notes give a person's name: `Ba Hùng`, `Ba Hung`, `バー・フン`. */
export function nameGrower(facts: readonly Fact[]): Slot | undefined {
  const [person] = personsIn(facts);
  return person && { factIds: [person.id], text: (language) => writeName(person.name, language) };
}

/** What growers call themselves on air: who says `em` does not say `chú Bảy`. */
export function nameSelf(facts: readonly Fact[]): Slot | undefined {
  const [person] = personsIn(facts);
  return person && { factIds: [person.id], text: (language) => writeName(person.name.replace(TITLE, ""), language) };
}

/** What others call the grower: a bare name would be rude in Vietnamese. */
export function addressGrower(facts: readonly Fact[]): Slot | undefined {
  const [person] = personsIn(facts);
  if (person === undefined) return undefined;
  const { id, name, title } = person;
  return { factIds: [id], text: (language) => (language === "vi" && title !== undefined ? `${title} ${name}` : writeName(name, language)) };
}

function personsIn(facts: readonly Fact[]): { id: string; name: string; title: string | undefined }[] {
  return facts.flatMap(({ id, kind, text, amount }) => {
    if (kind !== "grower" || amount !== undefined) return [];
    const said = text.normalize("NFC").trim();
    const name = personIn(said);
    const title = TITLES[/^\p{L}+/u.exec(said)?.[0].toLowerCase() ?? ""];
    return name === undefined ? [] : [{ id, name, title: name === said ? undefined : title }];
  });
}

function personIn(text: string): string | undefined {
  const bare = text.replace(TITLE, "");
  if (!NAME.test(bare)) return undefined;
  return RANK.test(bare) && bare !== text ? text : bare;
}

export function writeName(name: string, language: Language): string {
  if (language === "vi") return name;
  const bare = name.replace(TITLE, "");
  if (language === "ja") return nameInKatakana(bare);
  return foldText(bare).replace(/(?:^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}
