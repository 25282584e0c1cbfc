import type { TFunction } from "i18next";
import type { Language } from "#i18n/language.ts";
import { checkLanguage } from "./check-language.ts";
import { checkMarkup } from "./check-markup.ts";
import { compareAmounts } from "./compare-amounts.ts";
import type { Finding } from "./finding.ts";
import type { Found } from "./ground.ts";

/** The gate before a translated caption: its numbers are the source's, it is plain text, and in its own language. Spans lie in `target`. */
export function checkCaption(asked: {
  source: string;
  sourceLanguage: Language;
  target: string;
  language: Language;
  say: TFunction;
}): Finding[] {
  const { source, sourceLanguage, target, language, say } = asked;
  const { missing, extra } = compareAmounts(source, sourceLanguage, target, language);
  const found: Found[] = [
    ...checkMarkup({ text: target, say }),
    ...checkLanguage({ language, text: target, say }),
    ...extra.map(({ start, end, quote }): Found => ({ kind: "number", start, end, message: say("number", { quote }) })),
    ...missing.map(({ quote }): Found => ({
      kind: "number",
      start: target.length,
      end: target.length,
      message: say("numberLost", { quote }),
    })),
  ];
  return found.map(({ kind, start, end, message }) => ({
    language,
    kind,
    severity: "block",
    quote: target.slice(start, end),
    start,
    end,
    message,
  }));
}
