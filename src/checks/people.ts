import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Ground, Told } from "./ground.ts";

const WORDS: Record<Language, readonly string[]> = {
  vi: ["hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"],
  en: ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
  ja: ["二", "三", "四", "五", "六", "七", "八", "九", "十"],
};
const COUNT = {
  vi: `(?<count>\\d{1,3}|${WORDS.vi.join("|")})`,
  en: `(?<count>\\d{1,3}|${WORDS.en.join("|")})`,
  ja: `(?<count>\\d{1,3}|[${WORDS.ja.join("")}])`,
};
/** Those who work or live there: so many of them; not whom a dish serves. */
const PEOPLE: Record<Language, RegExp> = {
  vi: new RegExp(
    `(?<![\\p{L}\\d.,]|(?:cho|du|thu|chia|moi|muoi|(?:hai|ba|bon|nam|sau|bay|tam|chin)(?= muoi)) )${COUNT.vi} (?:nguoi|tho|nhan cong|nhan vien|lao dong|anh em(?: trai)?|chi em(?: gai)?|cong nhan|thanh vien|nhan khau)(?! (?:an|lon|viet|nhat|my|ta|dung|mua|cho)(?!\\p{L}))(?!\\p{L})`,
    "gu",
  ),
  en: new RegExp(
    `(?<![\\p{L}\\d.,]|(?:for|serves?|feeds?|grade|to|[-–]) ?)${COUNT.en} (?:people|of us|sisters|brothers|siblings|(?:(?:family|household|full-time|local|skilled) )?(?:members|workers|employees|hands|weavers|pickers|makers|craftsmen))(?!\\p{L})`,
    "giu",
  ),
  ja: new RegExp(`(?<![\\d.,〜~～-]|第)${COUNT.ja}(?:人|名|姉妹|兄弟)(?!前|分|気|用|様|以|ま|乗|称|目|[〜~～-])`, "gu"),
};
/** Most texts count nobody. */
const MAY_COUNT: Record<Language, RegExp> = {
  vi: /người|thợ|nhân |lao động|anh em|chị em|thành viên/u,
  en: /people|of us|sisters|brothers|siblings|members|workers|employees|hands|weavers|pickers|makers|craftsmen/u,
  ja: /[人名]|姉妹|兄弟/u,
};

/** "Five of us", 家族五人 of the notes' `nhà 4 người`: so many people as they never count, where they count some. */
export function strangePeople({ light, language, ground, say }: Told): Found[] {
  if (!MAY_COUNT[language].test(light.text)) return [];
  const told = [...(language === "vi" ? foldText(light.text) : light.text).matchAll(PEOPLE[language])];
  if (told.length === 0) return [];
  const held = peopleOf(ground);
  if (held.size === 0) return [];
  return told
    .filter(({ groups }) => !holds(ground, held, numberOf(groups?.["count"] ?? "", language)))
    .map(({ index, 0: { length } }) => {
      const { start, end, quote } = light.span(index, index + length);
      return { kind: "number", start, end, message: say("number", { quote }) };
    });
}

function holds({ amounts, spelled }: Ground, held: ReadonlySet<number>, count: number): boolean {
  return (
    held.has(count) ||
    spelled.has(count) ||
    amounts.some(({ dimension, unit, min, max }) => COUNTED.has(dimension) && !BOXED.test(unit ?? "") && (min === count || max === count))
  );
}

const COUNTED = new Set(["none", "count"]);
/** Four boxes are no four sisters. */
const BOXED = /^(?:box|bag|pack|bottle|jar|bunch|fruit|tree)$/;

function peopleOf({ bareNotes }: Ground): ReadonlySet<number> {
  return new Set([...bareNotes.matchAll(PEOPLE.vi)].map(({ groups }) => numberOf(groups?.["count"] ?? "", "vi")));
}

function numberOf(said: string, language: Language): number {
  const word = WORDS[language].indexOf(said);
  return word === -1 ? Number(said) : word + 2;
}
