import type { Market } from "#i18n/language.ts";
import { nameOf } from "#lexicon/lexicon.ts";
import type { Conflict, Fact } from "./fact.ts";
import { foldText } from "./fold.ts";
import type { SourceText } from "./source-text.ts";
import words from "./conflicts.json" with { type: "json" };

const FUMIGATED_FOR_JAPAN = new Set(["lychee"]);
const CLOSED_TO_JAPAN = new Set(["durian", "rambutan", "star-apple", "jackfruit", "guava", "pomelo"]);

/** Facts that cannot hold together, or that close a market. */
export function findConflicts(facts: readonly Fact[], sources: readonly SourceText[], markets: readonly Market[]): Conflict[] {
  const term = (id: string) => facts.filter((fact) => fact.term === id || fact.term?.startsWith(`${id}-`) === true);
  const toJapan = markets.includes("jp");
  const product = facts.find((fact) => fact.kind === "product");
  const found: Omit<Conflict, "id">[] = [];
  const add = (kind: string, about: readonly Fact[], text: string) => found.push({ kind, factIds: about.map(({ id }) => id), text });

  const fresh = product !== undefined && !sources.some(({ text }) => /dong lanh|cap dong|say|frozen|khô/.test(foldText(text)));
  const fumigated = toJapan && fresh && FUMIGATED_FOR_JAPAN.has(product?.term ?? "");
  const organic = term("cert.organic");
  if (fumigated && organic.length > 0) add("organic-fumigated", organic, words["organic-fumigated"]);
  const pure = facts.filter((fact) => fact.kind === "practice" && /hoa chat|khong thuoc/.test(foldText(fact.quote)));
  if (fumigated && pure.length > 0) add("no-chemicals-fumigated", pure, words["no-chemicals-fumigated"]);
  if (toJapan && fresh && product !== undefined && CLOSED_TO_JAPAN.has(product.term ?? "")) {
    add(
      "not-open-to-japan",
      [product],
      words["not-open-to-japan"].replace("{{product}}", nameOf(product.term ?? "", "vi") ?? product.text),
    );
  }
  const [thanhHa, lucNgan] = [term("place.thanh-ha"), term("place.luc-ngan")];
  if (thanhHa.length > 0 && lucNgan.length > 0) add("two-lychee-places", [...thanhHa, ...lucNgan], words["two-lychee-places"]);
  const [vietgap, globalgap] = [term("cert.vietgap"), term("cert.globalgap")];
  if (vietgap.length > 0 && globalgap.length > 0) add("gap-mixed", [...vietgap, ...globalgap], words["gap-mixed"]);
  for (const [first, second] of twoPrices(facts))
    add("two-prices", [first, second], words["two-prices"].replace("{{first}}", first.quote).replace("{{second}}", second.quote));
  return found.map((conflict, index) => ({ id: `c${index + 1}`, ...conflict }));
}

/** Two prices of one product, unit and pack size: one of them is a slip. */
function twoPrices(facts: readonly Fact[]): [Fact, Fact][] {
  const prices = facts.filter(
    (fact) => fact.kind === "price" && fact.amount !== undefined && facts.filter(({ kind }) => kind === "product").length === 1,
  );
  const packOf = (price: Fact) =>
    foldText(price.quote)
      .replace(/(?:gia|lay|chi|ban)?\s*[\d.,]+\s*(?:k|tr|trieu|nghin|ngan|d|vnd|dong)[\d]*.*$/u, "")
      .trim();
  const pairs: [Fact, Fact][] = [];
  for (const [index, first] of prices.entries()) {
    for (const second of prices.slice(index + 1)) {
      const alike =
        first.amount?.unit === second.amount?.unit && first.amount?.per === second.amount?.per && first.amount?.min !== second.amount?.min;
      if (alike && packOf(first) !== "" && packOf(first) === packOf(second)) pairs.push([first, second]);
    }
  }
  return pairs;
}
