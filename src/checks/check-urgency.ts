import { agrees } from "#facts/agree-amounts.ts";
import { lightText } from "#facts/fold.ts";
import { overlaps, said } from "#facts/said.ts";
import { isDenied } from "./denied.ts";
import type { Found, Told } from "./ground.ts";
import { matchRules, openRules, type RuleMatch } from "./match-rules.ts";
import { isOwnHurry } from "./own-hurry.ts";
import rules from "./rules/urgency.json" with { type: "json" };

const book = openRules(rules);
/** The grower's own word for a last day, a first-come offer, a crowd. */
const HELD: Readonly<Record<string, RegExp>> = {
  deadline: said(
    "hôm nay (?:thôi|là|hết)|(?:trước|tới|đến|hết) \\d{1,2} ?(?:h|giờ)\\d{0,2} (?:sáng|trưa|chiều|tối|đêm|khuya)? ?(?:hôm nay|nay|mai)|(?:chỉ|hết|đến hết|tới hết) (?:hôm nay|tối nay|ngày)|trong live|phiên live|livestream|ngày cuối|mai (?:tăng|hết)|tăng giá|(?:giá|ưu đãi|giảm|khuyến mãi|km|bán)(?: \\p{L}+){0,4} (?:đến|tới|nốt|trong|hết)(?: hết| đúng)? (?:trưa|chiều|tối|đêm|sáng|hôm nay|bữa nay|nửa đêm|cuối tuần|tuần này|chủ nhật|thứ (?:\\d|\\p{L}+)|\\d{1,2} ?(?:h|giờ))",
  ),
  first: said("đầu tiên|khách đầu|(?:ai|khách|đơn|người)(?: \\p{L}+){0,2} trước|trước (?:được|có|lấy|giao) trước|thứ tự"),
  crowd: said("xếp hàng|đông khách|đặt trước hết"),
};
/** Who always has some runs out of nothing. */
const ALWAYS = said(
  "(?:hàng |lúc nào |khi nào )?(?:luôn|cũng) (?:luôn )?(?:có )?sẵn|lúc nào cũng có|(?:tuần|ngày|tháng) nào cũng có|không bao giờ hết",
);
/** Three hundred in stock are not "almost gone": that they run low is the grower's to say. */
const NEARLY =
  /almost|nearly|practically|selling|sells? (?:out|fast)|going|(?<!(?:when|once) \p{L}{2,5}(?:['’](?:re|s)| are| is) )gone|few|(?<!\p{L})(?:handful|couple|last|vài|mấy|dăm|ít)(?!\p{L})|sắp|gần hết|cháy|わずか|間近|寸前|必至|目前|しそう|少|残り数|あと数|飛ぶ/u;
/** Of so few a seller may say "a few". */
const FEW_MAX = 10;
const OWN_FEW = said(
  "còn(?: có| được| lại| chừng| đúng| khoảng)* (?:ít|vài|mấy|dăm|chút)(?! (?:hôm|bữa|ngày|tuần|tháng|năm|anh|chị|người))",
);
const RUNNING_LOW = said("(?:sắp|gần|mau|nhanh) hết|còn (?:ít|vài|mấy|chút)|cuối (?:vụ|mùa)|hết (?:vụ|mùa)|cháy hàng");
/** `đợt cuối còn 40 thùng`, `hết là nghỉ tới năm sau`: the end of the season in the grower's own words. */
const LAST_PICKED = said(
  "(?:đợt|lứa|mẻ|lô|chuyến|lượt|trà|vét)(?: (?:hái|thu|hàng|trái|quả|này|là|vải|nhãn))* (?:cuối|chót)|(?:cuối|hết|tàn|vãn|mãn) (?:mùa|vụ)|hết (?:đợt này |lứa này )?là nghỉ",
);
const ALL_YEAR = said("quanh năm|cả năm|bốn mùa|4 mùa|tứ mùa|(?:mùa|tháng) nào cũng");
const FIRST = /đầu|trước|first|先着|最初/u;

/** Scarcity needs a stock in the notes, haste a stock or a season, a last day the grower's own word for it. */
export function checkUrgency(told: Told): Found[] {
  return matchRules(told, book)
    .filter((found) => !isInPlace(told, found) && !isHonest(told, found) && !(found.id === "haste" && isDenied(told, found)))
    .map(({ start, end, quote }) => ({ kind: "urgency", start, end, message: told.say("urgency", { quote }) }));
}

/** `ở Rạch Giá trước 9 giờ`: the last word of a name is no price. */
function isInPlace({ terms }: Told, { start }: RuleMatch): boolean {
  return terms.some((term) => term.start < start && start < term.end);
}

function isHonest(told: Told, found: RuleMatch): boolean {
  const { facts, notes } = told.ground;
  const runsOut = notes.search(ALWAYS) === -1;
  const stock = told.ground.stock.length > 0 && runsOut;
  const season = facts.some(({ kind, quote }) => kind === "season" && quote.search(ALL_YEAR) === -1);
  const lastPicked = notes.search(LAST_PICKED) !== -1;
  if (found.id === "season") return (season && runsOut) || lastPicked;
  if ((found.id === "haste" || found.id === "scarcity") && isOwnHurry(told, found)) return true;
  if (found.id === "haste") return stock || season || lastPicked;
  if (found.id !== "scarcity") return holds(found.id, notes);
  if (FIRST.test(lightText(found.quote))) return holds("first", notes);
  return isInStock(told, found, stock);
}

function holds(id: string, notes: string): boolean {
  const pattern = HELD[id];
  return pattern !== undefined && notes.search(pattern) !== -1;
}

/** "Only 200 left", "200 of the 500 ml bottles left": the stock itself, not another number of the notes. */
function isInStock(told: Told, span: RuleMatch, stock: boolean): boolean {
  const of = told.amounts.find(({ end }) => /^ of (?:the |our |these )?$/u.test(told.text.slice(end, span.start)));
  const within = told.amounts.find((amount) => overlaps(amount, span));
  // "One case of 24 bottles is left": the cases are counted.
  const holder = within && told.amounts.find(({ end }) => /^ of (?:the |our )?$/u.test(told.text.slice(end, within.start)));
  const number = of ?? holder ?? within;
  if (number === undefined) {
    if (told.ground.notes.search(OWN_FEW) !== -1) return true;
    return stock && (!NEARLY.test(lightText(span.quote)) || told.ground.notes.search(RUNNING_LOW) !== -1 || isOfFew(told));
  }
  if (!stock) return false;
  return told.ground.stock.some((held) => agrees(number, held));
}

function isOfFew({ ground }: Told): boolean {
  return ground.stock.some(({ max }) => max <= FEW_MAX);
}
