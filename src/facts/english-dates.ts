import { dated, YEAR, YEAR_BEFORE_NAME, YEAR_MONTH, type DateBook, type DateParts } from "./date-rule.ts";

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const MONTH = String.raw`(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)(?!\p{L})`;

/** The lunar year's months are counted; its last is the twelfth. */
const LUNAR_MONTHS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
const NEXT_DAY = String.raw`(?:\s*(?:,|and|to|until|through|-|–)\s*(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?)`;
const TO_DAY = String.raw`\s*(?:to|until|till|through|and|-|–|—)\s*(?:the\s+)?`;
const QUARTERS = ["first", "second", "third", "fourth"];
/** "From June 10 to 20 kg a day": no day. */
const UNIT = String.raw`(?:kg|kilos?|g|grams?|t|tonnes?|tons?|boxes|box|bags?|jars?|bottles?|packs?|cartons?|pieces|fruits?|litres?|l|ml|cm|m|days?|weeks?|months?|hours?|usd|vnd|percent|per cent)(?!\p{L})`;

export const ENGLISH_DATES: DateBook = {
  rules: [
    YEAR_MONTH,
    {
      pattern: new RegExp(
        String.raw`(?<![\p{L}])(?<name>${MONTH})\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d|[.,]\d)(?:,?\s+(?<year>20\d{2}))?`,
        "gu",
      ),
      parts: datedInEnglish,
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\d.,])(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<name>${MONTH})(?:,?\s+(?<year>20\d{2}))?`,
        "gu",
      ),
      parts: datedInEnglish,
    },
    // "August 10–20", "from 10 to 20 August"
    {
      pattern: new RegExp(
        String.raw`(?<=(?<!\p{L})(?<name>${MONTH})\s+\d{1,2}(?:st|nd|rd|th)?${TO_DAY})(?<day>\d{1,2})(?:st|nd|rd|th)?(?![\d\p{L}%/]|[.,]\d|\s+(?:of\s+)?${MONTH}|\s+(?:day\s+)?(?:of|in)\s+the\s+\p{L}+\s+(?:lunar|month)|\s*${UNIT})`,
        "gu",
      ),
      parts: datedInEnglish,
    },
    {
      pattern: new RegExp(
        String.raw`(?<![\d.,/-])(?<day>\d{1,2})(?:st|nd|rd|th)?(?=${TO_DAY}\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?<name>${MONTH})(?!\s+(?:be|vary|differ|have|come|need|take|not|look|still|also|change)(?!\p{L})))`,
        "gu",
      ),
      parts: datedInEnglish,
    },
    // `Sa Dec` is a town.
    { pattern: new RegExp(String.raw`(?<![\p{L}]|sa )(?<name>${MONTH})(?:,?\s+(?<year>20\d{2}))?(?!\p{L})`, "gu"), parts: datedInEnglish },
    // "day 15 of lunar month 11"
    {
      pattern: /(?<!\p{L})day (?<day>\d{1,2}) of lunar month (?<month>\d{1,2})(?!\d)/gu,
      parts: (groups) => ({ ...datedInEnglish(groups), lunar: true }),
    },
    // "lunar months 2 to 4"
    {
      pattern: /(?<=(?<!\p{L})lunar months? (?:\d{1,2} ?(?:to|until|and|-|–) ?)?)(?<month>\d{1,2})(?!\d)/gu,
      parts: (groups) => ({ ...datedInEnglish(groups), lunar: true }),
    },
    // "the 15th of the last lunar month", "the 28th to 30th day of the twelfth lunar month"
    {
      pattern: new RegExp(
        String.raw`(?<![\d.,])(?<day>\d{1,2})(?:st|nd|rd|th)?(?=${NEXT_DAY}{0,3}(?:\s+days?)?\s+(?:of|in)\s+the\s+(?:(?<counted>${LUNAR_MONTHS.join("|")}|last|final)|(?<month>\d{1,2})(?:st|nd|rd|th))\s+(?:lunar\s+month|month\s+of\s+the\s+lunar))`,
        "gu",
      ),
      parts: ({ day, counted = "", month }) => {
        const at = LUNAR_MONTHS.indexOf(counted) + 1;
        return { day: Number(day), month: month === undefined ? at || LUNAR_MONTHS.length : Number(month), lunar: true };
      },
    },
    // "in the third and fourth lunar months": of a day in it the rules above tell.
    {
      pattern: new RegExp(
        String.raw`(?=[\dfnste])(?<![\p{L}\d.,]|(?:\d(?:st|nd|rd|th)?|[a-z](?:teenth|tieth)|${LUNAR_MONTHS.join("|")}|moon|days?)\s+(?:days?\s+)?(?:of|in)\s+(?:the\s+)?)(?:(?<counted>${LUNAR_MONTHS.join("|")})|(?<month>[1-9]|1[0-2])(?:st|nd|rd|th))(?=(?:\s*(?:,|and|or|to|until|through|-|–)\s*(?:the\s+)?(?:${LUNAR_MONTHS.join("|")}|\d{1,2}(?:st|nd|rd|th))){0,2}\s+(?:lunar\s+months?(?!\p{L})|months?\s+of\s+the\s+lunar))`,
        "gu",
      ),
      parts: ({ counted = "", month }) => ({ month: month === undefined ? LUNAR_MONTHS.indexOf(counted) + 1 : Number(month), lunar: true }),
    },
    // "the 5th and the 20th of every month"
    {
      pattern:
        /(?<![\d.,])(?<day>\d{1,2})(?:st|nd|rd|th)(?=(?:\s*(?:,|and|,\s*and|&|to|through|until|–|-)\s*(?:the\s+)?\d{1,2}(?:st|nd|rd|th)){0,6}\s+(?:of\s+)?(?:every|each|the)\s+(?:lunar\s+)?month)/gu,
      parts: datedInEnglish,
    },
    // "the third quarter of 2025", "Q3"
    {
      pattern:
        /(?<!\p{L})(?<quarter>first|second|third|fourth|last|final) quarter(?!\p{L}| (?:share|price))(?:(?: of)? (?<year>20\d{2}))?/gu,
      parts: ({ quarter = "", ...groups }) =>
        dated({ ...groups, quarter: String(QUARTERS.indexOf(quarter) + 1 || QUARTERS.length) }, undefined),
    },
    { pattern: /(?<!\p{L})q(?<quarter>[1-4])(?![\p{L}\d])(?:(?: of|,)? (?<year>20\d{2}))?/gu, parts: (groups) => dated(groups, undefined) },
    // "4 to 7 pm"
    {
      pattern: /(?<![\d.,/$-])(?<hour>\d{1,2})(?=\s?(?:to|until|till|and)\s?\d{1,2}(?::\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.)(?!\p{L}))/gu,
      parts: (groups) => ({ hour: Number(groups.hour) % 12 }),
    },
    {
      pattern: /(?<![\d.,])(?<hour>\d{1,2})(?::\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.|o['’]clock)(?!\p{L})/gu,
      parts: (groups) => ({ hour: Number(groups.hour) % 12 }),
    },
    {
      pattern:
        /(?<![\d/.,])(?<day>\d{1,2})\/(?<month>\d{1,2})(?:\/(?<year>20\d{2}))?(?![\d/])(?!\s*(?:kg|kilo|of a|litre|dozen)|(?<=(?<!\d)1\/2)\s*(?:day|hour|month|year)(?!\p{L}))/gu,
      parts: datedInEnglish,
    },
    // "Moved home in 2017 to plant": no sheets are counted.
    {
      pattern: /(?<=(?<!\p{L})(?:in|since|during|after|before) )(?<year>(?:19|20)\d{2})(?= to \p{L})/gu,
      parts: (groups) => dated(groups, undefined),
    },
    YEAR,
    YEAR_BEFORE_NAME,
  ],
  isNone: isWord,
};

function datedInEnglish(groups: Record<string, string | undefined>): DateParts {
  const { name, month } = groups;
  if (name === undefined) return dated(groups, month === undefined ? undefined : Number(month));
  return dated(groups, MONTHS.findIndex((each) => each.startsWith(name.slice(0, 3))) + 1);
}

/** "may" and "march" are words too: a month is capital, and follows a preposition unless it has a day, a harvest or goods ("May mangoes"). */
function isWord(quote: string, text: string, start: number): boolean {
  if (!/^(?:may|march)\b/i.test(quote) || /\d/.test(quote)) return false;
  const after = text.slice(start + quote.length, start + quote.length + 20);
  // "May's stall": a seller's name.
  if (/^['’]s (?!harvest|crop|first|fruit|rain|weather|orders?|price)\p{Ll}/u.test(after)) return true;
  if (quote.startsWith("March") && /^ (?!on(?:to|wards?)?(?!\p{L})|to |into |over |up |along |past |down |out )\p{Ll}/u.test(after))
    return false;
  if (
    quote.startsWith("May") &&
    /^ \p{Ll}/u.test(after) &&
    /(?:our|the|these|this year['’]s|first|fresh) $/iu.test(text.slice(Math.max(0, start - 16), start))
  )
    return false;
  return (
    /^[a-z]/.test(quote) ||
    (!/^ (?:harvest|season|crop|picking|flush)/.test(text.slice(start + quote.length, start + quote.length + 9)) &&
      !/(?<!\p{L})(?:in|from|to|until|till|by|of|early|mid|late|since|and|or|through|next|last|this|every|each|around|before|after|during|between|months?[,:]|[-–])[\s-]*$/iu.test(
        text.slice(Math.max(0, start - 12), start),
      ))
  );
}
