import type { Found, Told } from "./ground.ts";
import { matchRules, openRules } from "./match-rules.ts";
import rules from "./rules/organic.json" with { type: "json" };

const book = openRules(rules);

/** "Organic" needs a certificate that counts where the text is read: JAS in Japan, NOP in the United States, any at home. */
export function checkOrganic(told: Told): Found[] {
  return matchRules(told, book)
    .filter(({ id }) => id === "banned-wording" || !isHeld(told))
    .map(({ id, start, end, quote }) => ({ kind: "organic", start, end, message: told.say(messageOf(id, told), { quote }) }));
}

function isHeld(told: Told): boolean {
  const held = told.ground.facts.flatMap(({ kind, term }) =>
    kind === "certification" && term?.startsWith("cert.organic") === true ? [term] : [],
  );
  if (told.language === "ja") return held.includes("cert.organic-jas");
  if (told.language === "en" && told.ground.markets.includes("us")) return held.includes("cert.organic-usda");
  return held.length > 0 || told.ground.terms.has("cert.pgs");
}

function messageOf(id: string, told: Told): string {
  if (id === "banned-wording") return "organicBanned";
  return told.language === "ja" ? "organicJas" : told.language === "en" && told.ground.markets.includes("us") ? "organicUsda" : "organic";
}
