import { readAmounts, type AmountMention } from "#facts/amounts.ts";
import type { Amount, Fact, Unit } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import type { Language } from "#i18n/language.ts";
import { countedBy, writeCounted } from "./counted-goods.ts";
import { DENIED } from "./is-promised.ts";
import { addReading } from "./japanese-reading.ts";

/** `đơn từ 4 hũ freeship`, `mua 6 ký trở lên bao ship`: how much an order must be to go for free. */
export function freeFrom({ text, quote }: Fact): Amount | undefined {
  const folded = foldText(text);
  if (!(FREE.test(folded) || FREE_ORDER.test(folded)) || DENIED.test(folded)) return undefined;
  // A bare `vi` is a tray in the grower's words, and may be restored to something else.
  const floors = [text, quote].map(floorsIn).find((found) => found.length > 0) ?? [];
  const [floor] = floors;
  if (floor?.unit === undefined || floor.per !== undefined || floors.length > 1) return undefined;
  return { min: floor.min, max: floor.max, unit: floor.unit };
}

/** `mua từ 50kg giao tận nơi`: how much an order must be to be brought at all; what it costs under that is told as a fee. */
export function leastOrder(fact: Fact): Amount | undefined {
  const folded = foldText(fact.text);
  if (fact.kind !== "delivery" || FREE.test(folded) || FREE_ORDER.test(folded) || DENIED.test(folded) || COSTS.test(folded))
    return undefined;
  const floors = floorsIn(fact.text).filter(({ unit }) => unit !== undefined && ORDERED.has(unit));
  const [floor] = floors;
  if (floor?.unit === undefined || floor.per !== undefined || floors.length > 1) return undefined;
  if (readAmounts(fact.text, "vi").some(({ unit, start }) => unit === "VND" && start !== floor.start)) return undefined;
  return { min: floor.min, max: floor.max, unit: floor.unit };
}
const ORDERED: ReadonlySet<Unit> = new Set<Unit>(["VND", "kg", "t", "l", "fruit", "box", "bag", "bottle", "jar", "bunch", "pack"]);
const COSTS = /(?<![a-z])(?:phi|cuoc|tien|duoi|khach|coc|tru|giam|bot|gia(?! lai))(?![a-z])/;

function floorsIn(text: string): AmountMention[] {
  return readAmounts(text, "vi").filter(
    ({ start, end }) => FROM.test(foldText(text.slice(0, start))) || UPWARDS.test(foldText(text.slice(end))),
  );
}

/** `mua 5 chậu free ship`: so many of what the contract has no unit for. */
export function countFrom(fact: Fact): ((language: Language) => string) | undefined {
  const folded = foldText(fact.text);
  if (!(FREE.test(folded) || FREE_ORDER.test(folded)) || DENIED.test(folded)) return undefined;
  const [, count = "", unit = ""] = COUNTED_FROM.exec(folded) ?? [];
  const by = unit === "" ? undefined : countedBy(unit, fact, []);
  return by === undefined || by.ja === ""
    ? undefined
    : (language) => addReading(writeCounted({ min: Number(count), max: Number(count) }, by, language));
}
const COUNTED_FROM = /(?<![a-z])(?:tu|tren|du|don|mua|lay|dat) (\d{1,4}) ?([a-z]+)/;

/** `freeship toàn quốc`, `giao miễn phí nội thành`: whatever is ordered. */
export function isFree({ text }: Fact): boolean {
  const folded = foldText(text);
  return FREE.test(folded) && !DENIED.test(folded) && !CONDITION.test(folded);
}
const CONDITION = /(?<![a-z])(?:tu|tren|duoi|neu|khi|don|mua|lay|dat|du|nguyen|combo|ban kinh|gan|quanh)(?![a-z])|\d/;

const FREE =
  /(?<![a-z])(?:free ?ship|fs|(?:mien|free) (?:phi )?(?:van chuyen|giao|ship|gui)|(?:giao|ship|gui)(?: hang)? (?:tan (?:nha|noi) )?(?:mien phi|free)|(?:bao|mien) (?:tien |cuoc |phi )?ship|(?:nha|em|shop|vuon|ben|htx|minh) (?:chiu|lo|bao|tra) (?:tien |phi |cuoc )*(?:ship|xe|van chuyen|giao))(?![a-z])/;
/** `đơn 500k free`, `miễn phí từ 12 bao`: of an order, what is free is to have it brought. */
const FREE_ORDER = /(?<![a-z])(?:mien phi|free|fs)(?= (?:tu|tren|du|don|cho don)(?![a-z])| *$|[ ,](?:noi|toan|luon))/;
const FROM = /(?<![a-z])(?:tu|tren|du|don|don hang|mua|lay|dat|bill) $/;
const UPWARDS = /^ *tro len(?![a-z])/;

/** Ways of sending that have a phrase in which they cost nothing. */
export const SENT_FREE: ReadonlySet<string> = new Set(["nationwide", "in-city", "in-city-of", "saigon", "hanoi", "to-door", "delivers"]);
