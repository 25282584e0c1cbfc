import type { Token } from "./tokens.ts";
import { digitOf, isGap, isHalf, isPoint, isTens, scaleOf } from "./vietnamese-words.ts";

/**
 * True where the `một` at a token is one of what is named next, and no part of the number before it: `năm chục ngàn một
 * người`, `hai triệu một mâm`. `hai triệu một nha` is 2.1 million.
 */
export function isOneOfNext(tokens: readonly Token[], at: number): boolean {
  const [one, after] = [tokens[at], tokens[at + 1]];
  const isOne = one?.text === "một" || (one?.text === "mot" && one.bare) || (one?.text === "1" && !one.glued);
  if (!isOne || after?.kind !== "word" || after.glued) return false;
  if (scaleOf(after) !== undefined || isTens(after) || isGap(after) || isHalf(after) || isPoint(after) || digitOf(after) !== undefined)
    return false;
  return !(after.bare ? AFTER_BARE : AFTER_NUMBER).has(after.text);
}

/** What goes on after a number that has ended: particles, people spoken to, and what is done for the price. */
const AFTER_NUMBER = new Set(
  (
    "mỗi nha nhé nhá nhen nghen nghe hen hén nè này ạ á à đó đấy đây lận lắm thôi luôn rồi nữa chứ mà cơ " +
    "là thì và với hay hoặc cho của có cũng còn chưa không đã được mới vẫn đang sẽ bị tới đến từ trở ở ra vào về nếu " +
    "em anh chị cô chú bác cả bà mấy các quý cưng ai mình tui hôm bữa nay " +
    "giá tính bán mua lấy chốt ship giao gửi gởi bao miễn free tặng giảm rẻ đắt mắc nguyên gồm"
  ).split(" "),
);
/** Typed without marks `con` is one animal, `ban` a table and `ca` a fish as well. */
const AFTER_BARE = new Set(
  "moi nha nhe nhen nghen ne a do day thoi luon roi nua ma la thi va voi hoac cho cung chua khong ship giao gui bao mien free".split(" "),
);
