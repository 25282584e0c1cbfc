import { readAmounts } from "#facts/amounts.ts";
import type { Amount, Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { DENIED } from "./is-promised.ts";

/** `đơn từ 4 hũ freeship`, `mua 6 ký trở lên bao ship`: how much an order must be to go for free. */
export function freeFrom({ text }: Fact): Amount | undefined {
  const folded = foldText(text);
  if (!FREE.test(folded) || DENIED.test(folded)) return undefined;
  const floors = readAmounts(text, "vi").filter(
    ({ start, end }) => FROM.test(foldText(text.slice(0, start))) || UPWARDS.test(foldText(text.slice(end))),
  );
  const [floor] = floors;
  if (floor?.unit === undefined || floor.per !== undefined || floors.length > 1) return undefined;
  return { min: floor.min, max: floor.max, unit: floor.unit };
}

/** `freeship toàn quốc`, `giao miễn phí nội thành`: whatever is ordered. */
export function isFree({ text }: Fact): boolean {
  const folded = foldText(text);
  return FREE.test(folded) && !DENIED.test(folded) && !CONDITION.test(folded);
}
const CONDITION = /(?<![a-z])(?:tu|tren|duoi|neu|khi|don|mua|lay|dat|du|nguyen|combo|ban kinh|gan|quanh)(?![a-z])|\d/;

const FREE =
  /(?<![a-z])(?:free ?ship|fs|(?:mien|free) (?:phi )?(?:van chuyen|giao|ship|gui)|(?:giao|ship|gui)(?: hang)? (?:tan (?:nha|noi) )?(?:mien phi|free)|(?:bao|mien) (?:tien |cuoc |phi )?ship)(?![a-z])/;
const FROM = /(?<![a-z])(?:tu|tren) $/;
const UPWARDS = /^ *tro len(?![a-z])/;

/** Ways of sending that have a phrase in which they cost nothing. */
export const SENT_FREE: ReadonlySet<string> = new Set(["nationwide", "in-city", "in-city-of", "saigon", "hanoi", "to-door", "delivers"]);
