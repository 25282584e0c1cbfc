import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import { eitherBare } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Told } from "./ground.ts";

type Side = "before" | "after";

/** What says that it is done before a day or an hour, or after it. */
const SIDES: Record<Language, Record<Side, { lead?: RegExp; tail?: RegExp }>> = {
  vi: {
    before: { lead: /(?<!\p{L})(?:trước|truoc)(?: (?:lúc|luc|ngày|ngay|mùng))? ?$/iu },
    after: { lead: /(?<!\p{L})(?:sau|từ sau|tu sau)(?: (?:lúc|luc|ngày|ngay|mùng))? ?$/iu },
  },
  en: {
    before: { lead: /(?<!\p{L})(?:before|by|no later than|ahead of)(?: the)? $/iu },
    after: { lead: /(?<!\p{L})(?:after|later than|past)(?: the)? $/iu },
  },
  ja: { before: { tail: /^(?:まで|より?前|前)/u }, after: { tail: /^(?:以降|より?後|を?過ぎ|すぎ|後)/u } },
};
const REACH = 20;

/** "Order after 3 p.m." of `chốt đơn trước 15h`. */
export function turnedTimes(all: Told): Found[] {
  const { amounts, text, language, ground, say } = all;
  return amounts.flatMap((amount): Found[] => {
    if (amount.dimension !== "clock" && amount.unit !== "hour" && !amount.dimension.startsWith("calendar")) return [];
    const told = sideOf(amount, text, language) ?? (isWithin(amount, text, language) ? "within" : undefined);
    if (told === undefined) return [];
    const held = ground.amounts.filter((other) => isSameTime(amount, other));
    const sides = held.map((other) => sideOf(other, ground.notes, "vi"));
    if (held.length === 0 || sides.some((side) => side === undefined || side === told)) return [];
    if (told !== "within" && isTheRest(amount, told, held, all)) return [];
    const { start, end, quote } = amount;
    return [{ kind: "number", start, end, message: say("numberTurned", { quote, held: held[0]?.quote.trim() ?? "" }) }];
  });
}

/** "If you cancel within twelve hours" of `hủy trước 12h`. */
function isWithin({ unit, start, end }: AmountMention, text: string, language: Language): boolean {
  if (unit !== "hour") return false;
  const { lead, tail } = WITHIN[language];
  return lead.test(text.slice(Math.max(0, start - REACH), start)) || tail.test(text.slice(end, end + REACH));
}
const NEVER = /(?!)/u;
const WITHIN: Record<Language, { lead: RegExp; tail: RegExp }> = {
  vi: { lead: /(?<!\p{L})trong(?: vòng)? $/iu, tail: NEVER },
  en: { lead: /(?<!\p{L})within $/iu, tail: NEVER },
  ja: { lead: NEVER, tail: /^以内/u },
};

/** "Before four it goes today, after four tomorrow": each half of the day follows from the other. */
function isTheRest(amount: AmountMention, told: Side, held: readonly AmountMention[], { amounts, text, language, ground }: Told): boolean {
  const isJustTold = amounts.some((one) => {
    if (one.end > amount.start || amount.start - one.end > NEAR || !isSameTime(one, amount)) return false;
    const side = sideOf(one, text, language);
    return side !== undefined && side !== told;
  });
  const day = dayNamed(amount, text, language);
  const days = held.map((other) => dayNamed(other, ground.notes, "vi"));
  return isJustTold || (told === "after" ? day > Math.max(...days) : day < Math.max(...days));
}
const NEAR = 60;

/** The first day that is named behind the hour: today, the next one, or the one after. */
function dayNamed({ end }: AmountMention, text: string, language: Language): 0 | 1 | 2 {
  const rest = /^[^.;!?\n。]*/u.exec(text.slice(end, end + NEAR))?.[0] ?? "";
  const { later, next } = DAYS[language].exec(lightText(rest))?.groups ?? {};
  return later !== undefined ? 2 : next !== undefined ? 1 : 0;
}
const DAYS: Record<Language, RegExp> = {
  vi: new RegExp(
    `(?<!\\p{L})(?:(?<later>${eitherBare("(?:hôm|bữa|ngày|sáng) (?:kia|mốt)")})|(?<next>${eitherBare("(?:hôm|bữa|ngày|sáng) (?:sau|kế|mai)")}|mai)|${eitherBare("(?:trong|cùng) ngày|(?:hôm|bữa) nay|liền|luôn|ngay")})(?!\\p{L})`,
    "u",
  ),
  en: /(?<!\p{L})(?:(?<later>two days later|day after (?:tomorrow|next|that))|(?<next>tomorrow|next (?:day|morning)|day after)|today|same day|at once|(?:right|straight) away)(?!\p{L})/u,
  ja: /(?<later>翌々日|明後日|あさって|2日後)|(?<next>翌日|翌朝|明日|次の日)|当日|今日|本日|その日/u,
};

/** Three in the afternoon is 15h. */
function isSameTime(told: AmountMention, held: AmountMention): boolean {
  if (told.dimension === "clock" && held.dimension === "clock") return told.min % 12 === held.min % 12;
  return agrees(told, held);
}

function sideOf({ start, end }: AmountMention, text: string, language: Language): Side | undefined {
  const lead = text.slice(Math.max(0, start - REACH), start);
  const tail = text.slice(end, end + REACH);
  const { before, after } = SIDES[language];
  const says = (side: { lead?: RegExp; tail?: RegExp }) => side.lead?.test(lead) === true || side.tail?.test(tail) === true;
  return says(before) ? "before" : says(after) ? "after" : undefined;
}
