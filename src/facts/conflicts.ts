import { z } from "zod";
import { nameOf } from "#lexicon/lexicon.ts";
import { marketSchema, type Market } from "#i18n/language.ts";
import type { Conflict, Fact } from "./fact.ts";
import { foldText } from "./fold.ts";
import { regionalUnits } from "./regional-units.ts";
import { clashingSeasons } from "./clashing-seasons.ts";
import type { SourceText } from "./source-text.ts";
import { twoPrices } from "./two-prices.ts";
import data from "./conflicts.json" with { type: "json" };

/** One conflict as data: it holds where all that it names is there. */
const ruleSchema = z.strictObject({
  kind: z.string(),
  source: z.string(),
  market: marketSchema.optional(),
  /** Products, sold fresh. */
  fresh: z.array(z.string()).optional(),
  /** Of each group at least one term, by the beginning of its id. */
  terms: z.array(z.array(z.string())).optional(),
  /** Words of a practice, folded. */
  practices: z.array(z.string()).optional(),
  text: z.string(),
});
const rules = z.array(ruleSchema).parse(data.rules);
type Found = Omit<Conflict, "id">;

/** Facts that cannot hold together, or that close a market. */
export function findConflicts(facts: readonly Fact[], sources: readonly SourceText[], markets: readonly Market[]): Conflict[] {
  const fresh = isFresh(sources);
  const found = [
    ...rules.flatMap((rule) => apply(rule, facts, markets, fresh) ?? []),
    ...gapMixed(facts, sources),
    ...twoPrices(facts, sources).map(([first, second]) => ({
      kind: "two-prices",
      factIds: [first.id, second.id],
      text: data["two-prices"].text.replace("{{first}}", first.quote).replace("{{second}}", second.quote),
    })),
    ...(fresh ? clashingSeasons(facts) : []),
    ...regionalUnits(sources).map(({ quote, measure }) => ({
      kind: "regional-unit",
      factIds: facts.filter((fact) => fact.quote.includes(quote)).map(({ id }) => id),
      text: data["regional-unit"].text.replace("{{quote}}", quote).replace("{{unit}}", measure),
    })),
  ];
  return found.map((conflict, index) => ({ id: `c${index + 1}`, ...conflict }));
}

function apply(
  rule: z.infer<typeof ruleSchema>,
  facts: readonly Fact[],
  markets: readonly Market[],
  isFreshSold: boolean,
): Found | undefined {
  if (rule.market !== undefined && !markets.includes(rule.market)) return undefined;
  const products = facts.filter(({ kind, term }) => kind === "product" && rule.fresh?.includes(term ?? "") === true);
  if (rule.fresh !== undefined && (products.length === 0 || !isFreshSold)) return undefined;
  const groups = (rule.terms ?? []).map((group) =>
    facts.filter(({ term }) => group.some((id) => term === id || term?.startsWith(`${id}-`) === true)),
  );
  if (groups.some((group) => group.length === 0)) return undefined;
  const practices = facts.filter(
    ({ kind, quote }) => kind === "practice" && rule.practices?.some((words) => foldText(quote).includes(words)) === true,
  );
  if (rule.practices !== undefined && practices.length === 0) return undefined;
  const about = [...groups.flat(), ...practices];
  const product = products[0];
  const name = product === undefined ? "" : (nameOf(product.term ?? "", "vi") ?? product.text);
  return {
    kind: rule.kind,
    factIds: (about.length > 0 ? about : products).map(({ id }) => id),
    text: rule.text.replace("{{product}}", capital(name)),
  };
}

/** `VietGAP (GlobalGAP)`, `VietGAP hay còn gọi GlobalGAP`: one called the other. Two certificates side by side are two. */
function gapMixed(facts: readonly Fact[], sources: readonly SourceText[]): Found[] {
  const gaps = facts.filter(({ term }) => term === "cert.vietgap" || term === "cert.globalgap");
  const [first, second] = gaps;
  if (first === undefined || second === undefined || first.source !== second.source) return [];
  const text = sources.find(({ source }) => source === first.source)?.text.slice(first.end, second.start) ?? "";
  if (!/^\s*(?:\(|=|tuc|hay (?:la|con|goi)|con goi|goi la|la\s)/u.test(foldText(text)) || text.length > 30) return [];
  return [{ kind: "gap-mixed", factIds: gaps.map(({ id }) => id), text: data["gap-mixed"].text }];
}

/** Nothing says that the goods are frozen, dried or cooked. */
function isFresh(sources: readonly SourceText[]): boolean {
  return !sources.some(({ text }) =>
    /(?<!\p{L})(?:dong lanh|cap dong|say (?:kho|deo|lanh|thang hoa|gion)|phoi kho|mut|frozen|dried|dong hop)(?!\p{L})/u.test(
      foldText(text),
    ),
  );
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
