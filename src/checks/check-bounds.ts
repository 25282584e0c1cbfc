import { agrees } from "#facts/agree-amounts.ts";
import type { AmountMention } from "#facts/amounts.ts";
import { lightText } from "#facts/fold.ts";
import { said, type Span } from "#facts/said.ts";
import type { Found, Ground, Told } from "./ground.ts";
import { boundAt, clauseAround, ownClause, type Bound } from "./bounds.ts";
import { freeAtAnotherAge, partyOfAge, tellsAges } from "./ages-of-guests.ts";
import { turnedDirection } from "./directions.ts";
import { turnedRanges } from "./turned-ranges.ts";
import { turnedTimes } from "./before-after.ts";
import { largerParts } from "./parts-of-wholes.ts";
import { chargedOtherwise } from "./payers.ts";

const AROUND = 20;
const FREE =
  /miễn|mien phi|free|無料|bao ship|tặng ship|tang ship|khỏi|サービス|(?:ko|không|hông|hổng) (?:tính |mất |tốn |thu |lấy )?(?:phí|(?:tiền )?ship)|no (?:extra |delivery |shipping )?(?:charge|cost|fee)|at our (?:cost|expense)|waive|on (?:us|the house)|nothing|(?:いただき|かかり)ません|不要|当方/u;
const PRICED = /\d(?: ?(?:vnd|đ|₫|dong|đồng|k|nghìn|ngàn)(?!\p{L})|[万千]?ドン)/u;

/** A figure told with another bound than the notes have it with, or by another head, or up where they go down. */
export function checkBounds(told: Told): Found[] {
  return [
    ...turnedBounds(told),
    ...freeFromOne(told),
    ...chargedByOthers(told),
    ...largerParts(told),
    ...otherAges(told),
    ...turnedTimes(told),
    ...turnedRanges(told),
  ];
}

function chargedByOthers(told: Told): Found[] {
  return told.amounts.flatMap((amount): Found[] => {
    const { start, end, quote } = amount;
    const held = chargedOtherwise(amount, told) ?? turnedDirection(amount, told);
    if (held === undefined) return [];
    const clause = clauseAround(told.ground.notes, held).trim();
    return [{ kind: "number", start, end, message: told.say("numberSwapped", { quote, held: clause }) }];
  });
}

/** "Free delivery from one pot" of `miễn phí từ 12 chậu`. */
function freeFromOne({ amounts, text, language, ground, say }: Told): Found[] {
  const free = freeFloors(ground);
  if (free.length === 0) return [];
  return amounts.flatMap((amount): Found[] => {
    const { start, end, quote, unit, dimension, min, max } = amount;
    if ((dimension !== "count" && dimension !== "none") || min !== 1 || max !== 1) return [];
    const held = free.find((least) => least.dimension === "none" || least.unit === unit);
    if (held === undefined || !FREE.test(lightText(clauseAround(text, amount)))) return [];
    if (boundAt(text, amount, language) !== "over" && !(language === "ja" && text.startsWith("から", end))) return [];
    return [{ kind: "number", start, end, message: say("numberNear", { quote, held: held.quote }) }];
  });
}

/** "Under ten free", "groups of five": an age of the notes told of others. */
function otherAges(told: Told): Found[] {
  const { amounts, text, language, ground, say } = told;
  if (!tellsAges(ground)) return [];
  return amounts.flatMap((amount): Found[] => {
    if (amount.min !== amount.max || amount.max > AGE_MAX) return [];
    const isFree = boundAt(text, amount, language) === "under" && FREE.test(lightText(clauseAround(text, amount)));
    const isFreeInNotes = (held: AmountMention) => FREE.test(clauseAround(ground.notes, held, true));
    const held = (isFree ? freeAtAnotherAge(amount, told, isFreeInNotes) : undefined) ?? partyOfAge(amount, told);
    const { start, end, quote } = amount;
    return held === undefined ? [] : [{ kind: "number", start, end, message: say("numberSwapped", { quote, held: held.quote.trim() }) }];
  });
}
const AGE_MAX = 18;

/** From how many on the notes bring goods free; `tu 12 chau` counts nothing without its mark. */
function freeFloors({ amounts, notes }: Ground): AmountMention[] {
  return amounts.filter(
    ({ dimension, min, quote }) =>
      min > 1 &&
      (dimension === "none" || dimension === "count") &&
      placesOf(lightText(quote), notes).some((place) => boundAt(notes, place, "vi") === "over" && FREE.test(clauseAround(notes, place))),
  );
}

/** "Orders over 250,000 pay for shipping", of `đơn dưới 250k phí 20k`: the notes' own figure, its bound turned round. */
function turnedBounds({ amounts, text, language, ground, say }: Told): Found[] {
  // A text may say one figure a thousand times.
  const known = new Map<string, Span | undefined>();
  return amounts.flatMap((amount): Found[] => {
    const told = boundAt(text, amount, language);
    if (told === undefined || amount.min !== amount.max || isFirstDay(text, amount)) return [];
    // `nhiều nhất tháng 8`: no month is at most another.
    if (amount.dimension === "calendar-month") return [];
    const { start, end, quote, per } = amount;
    const clause = lightText(ownClause(text, amount));
    const isFree = FREE.test(clause);
    const isPriced = PRICED.test(clause);
    const key = [quote, per, told, isFree, isPriced].join();
    const turned = known.has(key)
      ? known.get(key)
      : (turnedIn(ground, amount, told, { isFree, isPriced }) ?? beginsThere(ground, amount, told));
    known.set(key, turned);
    if (turned === undefined) return [];
    return [{ kind: "number", start, end, message: say("numberTurned", { quote, held: clauseAround(ground.notes, turned).trim() }) }];
  });
}

/** "No deliveries from August 12 to 15" of `12/8 đến 15/8 nghỉ giao`: where days off begin is no bound. */
function isFirstDay(text: string, { dimension, end }: AmountMention): boolean {
  return DATES.has(dimension) && UNTIL_A_DAY.test(lightText(text.slice(end, end + AROUND)));
}
const DATES = new Set(["calendar-date", "calendar-day"]);
const UNTIL_A_DAY = /^ ?(?:to|until|till|through|đến|tới|den|toi|hết|[-–~]|から) ?(?:hết |ngày )?(?:\p{L}+ )?\d/u;

/** Where the notes first say the figure, if they say it with the other bound wherever they do. */
function turnedIn(
  { amounts, notes }: Ground,
  amount: AmountMention,
  told: Bound,
  { isFree, isPriced }: { isFree: boolean; isPriced: boolean },
): Span | undefined {
  const same = amounts.filter((other) => agrees(amount, other));
  // "Over 5" stands for `dưới 5 tuổi` before it does for `5-10 tuổi`.
  const exact = same.filter(({ min, max }) => min === max);
  const quotes = new Set((exact.length > 0 ? exact : same).map(({ quote }) => lightText(quote)));
  const held = [...quotes].flatMap((quote) => placesOf(quote, notes));
  const isTurned = (place: Span) => {
    const bound = boundAt(notes, place, "vi");
    const isSaidFree = [true, false].map((apart) => FREE.test(clauseAround(notes, place, apart)));
    return bound !== undefined && bound !== told && isSaidFree.includes(isFree);
  };
  // `đơn từ 300k freeship, dưới 300k ship 20k`: what pays there is not free.
  const pays = (place: Span) =>
    isFree && boundAt(notes, place, "vi") === told && ![true, false].some((apart) => FREE.test(clauseAround(notes, place, apart)));
  // And the other way round: what is free there has a price here.
  const isFreeThere = (place: Span) =>
    isPriced &&
    !isFree &&
    boundAt(notes, place, "vi") === told &&
    [true, false].every((apart) => FREE.test(clauseAround(notes, place, apart)));
  const turned = held.find(isTurned);
  return held.every((place) => isTurned(place) || pays(place) || isFreeThere(place)) ? turned : undefined;
}

/** "Children under five" of `bé 5-9 tuổi 60k`: the range that the notes have begins there. */
function beginsThere({ amounts, notes }: Ground, { min, dimension }: AmountMention, told: Bound): Span | undefined {
  if (told !== "under" || !AGES.has(dimension)) return undefined;
  const held = amounts.filter((other) => AGES.has(other.dimension) && (other.min === min || other.max === min));
  const isBegun = held.every((other) => other.min < other.max && other.min === min) && notes.search(YOUNGER) === -1;
  return isBegun ? held[0] : undefined;
}
/** Years, and numbers of which it is not said what they are. */
const AGES = new Set(["none", "month"]);
const YOUNGER = said("(?:nhỏ|bé|ít|trẻ|thấp|nhẹ) hơn|còn nhỏ|nhỏ (?:quá|xíu)|dưới (?:nữa|đó)");

const GLUED = /^(?:\d|k|%|[.,]\d)/u;

function placesOf(quote: string, notes: string): Span[] {
  const places: Span[] = [];
  for (let at = notes.indexOf(quote); at !== -1; at = notes.indexOf(quote, at + 1)) {
    const end = at + quote.length;
    // The 10 of `10k` is another figure.
    if (!GLUED.test(notes.slice(end, end + 2)) || !/\d$/.test(quote)) places.push({ start: at, end });
  }
  return places;
}
