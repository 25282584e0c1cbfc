import type { Language } from "#i18n/language.ts";

export type Half = "am" | "pm";
const BOTH: readonly Half[] = ["am", "pm"];

const HOUR =
  /(?:(?<!\p{L})(?<lead>sáng|sang|chiều|chieu|tối|trưa|trua|đêm|khuya) (?:lúc |luc |tầm |tam |khoảng |khoang |từ |tu |cỡ )?)?(?<!\d)(?<hour>\d{1,2}) ?(?:h|giờ|gio|g(?=\d\d| ?[-–] ?\d{1,2}g(?!\p{L})| (?:sáng|sang|chiều|chieu|tối|trưa|trua|khuya))|:(?=\d\d))(?:\d\d)?(?!\p{L})(?:\s*(?:-|–|đến|tới|den|toi)\s*(?<until>\d{1,2}) ?(?:h|giờ|gio)(?:\d\d)?)?(?: (?<part>\p{L}+))?/gu;

/** The hours that the notes name, of twelve, and in which halves of the day: `4h-5h sáng` is both in the morning. */
export function hoursIn(written: string): Map<number, Set<Half>> {
  // `6-9h sáng` has two hours.
  const notes = written.replace(SHORT_RANGE, "$1h");
  const hours = new Map<number, Set<Half>>();
  for (let at = 0, match = execAt(notes, at); match !== null; match = execAt(notes, at)) {
    // The end of a range is looked at again as an hour of its own.
    const { hour: said = "", lead, part, until } = match.groups ?? {};
    at = match.index + match[0].indexOf(said) + said.length;
    const hour = Number(said);
    if (hour > 24) continue;
    const halves = hours.get(hour % 12) ?? new Set<Half>();
    // `7h-17h` begins in the morning.
    const told = hour < NOON && Number(until) > NOON ? "sáng" : PARTS.test(part ?? "") ? part : lead;
    for (const half of halvesOf(hour, told)) halves.add(half);
    hours.set(hour % 12, halves);
  }
  return hours;
}

const SHORT_RANGE = /(?<![\d.,/:]|h|giờ ?|gio ?)(\d{1,2})(?= ?(?:-|–|đến|tới|den|toi) ?\d{1,2} ?(?:h|giờ|gio)(?!\p{L}))/gu;

function execAt(notes: string, at: number): RegExpExecArray | null {
  HOUR.lastIndex = at;
  return HOUR.exec(notes);
}

const NOON = 12;
const PARTS = /^(?:sáng|sang|chiều|chieu|tối|trưa|trua|đêm|dem|khuya)$/u;
function halvesOf(hour: number, part = ""): readonly Half[] {
  if (hour > 12 && hour < 24) return ["pm"];
  if (/^(?:sáng|sang)$/u.test(part)) return ["am"];
  if (/^(?:chiều|chieu|tối)$/u.test(part)) return ["pm"];
  if (/^(?:trưa|trua)$/u.test(part)) return hour > 9 && hour < 12 ? ["am"] : ["pm"];
  if (/^(?:đêm|khuya|dem)$/u.test(part)) return hour < 6 || hour === 12 ? ["am"] : ["pm"];
  return BOTH;
}

const TOLD: Record<Language, readonly [RegExp, RegExp]> = {
  vi: [/sáng$/u, /(?:chiều|tối)$/u],
  en: [/a\.?m\.?$/iu, /p\.?m\.?$/iu],
  ja: [/^(?:午前|朝|早朝|未明|(?:深夜|夜中|夜)[0-5]時)/u, /^(?:午後|夜|夕方)/u],
};

/** The half that a told hour is in; undefined where it does not say. */
export function halfOf(quote: string, language: Language): Half | undefined {
  const [morning, evening] = TOLD[language];
  return morning.test(quote) ? "am" : evening.test(quote) ? "pm" : undefined;
}
