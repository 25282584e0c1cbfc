import { foldText } from "#facts/fold.ts";
import type { Fact, GrowerWords } from "#facts/fact.ts";
import type { Language } from "#i18n/language.ts";
import { restore } from "#facts/restore.ts";
import data from "./grades.json" with { type: "json" };
import { namedIn, namedRows, type Named } from "./named-rows.ts";
import { setSaid } from "./set-said.ts";
import { sizesSaid, strengthsSaid } from "./sizes-said.ts";
import { nameTradeTerm } from "./name-trade-term.ts";
import { wordsAround } from "./words-around.ts";

/**
 * `grade`: which of the goods; `state`: fresh or dried, live or dressed; `spot`: where the price is for; `tax`: with or without it;
 * `terms`: of trade, for a price abroad.
 */
export type Beside = { grade?: Named; state?: Named; spot?: Named; tax?: Named; terms?: Named };

type Around = ReturnType<typeof wordsAround>;

const grades = namedRows(data.grades);
const states = namedRows(data.states);
const spots = namedRows(data.spots);
const taxes = namedRows(data.taxes);

/** The grade, the state and the place of sale in the grower's words around each price; some name them before the price, some after it. */
export function besidePrices(prices: readonly Fact[], said: GrowerWords): Beside[] {
  const words = withMarks(said);
  const around = prices.map((price, index) => wordsAround(price, { previous: prices[index - 1], next: prices[index + 1] }, words));
  const sizes = sizesSaid(around);
  const sales = namedBeside((words, own) => namedIn(grades, words, own), around).map((sale, index) => ofSize(sale, sizes[index]));
  const named = [sales, sizes, strengthsSaid(around)];
  const grade = prices.map((price, index) => setSaid(price, prices[index - 1], words) ?? named.find((each) => each[index])?.[index]);
  const state = namedBeside((words, own) => namedIn(states, words, own), around);
  const terms = namedBeside(nameTradeTerm, around);
  const differing = new Set(state.flatMap((each) => each?.en ?? [])).size > 1;
  return around.map(({ before, own, after }, index) => {
    const said = {
      grade: grade[index],
      state: differing || state[index]?.apart === true ? state[index] : undefined,
      spot: deliveredTo(prices[index], prices, `${before} ${own}`) ?? namedIn(spots, `${before} ${own} ${after}`),
      tax: namedIn(taxes, `${own} ${after}`),
      terms: terms[index],
    };
    return {
      ...(said.grade === undefined ? {} : { grade: said.grade }),
      ...(said.state === undefined ? {} : { state: said.state }),
      ...(said.spot === undefined ? {} : { spot: said.spot }),
      ...(said.tax === undefined ? {} : { tax: said.tax }),
      ...(said.terms === undefined ? {} : { terms: said.terms }),
    };
  });
}

/** `bán lẻ size M`: how it is sold, and which. */
function ofSize(sale: Named | undefined, size: Named | undefined): Named | undefined {
  if (sale === undefined || size === undefined || !HOW_SOLD.has(sale.en)) return sale;
  return { ...sale, vi: `${sale.vi} ${size.vi}`, en: `${sale.en} ${size.en}`, ja: `${size.ja}の${sale.ja}` };
}
const HOW_SOLD: ReadonlySet<string> = new Set(["retail", "wholesale"]);

/** `45k/kg tại vườn, ship Hà Nội 55k/kg`: what it costs delivered; a smaller sum, or one with no unit, is what the sending costs. */
function deliveredTo(price: Fact | undefined, prices: readonly Fact[], words: string): Named | undefined {
  const { per, min = 0 } = price?.amount ?? {};
  const isLess = prices.some(({ amount }) => amount?.per === per && (amount?.min ?? 0) > min);
  const town = per === undefined || isLess ? undefined : DELIVERED.exec(foldText(words))?.[1];
  return town === undefined ? undefined : town.startsWith("h") && town !== "hcm" ? TO_HANOI : TO_SAIGON;
}
const DELIVERED =
  /(?<![a-z])(?:ship|giao|gui|chuyen)(?: (?:ve|ra|vao|vo|toi|den|di))? (ha noi|hn|sai gon|sg|hcm|tp ?hcm)(?: (?:gia|la|thi))?[ :]*(?:\d[\d.,]*(?:k|ngan|nghin|d|tr)?(?:\/\S+)?)?$/;
const TO_HANOI: Named = { vi: "giao Hà Nội", en: "delivered to Hanoi", ja: "ハノイお届[とど]け" };
const TO_SAIGON: Named = { vi: "giao Sài Gòn", en: "delivered to Saigon", ja: "サイゴンお届[とど]け" };

/** Fresh or frozen, by the words of a name and those right behind it. */
export function stateSaid(words: string): Named | undefined {
  return namedIn(states, words);
}

/** Where others are in another currency: `日本へは1個1,800円`, `38.50 USD/box`. */
export function buyersAt({ amount }: Fact): Record<Language, string> | undefined {
  return amount?.unit === "JPY" || amount?.unit === "USD" ? data.buyers[amount.unit] : undefined;
}

const restored = new WeakMap<GrowerWords, GrowerWords>();

/** `nho 80k, lon 150k` is of sizes or of grapes: the marks tell. */
function withMarks(words: GrowerWords): GrowerWords {
  const known = restored.get(words);
  if (known !== undefined) return known;
  const marked = { notes: restore(words.notes), answers: words.answers.map((answer) => ({ ...answer, text: restore(answer.text) })) };
  restored.set(words, marked);
  return marked;
}

function namedBeside(find: (words: string, own: string) => Named | undefined, around: readonly Around[]): (Named | undefined)[] {
  const ahead = around.map(({ before, own }) => find(before, own));
  const behind = around.map(({ own, after }) => find(after, own));
  // Words that stand between two prices with no stop are said of one of them only.
  const isShared = (index: number) =>
    around[index]?.after.trim() !== "" && around[index]?.after.trim() === around[index + 1]?.before.trim();
  return countOf(behind) > countOf(ahead)
    ? behind.map((named, index) => named ?? (isShared(index - 1) ? undefined : ahead[index]))
    : ahead.map((named, index) => named ?? (isShared(index) ? undefined : behind[index]));
}

function countOf(found: readonly (Named | undefined)[]): number {
  return found.filter((each) => each !== undefined).length;
}
