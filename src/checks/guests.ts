import { foldText } from "#facts/fold.ts";
import type { Span } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Told } from "./ground.ts";
import { smallNumber, smallValue } from "./small-numbers.ts";

export const GUESTS = ["adult", "child", "student"] as const;
export type Guest = (typeof GUESTS)[number];
/** `age` where it is told: an eight-year-old. */
export type Guests = Span & { guest: Guest; count: number; age?: number };

/** Vietnamese bare of its marks. */
const NAMES: Record<Language, Record<Guest, string>> = {
  vi: {
    adult: "nguoi lon|vo chong|bo me|ba me|cha me|khach lon",
    child: "tre em|tre con|tre nho|con nit|con nho|em be|be|tre|chau",
    student: "hoc sinh|sinh vien",
  },
  en: { adult: "adults?|grown-?ups?|parents", child: "child(?:ren)?|kids?|youngsters?", student: "students?|pupils?" },
  ja: { adult: "大人|おとな", child: "子ども|子供|こども|お子(?:さん|さま|様)|小人", student: "学生|生徒" },
};

export function guestPattern(language: Language): string {
  return `(?:${GUESTS.map((guest) => `(?<${guest}>${NAMES[language][guest]})`).join("|")})`;
}

const AGE = { vi: smallNumber("vi"), en: smallNumber("en"), ja: smallNumber("ja") };
/** `hai người lớn`, "a child of eight", 8歳の子ども1名: so many of them; two are a `couple`, one of a told age needs no number. */
const COUNTED: Record<Language, RegExp> = {
  vi: new RegExp(
    `(?<![\\p{L}\\d.,-])(?:(?<count>${smallNumber("vi")}) (?:ve |dua |ban )?${guestPattern("vi")}(?: (?<age>${AGE.vi}) tuoi)?|(?<couple>vo chong|bo me|ba me|cha me)|(?<=(?:voi|va|cung|kem) )(?:em )?(?:be|chau|con) (?<old>${AGE.vi}) tuoi)(?!\\p{L})`,
    "gu",
  ),
  en: new RegExp(
    `(?<![\\p{L}\\d.,-])(?:(?<couple>a couple(?! of)|(?:their|both|the) parents)|(?<count>an?|their|${smallNumber("en")}) (?:(?<old>${AGE.en})[- ]years?[- ]olds?(?: (?:child(?:ren)?|kids?|boys?|girls?|sons?|daughters?))?|${guestPattern("en")}(?:,? (?:of|aged?) (?<age>${AGE.en}))?))(?!\\p{L})`,
    "gu",
  ),
  ja: new RegExp(
    `(?<couple>ご?夫婦|ご?両親)(?!\\d)|(?:(?<old>${AGE.ja})[歳才]の)?${guestPattern("ja")}(?<count>${smallNumber("ja")})[名人]|(?<age>${AGE.ja})[歳才]の(?:子|お子(?:さん|さま|様))(?=で|なら|の|、|が)`,
    "gu",
  ),
};
const COUNTED_MAX = 40;

export function guestsIn({ light, language }: Told): Guests[] {
  const bare = language === "vi" ? foldText(light.text) : light.text;
  const counted = bare.matchAll(COUNTED[language]).take(COUNTED_MAX).toArray();
  return counted.flatMap(({ index, 0: quote, groups }): Guests[] => {
    const span = light.span(index, index + quote.length);
    if (groups?.["couple"] !== undefined) return [{ ...span, guest: "adult", count: 2 }];
    const age = groups?.["age"] ?? groups?.["old"];
    const aged = age === undefined ? {} : { age: smallValue(age, language) };
    const guest = GUESTS.find((one) => groups?.[one] !== undefined) ?? "child";
    const said = groups?.["count"] ?? "";
    return [{ ...span, guest, count: ONE.test(said) ? 1 : smallValue(said, language), ...aged }];
  });
}
const ONE = /^(?:an?|their)?$/u;
