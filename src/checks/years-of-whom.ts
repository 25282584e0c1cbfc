import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import { eitherBare } from "#facts/said.ts";
import type { Language } from "#i18n/language.ts";
import type { Found, Told } from "./ground.ts";

/** Whose years they are: the trees', the maker's, or the village's. */
type Whose = "tree" | "maker" | "village";
type Words = { before: RegExp; after: RegExp };

const REACH = 44;
const NEVER = /(?!)/u;
const either = (words: string): string => `(?<!\\p{L})(?:${eitherBare(words)})(?!\\p{L})`;
/** Up to the number, with no other number and no sign between. */
const LEAD = String.raw`[^\d,.;:!?()\n]`;

/** The first that fits says whose: a tree is named closer than who picks from it. */
const WHOSE: Record<Language, readonly (readonly [Whose, Words])[]> = {
  vi: [
    [
      "tree",
      {
        before: new RegExp(
          `${either("cây|gốc|cổ thụ|tuổi cây|tuổi đời")}(?: (?!(?:${eitherBare("~trồng|làm|theo|nghề|nuôi|bám|gắn")})(?!\\p{L}))\\p{L}+){0,4} $`,
          "u",
        ),
        after: NEVER,
      },
    ],
    ["village", { before: new RegExp(`${either("làng|phường nghề")}${LEAD}{0,30}$`, "u"), after: NEVER }],
    [
      "maker",
      {
        before: new RegExp(
          `${either("nghề|làm|theo|bám|gắn bó|nối|~trồng|nuôi|rèn|dệt|đan|vẽ|nặn|đúc|kinh nghiệm|tay nghề|thợ|nghệ nhân")}${LEAD}{0,24}$`,
          "u",
        ),
        after: new RegExp(`^ (?:(?:nay|rồi) )?${either("trong nghề|làm|theo nghề|kinh nghiệm|gắn bó|đứng lò|giữ nghề|bám nghề")}`, "u"),
      },
    ],
  ],
  en: [
    [
      "tree",
      {
        before:
          /(?<!\p{L})(?:trees?|trunks?|vines?|bushes|palms?|orchard|plants)(?: (?:are|is|stand|aged|of|over|under|about|some|more|than|all|now|around|at|least|between|has|have|grown|up|to|well)){0,5} $/u,
        after:
          /^(?:[- ]olds?|s['’]? old|s['’])?,? (?:(?!(?:and|by|from|in|of|with|for) )[\p{L}-]+ ){0,3}(?:trees?|trunks?|vines?|bushes|palms?|orchards?)(?!\p{L})/u,
      },
    ],
    [
      "village",
      {
        before: /(?<!\p{L})(?:village|guild)[^\d,.;:!?()\n]{0,24}$/u,
        after: /^(?:[- ]olds?)? (?:[\p{L}-]+ ){0,2}village(?!\p{L})/u,
      },
    ],
    [
      "maker",
      {
        before:
          /(?<!\p{L})(?:(?:has|have|['’]s|['’]ve|been)(?: \p{L}+){1,4} (?:for|at it)|(?:maker|potter|weaver|smith|blacksmith|carver|farmer|grower|keeper|carpenter|artisan|painter|printer|brewer|craftsman|family|hand)s?(?: (?:for|of|with))|(?:family|maker|grower|house|people|couple|man|woman|team) with)(?: (?:over|about|some|more than|nearly|almost|well over|the (?:last|past)))? $/u,
        after:
          /^s?(?:['’])? (?:in|of|at|as|making|growing|keeping|weaving|forging|a|an) (?!(?:the )?(?:fridge|freezer|shade|jars?|all|age)(?!\p{L}))\p{L}/u,
      },
    ],
  ],
  ja: [
    [
      "tree",
      {
        before: /(?:樹齢|木齢)(?:は|が)?(?:約|およそ)?$/u,
        after: /^(?:を?(?:超える|超えた|以上の|もの|ほどの|の))?(?:古木|老木|大木|古樹|巨木|木(?!工|彫|版))/u,
      },
    ],
    ["village", { before: /(?:村|産地|里)(?:は|の|で|に)?(?:約|およそ)?$/u, after: /^(?:続く|の歴史)?(?:を持つ|ある)?(?:村|里|産地)/u }],
    [
      "maker",
      {
        before: /(?:作り|づくり|栽培|職人|歴|一筋|稼業|仕事|続けて|続け|育てて|打って|織って|営んで|経験)(?:は|が|も)?(?:約|およそ)?$/u,
        after: /^(?:以上|ほど|余り|近く)?(?:の(?:経験|キャリア|職人|腕)|(?:作り|織り|打ち|育て|守り|営み)続け|一筋|になります)/u,
      },
    ],
  ],
};

/** "26-year-old trees" of `cây 180 năm, làm chè 26 năm`: the trees' years and their maker's, each told of the other. */
export function strangeAges(told: Told): Found[] {
  const { text, language, ground, say } = told;
  const own = told.amounts.filter(isYears);
  const held = own.length === 0 ? [] : ground.amounts.filter(isYears);
  if (held.length < 2) return [];
  const known = held.map((one) => ({ amount: one, whose: whoseYears(ground.notes, one, "vi") }));
  return own.flatMap((amount): Found[] => {
    const whose = whoseYears(text, amount, language);
    if (whose === undefined) return [];
    const same = known.filter((one) => agrees(amount, one.amount));
    const isOthers = same.length > 0 && same.every((one) => one.whose !== undefined && one.whose !== whose);
    const instead = isOthers ? known.find((one) => one.whose === whose) : undefined;
    if (instead === undefined) return [];
    const { start, end, quote } = amount;
    return [{ kind: "number", start, end, message: say("numberSwapped", { quote, held: instead.amount.quote.trim() }) }];
  });
}

function isYears({ unit, per, max }: AmountMention): boolean {
  return unit === "year" && per === undefined && max >= YEARS_MIN;
}
/** Fewer may be how long anything takes. */
const YEARS_MIN = 5;

function whoseYears(text: string, { start, end }: AmountMention, language: Language): Whose | undefined {
  const before = lightText(text.slice(Math.max(0, start - REACH), start));
  const after = lightText(text.slice(end, end + REACH));
  return WHOSE[language].find(([, words]) => words.before.test(before) || words.after.test(after))?.[0];
}
