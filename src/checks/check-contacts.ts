import { readPhones } from "#facts/phones.ts";
import { lightText } from "#facts/fold.ts";
import type { Found, Told } from "./ground.ts";

const LINK =
  /(?:https?:\/\/|www\.)[^\s<>"'）」、。]+|(?<![\p{L}\d@.])[\w.+-]+@[\w-]+\.[\w.]+|(?<![\p{L}\d@./])(?:[a-z0-9-]+\.)+(?:com|vn|net|shop|store|org|info|jp|me|top|xyz|link|site|online)(?:\/[^\s<>"'）]*)?(?![\p{L}\d])|(?<![\p{L}\d])@[\w.]{3,}/giu;

/** A phone, account, link or handle that is not in the grower's words. */
export function checkContacts(told: Told): Found[] {
  const { phones, notes } = told.ground;
  const held = lightText(notes);
  const strange = readPhones(told.text).filter(({ digits }) => !phones.has(digits) && !phones.has(`0${digits}`));
  const links = [...told.text.matchAll(LINK)].filter(
    (match) =>
      !held.includes(
        lightText(match[0])
          .replace(/^https?:\/\/(?:www\.)?/u, "")
          .replace(/[/.,]$/u, ""),
      ),
  );
  return [
    ...strange.map(({ start, end, quote }): Found => ({ kind: "contact", start, end, message: told.say("contact", { quote }) })),
    ...links.map((match): Found => ({
      kind: "contact",
      start: match.index,
      end: match.index + match[0].length,
      message: told.say("contact", { quote: match[0] }),
    })),
  ];
}
