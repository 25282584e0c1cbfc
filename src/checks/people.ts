import { foldText } from "#facts/fold.ts";
import { eitherBare } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Ground, Told } from "./ground.ts";
import { smallNumber, smallValue } from "./small-numbers.ts";

const FROM_TWO = 2;
const COUNT = {
  vi: `(?<count>${smallNumber("vi", FROM_TWO)})`,
  en: `(?<count>${smallNumber("en", FROM_TWO)})`,
  ja: `(?<count>${smallNumber("ja", FROM_TWO)})`,
};
/** Those who work or live there: so many of them; not whom a dish serves. */
const PEOPLE: Record<Language, RegExp> = {
  vi: new RegExp(
    `(?<![\\p{L}\\d.,]|(?:cho|du|thu|chia|moi|muoi|(?:hai|ba|bon|nam|sau|bay|tam|chin)(?= muoi)) )${COUNT.vi} (?:nguoi|tho|nhan cong|nhan vien|lao dong|anh em(?: trai)?|chi em(?: gai)?|cong nhan|thanh vien|nhan khau|hoc tro|xa vien|hoi vien)(?! (?:an|lon|viet|nhat|my|ta|dung|mua|cho)(?!\\p{L}))(?!\\p{L})`,
    "gu",
  ),
  en: new RegExp(
    `(?<![\\p{L}\\d.,]|(?:for|serves?|feeds?|grade|to|[-–]) ?)${COUNT.en} (?:people|of us|sisters|brothers|siblings|(?:(?:family|household|full-time|local|skilled) )?(?:members|workers|employees|hands|weavers|pickers|makers|craftsmen|apprentices|pupils))(?!\\p{L})`,
    "giu",
  ),
  ja: new RegExp(`(?<![\\d.,〜~～-]|第)${COUNT.ja}(?:人|名|姉妹|兄弟)(?!前|分|気|用|様|以|ま|乗|称|目|[〜~～-])`, "gu"),
};
/** Most texts count nobody. */
const MAY_COUNT: Record<Language, RegExp> = {
  vi: /người|thợ|nhân |lao động|học trò|xã viên|hội viên|anh em|chị em|thành viên/u,
  en: /people|of us|sisters|brothers|siblings|members|workers|employees|hands|weavers|pickers|makers|craftsmen|apprentices|pupils/u,
  ja: /[人名]|姉妹|兄弟/u,
};

/** "Five of us", 家族五人 of the notes' `nhà 4 người`: so many people as they never count, where they count some. */
export function strangePeople({ light, language, ground, say }: Told): Found[] {
  if (!MAY_COUNT[language].test(light.text)) return [];
  const told = [...(language === "vi" ? foldText(light.text) : light.text).matchAll(PEOPLE[language])];
  if (told.length === 0) return [];
  const held = peopleOf(ground);
  return told
    .filter(({ groups, 0: quote }) => {
      const count = smallValue(groups?.["count"] ?? "", language);
      if (count < FROM_TWO) return false;
      return held.size === 0 ? !MEMBERS.test(quote) && areHouseholds(ground, count) : !holds(ground, held, count);
    })
    .map(({ index, 0: { length } }) => {
      const { start, end, quote } = light.span(index, index + length);
      return { kind: "number", start, end, message: say("number", { quote }) };
    });
}

/** "45 people" of the notes' `45 hộ`; a member may be a household. */
function areHouseholds({ amounts, spelled }: Ground, count: number): boolean {
  const held = amounts.filter(({ dimension, min, max }) => COUNTED.has(dimension) && min === count && max === count);
  return held.length > 0 && held.every(({ unit }) => unit === "household") && !spelled.has(count);
}
const MEMBERS = /members|thanh vien|名/iu;

function holds({ amounts, spelled, notes }: Ground, held: ReadonlySet<number>, count: number): boolean {
  return (
    held.has(count) ||
    spelled.has(count) ||
    amounts.some(
      ({ dimension, unit, min, max, end }) =>
        COUNTED.has(dimension) &&
        !BOXED.test(unit ?? "") &&
        (min === count || max === count) &&
        !THINGS.test(notes.slice(end, end + THING_MAX)),
    )
  );
}

const COUNTED = new Set(["none", "count"]);
/** Five looms are no five weavers. */
const THINGS = new RegExp(
  `^ (?:${eitherBare("khung|máy|lò|gốc|luống|ao|ghe|thuyền|xe|ha|sào|công đất|món|loại|mẫu|vị|lần")})(?!\\p{L})`,
  "u",
);
const THING_MAX = 12;

/** Four boxes are no four sisters. */
const BOXED = /^(?:box|bag|pack|bottle|jar|bunch|fruit|tree|household)$/;

function peopleOf({ bareNotes }: Ground): ReadonlySet<number> {
  return new Set([...bareNotes.matchAll(PEOPLE.vi)].map(({ groups }) => smallValue(groups?.["count"] ?? "", "vi")));
}
