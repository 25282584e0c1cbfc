import type { Folded } from "./fold.ts";
import { said, type Span } from "./said.ts";

const NO = "(?:không|ko|k|hông|hổng|kg|chẳng|đừng)";
/** Words to the machine, not about the product. They run to the end of their sentence. */
const ORDERS = said(
  "bỏ qua (?:mọi |tất cả |các |hết )?(?:hướng dẫn|chỉ dẫn|lệnh|yêu cầu)|(?:hãy |rồi )?(?:viết|ghi) (?:rằng|là|thêm)|hãy (?:viết|ghi|nói)|(?:ghi chú|lưu ý|nhắn) (?:cho|với) (?:ai|máy|bot|hệ thống)|ignore (?:all |the |any )?(?:previous|above|prior)|disregard|system prompt|you are now|forget (?:all|everything|previous)|bạn là (?:ai|trợ lý)|quên (?:hết|mọi)",
);
/** What others say. It runs over its sentence. */
const HEARSAY = said(
  "nghe (?:nói|người ta|đồn|bảo|thiên hạ)|người ta (?:nói|kêu|bảo|đồn|khen|hay)|ai cũng (?:nói|khen|bảo|kêu)|khách (?:quen |hàng |ruột )?(?:cứ |hay |toàn |đều )?(?:nói|khen|bảo|kêu)|(?:cứ|hay|toàn) (?:~bảo|khen|kêu)|thiên hạ (?:nói|đồn)|nghe đâu|đồn (?:là|rằng)|có người (?:nói|bảo)|thấy bảo|hình như",
);
/** What food may not be sold with. It runs over its clause. */
const HEALTH = said(
  `(?:trị|chữa|phòng|ngừa|chống|giảm) (?:bệnh|bách bệnh|ho|đau|viêm|ung thư|mất ngủ|tiểu đường|cao huyết áp|huyết áp|dạ dày|cảm|mỡ máu|béo|cân|mụn|lão hóa|stress|nám|táo bón|khớp|nhức|gút|gout|cholesterol)|hạ (?:mỡ máu|huyết áp|đường huyết|sốt|cholesterol)|~chữa(?! cháy| lành nghề)|đặc trị|bổ (?:phổi|thận|máu|gan|não|tim|khí|dương)|tốt cho (?:sức khỏe|dạ dày|tim|gan|mắt|da|bà bầu|tiêu hóa|xương|não|người)|(?:mát|giải độc|thanh lọc|thải độc|đẹp da|trắng da)(?: gan| cơ thể)|thanh nhiệt|giải nhiệt|giải độc|thanh lọc|thải độc|đẹp da|tăng (?:sức đề kháng|đề kháng|miễn dịch)|ngủ ngon|${NO} lo (?:bệnh|ung thư)|người (?:mới )?ốm dậy|cho người (?:bệnh|tiểu đường)|tiểu đường|huyết áp`,
);
/** A slip taken back: the amount before it goes. */
const SLIP = said("à nhầm|à không|à quên|nhầm|~lộn|ủa lộn|ý lộn|nói lộn|lộn rồi|à mà không|xin lỗi|viết nhầm");

const SENTENCE_END = /[!?\n;…]|\.(?!\d)|\p{Extended_Pictographic}/gu;
const CLAUSE_END = /[,!?\n;()…]|\.(?!\d)|\p{Extended_Pictographic}/gu;

/** Raw spans in which nothing counts as a fact. */
export function shutSpans(light: Folded, amounts: readonly Span[]): Span[] {
  const spans = [
    ...spread(light, ORDERS, SENTENCE_END, "after"),
    ...spread(light, HEARSAY, SENTENCE_END, "both"),
    ...spread(light, HEALTH, CLAUSE_END, "both"),
    ...slips(light, amounts),
  ];
  return spans;
}

/** What is not the grower's word at all: slips taken back, and words to the machine. */
export function takenBack(light: Folded, amounts: readonly Span[]): Span[] {
  return [...spread(light, ORDERS, SENTENCE_END, "after"), ...slips(light, amounts)];
}

function slips(light: Folded, amounts: readonly Span[]): Span[] {
  const spans: Span[] = [];
  for (const match of light.text.matchAll(SLIP)) {
    const slip = light.span(match.index, match.index + match[0].length);
    const taken = amounts.findLast((amount) => amount.end <= slip.start && slip.start - amount.end <= 3);
    const instead = amounts.find((amount) => amount.start >= slip.end && amount.start - slip.end <= 12);
    if (taken !== undefined && instead !== undefined) spans.push({ start: taken.start, end: slip.end });
  }
  return spans;
}

function spread(light: Folded, pattern: RegExp, stop: RegExp, side: "after" | "both"): Span[] {
  const stops = [...light.text.matchAll(stop)].map((match) => match.index);
  return [...light.text.matchAll(pattern)].map((match) => {
    const before = side === "both" ? (stops.findLast((at) => at < match.index) ?? -1) + 1 : match.index;
    const after = stops.find((at) => at >= match.index + match[0].length) ?? light.text.length;
    // A dictated text has no stops: what is shut stays near the words that shut it.
    const start = Math.max(before, match.index - 60);
    const end = Math.min(after, match.index + match[0].length + (side === "after" ? 400 : 80));
    return light.span(start, end);
  });
}
