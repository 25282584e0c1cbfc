import { readAmounts, type AmountMention } from "#facts/amounts.ts";
import type { Amount, Fact } from "#facts/fact.ts";
import { foldText } from "#facts/fold.ts";
import { isMoney } from "#facts/source-text.ts";
import { zonesIn, type Zone } from "./zones.ts";

/** What bringing goods somewhere costs; `under`: only for orders below so much, `varies`: by how far it is. */
export type DeliveryFee = { cost: Amount; zone?: Zone; under?: Amount; pace?: "fast" | "standard"; varies: boolean };

/** The fees that a fact of delivery tells; none where its words say more than a place, a way and a sum. */
export function deliveryFees({ kind, text }: Pick<Fact, "kind" | "text">): DeliveryFee[] {
  if (kind !== "delivery") return [];
  const amounts = readAmounts(text, "vi");
  const sums = amounts.filter((amount) => isMoney(amount.unit) && !isFloor(text, amount));
  return sums.flatMap((sum, at) => {
    const start = sums[at - 1]?.end ?? 0;
    const end = at === sums.length - 1 ? text.length : sum.end;
    const cost = amountOf(sum);
    const beside = amounts.filter((other) => other !== sum && other.start >= start && other.end <= end);
    const under = beside.find(({ start: from }) => UNDER.test(foldText(text.slice(0, from))));
    const isOfTime = ({ dimension }: AmountMention) => dimension === "day" || dimension === "time";
    const without = [sum, ...beside.filter((other) => other === under || isOfTime(other))].toSorted(
      (left, right) => right.start - left.start,
    );
    const words = without.reduce((rest, one) => rest.slice(0, one.start) + " ".repeat(one.end - one.start) + rest.slice(one.end), text);
    const { zones, rest } = zonesIn(words.slice(start, end).trim());
    const folded = foldText(rest);
    const [zone] = zones;
    const least = under === undefined ? undefined : amountOf(under);
    if (cost === undefined || zones.length > 1 || (under !== undefined && least === undefined)) return [];
    if (FREE.test(folded) || /[a-z\d/]/.test(folded.replace(FAST, " ").replace(VARIES, " ").replace(IDLE, " "))) return [];
    const pace = folded.match(FAST) !== null ? "fast" : /(?<![a-z])thuong(?![a-z])/.test(folded) ? "standard" : undefined;
    const varies = folded.match(VARIES) !== null;
    return [{ cost, varies, ...(pace && { pace }), ...(zone && { zone }), ...(least && { under: least }) }];
  });
}

/** `đơn từ 500k`: what an order comes to. */
function isFloor(text: string, { start, end }: AmountMention): boolean {
  return FLOOR.test(foldText(text.slice(0, start))) || /^ *(?:tro len|mien phi|free)/.test(foldText(text.slice(end)));
}

function amountOf({ min, max, unit, per }: AmountMention): Amount | undefined {
  return unit === undefined ? undefined : { min, max, unit, ...(per === undefined ? {} : { per }) };
}

const FLOOR = /(?<![a-z])(?:tu|tren|du|don|don hang|bill|mua|lay|duoi) $/;
const UNDER = /(?<![a-z])duoi $/;
const FREE = /(?<![a-z])(?:free|mien|bao ship)(?![a-z])/;
const FAST = /(?<![a-z])(?:hoa toc|sieu toc|(?:giao|ship|gui) (?:nhanh|lien))(?![a-z])/g;
const VARIES =
  /(?<![a-z])(?:tuy|theo)(?: theo)? (?:xa gan|gan xa|khoang cach|quang duong|noi|cho|tinh|vung|dia chi|khu vuc)(?: xa gan)?(?![a-z])/g;
/** Words of sending and of saying what it costs; `khach` is of `xe khách`. */
const IDLE =
  /(?<![a-z])(?:(?:khach|nguoi mua) (?:phai |tu )?(?:chiu|tra)|phi|cuoc|tien|ship|gui|goi|giao|chuyen|phat|van|cho|chay|hang|cod|code|xe|khach|tai|lanh|do|may|bay|tau|hoa|chanh|buu|dien|ghe|nha|viettel|post|ghn|ghtk|ems|vnpost|grab|ahamove|lalamove|j ?& ?t|di|ve|ra|vao|vo|len|xuong|toi|den|qua|bang|cac|o|tai|trong|khu|vuc|tp|thi|la|tinh|lay|mat|het|chi|thu|them|cong|khoang|tam|dong|gia|thuong|con|va|cung|deu|em|minh|ben|don|duoi|moi|mot|ngay|nay|a|nha|nhe|nghen)(?![a-z])|[,.:;()+-]/g;
