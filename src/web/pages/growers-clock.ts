import type { Language } from "#i18n/language.ts";
import { GROWERS_TIME } from "./layout.ts";

/** Days, and the time of day too where it is asked for, by a grower's clock. */
export function growersClock(language: Language, time?: "short"): Intl.DateTimeFormat {
  const zone = { timeZone: GROWERS_TIME };
  if (language !== "vi") return new Intl.DateTimeFormat(language, { ...zone, dateStyle: "medium", ...(time && { timeStyle: time }) });
  // `27/11/2026`: nobody writes the `27 thg 11, 2026` that a Vietnamese "medium" gives.
  const day = { day: "numeric", month: "numeric", year: "numeric" } as const;
  return new Intl.DateTimeFormat(language, { ...zone, ...day, ...(time && ({ hour: "numeric", minute: "2-digit" } as const)) });
}
