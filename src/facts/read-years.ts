import { meeting } from "./spans.ts";
import { said } from "./said.ts";
import { amountOf, type Draft, type SourceText } from "./source-text.ts";

const YEARS = said(
  "(?:làm|trồng|nghề|nuôi)(?: \\p{L}+){0,6}?(?: \\d{1,3}|(?: \\p{L}+){1,3}) năm nay|(?:làm|nghề)(?: \\p{L}+){0,6}?(?: \\d{1,3}|(?: \\p{L}+){1,3}) năm rồi",
);
/** What is so old is a tree. */
const PLANT = /(?<!\p{L})(?:cây|cay|gốc|goc|cội)(?: (?:này|nay|đã|da))?\s*$/iu;

/** For how many years the grower has been at it. Without `nay` or `rồi` it may be how long the goods took to grow. */
export function readYearsAtWork(read: SourceText): Draft[] {
  const years = read.amounts.filter(({ unit, per }) => unit === "year" && per === undefined);
  return [...read.light.text.matchAll(YEARS)].flatMap((match): Draft[] => {
    const span = read.light.span(match.index, match.index + match[0].length);
    const mention = meeting(years, span);
    if (mention === undefined || PLANT.test(read.text.slice(0, span.start))) return [];
    return [{ kind: "grower", start: span.start, end: span.end, ...amountOf(mention) }];
  });
}
