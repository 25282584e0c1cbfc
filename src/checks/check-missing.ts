import { agrees } from "#facts/agree-amounts.ts";
import { readAmounts, type AmountMention } from "#facts/amounts.ts";
import type { Fact, FactKind } from "#facts/fact.ts";
import { termsIn } from "#lexicon/lexicon.ts";
import type { Found, Told } from "./ground.ts";

/** Told to one buyer and kept from another, these mislead: always a reason to stop. */
const WEIGHTY = new Set<FactKind>(["price", "certification", "award"]);
const COMPARED = new Set<FactKind>([...WEIGHTY, "minimum-order", "shelf-life", "sweetness", "stock", "pack"]);

/** A fact told in another language and not in this one. Needs two texts or more. */
export function checkMissing(told: Told, all: readonly Told[]): Found[] {
  const others = all.filter((other) => other !== told);
  const facts = told.ground.facts.filter(({ kind }) => COMPARED.has(kind));
  const absent = facts.filter((fact) => others.some((other) => tells(other, fact)) && !tells(told, fact));
  const kinds = [...new Set(absent.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const mine = absent.filter((fact) => fact.kind === kind);
    const everywhere = others.length > 1 && mine.some((fact) => others.every((other) => tells(other, fact)));
    const quote = mine.map((fact) => fact.quote).join("; ");
    const end = told.text.length;
    return {
      kind: "missing",
      start: end,
      end,
      severity: WEIGHTY.has(kind) || everywhere ? "block" : "warn",
      message: told.say("missing", { quote }),
    };
  });
}

function tells(told: Told, fact: Fact): boolean {
  if (fact.kind === "certification")
    return (
      fact.term !== undefined &&
      termsIn(told.text, told.language).some(
        ({ id }) => id === fact.term || (fact.term?.startsWith("cert.organic") === true && id.startsWith("cert.organic")),
      )
    );
  if (fact.kind === "award")
    return told.amounts.some(({ dimension, quote }) => dimension === "calendar-year" && fact.quote.includes(quote.replace(/\D/g, "")));
  const { amount } = fact;
  if (amount === undefined) return false;
  return readAmounts(fact.quote, "vi").some(
    (held) => held.unit === amount.unit && told.amounts.some((said) => agrees(perless(said), perless(held))),
  );
}

/** A price per kilo may be told as "a kilo costs": here only whether the figure is told counts. */
function perless({ per: _per, ...amount }: AmountMention): AmountMention {
  return amount;
}
