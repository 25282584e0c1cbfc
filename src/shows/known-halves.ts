/** Neither a number torn from what it counts, nor a word that leans on what is before it, begins a sentence of its own. */
const GOES_ON =
  /^(?:\d|(?:không|chưa|thì|mà|là|nếu|của|với|nên|nhưng|để|vì|do|đã|đang|sẽ|cũng|thôi|nữa|rồi|hay|hoặc|và|cho|được|có|còn|một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|trăm|nghìn|ngàn|triệu|rưỡi|chục|mấy|bao)(?!\p{L}))/iu;
/** What only says when something else holds. */
const LEANS = /^(?:nếu|khi|lúc|ai|hễ|vì|do|bạn nào|chị nào|anh nào|bác nào|nhà nào)(?!\p{L})/iu;
/** What is still to be followed by whom or what. */
const OPEN_END = /(?<!\p{L})(?:cho|của|với|giúp|về|đến|tới|ở|tại|từ|là|và|hay|thì|mà|bằng)$/iu;
const ASKS = /(?<!\p{L})(?:không|chưa|hả|à|nhỉ|nào|đâu|sao|gì|bao nhiêu|mấy)(?!\p{L})/iu;
const WORDS = { each: 2, most: 24 } as const;

/**
 * Two sentences said in one breath, as long as each is known by itself: `hết hàng rồi em xin lỗi cả nhà`. A question may be
 * about all of it, and is left alone.
 */
export function knownHalves<Known>(text: string, find: (half: string) => Known | undefined): [Known, Known] | undefined {
  const words = text.trim().split(/\s+/u);
  if (words.length < 2 * WORDS.each || words.length > WORDS.most || LEANS.test(text.trim()) || ASKS.test(text)) return undefined;
  for (let at = words.length - WORDS.each; at >= WORDS.each; at -= 1) {
    const [before, after] = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
    if (GOES_ON.test(after) || OPEN_END.test(before)) continue;
    const first = find(before);
    const second = first === undefined ? undefined : find(after);
    if (first !== undefined && second !== undefined) return [first, second];
  }
  return undefined;
}
